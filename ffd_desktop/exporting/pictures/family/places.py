"""Where everyone stands from left to right, and where children hang. Knows no heights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from ffd_desktop.exporting.pictures.family.facts import Family, Union
from ffd_desktop.exporting.pictures.family.rows import Chain, Group, Rows
from ffd_desktop.exporting.pictures.family.spacing import Bounds, placed

WIDEST: Final = 580.0  # at the width of a page its smallest letters are still 6.5 points
LEAST: Final = 330.0  # a small family stands in the middle of a picture so wide
EDGE: Final = 6.0  # of white round the picture
_CELLS: Final = (100.0, 78.0, 64.0)
_CHILD_CELLS: Final = (78.0, 64.0)
_BETWEEN: Final = 10.0  # from one family to the next
_LEAST, _MOST_STAGGERED = 34.0, 52.0
_SPREAD: Final = 9.0
_ROUNDS: Final = 16
_NEARLY: Final = 5.0


class Spot(NamedTuple):
    """Where somebody stands: the middle, and half of the width for the words beneath."""

    id: str
    x: float
    half: float

    @property
    def left(self) -> float:
        """The left edge."""
        return self.x - self.half

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.half


Spots = tuple[Spot, ...]


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


def places(family: Family, rows: Rows) -> Places:
    """Find a place for everyone; a picture that would be wider than a page is drawn closer."""
    free = _tree(family, rows, None)
    if _right(free) - _left(free) > WIDEST:
        free = _tree(family, rows, (_left(free), _left(free) + WIDEST))
    left = _left(free)
    aside = _aside(rows.aside, left, max(_right(free) - left, WIDEST * 0.8))
    spare = max(LEAST - (_right(free._replace(aside=aside)) - left), 0.0)
    return _moved(free._replace(aside=aside), EDGE - left + spare / 2)


def _tree(family: Family, rows: Rows, bounds: Bounds | None) -> Places:
    """Place those to whom lines lead: adults over their children, children under their parents."""
    cell = _cell(sum(map(len, rows.middle)), len(rows.middle), _CELLS[1:])
    people = [who for chain in rows.middle for who in chain]
    apart = _apart(rows.middle, cell)
    within = _inner(bounds, cell)
    at = placed([0.0] * len(people), apart, within) if people else []
    children = _Children(rows.groups, family.unions, bounds)
    drops: dict[int, float] = {}
    for _ in range(_ROUNDS):
        drops = _drops(family.unions, people, at, cell)
        children.place(drops, _homeward(family, people, at))
        wanted = _wanted(family.unions, people, at, children.centres)
        at = placed(wanted, apart, within) if people else []
    drops = _drops(family.unions, people, at, cell)
    children.place(drops, _homeward(family, people, at))
    drops = _snapped(drops, children.centres)
    middle = tuple(Spot(who, x, cell / 2) for who, x in zip(people, at, strict=True))
    lower = children.spots()
    top = _top(family, rows.top, (*middle, *(spot for row in lower for spot in row)), bounds)
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


def _cell(count: int, chains: int, sizes: Sequence[float]) -> float:
    room = WIDEST - max(chains - 1, 0) * _BETWEEN
    return next((size for size in sizes if count * size <= room), sizes[-1])


def _apart(chains: Sequence[Chain], cell: float) -> list[float]:
    """Give the distances of neighbours, with more room between families."""
    ends = [n == len(chain) - 1 for chain in chains for n, _ in enumerate(chain)]
    return [cell + (_BETWEEN if is_end else 0.0) for is_end in ends[:-1]]


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


class _Children:
    """The row of children: side by side, or in two steps when there are many."""

    def __init__(
        self, groups: Sequence[Group], unions: Sequence[Union], bounds: Bounds | None
    ) -> None:
        self._groups = list(groups)
        self._bounds = bounds
        lines = [(n, line) for n, union in enumerate(unions) for line in union.lines]
        self._also = {line.child: n for n, line in lines if not line.first}
        self._at: dict[str, float] = {}
        self._order: list[str] = []
        self.centres: dict[int, float] = {}
        count = sum(len(group.people) for group in groups)
        room = WIDEST - max(len(groups) - 1, 0) * _BETWEEN
        fits = (size for size in _CHILD_CELLS if count * size <= room)
        size = next(fits, 0.0)
        self._is_staggered = size == 0.0
        self._cell = size or max(_LEAST, min(_MOST_STAGGERED, room / (count + 1)))

    def place(self, drops: Mapping[int, float], homeward: Mapping[str, float]) -> None:
        """Place the groups beneath where they hang."""
        if not self._groups:
            return
        wanted = {group: self._wish(group, drops, homeward) for group in self._groups}
        self._groups.sort(key=lambda group: wanted[group])
        wide = [len(group.people) * self._cell for group in self._groups]
        apart = [(a + b) / 2 + _BETWEEN for a, b in pairwise(wide)]
        at = self._placed([wanted[group] for group in self._groups], apart, wide)
        self._order = []
        for group, x, width in zip(self._groups, at, wide, strict=True):
            for n, who in enumerate(self._turned(group, drops)):
                self._at[who] = x - width / 2 + (n + 0.5) * self._cell
                self._order.append(who)
            if group.union >= 0:
                self.centres[group.union] = x

    def _placed(
        self, wanted: Sequence[float], apart: Sequence[float], wide: Sequence[float]
    ) -> list[float]:
        """Place the middles of the groups, all of them within the bounds."""
        if self._bounds is None:
            return placed(wanted, apart)
        edge = self._cell / 2 if self._is_staggered else 0.0
        low = self._bounds[0] + edge + wide[0] / 2
        return placed(wanted, apart, (low, self._bounds[1] - edge - wide[-1] / 2))

    def _turned(self, group: Group, drops: Mapping[int, float]) -> list[str]:
        """Put a child who hangs from a second union at that union's end of the group."""
        own = drops.get(group.union, 0.0)
        side = {
            who: 1 if drops[self._also[who]] > own else -1
            for who in group.people
            if self._also.get(who) in drops
        }
        return sorted(group.people, key=lambda who: side.get(who, 0))

    def _wish(
        self, group: Group, drops: Mapping[int, float], homeward: Mapping[str, float]
    ) -> float:
        if group.union in drops:
            return drops[group.union]
        known = [homeward[one] for one in group.people if one in homeward]
        edge = max([*drops.values(), *homeward.values()], default=0.0)
        return sum(known) / len(known) if known else edge + WIDEST

    def spots(self) -> tuple[Spots, ...]:
        """Give the children's places, in one row or in two."""
        if not self._is_staggered:
            spots = tuple(Spot(who, self._at[who], self._cell / 2) for who in self._order)
            return (spots,) if spots else ()
        spots = tuple(Spot(who, self._at[who], self._cell) for who in self._order)
        return (spots[::2], spots[1::2])


def _top(
    family: Family, chains: Sequence[Chain], beneath: Sequence[Spot], bounds: Bounds | None
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
    cell = _cell(sum(map(len, order)), len(order), _CELLS)
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
