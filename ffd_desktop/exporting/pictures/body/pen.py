"""A pen for outlines: smooth curves through a few knots, and halves mirrored into wholes.

Knots are written as words, "0 5, 7 6.3, 5 37!": x and y, with ``!`` where the line turns sharply.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from ffd_desktop.exporting.drawing import Ink, Path

Point = tuple[float, float]
Step = tuple[str | float, ...]

OUTLINE: Final = 0.75
FAINT: Final = 0.45
_REACH: Final = 0.36  # how far a handle reaches towards the next knot, as a part of the way


class Knot(NamedTuple):
    """A point that the line goes through; it bends there, or turns sharply."""

    x: float
    y: float
    sharp: bool = False


class Turn(NamedTuple):
    """Where a sketch is put: mirrored or not, turned over or not, larger or smaller, moved."""

    x: float = 0.0
    y: float = 0.0
    across: float = 1.0
    down: float = 1.0

    def point(self, x: float, y: float) -> Point:
        """Give where a point of the sketch comes to stand."""
        return (round(self.x + x * self.across, 3), round(self.y + y * self.down, 3))


def knots(words: str) -> tuple[Knot, ...]:
    """Read knots as they are written."""
    return tuple(_knot(one) for one in words.split(","))


def mirrored(half: Sequence[Knot]) -> tuple[Knot, ...]:
    """Give the same knots on the other side of the line x = 0, in the same order."""
    return tuple(Knot(-one.x, one.y, one.sharp) for one in half)


def whole(half: Sequence[Knot]) -> tuple[Knot, ...]:
    """Make a whole of the half at the right, which begins and may end on the line x = 0."""
    other = [one for one in reversed(mirrored(half)) if one.x]
    return (*half, *other)


def closed(line: Sequence[Knot], *, fill: Ink | None = Ink.PAPER, width: float = OUTLINE) -> Path:
    """Draw a closed figure smoothly through the knots."""
    return Path(steps=(*_curves([*line, line[0]], ring=True), ("Z",)), fill=fill, width=width,
                line=Ink.QUIET)  # fmt: skip


def opened(line: Sequence[Knot], *, width: float = OUTLINE, fill: Ink | None = None) -> Path:
    """Draw a line smoothly through the knots."""
    return Path(steps=_curves(line, ring=False), line=Ink.QUIET, width=width, fill=fill)


def filled(line: Sequence[Knot]) -> Path:
    """Cover what lies beneath the knots, without a line of its own."""
    return Path(steps=_curves(line, ring=False), line=None, fill=Ink.PAPER)


def faint(line: Sequence[Knot]) -> Path:
    """Draw a line that only hints."""
    return opened(line, width=FAINT)


def both(shapes: Iterable[Path]) -> tuple[Path, ...]:
    """Give the shapes, and each of them mirrored."""
    right = tuple(shapes)
    return (*right, *(put(one, Turn(across=-1)) for one in right))


def put(shape: Path, turn: Turn) -> Path:
    """Give a shape where it is put."""
    steps = tuple((step[0], *_moved(step[1:], turn)) for step in shape.steps)
    return Path(steps=steps, line=shape.line, fill=shape.fill, width=shape.width)


def points_along(shape: Path, parts: int = 8) -> tuple[Point, ...]:
    """Give points along a path, close enough to each other to reckon with."""
    found: list[Point] = []
    for step in shape.steps:
        numbers = [float(number) for number in step[1:]]
        ends = list(zip(numbers[::2], numbers[1::2], strict=True))
        if step[0] == "C":
            four = (found[-1], *ends)
            found.extend(_bezier(four, n / parts) for n in range(1, parts + 1))
        else:
            found.extend(ends)
    return tuple(found)


def _moved(numbers: Sequence[str | float], turn: Turn) -> tuple[float, ...]:
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    return tuple(one for x, y in pairs for one in turn.point(float(x), float(y)))


def _bezier(four: Sequence[Point], t: float) -> Point:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    x = sum(weight * point[0] for weight, point in zip(weights, four, strict=True))
    y = sum(weight * point[1] for weight, point in zip(weights, four, strict=True))
    return (x, y)


def _curves(line: Sequence[Knot], *, ring: bool) -> tuple[Step, ...]:
    ways = _ways(line, ring=ring)
    steps: list[Step] = [("M", line[0].x, line[0].y)]
    for (here, out), (there, into) in pairwise(zip(line, ways, strict=True)):
        reach = math.dist(here[:2], there[:2]) * _REACH
        first, second = _handle(here, out, reach), _handle(there, into, -reach)
        steps.append(("C", *first, *second, there.x, there.y))
    return tuple(steps)


def _handle(knot: Knot, way: Point, reach: float) -> Point:
    return (round(knot.x + way[0] * reach, 3), round(knot.y + way[1] * reach, 3))


def _ways(line: Sequence[Knot], *, ring: bool) -> list[Point]:
    """Give the direction in which the line goes through each knot; none where it turns sharply."""
    before, after = (line[-2], line[1]) if ring else (line[0], line[-1])
    around = (before, *line, after)
    ways = [
        (0.0, 0.0) if here.sharp else _towards(back, ahead)
        for back, here, ahead in zip(around, line, around[2:], strict=False)
    ]
    if not ring and len(line) > 2:
        ways[0] = _swung(line[0], line[1], ways[1])
        ways[-1] = _swung(line[-2], line[-1], ways[-2])
    return ways


def _swung(start: Knot, end: Knot, way: Point) -> Point:
    """Give the direction at an open end: as far to the other side of the chord as the next one."""
    if start.sharp or end.sharp or way == (0.0, 0.0):
        return (0.0, 0.0)
    x, y = _towards(start, end)
    along = 2 * (x * way[0] + y * way[1])
    return (along * x - way[0], along * y - way[1])


def _towards(start: Knot, end: Knot) -> Point:
    long = math.dist(start[:2], end[:2])
    return ((end.x - start.x) / long, (end.y - start.y) / long) if long else (0.0, 0.0)


def _knot(words: str) -> Knot:
    x, y = words.split()
    return Knot(float(x), float(y.rstrip("!")), y.endswith("!"))
