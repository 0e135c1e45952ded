"""The lines of a genogram: unions, and the children beneath them. Knows places, not people.

Bars of children who hang side by side lie at different heights where they would else cross.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from ffd_desktop.exporting.pictures.family.facts import Family, Union
from ffd_desktop.exporting.pictures.family.heights import HALF, Band
from ffd_desktop.exporting.pictures.family.kinds import APART, Descent

Point = tuple[float, float]
LEVEL: Final = 8.0
ARCH: Final = 7.0
FORK: Final = 11.0  # how high twins part above their symbols
_TOUCH: Final = 5.0  # how far a line goes on beneath a symbol, whose edge may be round
_ASIDE: Final = 6.0
_CLEAR: Final = 10.0  # bars nearer than this would look like one


class Stroke(NamedTuple):
    """One run of straight lines of one union."""

    points: tuple[Point, ...]
    union: int
    dashed: bool = False
    quiet: bool = False


class Hanging(NamedTuple):
    """The children of one union: where they hang from, and where each one is."""

    union: int
    drop: float
    at: tuple[tuple[str, float], ...]

    @property
    def left(self) -> float:
        """The left end of the bar."""
        return min(self.drop, *(x for _, x in self.at))

    @property
    def right(self) -> float:
        """The right end of the bar."""
        return max(self.drop, *(x for _, x in self.at))


def hangings(
    family: Family, drops: Mapping[int, float], at: Mapping[str, float]
) -> tuple[Hanging, ...]:
    """Give the children of each union, and those who belong together without one (-1, -2 ...)."""
    made = [Hanging(n, drop, _beneath(family.unions[n], drop, at)) for n, drop in drops.items()]
    for number, group in enumerate(family.groups, start=1):
        where = tuple((who, at[who]) for who in group if who in at)
        made.append(Hanging(-number, sum(x for _, x in where) / max(len(where), 1), where))
    return tuple(sorted((one for one in made if one.at), key=lambda one: one.drop))


def _beneath(union: Union, drop: float, at: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    """Give where each child of a union hangs; a second line stands beside the first."""
    where = []
    for line in union.lines:
        if line.child in at:
            x = at[line.child]
            side = 1 if drop > x else -1
            where.append((line.child, x if line.first else x + _ASIDE * side))
    return tuple(where)


def levels(hanging: Sequence[Hanging]) -> dict[int, int]:
    """Give the height of each bar by its union, 0 for the highest."""
    above: dict[int, set[int]] = {n: set() for n, _ in enumerate(hanging)}
    for i, left in enumerate(hanging):
        for j in range(i + 1, len(hanging)):
            right = hanging[j]
            if right.left > left.right + _CLEAR:
                continue
            ends = [x for _, x in left.at]
            if left.right >= right.drop or right.left <= max(ends):
                above[i].add(j)
            else:
                above[j].add(i)
    found: dict[int, int] = {}
    for n in above:
        _level(n, above, found, ())
    return {hanging[n].union: level for n, level in found.items()}


def _level(
    n: int, above: Mapping[int, set[int]], found: dict[int, int], path: tuple[int, ...]
) -> int:
    if n not in found and n not in path:
        higher = [_level(one, above, found, (*path, n)) for one in sorted(above[n])]
        found[n] = max(higher, default=-1) + 1
    return found.get(n, 0)


def arches(unions: Sequence[Union], row: Sequence[str]) -> dict[int, int]:
    """Give the height of each union between people who are not neighbours, 1 for the lowest."""
    number = {who: n for n, who in enumerate(row)}
    spans = [
        (high - low, low, high, index)
        for index, union in enumerate(unions)
        if len(union.pair) == 2 and set(union.pair) <= set(row)
        for low, high in [sorted(number[who] for who in union.pair)]
        if high - low > 1
    ]
    found: dict[int, int] = {}
    done: list[tuple[int, int, int]] = []
    for _, low, high, index in sorted(spans):
        under = [level for a, b, level in done if a < high and low < b]
        found[index] = max(under, default=0) + 1
        done.append((low, high, found[index]))
    return found


def union_strokes(
    family: Family, band: Band, drops: Mapping[int, float], bar: Mapping[int, float]
) -> Iterator[Stroke]:
    """Yield the lines between adults of a row, and those from which children hang."""
    at = {spot.id: spot.x for spot in band.spots}
    high = arches(family.unions, list(at))
    ends: dict[str, list[int]] = {}
    for index in high:
        for who in family.unions[index].pair:
            ends.setdefault(who, []).append(index)
    for index, union in enumerate(family.unions):
        if not set(union.pair) <= set(at):
            continue
        drop, low = drops.get(index), bar.get(index, band.bottom)
        dashed = union.kind in ("living_together", "couple", "ended")
        hung = _is_dashed(union)
        quiet = union.kind == "" and len(union.pair) == 2
        if index in high:
            y = band.middle - HALF - high[index] * ARCH
            xs = sorted((at[who] + _spread(ends[who], index), who) for who in union.pair)
            feet = band.middle - HALF + _TOUCH
            (left, _), (right, _) = xs
            yield Stroke(((left, feet), (left, y), (right, y), (right, feet)), index, dashed, quiet)
            start = y
        else:
            start = band.middle
            yield from _level_line(union, at, drop, band.middle, index, (dashed, quiet))
        if drop is not None:
            yield Stroke(((drop, start), (drop, low)), index, hung)


def _is_dashed(union: Union) -> bool:
    return all(line.descent is not Descent.BIRTH for line in union.lines)


def _level_line(
    union: Union,
    at: Mapping[str, float],
    drop: float | None,
    y: float,
    index: int,
    look: tuple[bool, bool],
) -> Iterator[Stroke]:
    """Yield the line between neighbours, or from one adult alone to where the children hang."""
    if len(union.pair) == 2:
        left, right = sorted(at[who] for who in union.pair)
        yield Stroke(((left + HALF, y), (right - HALF, y)), index, *look)
    elif drop is not None:
        x = at[union.first]
        edge = x + HALF if drop > x else x - HALF
        yield Stroke(((edge, y), (drop, y)), index, _is_dashed(union))


def _spread(unions: Sequence[int], index: int) -> float:
    """Keep the feet of several arches apart."""
    return (unions.index(index) - (len(unions) - 1) / 2) * 6.0


def slashes(stroke: Stroke, union: Union, drop: float | None) -> Iterator[tuple[Point, Point]]:
    """Yield the slashes through a union that has ended: one for separated, two otherwise.

    They keep clear of where the children hang.
    """
    if union.kind not in APART:
        return
    pieces = list(zip(stroke.points, stroke.points[1:], strict=False))
    (x1, y), (x2, _) = pieces[1] if len(pieces) > 1 else pieces[0]
    tries = [x1 + (x2 - x1) * part + 2 for part in (0.25, 0.6, 0.75)]
    middle = next((x for x in tries if drop is None or abs(x - drop) > _CLEAR), tries[0])
    for shift in (0.0,) if union.kind == "separated" else (-2.5, 2.5):
        x = middle + shift
        yield (x - 2.5, y + 5.5), (x + 2.5, y - 5.5)


def child_strokes(
    family: Family, hanging: Hanging, y: float, tops: Mapping[str, float]
) -> Iterator[Stroke]:
    """Yield the bar of one union and the line down to each of its children."""
    number = hanging.union
    lines = family.unions[number].lines if number >= 0 else ()
    dashed = {line.child for line in lines if line.descent is not Descent.BIRTH}
    at = dict(hanging.at)
    twins = [group for one in family.births if len(group := [w for w in one if w in at]) > 1]
    forks = {who: sum(at[one] for one in group) / len(group) for group in twins for who in group}
    ends = [forks.get(who, x) for who, x in hanging.at]
    left, right = min(hanging.drop, *ends), max(hanging.drop, *ends)
    if right > left:
        yield Stroke(((left, y), (right, y)), number, dashed=dashed >= set(at))
    for who, x in hanging.at:
        points: tuple[Point, ...] = ((x, y), (x, tops[who]))
        if who in forks:
            points = ((forks[who], y), (x, y + FORK), (x, tops[who]))
        yield Stroke(points, number, dashed=who in dashed)
