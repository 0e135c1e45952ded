"""Notes of changes of the computer's clock, as records of the chain; implements ClockNotes.

Not for use from two threads.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final, cast

import msgspec

from ffd_desktop.adapters.sqlcipher.connection import Database
from ffd_desktop.adapters.sqlcipher.record_log import RecordLog
from ffd_desktop.drafting.clock_jump import ClockJump, ClockNote
from ffd_desktop.drafting.ports import By

KIND: Final = "clock"
_NUMBER: Final = "SELECT number FROM referrals WHERE id = ?"
_OF_ONE: Final = """
    SELECT seq, actor, screen, at, body FROM records
    WHERE kind = 'clock' AND referral = (SELECT number FROM referrals WHERE id = ?) ORDER BY seq"""


class SqlClockNotes:
    """The notes of one open vault."""

    def __init__(self, database: Database, log: RecordLog) -> None:
        self._database = database
        self._log = log

    def add(self, referral_id: str, jump: ClockJump, *, by: By) -> None:
        """Note a change in the history of the referral that was being written."""
        number = self._database.value(_NUMBER, (referral_id,))
        if isinstance(number, int):
            with self._log.writing():
                self._log.add(KIND, number, msgspec.json.encode(jump), by=by)

    def of(self, referral_id: str) -> tuple[ClockNote, ...]:
        """Give the notes in a referral's history, oldest first."""
        rows = self._database.each(_OF_ONE, (referral_id,))
        return tuple(
            ClockNote(
                cast("int", seq),
                By(cast("str", actor), cast("str", screen), cast("str", at)),
                msgspec.json.decode(cast("bytes", body), type=ClockJump),
            )
            for seq, actor, screen, at, body in rows
        )

    def newest(self) -> datetime | None:
        """Give when the newest record of the vault says that it was written."""
        at = self._database.value("SELECT at FROM records ORDER BY seq DESC LIMIT 1")
        return datetime.fromisoformat(at) if isinstance(at, str) else None
