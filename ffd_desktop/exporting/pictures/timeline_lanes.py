"""Marks of one lane of a timeline, set in rows so that none lies on another.

Where there are more than the rows hold, neighbours become one mark with all their numbers: none
is ever left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from ffd_desktop.exporting.pictures.timeline_scale import LETTER, wide

_NEAR: Final = (-1.0, 0.0, 3.0, 6.0, 12.0, 18.0, 24.0, 36.0, 48.0, 72.0, 100.0, 200.0)
_GAP: Final = 2.0
_DOT: Final = 13.0
_SMALL_DOT: Final = 8.0
_EDGE: Final = 6.0


class Mark(NamedTuple):
    """One event, or several together, from ``x1`` to ``x2``.

    Attributes:
        numbers: The numbers of the events; none for those that stay on file.
        ids: The events themselves.
        about: Whether the person said "about".
        span: Whether it is known only to lie between the two.
    """

    x1: float
    x2: float
    numbers: tuple[int, ...]
    ids: tuple[str, ...]
    about: bool = False
    span: bool = False
    words: str = ""

    @property
    def text(self) -> str:
        """What is written on the mark."""
        if self.words and len(self.ids) == 1:
            return self.words
        if not self.numbers:
            many = f"{len(self.ids)} dates" if self.words else f"+{len(self.ids)}"
            return many if len(self.ids) > 1 else ""
        first, last = self.numbers[0], self.numbers[-1]
        if len(self.numbers) == 1:
            return str(first)
        count = len(self.numbers)
        return f"{first}\u2013{last}" + ("" if last - first + 1 == count else f" ({count})")

    @property
    def breadth(self) -> float:
        """How much room it takes from left to right."""
        least = _DOT if self.numbers or self.words else _SMALL_DOT
        text = self.text
        edge = _EDGE + (_SMALL_DOT if self.words else 0.0)
        words = wide(text, LETTER) + edge if text else 0.0
        return max(self.x2 - self.x1 if self.span else 0.0, words, least)


class Set(NamedTuple):
    """A mark in its place: the row it stands in, and its edges there."""

    mark: Mark
    row: int
    left: float
    right: float


def rows_of(marks: Iterable[Mark], most: int, left: float, right: float) -> tuple[Set, ...]:
    """Set marks between two edges, in at most so many rows."""
    waiting = sorted(marks)
    for near in _NEAR:
        placed = _set(_joined(waiting, near), most, left, right)
        if placed is not None:
            return placed
    return _set([_together(waiting)], most, left, right) or ()


def _set(marks: Sequence[Mark], most: int, left: float, right: float) -> tuple[Set, ...] | None:
    ends: list[float] = []
    placed: list[Set] = []
    for start, end, mark in sorted((*_edges(mark, left, right), mark) for mark in marks):
        row = next((n for n, taken in enumerate(ends) if taken + _GAP <= start), len(ends))
        if row == most:
            return None
        ends[row : row + 1] = [end]
        placed.append(Set(mark, row, start, end))
    return tuple(placed)


def _edges(mark: Mark, left: float, right: float) -> tuple[float, float]:
    breadth = mark.breadth
    start = (mark.x1 + mark.x2 - breadth) / 2
    if mark.words:
        start = mark.x1 - _SMALL_DOT / 2
        if start + breadth > right:  # the words stand before the mark, which stays in its place
            start = mark.x1 + _SMALL_DOT / 2 - breadth
    start = max(min(start, right - breadth), left)
    return start, min(start + breadth, right)


def _joined(marks: Sequence[Mark], near: float) -> list[Mark]:
    """Join neighbours that begin within ``near`` of the first of them; below 0 joins none."""
    if near < 0:
        return list(marks)
    if near == 0:
        return [_together(list(same)) for _, same in groupby(marks, lambda one: one[:2])]
    return [_together(group) for group in _groups(marks, near)]


def _groups(marks: Sequence[Mark], near: float) -> Iterator[list[Mark]]:
    group: list[Mark] = []
    for mark in marks:
        if group and mark.x1 - group[0].x1 > near:
            yield group
            group = []
        group.append(mark)
    if group:
        yield group


def _together(marks: list[Mark]) -> Mark:
    if len(marks) == 1:
        return marks[0]
    return Mark(
        min(mark.x1 for mark in marks),
        max(mark.x2 for mark in marks),
        tuple(sorted(number for mark in marks for number in mark.numbers)),
        tuple(one for mark in marks for one in mark.ids),
        any(mark.about for mark in marks),
        all(mark.span for mark in marks),
        marks[0].words,
    )
