"""Notes of what was handed over and what came in, as records of the chain; implements Handovers.

Takes a whole package in by one transaction, so a kill leaves all of it or nothing. Not for use
from two threads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

import msgspec

from ffd_desktop.adapters.sqlcipher.connection import Database
from ffd_desktop.adapters.sqlcipher.readers import Readers
from ffd_desktop.adapters.sqlcipher.record_log import RecordLog
from ffd_desktop.drafting.ports import By, DraftState
from ffd_desktop.sending.handover import trouble
from ffd_desktop.sending.handover.notes import Arrived, HandedOver, Note, Noted, TakenIn

if TYPE_CHECKING:
    from ffd_desktop.adapters.sqlcipher.referral_store import SqlReferralStore

KIND: Final = "handover"
_NOTED: Final[msgspec.json.Decoder[Noted]] = msgspec.json.Decoder(Noted)


def noted_in(body: bytes) -> Noted:
    """Read what a record of kind ``handover`` tells.

    Raises:
        msgspec.MsgspecError: It is something else.
    """
    return _NOTED.decode(body)


class SqlHandovers:
    """The notes of one open vault, as one person may see them.

    SECURITY: every method that gives or takes a referral finds it by ``Readers``.
    """

    def __init__(
        self, database: Database, log: RecordLog, readers: Readers, *, store: SqlReferralStore
    ) -> None:
        self._database = database
        self._log = log
        self._readers = readers
        self._store = store

    def begin(self) -> int:
        """Begin to take in a file of a referral that is not there yet."""
        return self._store.files.begin_unnamed()

    def take_in(self, arrived: Arrived, *, by: By) -> None:
        """Put it on the shelf with its files, what was sealed, and a note; or nothing."""
        referral, store = arrived.referral, self._store
        self.demand_new(arrived.noted.package, referral.id)
        for one in arrived.sealed:
            if self._database.value("SELECT 1 FROM sealed WHERE id = ?", (one.id,)):
                raise trouble.here_already()
        with self._log.writing():
            store.create(referral, by=by, readers=arrived.readers)
            for arriving in arrived.files:
                store.files.finish(arriving.coming, referral.id, arriving.file, by=by)
            for sealed in arrived.sealed:
                store.sealed.seal(sealed, by=by)
            if arrived.sealed:
                store.set_state(referral.id, DraftState.CLOSED, by=by)
            self.note(referral.id, arrived.noted, by=by)

    def demand_new(self, package: str, referral_id: str) -> None:
        """Make sure that neither the package nor its referral was ever here."""
        here = "SELECT 1 FROM {} WHERE id = ?"
        taken = (one for _, one in self._all() if isinstance(one, TakenIn))
        is_here = self._database.value(here.format("referrals"), (referral_id,))
        if is_here or any(one.package == package for one in taken):
            raise trouble.here_already()
        if self._database.value(here.format("tombstones"), (referral_id,)):
            raise trouble.destroyed_here()

    def note(self, referral_id: str, noted: Noted, *, by: By) -> None:
        """Note something of a referral."""
        number = self._readers.number_of(referral_id)
        with self._log.writing():
            self._log.add(KIND, number, msgspec.json.encode(noted), by=by)

    def of(self, referral_id: str) -> tuple[Note, ...]:
        """Give what was noted of a referral, oldest first."""
        rows = self._database.rows(
            "SELECT actor, screen, at, body FROM records"
            " WHERE referral = ? AND kind = ? ORDER BY seq",
            (self._readers.number_of(referral_id), KIND),
        )
        return tuple(
            Note(By(actor, screen, at), _NOTED.decode(body))
            for actor, screen, at, body in cast("list[tuple[str, str, str, bytes]]", rows)
        )

    def handed_as(self, package: str) -> tuple[str, HandedOver] | None:
        """Find the referral that was packed under an id, if whoever unlocked may read it."""
        for referral_id, one in self._all():
            if isinstance(one, HandedOver) and one.package == package:
                self._readers.number_of(referral_id)
                return referral_id, one
        return None

    def _all(self) -> list[tuple[str, Noted]]:
        rows = self._database.rows(
            "SELECT referrals.id, body FROM records JOIN referrals"
            " ON referrals.number = records.referral WHERE kind = ? ORDER BY seq",
            (KIND,),
        )
        return [
            (referral_id, _NOTED.decode(body))
            for referral_id, body in cast("list[tuple[str, bytes]]", rows)
        ]
