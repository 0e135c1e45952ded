"""Keeps submissions in the vault, each from its queuing to its end; implements sending's Outbox.

A record of the chain says when something was queued, and how it ended: with which receipt, or
refused for which reason. What is between is in the table alone. Not for use from two threads.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, cast

import msgspec

from ffd_desktop.adapters.sqlcipher.connection import Database
from ffd_desktop.adapters.sqlcipher.readers import Readers
from ffd_desktop.adapters.sqlcipher.record_log import RecordLog
from ffd_desktop.drafting.ports import By, DraftState
from ffd_desktop.sending import trouble
from ffd_desktop.sending.sealed import REFERRAL
from ffd_desktop.sending.submission import State, Submission

KIND: Final = "sending"
_SUBMISSION: Final = msgspec.json.Decoder(Submission)
_KEEP: Final = """
    INSERT INTO outbox (key, sealed, is_open, body) VALUES (?, ?, ?, ?)
    ON CONFLICT (key) DO UPDATE SET is_open = excluded.is_open, body = excluded.body"""
_NEWEST: Final = """
    SELECT body FROM outbox WHERE number IN
        (SELECT max(outbox.number) FROM outbox JOIN sealed ON sealed.number = outbox.sealed
            WHERE referral = ? GROUP BY sealed.number) ORDER BY sealed"""

_UNDELIVERED: Final = """
    SELECT outbox.body, sealed.referral FROM outbox
    JOIN sealed ON sealed.number = outbox.sealed
    JOIN referrals ON referrals.number = sealed.referral
    WHERE outbox.number IN (SELECT max(number) FROM outbox GROUP BY sealed)
        AND referrals.state NOT IN ('closed', 'archived')
        AND NOT (sealed.place = 1 AND referrals.state = 'sent')
    ORDER BY outbox.number"""


class SqlOutbox:
    """The outbox of one open vault, as one person may see it.

    SECURITY: every method finds its referral by ``Readers``, which refuses what is hidden.
    """

    def __init__(self, database: Database, log: RecordLog, readers: Readers) -> None:
        self._database = database
        self._log = log
        self._readers = readers

    def put(self, submission: Submission, *, by: By) -> None:
        """Keep a submission as it stands now; its beginning and its end are records as well."""
        referral = self._readers.number_of(submission.referral)
        sealed, place = self._sealed(referral, submission.sealed)
        before = self._at(submission.key)
        body = msgspec.json.encode(submission)
        with self._log.writing():
            self._database.run(_KEEP, (submission.key, sealed, int(submission.is_open), body))
            if before is None or _facts(before) != _facts(submission):
                self._log.add(KIND, referral, body, by=by)
            if submission.state is State.DELIVERED and place == REFERRAL:
                self._move(referral, by=by)

    def of(self, sealed_id: str) -> Submission | None:
        """Give the newest submission of a sealed thing; None where it was never queued."""
        row = self._database.row(
            "SELECT body, referrals.id FROM outbox JOIN sealed ON sealed.number = outbox.sealed"
            " JOIN referrals ON referrals.number = sealed.referral WHERE sealed.id = ?"
            " ORDER BY outbox.number DESC LIMIT 1",
            (sealed_id,),
        )
        if row is None:
            return None
        self._readers.number_of(cast("str", row[1]))
        return submission_in(cast("bytes", row[0]))

    def of_referral(self, referral_id: str) -> tuple[Submission, ...]:
        """Give the newest submission of each sealed thing of a referral, in order."""
        number = self._readers.number_of(referral_id)
        rows = self._database.rows(_NEWEST, (number,))
        return tuple(submission_in(cast("bytes", row[0])) for row in rows)

    def waiting(self) -> tuple[Submission, ...]:
        """Give every submission for which something is to be done, oldest first."""
        rows = self._database.rows(
            "SELECT body, referral FROM outbox JOIN sealed ON sealed.number = outbox.sealed"
            " WHERE is_open = 1 ORDER BY outbox.number"
        )
        return tuple(
            submission_in(cast("bytes", body))
            for body, referral in rows
            if self._readers.may_read(cast("int", referral))
        )

    def undelivered(self) -> tuple[Submission, ...]:
        """Give the newest submission of each sealed thing that has no receipt, oldest first."""
        rows = self._database.rows(_UNDELIVERED)
        newest = (
            submission_in(cast("bytes", body))
            for body, referral in rows
            if self._readers.may_read(cast("int", referral))
        )
        return tuple(one for one in newest if one.state is not State.DELIVERED)

    # ---- for the other stores -----------------------------------------------------------------

    def forget(self, number: int) -> None:
        """Drop the submissions of a referral that is destroyed; inside ``writing()``."""
        self._database.run(
            "DELETE FROM outbox WHERE sealed IN (SELECT number FROM sealed WHERE referral = ?)",
            (number,),
        )

    def _sealed(self, referral: int, sealed_id: str) -> tuple[int, int]:
        found = self._database.row(
            "SELECT number, place FROM sealed WHERE referral = ? AND id = ?", (referral, sealed_id)
        )
        if found is None:
            raise trouble.missing()
        return cast("tuple[int, int]", found)

    def _at(self, key: str) -> Submission | None:
        found = self._database.value("SELECT body FROM outbox WHERE key = ?", (key,))
        return submission_in(found) if isinstance(found, bytes) else None

    def _move(self, number: int, *, by: By) -> None:
        """Move a delivered referral on the shelf; where somebody moved it already, it stays."""
        sealed, sent = DraftState.SEALED.value, DraftState.SENT.value
        moved = self._database.run(
            "UPDATE referrals SET state = ? WHERE number = ? AND state = ?", (sent, number, sealed)
        )
        if moved:
            self._log.add("state", number, sent.encode(), by=by)


def submission_in(body: bytes) -> Submission:
    """Read what a record of kind ``sending``, or a row of the table, tells.

    Raises:
        msgspec.MsgspecError: It is something else.
    """
    return _SUBMISSION.decode(body)


def faults(database: Database) -> Iterator[str]:
    """Tell each submission that is not what the records say of its beginning and its end.

    A backup of before schema step 5 has no outbox, and is proved as it lies.
    """
    if not database.value("SELECT 1 FROM sqlite_schema WHERE name = 'outbox'"):
        return
    rows = database.rows("SELECT body FROM outbox")
    kept = {one.key: one for one in (submission_in(cast("bytes", row[0])) for row in rows)}
    records = database.rows(
        "SELECT referral, body FROM records WHERE kind = ? ORDER BY seq", (KIND,)
    )
    told = {
        one.key: (number, one)
        for number, one in (
            (cast("int", number), submission_in(cast("bytes", body))) for number, body in records
        )
    }
    for key, (number, record) in told.items():
        row = kept.pop(key, None)
        if row is None:
            yield f"What was queued of referral {number} of the vault is missing from the outbox."
        elif not _agrees(row, record):
            yield f"How sending referral {number} of the vault ended is not what the record says."
    for _ in kept:
        yield "Something is in the outbox, and no record tells of it."


def _agrees(row: Submission, record: Submission) -> bool:
    """Hold a row against the newest record of its key."""
    return (row.sealed, row.digest) == (record.sealed, record.digest) and _facts(row) == _facts(
        record
    )


def _facts(one: Submission) -> tuple[object, ...]:
    """Give what is recorded: that it is under way, or how it ended and what was said since."""
    if one.is_open:
        return (True,)
    return (False, one.state, one.receipt, one.reason, one.answers)
