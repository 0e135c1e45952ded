"""Whether a vault is whole: every page's seal, the database's structure, the record chain.

Changes nothing but the WAL, which is cut first, for the seals of the file say nothing about it.
Tells how far it is many times a second and stops within one, however large the vault is; keeps no
list of what it reads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Final, cast

import msgspec

from ffd_desktop.adapters.sqlcipher import file_store, outbox_store, pages, readers, sealed_faults
from ffd_desktop.adapters.sqlcipher.connection import Database
from ffd_desktop.adapters.sqlcipher.record_log import RecordLog
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.progress import SILENT, WHOLE, Part, Progress
from ffd_desktop.vault.keysfile import Anchor

SEALS: Final = "Checking the seal of each page"
STRUCTURE: Final = "Checking how the pages hang together"
CHAIN: Final = "Checking each record against the one before"
FILES: Final = "Checking each file against its record"
SEALED: Final = "Checking what was sealed against its digests"
MOST_FAULTS: Final = 20
_AFTER_SEALS: Final = WHOLE * 15 // 100
_AFTER_STRUCTURE: Final = WHOLE * 35 // 100
_AFTER_CHAIN: Final = WHOLE * 90 // 100
_AFTER_FILES: Final = WHOLE * 97 // 100
_ASKS_PER_PAGE: Final = 0.014
"""How often SQLite asks, for each page, while it checks the structure: measured, for the bar."""


class FaultKind(StrEnum):
    """What sort of thing is wrong, for the advice that follows."""

    SEAL = "seal"
    STRUCTURE = "structure"
    CHAIN = "chain"
    READERS = "readers"
    FILES = "files"
    SEALED = "sealed"
    OUTBOX = "outbox"


class VerifyReport(msgspec.Struct, frozen=True):
    """What was looked at and what is wrong, in words; no child's data.

    Attributes:
        faults: In words, the first few of each kind, with how many more there are.
        kinds: Which kinds of fault there are.
        notes: More that is worth saying and is no fault.
    """

    faults: tuple[str, ...]
    referrals: int
    records: int
    destroyed: int
    pupils: int
    pages: int = 0
    kinds: tuple[FaultKind, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Say whether nothing is wrong."""
        return not self.faults


def verify(
    database: Database, log: RecordLog, anchor: Anchor | None, *, progress: Progress = SILENT
) -> VerifyReport:
    """Check everything and count; damage is told in the report, not raised.

    Raises:
        ProblemForPerson: ``stopped``; or the disk cannot be reached at all.
    """
    after_chain, after_files = _shares(database)
    faults: dict[FaultKind, tuple[str, ...]] = {
        FaultKind.SEAL: _first(_seals(database, Part(progress, SEALS, end=_AFTER_SEALS))),
        FaultKind.STRUCTURE: _first(
            _structure(
                database, Part(progress, STRUCTURE, start=_AFTER_SEALS, end=_AFTER_STRUCTURE)
            )
        ),
        FaultKind.CHAIN: _first(
            _chain(log, anchor, Part(progress, CHAIN, start=_AFTER_STRUCTURE, end=after_chain))
        ),
        FaultKind.READERS: _first(readers.faults(database)),
        FaultKind.FILES: _first(
            file_store.faults(
                database, Part(progress, FILES, start=after_chain, end=after_files).step
            )
        ),
        FaultKind.SEALED: _first(
            sealed_faults.faults(database, Part(progress, SEALED, start=after_files).step)
        ),
        FaultKind.OUTBOX: _first(outbox_store.faults(database)),
    }
    return VerifyReport(
        tuple(fault for told in faults.values() for fault in told),
        referrals=_count(database, "referrals"),
        records=_count(database, "records"),
        destroyed=_count(database, "tombstones"),
        pupils=_count(database, "pupils"),
        pages=database.sealed.size // pages.PAGE,
        kinds=tuple(kind for kind, told in faults.items() if told),
    )


def _first(faults: Iterator[str]) -> tuple[str, ...]:
    """Keep the first few, in words, and the number of the others."""
    kept, more = list[str](), 0
    for fault in _told(faults):
        if len(kept) < MOST_FAULTS:
            kept.append(fault)
        else:
            more += 1
    return (*kept, f"There are {more} more of this kind.") if more else tuple(kept)


def _shares(database: Database) -> tuple[int, int]:
    """Say how far the bar is after the chain and after the files; both last only if there are any.

    A damaged database has none that can be checked.
    """
    try:
        has_sealed = sealed_faults.has_any(database)
        has_files = file_store.has_any(database)
    except ProblemForPerson:
        return WHOLE, WHOLE
    after_files = _AFTER_FILES if has_sealed else WHOLE
    return (_AFTER_CHAIN if has_files else after_files), after_files


def _told(check: Iterator[str]) -> Iterator[str]:
    try:
        yield from check
    except ProblemForPerson as problem:
        if problem.code != "vault_damaged":
            raise
        yield "A part of the database cannot be read at all."


def _seals(database: Database, part: Part) -> Iterator[str]:
    part.step(0, 1)
    database.checkpoint()
    sealed = database.sealed
    for number in pages.broken_seals(sealed, told=lambda done: part.step(done, sealed.size)):
        yield f"The seal of page {number} does not hold."


def _structure(database: Database, part: Part) -> Iterator[str]:
    part.step(0, 1)
    ask = _asked(part, expected=database.sealed.size / pages.PAGE * _ASKS_PER_PAGE)
    for (found,) in database.rows_watched("PRAGMA integrity_check", ask):
        if found != "ok":
            yield f"The database’s structure is damaged ({found!s})."
    for table, *_ in database.rows_watched("PRAGMA foreign_key_check", ask):
        yield f"A row of the table {table!s} belongs to no referral."


def _asked(part: Part, *, expected: float) -> Callable[[], None]:
    """Turn SQLite's asking into steps; nobody knows beforehand how often it will ask."""
    times = 0

    def ask() -> None:
        nonlocal times
        times += 1
        part.step(min(times, round(expected)), round(expected) + 1)

    return ask


def _chain(log: RecordLog, anchor: Anchor | None, part: Part) -> Iterator[str]:
    part.step(0, 1)
    last = max(log.head().count, anchor.count if anchor else 0)
    yield from log.faults(anchor, passed=lambda seq: part.step(seq, last))


def _count(database: Database, table: str) -> int:
    try:
        return cast("int", database.value(f"SELECT count(*) FROM {table}"))  # noqa: S608
    except ProblemForPerson:
        return 0
