"""The pictures that a mark can stand on: outline, words for the sides, and the areas of the body.

Left and right are the child's own everywhere, and every picture says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from ffd_desktop.exporting.drawing import AnyShape, Ink, Label, Path
from ffd_desktop.exporting.pictures.body import heads, limbs, regions, whole_figures
from ffd_desktop.exporting.pictures.body.pen import Point, Turn, put
from ffd_desktop.exporting.pictures.body.regions import Area, Region, one_sided

CHILD: Final = "child"
INFANT: Final = "infant"
Anchor = Literal["start", "middle", "end"]
VIEWS: Final = ("front", "back", "face", "head_sides", "head_back", "hands", "feet")
_SIZE: Final = 7.0


class Plate(NamedTuple):
    """One picture: its size in its own units, what is drawn, and what is where."""

    width: float
    height: float
    shapes: tuple[AnyShape, ...]
    regions: tuple[Region, ...]

    def region_at(self, x: float, y: float) -> Region | None:
        """Give the area at a point, both from 0 to 1; ``None`` beside the body."""
        at = (x * self.width, y * self.height)
        return next((one for one in self.regions if one.holds(*at)), None)

    def site_at(self, x: float, y: float) -> str:
        """Give the code of the place at a point; empty beside the body."""
        region = self.region_at(x, y)
        return region.site if region else ""

    def towards_middle(self, region: Region, at: Point) -> Point:
        """Give the point, or the first on the way to the area's middle that lies in the area."""
        x, y = self.middle_of(region)
        parts = (1.0, 0.75, 0.5, 0.25)
        way = ((x + (at[0] - x) * part, y + (at[1] - y) * part) for part in parts)
        return next((one for one in way if self.region_at(*one) is region), (x, y))

    def middle_of(self, region: Region) -> tuple[float, float]:
        """Give the centre of an area, both from 0 to 1."""
        x, y = region.middle()
        return (round(x / self.width, 4), round(y / self.height, 4))


def same_place(here: Plate, there: Plate, at: tuple[float, float]) -> tuple[float, float]:
    """Give the point of one outline that is the same place of the body as a point of another."""
    region = here.region_at(*at)
    twin = next((one for one in there.regions if region and one.site == region.site), None)
    if region is None or twin is None:
        return at
    return there.towards_middle(twin, _stretched(at, here, there, region.box(), twin.box()))


def _stretched(
    at: Point, here: Plate, there: Plate, old: tuple[float, ...], new: tuple[float, ...]
) -> Point:
    across = (at[0] * here.width - old[0]) / old[2]
    down = (at[1] * here.height - old[1]) / old[3]
    return ((new[0] + across * new[2]) / there.width, (new[1] + down * new[3]) / there.height)


class _Part(NamedTuple):
    """One sketch on a plate: its shapes and areas, and where it is put."""

    shapes: tuple[Path, ...]
    regions: tuple[Region, ...]
    turn: Turn


def plate(view: str, outline: str = CHILD) -> Plate | None:
    """Give a picture by its code and outline; ``None`` for a code that has none."""
    return _plate(view, INFANT if outline == INFANT else CHILD)


@lru_cache(maxsize=32)
def _plate(view: str, outline: str) -> Plate | None:
    draw = _PLATES.get((view, outline)) or _PLATES.get((view, CHILD))
    return draw() if draw else None


def _front(figure: whole_figures.Figure, areas: tuple[Area, ...], width: float,
           height: float) -> Plate:  # fmt: skip
    part = _Part(whole_figures.front(figure), regions.regions(areas, right="left"), Turn(width / 2))
    return _joined(width, height, [part], _sides(width, left="right", right="left"))


def _back(figure: whole_figures.Figure, areas: tuple[Area, ...], width: float,
          height: float) -> Plate:  # fmt: skip
    part = _Part(whole_figures.back(figure), regions.regions(areas, right="right"), Turn(width / 2))
    return _joined(width, height, [part], _sides(width, left="left", right="right"))


def _face() -> Plate:
    part = _Part(heads.face(), regions.regions(regions.FACE, right="left"), Turn(60, 8))
    return _joined(120, 122, [part], _sides(120, left="right", right="left"))


def _head_sides() -> Plate:
    right = _Part(heads.right_side(), one_sided(regions.SIDE, "right"), Turn(4, 12))
    left = _Part(heads.right_side(), one_sided(regions.SIDE, "left"), Turn(100, 140, -1))
    words = [_label(52, 9, "Child’s right side"), _label(52, 137, "Child’s left side")]
    return _joined(104, 254, [right, left], words)


