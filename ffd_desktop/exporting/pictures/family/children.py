"""The children's row of a genogram: side by side, or in two steps when there are many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from ffd_desktop.exporting.pictures.family.facts import Union
from ffd_desktop.exporting.pictures.family.rows import Group
from ffd_desktop.exporting.pictures.family.spacing import Bounds, placed

BETWEEN: Final = 10.0  # from one family to the next
CLOSEST: Final = 34.0  # from one child to the next, in two steps
_FARTHEST: Final = 52.0
_CELLS: Final = (78.0, 64.0)


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


class Children:
    """The row of children: side by side, or in two steps when there are many."""

    def __init__(
        self,
        groups: Sequence[Group],
        unions: Sequence[Union],
        widest: float,
        bounds: Bounds | None,
    ) -> None:
        self._groups = list(groups)
        self._widest, self._bounds = widest, bounds
        lines = [(n, line) for n, union in enumerate(unions) for line in union.lines]
        self._also = {line.child: n for n, line in lines if not line.first}
        self._at: dict[str, float] = {}
        self._order: list[str] = []
        self.centres: dict[int, float] = {}
        count = sum(len(group.people) for group in groups)
        room = widest - max(len(groups) - 1, 0) * BETWEEN
        fits = (size for size in _CELLS if count * size <= room)
        size = next(fits, 0.0)
        self._is_staggered = size == 0.0
        self._cell = size or max(CLOSEST, min(_FARTHEST, room / (count + 1)))

    def place(self, drops: Mapping[int, float], homeward: Mapping[str, float]) -> None:
        """Place the groups beneath where they hang."""
        if not self._groups:
            return
        wanted = {group: self._wish(group, drops, homeward) for group in self._groups}
        self._groups.sort(key=lambda group: wanted[group])
        wide = [len(group.people) * self._cell for group in self._groups]
        apart = [(a + b) / 2 + BETWEEN for a, b in pairwise(wide)]
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
        return sum(known) / len(known) if known else edge + self._widest

    def spots(self) -> tuple[Spots, ...]:
        """Give the children's places, in one row or in two."""
        if not self._is_staggered:
            spots = tuple(Spot(who, self._at[who], self._cell / 2) for who in self._order)
            return (spots,) if spots else ()
        spots = tuple(Spot(who, self._at[who], self._cell) for who in self._order)
        return (spots[::2], spots[1::2])
