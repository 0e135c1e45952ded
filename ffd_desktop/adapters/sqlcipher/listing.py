"""What the shelf lists and what a search finds, for one person. Changes nothing."""

from __future__ import annotations

from typing import cast

import msgspec

from ffd_desktop.adapters.sqlcipher.connection import Database
from ffd_desktop.adapters.sqlcipher.folding import starting
from ffd_desktop.adapters.sqlcipher.readers import Readers
from ffd_desktop.drafting import restricting
from ffd_desktop.drafting.ports import DraftState, ShelfRow

_NAMES = msgspec.json.Decoder(tuple[str, ...])


_ROWS = (
    "SELECT number, id, reference, council, form, children, state, created_at, changed_at"
    " FROM referrals "
)


def one(database: Database, readers: Readers, number: int) -> ShelfRow:
    """Give one referral as the viewer may see it."""
    row = database.row(f"{_ROWS}WHERE number = ?", (number,))
    shown = _shelf_row(cast("tuple[str, ...]", (row or ())[1:]), readers.of(number))
    return restricting.as_seen_by(readers.viewer, shown)


def listed(database: Database, readers: Readers) -> tuple[ShelfRow, ...]:
    """List every referral, last changed first, as the viewer may see it."""
    rows = database.each(f"{_ROWS}ORDER BY changed_at DESC, number DESC")
    people, viewer = readers.everywhere(), readers.viewer
    shown = (
        _shelf_row(cast("tuple[str, ...]", row[1:]), people.get(cast("int", row[0]), ()))
        for row in rows
    )
    return tuple(restricting.as_seen_by(viewer, row) for row in shown)


def found(database: Database, readers: Readers, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Give ids of the referrals that hold every folded word, best first."""
    question, viewer = starting(wanted), readers.viewer
    rows = database.rows(
        "SELECT id FROM findable JOIN referrals ON number = findable.rowid"
        " WHERE findable MATCH ? AND (? = '' OR NOT EXISTS (SELECT 1 FROM readers"
        " WHERE referral = number) OR EXISTS (SELECT 1 FROM readers WHERE referral = number"
        " AND person = ?)) ORDER BY findable.rowid IN"
        " (SELECT rowid FROM findable WHERE findable MATCH ?) DESC, changed_at DESC,"
        " number DESC",
        (question, viewer, viewer, f"head : ({question})"),
    )
    return tuple(cast("str", row[0]) for row in rows)


def _shelf_row(row: tuple[str, ...], readers: tuple[str, ...]) -> ShelfRow:
    id_, reference, council, form, children, state, created_at, changed_at = row
    return ShelfRow(
        id=id_,
        reference=reference,
        council=council,
        form=form,
        children=_NAMES.decode(children),
        state=DraftState(state),
        created_at=created_at,
        changed_at=changed_at,
        readers=readers,
    )
