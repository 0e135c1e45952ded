"""The axis of a timeline: days to places, with more room where more happened.

Part of the width goes to the days evenly, part to the days on which something happened, so that
fourteen quiet years and last week can stand side by side. Later is always further right.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, NamedTuple

from ffd_desktop.referral.dates import MONTHS

_EVENLY: Final = 0.35  # of the width that is shared by all days alike
_APART: Final = 5.0
TICK_GAP: Final = 2.0
LETTER: Final = 7.5
_DIGIT: Final = 0.6


class Tick(NamedTuple):
    """A day with its words beside it; ``strong`` for the first of a year."""

    x: float
    text: str
    strong: bool

    @property
    def end(self) -> float:
        """Where its words end."""
        return self.x + TICK_GAP + wide(self.text, LETTER)


class Scale:
    """Places for the days from ``start`` to ``end`` between two edges."""

    def __init__(
        self, days: Iterable[date], start: date, end: date, left: float, right: float
    ) -> None:
        self.start, self.end = start, end
        self._left, self._right = left, right
        inside = {day.toordinal() for day in days if start <= day <= end}
        self._days = sorted(inside | {start.toordinal(), end.toordinal()})
        self._places = self._placed()

    def x(self, day: date) -> float:
        """Give a day's place; days before the start or after the end stand at the edges."""
        number = min(max(day.toordinal(), self._days[0]), self._days[-1])
        at = bisect_right(self._days, number) - 1
        if at >= len(self._days) - 1:
            return self._places[-1]
        before, after = self._days[at], self._days[at + 1]
        share = (number - before) / (after - before)
        return self._places[at] + share * (self._places[at + 1] - self._places[at])

    def ticks(self, edge: float, *first: Tick) -> tuple[Tick, ...]:
        """Give the words along the axis: ``first``, then years, months, days, as there is room.

        No word reaches beyond the ``edge`` at the right.
        """
        chosen: list[Tick] = []
        for tick in (*first, *self._wanted()):
            if tick.end <= edge and all(_are_apart(tick, one) for one in chosen):
                chosen.append(tick)
        return tuple(sorted(chosen))

    def _placed(self) -> list[float]:
        width = self._right - self._left
        steps = max(len(self._days) - 1, 1)
        whole = max(self._days[-1] - self._days[0], 1)
        return [
            self._left
            + width * (_EVENLY * (day - self._days[0]) / whole + (1 - _EVENLY) * number / steps)
            for number, day in enumerate(self._days)
        ]

    def _wanted(self) -> Iterator[Tick]:
        first = self.start
        yield Tick(self.x(first), f"{_short(first.month)} {first.year}", strong=True)
        years = [date(year, 1, 1) for year in range(first.year + 1, self.end.year + 1)]
        yield from (Tick(self.x(day), str(day.year), strong=True) for day in _sparse(years))
        for year in range(first.year, self.end.year + 1):
            for day in (date(year, month, 1) for month in (7, 4, 10, 2, 3, 5, 6, 8, 9, 11, 12)):
                if first < day <= self.end:
                    yield Tick(self.x(day), _short(day.month), strong=False)
        for day in map(date.fromordinal, reversed(self._days)):
            yield Tick(self.x(day), f"{day.day} {_short(day.month)}", strong=False)


def _sparse(years: list[date]) -> list[date]:
    """Put the years in an order in which those that come first are spread over the whole."""
    rounded = sorted(years, key=lambda day: (day.year % 10 != 0, day.year % 5 != 0, day.year))
    return years if len(years) <= 10 else rounded


def _are_apart(one: Tick, other: Tick) -> bool:
    return one.end + _APART <= other.x or other.end + _APART <= one.x


def _short(month: int) -> str:
    return MONTHS[month - 1][:3]


def wide(text: str, size: float) -> float:
    """Reckon how wide words are, rather too wide than too narrow."""
    return len(text) * size * _DIGIT
