"""Where everyone stands from left to right, and where children hang. Knows no heights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from ffd_desktop.exporting.pictures.family.children import (
    BETWEEN,
    CLOSEST,
    Children,
    Spot,
    Spots,
)
from ffd_desktop.exporting.pictures.family.facts import Family, Union
from ffd_desktop.exporting.pictures.family.rows import Chain, Rows
from ffd_desktop.exporting.pictures.family.spacing import Bounds, placed

WIDEST: Final = 580.0  # at the width of a page its smallest letters are still 6.5 points
LEAST: Final = 330.0  # a small family stands in the middle of a picture so wide
EDGE: Final = 6.0  # of white round the picture
_CELLS: Final = (100.0, 78.0, 64.0)
_SPREAD: Final = 9.0
_ROUNDS: Final = 16
_STILL: Final = 0.05  # who moves less than this stands still
_NEARLY: Final = 5.0


class Places(NamedTuple):
    """Everyone in rows from the top; ``drops`` are where a union's children hang, by its number."""

    top: Spots
    middle: Spots
    lower: tuple[Spots, ...]
    aside: tuple[Spots, ...]
    drops: Mapping[int, float]

    def rows(self) -> tuple[Spots, ...]:
        """Give all rows that hold somebody."""
        return tuple(row for row in (self.top, self.middle, *self.lower, *self.aside) if row)


def places(family: Family, rows: Rows, widest: float = WIDEST) -> Places:
    """Find a place for everyone, no wider than ``widest`` where there are not too many for it."""
    widest = max(widest, _needed(rows))
    free = _tree(family, rows, widest, None)
    if _right(free) - _left(free) > widest:
        free = _tree(family, rows, widest, (_left(free), _left(free) + widest))
    left = _left(free)
    aside = _aside(rows.aside, left, max(_right(free) - left, widest * 0.8))
    spare = max(min(LEAST, widest) - (_right(free._replace(aside=aside)) - left), 0.0)
    return _moved(free._replace(aside=aside), EDGE - left + spare / 2)


def _needed(rows: Rows) -> float:
    """Give how wide the widest row is when everyone in it stands as close as may be."""
    children = sum(len(group.people) for group in rows.groups)
    return max(
        *(sum(map(len, row)) * _CELLS[-1] + len(row) * BETWEEN for row in (rows.top, rows.middle)),
        (children + 1) * CLOSEST + len(rows.groups) * BETWEEN,
    )


def _tree(family: Family, rows: Rows, widest: float, bounds: Bounds | None) -> Places:
    """Place those to whom lines lead: adults over their children, children under their parents."""
    cell = _cell(rows.middle, _CELLS[1:], widest)
    people = [who for chain in rows.middle for who in chain]
    apart = _apart(rows.middle, cell)
    within = _inner(bounds, cell)
    at = placed([0.0] * len(people), apart, within) if people else []
    children = Children(rows.groups, family.unions, widest, bounds)
    drops: dict[int, float] = {}
    for _ in range(_ROUNDS):
        drops = _drops(family.unions, people, at, cell)
        children.place(drops, _homeward(family, people, at))
        wanted = _wanted(family.unions, people, at, children.centres)
        before, at = at, placed(wanted, apart, within) if people else []
        if all(abs(x - old) < _STILL for x, old in zip(at, before, strict=True)):
            break
    drops = _drops(family.unions, people, at, cell)
    children.place(drops, _homeward(family, people, at))
    drops = _snapped(drops, children.centres)
    middle = tuple(Spot(who, x, cell / 2) for who, x in zip(people, at, strict=True))
    lower = children.spots()
    beneath = (*middle, *(spot for row in lower for spot in row))
    cell = _cell(rows.top, _CELLS, widest)
    top = _top(family, rows.top, beneath, cell=cell, bounds=bounds)
    return Places(top, middle, lower, (), drops)


def _inner(bounds: Bounds | None, cell: float) -> Bounds | None:
    """Give the bounds of the middles of a row of cells."""
    return (bounds[0] + cell / 2, bounds[1] - cell / 2) if bounds else None


def _left(found: Places) -> float:
    edges = (spot.left for row in found.rows() for spot in row)
    return min([*edges, *found.drops.values()], default=0.0)


def _right(found: Places) -> float:
    edges = (spot.right for row in found.rows() for spot in row)
    return max([*edges, *found.drops.values()], default=0.0)


def _snapped(drops: dict[int, float], centres: Mapping[int, float]) -> dict[int, float]:
    """Let children hang straight where they nearly do."""
    return {
        n: centres[n] if n in centres and abs(centres[n] - x) <= _NEARLY else x
        for n, x in drops.items()
    }


def _moved(found: Places, by: float) -> Places:
    """Give all places moved to the side."""

    def row(spots: Spots) -> Spots:
        return tuple(spot._replace(x=spot.x + by) for spot in spots)

    drops = {union: x + by for union, x in found.drops.items()}
    lower, aside = tuple(map(row, found.lower)), tuple(map(row, found.aside))
    return Places(row(found.top), row(found.middle), lower, aside, drops)


