"""Whether a vault is whole: every page's seal, the database's structure, the record chain.

Changes nothing but the WAL, which is cut first: after a re-keying the check of seals would
otherwise raise a false alarm, and it never looks into the WAL.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import msgspec

from ffd_desktop.adapters.sqlcipher import readers
from ffd_desktop.adapters.sqlcipher.connection import Database
from ffd_desktop.adapters.sqlcipher.record_log import RecordLog
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault.keysfile import Anchor


class VerifyReport(msgspec.Struct, frozen=True):
    """What was looked at and what is wrong, in words; no child's data."""

    faults: tuple[str, ...]
    referrals: int
    records: int
    destroyed: int
    pupils: int

    @property
    def is_sound(self) -> bool:
        """Say whether nothing is wrong."""
        return not self.faults


def verify(database: Database, log: RecordLog, anchor: Anchor | None) -> VerifyReport:
    """Check everything and count; damage is told in the report, not raised.

    Raises:
        ProblemForPerson: Only when the disk cannot be reached at all.
    """
    faults = [*_faults(database, log, anchor)]
    counts = [_count(database, table) for table in ("referrals", "records", "tombstones", "pupils")]
    return VerifyReport(tuple(faults), *counts)


def _faults(database: Database, log: RecordLog, anchor: Anchor | None) -> Iterator[str]:
    for check in (_seals, _structure, _strays, readers.faults):
        yield from _told(check(database))
    yield from _told(log.faults(anchor))


def _seals(database: Database) -> Iterator[str]:
    database.checkpoint()
    for (found,) in database.rows("PRAGMA cipher_integrity_check"):
        yield f"The seal of a page does not hold ({found!s})."


def _structure(database: Database) -> Iterator[str]:
    for (found,) in database.rows("PRAGMA integrity_check"):
        if found != "ok":
            yield f"The database’s structure is damaged ({found!s})."


def _strays(database: Database) -> Iterator[str]:
    for found in database.rows("PRAGMA foreign_key_check"):
        yield f"A row of the table {found[0]!s} belongs to no referral."


def _told(check: Iterator[str]) -> Iterator[str]:
    try:
        yield from check
    except ProblemForPerson as problem:
        if problem.code != "vault_damaged":
            raise
        yield "A part of the database cannot be read at all."


def _count(database: Database, table: str) -> int:
    try:
        return cast("int", database.value(f"SELECT count(*) FROM {table}"))  # noqa: S608
    except ProblemForPerson:
        return 0