def _head_back() -> Plate:
    behind = _Part(heads.back(), regions.regions(regions.HEAD_BACK, right="right"), Turn(55, 24))
    above = _Part(heads.above(), regions.regions(regions.HEAD_ABOVE, right="right"), Turn(55, 162))
    words = [
        *(_label(55, y, words) for y, words in ((8, "Back of the head"), (147, "Top of the head"))),
        *(_label(2, y, "Child’s left", "start") for y in (19, 158)),
        *(_label(108, y, "Child’s right", "end") for y in (19, 158)),
    ]
    return _joined(110, 262, [behind, above], words)


def _hands() -> Plate:
    back, palm = limbs.back_of_left_hand(), limbs.palm_of_right_hand()
    parts = [
        _Part(back, _hand("right", "hand"), Turn(84, 6, -1)),
        _Part(back, _hand("left", "hand"), Turn(56, 6)),
        _Part(palm, _hand("right", "palm"), Turn(-14, 134)),
        _Part(palm, _hand("left", "palm"), Turn(154, 134, -1)),
    ]
    above = ("Right hand, back", "Left hand, back")
    return _joined(
        140, 250, parts, _by_four(140, 133, above, ("Right hand, palm", "Left hand, palm"))
    )


def _feet() -> Plate:
    top, sole = limbs.top_of_right_foot(), limbs.sole_of_right_foot()
    parts = [
        _Part(top, one_sided(regions.FOOT_ABOVE, "right"), Turn(2, 118, 1, -1)),
        _Part(top, one_sided(regions.FOOT_ABOVE, "left"), Turn(118, 118, -1, -1)),
        _Part(sole, one_sided(regions.SOLE, "right"), Turn(2, 138)),
        _Part(sole, one_sided(regions.SOLE, "left"), Turn(118, 138, -1)),
    ]
    above = ("Right foot, top", "Left foot, top")
    return _joined(
        120, 250, parts, _by_four(120, 126, above, ("Right foot, sole", "Left foot, sole"))
    )


def _hand(side: str, middle: str) -> tuple[Region, ...]:
    areas = (one._replace(site=f"{middle}_@") if one.site == "@" else one for one in regions.HAND)
    return one_sided(tuple(areas), side)


def _joined(width: float, height: float, parts: Iterable[_Part], words: Iterable[Label]) -> Plate:
    several = tuple(parts)
    shapes = tuple(put(shape, one.turn) for one in several for shape in one.shapes)
    areas = tuple(region.put(one.turn) for one in several for region in one.regions)
    return Plate(width, height, (*shapes, *words), areas)


def _sides(width: float, *, left: str, right: str) -> list[Label]:
    return [
        _label(2, 8, "Child’s", "start"),
        _label(2, 16, left, "start"),
        _label(width - 2, 8, "Child’s", "end"),
        _label(width - 2, 16, right, "end"),
    ]


def _by_four(width: float, half: float, above: tuple[str, str],
             below: tuple[str, str]) -> list[Label]:  # fmt: skip
    places = ((y, row) for y, row in ((8.0, above), (half + 7.0, below)))
    return [
        _label(width * (0.26 + 0.48 * column), y, words)
        for y, row in places
        for column, words in enumerate(row)
    ]


def _label(x: float, y: float, text: str, anchor: Anchor = "middle") -> Label:
    return Label(x=x, y=y, text=text, size=_SIZE, anchor=anchor, line=Ink.QUIET)


_CHILD_SIZE: Final = (110.0, 222.0)
_INFANT_SIZE: Final = (140.0, 190.0)
_PLATES: Final[dict[tuple[str, str], Callable[[], Plate]]] = {
    ("front", CHILD): lambda: _front(whole_figures.CHILD, regions.CHILD_FRONT, *_CHILD_SIZE),
    ("back", CHILD): lambda: _back(whole_figures.CHILD, regions.CHILD_BACK, *_CHILD_SIZE),
    ("front", INFANT): lambda: _front(whole_figures.INFANT, regions.INFANT_FRONT, *_INFANT_SIZE),
    ("back", INFANT): lambda: _back(whole_figures.INFANT, regions.INFANT_BACK, *_INFANT_SIZE),
    ("face", CHILD): _face,
    ("head_sides", CHILD): _head_sides,
    ("head_back", CHILD): _head_back,
    ("hands", CHILD): _hands,
    ("feet", CHILD): _feet,
}
