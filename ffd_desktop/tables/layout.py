"""Where a table begins: the row of its headings, below whatever titles stand above. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, Protocol

from ffd_desktop.referral.private import Private
from ffd_desktop.tables.purpose import Purpose

LOOKED_AT: Final = 40
MOST_COLUMNS: Final = 512
SAMPLE: Final = 60
_FEWEST: Final = 2
_LONGEST_HEADING: Final = 200

Cells = Sequence[str]


class Sheet(Protocol):
    """A table that can be read from its first row as often as need be; of any file format.

    Attributes:
        repaired: Whether letters had to be guessed at in the last reading.
        read_bytes: How much of the file the present reading has taken in.
    """

    @property
    def repaired(self) -> bool: ...  # noqa: D102
    @property
    def read_bytes(self) -> int: ...  # noqa: D102

    def rows(self) -> Iterator[Cells]:
        """Give every row from the first on, blank ones too; cells as text, padding kept.

        Raises:
            ProblemForPerson: It is damaged or out of all measure.
        """
        ...


class Layout(Private, frozen=True):
    """A table's headings, where they stand, and some rows below them.

    Attributes:
        heading_row: Which row holds them, 1 first.
        sample: The first rows below, blank ones left out.
    """

    headings: tuple[str, ...]
    heading_row: int
    sample: tuple[tuple[str, ...], ...]


def layout_of(sheet: Sheet, purpose: Purpose) -> Layout:
    """Find the headings and take a sample.

    Raises:
        ProblemForPerson: ``table_without_headings``, ``table_too_wide``.
    """
    first = list(islice(sheet.rows(), LOOKED_AT + SAMPLE))
    place = heading_place(first, purpose)
    if place is None:
        raise purpose.refusals.no_headings(purpose.of_what)
    headings = without_last_blanks(first[place])
    if len(headings) > MOST_COLUMNS:
        raise purpose.refusals.too_wide(MOST_COLUMNS)
    sample = (tuple(row) for row in first[place + 1 :] if any(cell.strip() for cell in row))
    return Layout(headings, place + 1, tuple(islice(sample, SAMPLE)))


def heading_place(rows: Iterable[Cells], purpose: Purpose) -> int | None:
    """Give the place of the row with the most known headings; ``None`` when none has two."""
    scores = [score(row, purpose) for row in islice(rows, LOOKED_AT)]
    best = max(scores, default=0)
    return scores.index(best) if best >= _FEWEST else None


def score(row: Cells, purpose: Purpose) -> int:
    """Count the different things that a row's cells name, if they are headings."""
    said = {
        named
        for cell in row[:MOST_COLUMNS]
        if cell.strip()
        and len(cell) < _LONGEST_HEADING
        and (named := purpose.names(cell)) is not None
    }
    return len(said)


def without_last_blanks(row: Cells) -> tuple[str, ...]:
    """Give the headings in a row, up to the last that is not blank."""
    headings = [" ".join(cell.split()) for cell in row]
    while headings and not headings[-1]:
        headings.pop()
    return tuple(headings)
