"""What was pasted or read from a file, as headings and rows of cells, before anybody maps it.

Memory is bounded: by rows, and by the letters in them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Final

from ffd_desktop.concern_log import cells, prose
from ffd_desktop.concern_log.purpose import LOG, too_long
from ffd_desktop.referral.private import Private
from ffd_desktop.tables.layout import (
    MOST_COLUMNS,
    Sheet,
    heading_place,
    layout_of,
    without_last_blanks,
)

MOST_ROWS: Final = 5_000
MOST_LETTERS: Final = 20_000_000
_MOST_CELLS: Final = 1_000_000
_LOOKED_AT: Final = 100_000
_EVERY: Final = 200
_AROUND: Final = 3

Told = Callable[[int], None]
"""Hears now and then how many rows have been read."""


class RawRow(Private, frozen=True):
    """A row as it stands.

    Attributes:
        number: Its place in the file or in what was pasted, 1 first.
    """

    number: int
    cells: tuple[str, ...]


class Material(Private, frozen=True):
    """Rows to be mapped.

    Attributes:
        headings: One for each column; empty where there is none.
        heading_row: Which row held them, 1 first; 0 when there is none.
        is_prose: Whether it was a page of text, cut at its dates.
        is_pasted: Whether it came from the clipboard.
        repaired: Whether letters had to be guessed at.
    """

    headings: tuple[str, ...]
    rows: tuple[RawRow, ...]
    heading_row: int = 0
    is_prose: bool = False
    is_pasted: bool = False
    repaired: bool = False

    def column(self, place: int, *, most: int = MOST_ROWS) -> Iterator[str]:
        """Give what stands in a column, blank cells left out."""
        found = (row.cells[place] for row in self.rows if place < len(row.cells))
        return islice((cell for cell in found if cell.strip()), most)


def from_text(text: str) -> Material:
    """Take what was pasted: cells of a spreadsheet, or a page of text.

    Raises:
        ProblemForPerson: ``log_too_long``.
    """
    if len(text) > MOST_LETTERS or text.count("\t") + text.count("\n") > _MOST_CELLS:
        raise too_long(MOST_ROWS)
    return _from_cells(text) if cells.is_table(text) else _from_prose(text)


def looks_like_rows(text: str) -> bool:
    """Tell whether pasted text is several rows rather than some words, by how it begins."""
    text = text[:_LOOKED_AT].strip()
    return "\n" in text and (cells.is_table(text) or len(prose.entries_of(text)) > 1)


def from_sheet(sheet: Sheet, told: Told) -> Material:
    """Read a table of any file format.

    Raises:
        ProblemForPerson: No headings, damaged, out of all measure, or stopped.
    """
    layout = layout_of(sheet, LOG)
    width = len(layout.headings)
    rows = islice(enumerate(sheet.rows(), start=1), layout.heading_row, None)
    kept = (
        RawRow(number, tuple(row[:MOST_COLUMNS]))
        for number, row in rows
        if any(row) and tuple(row[:width]) != layout.headings
    )
    bounded = tuple(_bounded(kept, told))
    widest = max((len(row.cells) for row in bounded), default=0)
    headings = layout.headings + ("",) * (widest - width)
    return Material(headings, bounded, layout.heading_row, repaired=sheet.repaired)


def _from_cells(text: str) -> Material:
    rows = [_narrowed(row) for row in cells.rows_of(text)]
    place = heading_place(rows[:_AROUND], LOG)
    below = 0 if place is None else place + 1
    titles = rows[: place or 0]
    headings = () if place is None else without_last_blanks(rows[place])
    kept = [
        RawRow(number, tuple(row))
        for number, row in enumerate(rows, start=1)
        if number > below or row in titles
    ]
    width = max((len(row.cells) for row in kept), default=0)
    wide = headings + ("",) * (width - len(headings))
    return Material(wide, tuple(_bounded(kept)), below, is_pasted=True)


def _narrowed(row: list[str]) -> list[str]:
    """Give a row of no more cells than are shown; whatever is beyond stays, in the last."""
    last = MOST_COLUMNS - 1
    return [*row[:last], "\t".join(row[last:])] if len(row) > MOST_COLUMNS else row


def _from_prose(text: str) -> Material:
    rows = (
        RawRow(number, (entry.when, entry.words))
        for number, entry in enumerate(prose.entries_of(text), start=1)
    )
    kept = tuple(_bounded(rows))
    return Material(prose.HEADINGS, kept, is_prose=True, is_pasted=True)


def _bounded(rows: Iterable[RawRow], told: Told | None = None) -> Iterator[RawRow]:
    letters = 0
    for count, row in enumerate(rows, start=1):
        letters += sum(map(len, row.cells))
        if count > MOST_ROWS or letters > MOST_LETTERS:
            raise too_long(MOST_ROWS)
        if told is not None and count % _EVERY == 0:
            told(count)
        yield row
