"""The history of changes as a paper: who changed what and when, day by day, oldest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from typing import Final

from ffd_desktop.exporting.outline import AnyBlock, Document, Heading, Paragraph, Table
from ffd_desktop.exporting.records.changes import Change
from ffd_desktop.exporting.records.frame import framed, when_words
from ffd_desktop.referral.dates import on
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.private import Private

NAME: Final = "History of changes"
_COLUMNS: Final = ("Time", "Who", "What", "Before", "After")
_SHARES: Final = (8.0, 15.0, 25.0, 26.0, 26.0)
_BLANK: Final = "\u2013"
_ABOUT: Final = (
    "Each change since the record was begun, in the order in which they were saved. What somebody "
    "wrote into one answer at one go is one line. Of long words only the part that changed is "
    "shown. Comments between colleagues are left out. It also holds what was taken out again, so "
    "it is for the school\u2019s own file unless somebody decides otherwise."
)
_NOTHING: Final = "Nothing was changed since."


class Happening(Private, frozen=True):
    """Something in the history besides the changes: sealed, a paper made, the clock put back.

    Attributes:
        seq: Orders it among the changes; 0 when only its time is known.
    """

    at: datetime
    who: str
    what: str
    seq: int = 0


def history_paper(
    referral: Referral,
    changed: Iterable[Change],
    happened: Iterable[Happening] = (),
    *,
    begun: datetime,
    now: datetime,
) -> Document:
    """Return the history of a referral, by day."""
    rows = _in_order(list(changed), list(happened))
    return framed(referral, _blocks(rows, begun), name=NAME, about=_ABOUT, now=now)


def _in_order(changed: list[Change], happened: list[Happening]) -> list[Change | Happening]:
    """Put everything in its order: by number; what has none, before the first that is later."""
    numbered = [one for one in happened if one.seq]
    rows: list[Change | Happening] = sorted((*changed, *numbered), key=lambda one: one.seq)
    for one in sorted((one for one in happened if not one.seq), key=lambda one: one.at):
        later = (at for at, row in enumerate(rows) if row.at > one.at)
        rows.insert(next(later, len(rows)), one)
    return rows


def _blocks(rows: list[Change | Happening], begun: datetime) -> Iterator[AnyBlock]:
    yield Paragraph(f"The record was begun on {when_words(begun)}.")
    if not rows:
        yield Paragraph(_NOTHING)
    for day, of_day in groupby(rows, lambda one: one.at.date()):
        yield Heading(2, on(day).words())
        yield Table(_COLUMNS, tuple(map(_row, of_day)), shares=_SHARES)


def _row(one: Change | Happening) -> tuple[str, ...]:
    time = f"{one.at:%H:%M}"
    if isinstance(one, Happening):
        return (time, one.who, one.what, _BLANK, _BLANK)
    what = f"{one.what}\n({one.note})" if one.note else one.what
    return (time, one.who, what, one.before or _BLANK, one.after or _BLANK)
