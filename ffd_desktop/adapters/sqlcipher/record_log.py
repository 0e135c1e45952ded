"""The log of records and its chain: adds, buries and checks them. Knows nothing of referrals.

Not for use from two threads: it remembers the chain's head between calls.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from typing import Final, cast

import msgspec

from ffd_desktop.adapters.sqlcipher.connection import Database, Row
from ffd_desktop.drafting.ports import By
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.undoing import undone_on_failure
from ffd_desktop.vault import chain
from ffd_desktop.vault.keysfile import Anchor

_ADD: Final = "INSERT INTO records VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_BURY: Final = "INSERT INTO tombstones VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_ENDS: Final = """
    SELECT seq, link FROM (
        SELECT * FROM (SELECT seq, link FROM records ORDER BY seq DESC LIMIT 1)
        UNION ALL SELECT * FROM (SELECT seq, link FROM tombstones ORDER BY seq DESC LIMIT 1)
    ) ORDER BY seq DESC LIMIT 1"""
_ALL: Final = """
    SELECT seq, kind, referral, at, monotonic, actor, screen, salt, body, digest, link
        FROM records
    UNION ALL SELECT seq, 'destroyed', NULL, NULL, NULL, NULL, NULL, NULL, NULL, digest, NULL
        FROM destroyed_records
    UNION ALL SELECT seq, 'tombstone', id || char(10) || reference || char(10) || reason,
            at, monotonic, actor, screen, salt, NULL, digest, link
        FROM tombstones
    ORDER BY seq"""


_DIGESTS: Final = """
    SELECT digest FROM (
        SELECT seq, digest FROM records UNION ALL SELECT seq, digest FROM destroyed_records
        UNION ALL SELECT seq, digest FROM tombstones
    ) WHERE seq <= ? ORDER BY seq"""


_EVERY: Final = 256
_BREATH_S: Final = 1e-6
"""A moment in which the window's thread gets its turn: walking is all Python."""


def _unheard(_: int) -> None:
    """Nobody asked how far the walk is."""


class Grave(msgspec.Struct, frozen=True):
    """What a tombstone names: the destroyed referral and why; no word of it."""

    id: str
    reference: str
    reason: str


