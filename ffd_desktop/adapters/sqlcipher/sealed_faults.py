"""Whether what was sealed is still what was sealed: each digest made anew, by what the records say.

For the check of a whole vault, or of a backup as it lies. Changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias, cast

import msgspec

from ffd_desktop.adapters.sqlcipher.connection import Database
from ffd_desktop.adapters.sqlcipher.file_store import digest_in
from ffd_desktop.adapters.sqlcipher.sealed_store import KIND, facts_in
from ffd_desktop.referral.edits import Edit
from ffd_desktop.referral.sealable import is_sealed
from ffd_desktop.sending.sealed import REFERRAL, SealedFacts

_EDIT: Final = msgspec.json.Decoder(Edit)
Key: TypeAlias = tuple[int, int]
"""A referral's number in the vault, and the number of what was sealed of it."""


class _Row(msgspec.Struct, frozen=True):
    """A row of the table, with its facts where they can be read."""

    number: int
    id: str
    content: int
    pdf: int
    facts: SealedFacts | None


def has_any(database: Database) -> bool:
    """Say whether there is anything sealed to check."""
    return _has_table(database) and bool(database.value("SELECT 1 FROM sealed"))


def faults(database: Database, passed: Callable[[int, int], None]) -> Iterator[str]:
    """Tell, in words, each sealed thing that is not what was sealed, and what of it is not.

    A backup of before schema step 4 has nothing sealed, and is proved as it lies.

    Args:
        database: Of the vault or backup.
        passed: Hears how many of how many are behind, and may raise to stop.
    """
    if not _has_table(database):
        return
    told, kept = _recorded(database), _kept(database)
    for done, key in enumerate(sorted({*told, *kept})):
        passed(done, len(told))
        what = _named(key)
        if key not in told:
            yield f"{what} is in the vault, and no record tells of it."
        elif key not in kept:
            yield f"{what} is missing."
        else:
            yield from (f"{what}: {fault}" for fault in _wrong(database, told[key][1], kept[key]))
    yield from _changed_since(database, told)


def _wrong(database: Database, facts: SealedFacts, row: _Row) -> Iterator[str]:
    if (row.facts, row.id) != (facts, facts.id):
        yield "who sealed it, when, or its findings are not what the record says."
    if digest_in(database, row.content) != facts.digest:
        yield "its content does not match its digest."
    if digest_in(database, row.pdf) != facts.pdf_digest:
        yield "its PDF does not match its digest."
    bodies = _copies(database, row.number)
    for one in facts.attachments:
        body = bodies.pop(one.attachment, 0)
        if digest_in(database, body) != one.digest:
            yield f"the copy {one.name} does not match its digest."
    if bodies:
        yield "it has a file that the record does not name."


def _changed_since(database: Database, told: dict[Key, tuple[int, SealedFacts]]) -> Iterator[str]:
    """Tell each referral that was changed after it was sealed, past every guard."""
    for (referral, number), (seq, _) in told.items():
        edits = database.each(
            "SELECT body FROM records WHERE referral = ? AND seq > ? AND kind = 'edit'",
            (referral, seq),
        )
        if number == 1 and any(
            is_sealed(_EDIT.decode(cast("bytes", row[0])).path) for row in edits
        ):
            yield f"Referral {referral} of the vault was changed after it was sealed."


def _named(key: Key) -> str:
    referral, number = key
    if number == REFERRAL:
        return f"What was sealed of referral {referral} of the vault"
    return f"Addendum {number - 1} of referral {referral} of the vault"


def _has_table(database: Database) -> bool:
    return bool(database.value("SELECT 1 FROM sqlite_schema WHERE name = 'sealed'"))


def _recorded(database: Database) -> dict[Key, tuple[int, SealedFacts]]:
    rows = database.rows("SELECT seq, referral, body FROM records WHERE kind = ?", (KIND,))
    told = ((seq, number, facts_in(body)) for seq, number, body in cast("list[_Told]", rows))
    return {(number, facts.number): (seq, facts) for seq, number, facts in told}


_Told: TypeAlias = tuple[int, int, bytes]


def _kept(database: Database) -> dict[Key, _Row]:
    rows = database.rows("SELECT referral, place, number, id, content, pdf, facts FROM sealed")
    return {
        (referral, place): _Row(number, id_, content, pdf, _decoded(facts))
        for referral, place, number, id_, content, pdf, facts in cast("list[_Stored]", rows)
    }


_Stored: TypeAlias = tuple[int, int, int, str, int, int, bytes]


def _decoded(facts: bytes) -> SealedFacts | None:
    try:
        return facts_in(facts)
    except msgspec.MsgspecError:
        return None


def _copies(database: Database, sealed: int) -> dict[str, int]:
    rows = database.rows("SELECT attachment, file FROM sealed_copies WHERE sealed = ?", (sealed,))
    return dict(cast("list[tuple[str, int]]", rows))
