"""Households as outlines round those who live there, and round nobody else.

Neighbours in a row are one run; runs that stand over one another in rows that follow are joined.
What cannot be joined is outlined apart, under the same address.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from ffd_desktop.exporting.pictures.family.heights import Band

_INSET: Final = 3.0
_LEAST: Final = 9.0  # how far two runs must overlap to be joined
Point = tuple[float, float]


class Box(NamedTuple):
    """A rectangle by its edges."""

    left: float
    top: float
    right: float
    bottom: float


class Piece(NamedTuple):
    """One outline of a household: its corner points, and the run whose foot bears the address."""

    home: str
    row: int
    corners: tuple[tuple[Point, ...], ...]
    foot: Box


class _Run(NamedTuple):
    home: str
    row: int
    box: Box


class _Group(NamedTuple):
    runs: list[_Run]
    links: list[Box]


def pieces(bands: Sequence[Band], joined: int, home: Mapping[str, str]) -> Iterator[Piece]:
    """Yield the outlines of all households; the first ``joined`` rows hang together."""
    runs = [run for row, band in enumerate(bands) for run in _runs(band, row, home)]
    for key in dict.fromkeys(run.home for run in runs):
        mine = [run for run in runs if run.home == key]
        for group in _joined(mine, joined):
            boxes = [run.box for run in group.runs]
            foot = max(group.runs, key=lambda run: (run.row, -run.box.left))
            yield Piece(key, foot.row, tuple(_corners([*boxes, *group.links])), foot.box)


def _runs(band: Band, row: int, home: Mapping[str, str]) -> Iterator[_Run]:
    for key, group in groupby(band.spots, lambda spot: home.get(spot.id, "")):
        spots = list(group)
        if key:
            left, right = spots[0].left + _INSET, spots[-1].right - _INSET
            yield _Run(key, row, Box(left, band.top + _INSET, right, band.bottom - _INSET))


def _link(a: _Run, b: _Run, joined: int) -> Box | None:
    """Give the bridge from a run to one in the next row, if they stand over one another."""
    if b.row != a.row + 1 or b.row >= joined:
        return None
    left, right = max(a.box.left, b.box.left), min(a.box.right, b.box.right)
    return Box(left, a.box.bottom, right, b.box.top) if right - left >= _LEAST else None


def _joined(runs: Sequence[_Run], joined: int) -> list[_Group]:
    """Join what stands over one another, each two by one bridge: a second would close a ring.

    A ring would run round somebody who does not live there.
    """
    groups: list[_Group] = []
    for run in runs:
        near = [(group, bridge) for group in groups if (bridge := _bridge(group, run, joined))]
        groups = [one for one in groups if all(one is not group for group, _ in near)]
        met = [one for group, _ in near for one in group.runs]
        links = [link for group, bridge in near for link in (*group.links, bridge)]
        groups.append(_Group([*met, run], links))
    return groups


def _bridge(group: _Group, run: _Run, joined: int) -> Box | None:
    """Give the widest bridge from a group to a run."""
    links = [link for one in group.runs if (link := _link(one, run, joined))]
    return max(links, key=lambda link: link.right - link.left, default=None)


def _corners(boxes: Sequence[Box]) -> Iterator[tuple[Point, ...]]:
    """Yield the outline of boxes laid together, as closed figures of level and upright edges."""
    xs = sorted({edge for box in boxes for edge in (box.left, box.right)})
    ys = sorted({edge for box in boxes for edge in (box.top, box.bottom)})
    cells = {
        (i, j)
        for box in boxes
        for i in range(xs.index(box.left), xs.index(box.right))
        for j in range(ys.index(box.top), ys.index(box.bottom))
    }
    following: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for start, end in _edges(cells):
        following.setdefault(start, []).append(end)
    while following:
        yield tuple((xs[i], ys[j]) for i, j in _turns(_loop(following)))


def _edges(cells: set[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield the edges that have a cell at one side only, clockwise."""
    for i, j in sorted(cells):
        if (i, j - 1) not in cells:
            yield (i, j), (i + 1, j)
        if (i + 1, j) not in cells:
            yield (i + 1, j), (i + 1, j + 1)
        if (i, j + 1) not in cells:
            yield (i + 1, j + 1), (i, j + 1)
        if (i - 1, j) not in cells:
            yield (i, j + 1), (i, j)


def _loop(following: dict[tuple[int, int], list[tuple[int, int]]]) -> list[tuple[int, int]]:
    start = min(following)
    loop, at = [start], start
    while True:
        ends = following[at]
        at_next = ends.pop()
        if not ends:
            del following[at]
        at = at_next
        if at == start:
            return loop
        loop.append(at)


def _turns(loop: Sequence[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """Yield the corners where an outline changes its direction."""
    for n, here in enumerate(loop):
        before, after = loop[n - 1], loop[(n + 1) % len(loop)]
        if not (before[0] == here[0] == after[0] or before[1] == here[1] == after[1]):
            yield here
