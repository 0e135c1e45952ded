"""Puts slices one below the other on pages: what must stay together stays together.

Knows heights only; what a slice paints is the slice's own affair.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from ffd_desktop.adapters.pdf.sheet import Sheet
from ffd_desktop.adapters.pdf.style import BOTTOM, ROOM, TOP

Paint = Callable[[Sheet, float], None]
"""Paints on a sheet, the top of the slice at the given height."""


class Repeat(NamedTuple):
    """What stands at the top of a page when a group goes on there: column names, a label."""

    height: float
    paint: Paint


class Slice(NamedTuple):
    """A strip across the page that is never cut."""

    height: float
    paint: Paint
    gap: float = 0.0  # white above, left out at the top of a page
    keep: bool = False  # stays on the page of the next slice
    repeat: Repeat | None = None  # painted above when the slice opens a page inside its group
    new_page: bool = False


class Placed(NamedTuple):
    """A painter and the height at which it paints."""

    paint: Paint
    top: float


def pages_of(slices: list[Slice]) -> list[list[Placed]]:
    """Return what stands on each page, from top to bottom; at least one page."""
    pages: list[list[Placed]] = [[]]
    y = TOP
    for chain in _chains(slices):
        fits = y - _height(chain, at_top=not pages[-1]) >= BOTTOM
        fresh = chain[0].new_page or not (fits or _height(chain, at_top=True) > ROOM)
        if fresh and pages[-1]:
            pages.append([])
            y = TOP
        for one in chain:
            need = one.height + (one.gap if pages[-1] else 0)
            if y - need < BOTTOM and pages[-1]:
                pages.append([])
                y, need = TOP, one.height
            if not pages[-1] and one.repeat:
                pages[-1].append(Placed(one.repeat.paint, y))
                y -= one.repeat.height
            y -= need
            pages[-1].append(Placed(one.paint, y + one.height))
    return pages


def _chains(slices: list[Slice]) -> Iterator[list[Slice]]:
    """Yield runs of slices that want to stay together."""
    chain: list[Slice] = []
    for one in slices:
        chain.append(one)
        if not one.keep:
            yield chain
            chain = []
    if chain:
        yield chain


def _height(chain: list[Slice], *, at_top: bool) -> float:
    gaps = sum(one.gap for one in chain)
    return sum(one.height for one in chain) + gaps - (chain[0].gap if at_top else 0)
