"""Notes of papers that were printed or saved, as records of the chain; implements PaperNotes.

Not for use from two threads. SECURITY: every method finds a referral by ``Readers.number_of``.
"""

from __future__ import annotations

from typing import Final, cast

import msgspec

from ffd_desktop.adapters.sqlcipher.connection import Database
from ffd_desktop.adapters.sqlcipher.readers import Readers
from ffd_desktop.adapters.sqlcipher.record_log import RecordLog
from ffd_desktop.drafting.paper_notes import Left, PaperNote
from ffd_desktop.drafting.ports import By

KIND: Final = "paper"
_OF_ONE: Final = """
    SELECT seq, actor, screen, at, body FROM records
    WHERE referral = ? AND kind = ? ORDER BY seq"""
_LEFT: Final = msgspec.json.Decoder(Left)


class SqlPaperNotes:
    """The notes of one open vault, as one person may see them."""

    def __init__(self, database: Database, log: RecordLog, readers: Readers) -> None:
        self._database = database
        self._log = log
        self._readers = readers

    def add(self, referral_id: str, left: Left, *, by: By) -> None:
        """Note a paper in the history of the referral that it was made of."""
        number = self._readers.number_of(referral_id)
        with self._log.writing():
            self._log.add(KIND, number, msgspec.json.encode(left), by=by)

    def of(self, referral_id: str) -> tuple[PaperNote, ...]:
        """Give the notes in a referral's history, oldest first."""
        rows = self._database.each(_OF_ONE, (self._readers.number_of(referral_id), KIND))
        return tuple(
            PaperNote(
                cast("int", seq),
                By(cast("str", actor), cast("str", screen), cast("str", at)),
                _LEFT.decode(cast("bytes", body)),
            )
            for seq, actor, screen, at, body in rows
        )
