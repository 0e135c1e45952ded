"""Numbers on a picture: each where its mark is, or beside it where two would cover each other."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from ffd_desktop.exporting.drawing import AnyShape, Circle, Ink, Label, Line
from ffd_desktop.exporting.pictures.body.pen import Point

RADIUS: Final = 5.0
_APART: Final = 2 * RADIUS + 0.6
_DIGITS: Final = 7.0
_DOT: Final = 1.3
_CLEAR: Final = RADIUS + _DOT + 0.7
_WAYS: Final = 16
_RINGS: Final = (11.0, 16.0, 22.0, 29.0, 37.0)


class Bubble(NamedTuple):
    """A numbered mark on a picture: the spot itself, and where its number stands."""

    number: int
    spot: Point
    at: Point

    def shapes(self, *, chosen: bool = False) -> Iterator[AnyShape]:
        """Draw it; a chosen one has a ring round it."""
        (x, y), (left, top) = self.at, self.spot
        if self.at != self.spot:
            yield Line(x1=left, y1=top, x2=x, y2=y, line=Ink.TEXT, width=0.7)
            yield Circle(x=left, y=top, r=_DOT, line=None, fill=Ink.TEXT)
        if chosen:
            yield Circle(x=x, y=y, r=RADIUS + 2, line=Ink.TEXT, fill=Ink.PAPER, width=1.2)
        yield Circle(x=x, y=y, r=RADIUS, line=Ink.PAPER, fill=Ink.TEXT, width=0.6)
        yield Label(x=x, y=y + _DIGITS * 0.36, text=str(self.number), size=_DIGITS,
                    anchor="middle", line=Ink.PAPER, strong=True)  # fmt: skip


def bubbles(spots: Sequence[tuple[int, Point]], width: float, height: float) -> tuple[Bubble, ...]:
    """Give each numbered spot a bubble that covers no other, as far as there is room."""
    placed: list[Bubble] = []
    for number, spot in spots:
        others = [point for other, point in spots if other != number]
        free = (
            one
            for one in _around(spot)
            if _is_within(one, width, height)
            and _is_clear(one, (bubble.at for bubble in placed), _APART)
            and _is_clear(one, others, _CLEAR)
        )
        placed.append(Bubble(number, spot, next(free, spot)))
    return tuple(placed)


def _around(spot: Point) -> Iterator[Point]:
    yield spot
    for ring in _RINGS:
        for way in range(_WAYS):
            angle = 2 * math.pi * way / _WAYS
            yield (
                round(spot[0] + ring * math.cos(angle), 3),
                round(spot[1] - ring * math.sin(angle), 3),
            )


def _is_within(at: Point, width: float, height: float) -> bool:
    return RADIUS <= at[0] <= width - RADIUS and RADIUS <= at[1] <= height - RADIUS


def _is_clear(at: Point, of: Iterable[Point], apart: float) -> bool:
    return all(math.dist(at, other) >= apart for other in of)