def _cell(chains: Sequence[Chain], sizes: Sequence[float], widest: float) -> float:
    """Give the most room that each of a row may have."""
    room = widest - max(len(chains) - 1, 0) * BETWEEN
    count = sum(map(len, chains))
    return next((size for size in sizes if count * size <= room), sizes[-1])


def _apart(chains: Sequence[Chain], cell: float) -> list[float]:
    """Give the distances of neighbours, with more room between families."""
    ends = [n == len(chain) - 1 for chain in chains for n, _ in enumerate(chain)]
    return [cell + (BETWEEN if is_end else 0.0) for is_end in ends[:-1]]


def _drops(
    unions: Sequence[Union], people: Sequence[str], at: Sequence[float], cell: float
) -> dict[int, float]:
    """Give where the children of each union hang: between two people, beside one of them."""
    number = {who: n for n, who in enumerate(people)}
    lines = [tuple(sorted(number[w] for w in u.pair)) for u in unions if set(u.pair) <= set(people)]
    straight = {line[0] for line in lines if len(line) == 2 and line[1] - line[0] == 1}
    gaps: dict[int, list[int]] = {}
    for index, union in enumerate(unions):
        if union.lines and set(union.pair) <= set(people):
            gaps.setdefault(_gap(sorted(number[w] for w in union.pair), straight), []).append(index)
    drops: dict[int, float] = {}
    for gap, mine in gaps.items():
        if gap < 0:
            middle = at[0] - cell / 2
        else:
            middle = (at[gap] + (at[gap + 1] if gap + 1 < len(at) else at[gap] + cell)) / 2
        for place, index in enumerate(mine):
            drops[index] = middle + (place - (len(mine) - 1) / 2) * _SPREAD
    return drops


def _gap(ends: Sequence[int], straight: set[int]) -> int:
    """Give the gap (by who stands at its left) where children hang without crossing a union."""
    low, high = ends[0], ends[-1]
    if low == high:
        return low - 1 if low in straight and low - 1 not in straight else low
    if high - low == 1 or high - 1 not in straight:
        return high - 1
    return low if low not in straight else high - 1


def _wanted(
    unions: Sequence[Union],
    people: Sequence[str],
    at: Sequence[float],
    centres: Mapping[int, float],
) -> list[float]:
    """Give where adults want to be: with their children beneath the middle of the line."""
    wishes: dict[str, list[float]] = {}
    number = {who: n for n, who in enumerate(people)}
    for index, union in enumerate(unions):
        if index in centres and len(union.pair) == 2 and set(union.pair) <= set(people):
            low, high = sorted(number[who] for who in union.pair)
            if high - low == 1:
                half = (at[high] - at[low]) / 2
                wishes.setdefault(people[low], []).append(centres[index] - half)
                wishes.setdefault(people[high], []).append(centres[index] + half)
    return [
        sum(wishes[who]) / len(wishes[who]) if who in wishes else x
        for who, x in zip(people, at, strict=True)
    ]


def _homeward(family: Family, people: Sequence[str], at: Sequence[float]) -> dict[str, float]:
    """Give the middle of each household's adults, where children without parents want to be."""
    homes: dict[str, list[float]] = {}
    for who, x in zip(people, at, strict=True):
        homes.setdefault(family.members[who].home, []).append(x)
    means = {home: sum(xs) / len(xs) for home, xs in homes.items() if home}
    return {
        one.id: means[one.home]
        for one in family.members.values()
        if one.is_child and one.home in means
    }


def _top(
    family: Family,
    chains: Sequence[Chain],
    beneath: Sequence[Spot],
    *,
    cell: float,
    bounds: Bounds | None,
) -> Spots:
    """Place grandparents over the children whose they are."""
    if not chains:
        return ()
    at = {spot.id: spot.x for spot in beneath}
    middle = sum(at.values()) / len(at) if at else 0.0
    wanted = {}
    for chain in chains:
        below = {child for who in chain for child in family.children_of.get(who, ())}
        xs = [at[child] for child in below if child in at]
        wanted[chain] = sum(xs) / len(xs) if xs else middle
    order = sorted(chains, key=lambda chain: wanted[chain])
    people = [who for chain in order for who in chain]
    wishes = [
        wanted[chain] + (n - (len(chain) - 1) / 2) * cell
        for chain in order
        for n, _ in enumerate(chain)
    ]
    xs = placed(wishes, _apart(order, cell), _inner(bounds, cell))
    return tuple(Spot(who, x, cell / 2) for who, x in zip(people, xs, strict=True))


def _aside(chains: Sequence[Chain], left: float, room: float) -> tuple[Spots, ...]:
    """Place those aside in rows as wide as the picture; a chain is not parted."""
    cell = _CELLS[0]
    most = max(int(room // cell), 1)
    rows: list[list[str]] = []
    for chain in chains:
        if not rows or len(rows[-1]) + len(chain) > most:
            rows.append([])
        rows[-1] += chain
    return tuple(
        tuple(Spot(who, left + (n + 0.5) * cell, cell / 2) for n, who in enumerate(row))
        for row in rows
    )