class RecordLog:
    """The append-only log. Every change happens inside ``writing()``."""

    def __init__(
        self, database: Database, chain_key: bytes, monotonic: Callable[[], float]
    ) -> None:
        self._database = database
        self._key = chain_key
        self._monotonic = monotonic
        self._head: Anchor | None = None
        self._is_writing = False
        self._committed = chain.EMPTY
        with contextlib.suppress(ProblemForPerson):
            self._committed = self.head()

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """Open a transaction; when it fails, the remembered head is read anew next time.

        Inside another it is a part of that one: it counts, or fails, with it.
        """
        if self._is_writing:
            yield
            return
        self._is_writing = True
        with undone_on_failure(self._forget_head):
            try:
                with self._database.transaction():
                    yield
            finally:
                self._is_writing = False
        self._committed = self.head()

    def _forget_head(self) -> None:
        self._head = None

    @property
    def committed(self) -> Anchor:
        """The head as of the last commit.

        It is replaced whole and never changed, so it may be read on any thread.
        """
        return self._committed

    def head(self) -> Anchor:
        """Give the chain's head: the count of all records ever, and the newest link."""
        if self._head is None:
            found = self._database.row(_ENDS)
            self._head = Anchor(*cast("tuple[int, bytes]", found)) if found else chain.EMPTY
        return self._head

    def add(self, kind: str, referral: int, body: bytes, *, by: By) -> int:
        """Append one record; give its sequence number."""
        before, salt, monotonic = self.head(), chain.fresh_salt(), self._monotonic()
        seq = before.count + 1
        facts = (seq, kind, referral, by.at, monotonic, by.actor, by.screen)
        digest = chain.digest(self._key, salt=salt, facts=facts, body=body)
        after = chain.link(self._key, before, digest)
        row = (seq, referral, kind, by.at, monotonic, by.actor, by.screen, salt, body)
        self._database.run(_ADD, (*row, digest, after.head))
        self._head = after
        return seq

    def bury(self, referral: int, grave: Grave, *, by: By) -> None:
        """Take a referral's records out for ever; their digests and a tombstone stay."""
        before, database = self.head(), self._database
        database.run(
            "INSERT INTO destroyed_records SELECT seq, digest FROM records WHERE referral = ?",
            (referral,),
        )
        database.run("DELETE FROM records WHERE referral = ?", (referral,))
        salt, monotonic = chain.fresh_salt(), self._monotonic()
        seq = before.count + 1
        named = f"{grave.id}\n{grave.reference}\n{grave.reason}"
        facts = (seq, "tombstone", named, by.at, monotonic, by.actor, by.screen)
        digest = chain.digest(self._key, salt=salt, facts=facts, body=b"")
        after = chain.link(self._key, before, digest)
        row = (seq, grave.id, grave.reference, grave.reason, by.at, monotonic, by.actor, by.screen)
        database.run(_BURY, (*row, salt, digest, after.head))
        self._head = after

    def anchor_at(self, count: int) -> Anchor | None:
        """Give the chain's head as it was after so many records; None when that is not kept."""
        sql = "SELECT link FROM {} WHERE seq = ?"
        for table in ("records", "tombstones"):
            found = self._database.value(sql.format(table), (count,))
            if isinstance(found, bytes):
                return Anchor(count, found)
        return chain.EMPTY if count == 0 else None

    def reaches(self, anchor: Anchor | None) -> bool:
        """Say whether the chain still comes to a head that was noted; if not, it was rolled back.

        A quick look: of a record that was destroyed since, only ``faults`` can tell.
        """
        if anchor is None:
            return True
        kept = self.anchor_at(anchor.count)
        return self.head().count >= anchor.count and kept in {None, anchor}

    def passed(self, count: int) -> Anchor | None:
        """Give the head after so many records, walking there when that record was destroyed."""
        kept = self.anchor_at(count)
        if kept is not None or count > self.head().count:
            return kept
        here = chain.EMPTY
        for row in self._database.each(_DIGESTS, (count,)):
            here = chain.link(self._key, here, cast("bytes", row[0]))
        return here

    def faults(
        self, anchor: Anchor | None = None, *, passed: Callable[[int], None] = _unheard
    ) -> Iterator[str]:
        """Walk the whole chain and tell, in words, each place where it does not hold.

        Args:
            anchor: A head kept outside the database: the chain must pass through it.
            passed: Hears now and then how many records are behind, and may raise to stop.
        """
        here = chain.EMPTY
        for walked, row in enumerate(self._database.each(_ALL)):
            if walked % _EVERY == 0:
                time.sleep(_BREATH_S)
                passed(walked)
            seq, link, digest = cast("int", row[0]), row[10], cast("bytes", row[9])
            if seq != here.count + 1:
                yield f"Records are missing between {here.count} and {seq}."
                here = Anchor(seq - 1, here.head)
            if row[1] != "destroyed" and self._digest(row) != digest:
                yield f"Record {seq} is not what was written."
            here = chain.link(self._key, here, digest)
            if isinstance(link, bytes) and link != here.head:
                yield f"Record {seq} does not follow from the one before it."
                here = Anchor(seq, link)
            if anchor is not None and seq == anchor.count and here != anchor:
                yield f"Record {seq} is not the one that was there at the last lock."
        if anchor is not None and here.count < anchor.count:
            yield f"The last {anchor.count - here.count} records are missing."

    def _digest(self, row: Row) -> bytes:
        seq, kind, referral, at, monotonic, actor, screen, salt, body = row[:9]
        facts = cast("tuple[chain.Fact, ...]", (seq, kind, referral, at, monotonic, actor, screen))
        text = cast("bytes", body or b"")
        return chain.digest(self._key, salt=cast("bytes", salt), facts=facts, body=text)
