"""Which place on the body a point of a picture is: areas with the code of a body site.

Areas reach a little beyond the skin, so that a mark set beside the line is still told. Where two
overlap the first holds. The words come from the council's code list, never from here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from ffd_desktop.exporting.pictures.body.pen import Point, Turn


class Region(NamedTuple):
    """An area of a picture, and the code of the place that it is."""

    site: str
    corners: tuple[Point, ...]

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies within; a ray to the right crosses the edge an odd number."""
        inside = False
        for (x1, y1), (x2, y2) in self._edges():
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                inside = not inside
        return inside

    def middle(self) -> Point:
        """Give the centre of the area."""
        parts = [((x1 * y2 - x2 * y1), x1 + x2, y1 + y2) for (x1, y1), (x2, y2) in self._edges()]
        whole = 3 * sum(part for part, _, _ in parts)
        return (sum(p * x for p, x, _ in parts) / whole, sum(p * y for p, _, y in parts) / whole)

    def box(self) -> tuple[float, float, float, float]:
        """Give the rectangle round the area: left, top, width, height."""
        across, down = zip(*self.corners, strict=True)
        left, top = min(across), min(down)
        return (left, top, max(across) - left, max(down) - top)

    def put(self, turn: Turn) -> Region:
        """Give the area where its sketch is put."""
        return self._replace(corners=tuple(turn.point(*corner) for corner in self.corners))

    def _edges(self) -> Iterator[tuple[Point, Point]]:
        return zip(self.corners, (*self.corners[1:], self.corners[0]), strict=True)


class Area(NamedTuple):
    """An area as it is written down; ``@`` in the site stands for a side, and means two."""

    site: str
    corners: str


def regions(areas: tuple[Area, ...], *, right: str) -> tuple[Region, ...]:
    """Make areas of what is written; ``right`` is the child's side at the picture's right."""
    return tuple(region for area in areas for region in _regions(area, right))


def one_sided(areas: tuple[Area, ...], side: str) -> tuple[Region, ...]:
    """Make areas of what is written of one side alone."""
    return tuple(Region(one.site.replace("@", side), _corners(one.corners)) for one in areas)


def _regions(area: Area, right: str) -> Iterator[Region]:
    corners = _corners(area.corners)
    if "@" not in area.site:
        yield Region(area.site, corners)
        return
    other = "left" if right == "right" else "right"
    yield Region(area.site.replace("@", right), corners)
    yield Region(area.site.replace("@", other), tuple((-x, y) for x, y in corners))


def _corners(words: str) -> tuple[Point, ...]:
    pairs = (one.split() for one in words.split(","))
    return tuple((float(x), float(y)) for x, y in pairs)


_ARM: Final = (
    Area("fingers_@", "28 119.5, 34 119.5, 44 121, 45 136, 28 136"),
    Area("hand_@", "28 111, 43 111, 44 121, 34 119.5, 28 119.5"),
    Area("wrist_@", "28 104, 38.6 104, 43 111, 28 111"),
    Area("forearm_@", "22.5 88, 34 88, 39.6 104, 28 104"),
    Area("elbow_@", "19.8 80, 31.5 80, 34 88, 22.5 88"),
    Area("upper_arm_@", "15.6 57, 27 57, 31.5 80, 19.8 80"),
    Area("shoulder_@", "9 40, 19 42, 27 49, 27 57, 15.6 57, 11 46"),
)
_LEG: Final = (
    Area("knee_@", "1 150, 19 150, 19 164, 1 164"),
    Area("lower_leg_@", "1 164, 19 164, 19 194, 1 194"),
    Area("ankle_@", "2 194, 17 194, 17 204, 2 204"),
)
CHILD_FRONT: Final = (
    Area("scalp", "-15 2, 15 2, 15 11, -15 11"),
    Area("forehead", "-13.4 11, 13.4 11, 13.4 17.4, -13.4 17.4"),
    Area("eye_@", "2.4 17.4, 9.4 17.4, 9.4 22.6, 2.4 22.6"),
    Area("temple_@", "9.4 17.4, 12.8 17.4, 12.8 22.6, 9.4 22.6"),
    Area("ear_@", "12.8 16, 17.4 16, 17.4 27, 12 27"),
    Area("nose", "-2.4 17.4, 2.4 17.4, 2.4 28.4, -2.4 28.4"),
    Area("mouth", "-4.6 28.4, 4.6 28.4, 4.6 33.2, -4.6 33.2"),
    Area("cheek_@", "2.4 22.6, 12.8 22.6, 12 28, 9.6 33.2, 4.6 33.2, 4.6 28.4, 2.4 28.4"),
    Area("chin", "-9.6 33.2, 9.6 33.2, 5 39, -5 39"),
    Area("neck", "-6 38.4, 6 38.4, 9 43.6, -9 43.6"),
    *_ARM,
    Area("chest", "-11 43.6, 11 43.6, 15.6 57, 17 66, 16 76, -16 76, -17 66, -15.6 57"),
    Area("genitals", "-5 107, 5 107, 4 120, -4 120"),
    Area("hip_@", "9 97, 19 97, 20.6 112, 9 112"),
    Area("abdomen", "-16 76, 16 76, 16 97, 9 97, 9 107, -9 107, -9 97, -16 97"),
    Area("thigh_@", "0 107, 9 107, 9 112, 20.6 112, 20 150, 0 150"),
    *_LEG,
    Area("toes_@", "2 212, 20 212, 20 220, 2 220"),
    Area("foot_@", "2 204, 20 204, 20 212, 2 212"),
)
CHILD_BACK: Final = (
    Area("ear_@", "12.8 16, 17.4 16, 17.4 27, 12 27"),
    Area("scalp", "-15 2, 15 2, 15 30, 7 33, -7 33, -15 30"),
    Area("neck_back", "-7 33, 7 33, 9 43.6, -9 43.6"),
    *_ARM,
    Area("back_upper", "-11 43.6, 11 43.6, 15.6 57, 17 66, 16 74, -16 74, -17 66, -15.6 57"),
    Area("back_lower", "-16 74, 16 74, 18 99, -18 99"),
    Area("buttocks", "-18 99, 18 99, 20.6 121, -20.6 121"),
    Area("thigh_@", "0 121, 20.6 121, 20 150, 0 150"),
    *_LEG,
    Area("foot_@", "2 204, 20 204, 20 220, 2 220"),
)
_INFANT_ARM: Final = (
    Area("fingers_@", "50 38, 52 32, 60 31, 64 38, 63 46, 58.6 46.4, 56 39.8"),
    Area("hand_@", "50 38, 56 39.8, 58.6 46.4, 56 50, 52.4 47"),
    Area("wrist_@", "48 42, 50 38, 52.4 47, 56 50, 53.4 53"),
    Area("forearm_@", "41.6 48, 48 42, 53.4 53, 48.6 60"),
    Area("elbow_@", "37 52, 41.6 48, 48.6 60, 42.6 67"),
    Area("upper_arm_@", "26.6 55.4, 37 52, 42.6 67, 26.6 75"),
    Area("shoulder_@", "9.6 52, 26.6 55.4, 26.6 75, 19 70, 15 60"),
)
_INFANT_LEG: Final = (
    Area("knee_@", "16 130, 40 127, 39 141, 17 141"),
    Area("lower_leg_@", "17 141, 39 141, 32 158, 16 158"),
    Area("ankle_@", "16 158, 32 158, 32 167, 16 167"),
)
INFANT_FRONT: Final = (
    Area("scalp", "-21 1, 21 1, 21 12.6, -21 12.6"),
    Area("forehead", "-19 12.6, 19 12.6, 19.6 24, -19.6 24"),
    Area("eye_@", "4 24, 12.6 24, 12.6 31, 4 31"),
    Area("temple_@", "12.6 24, 19 24, 19 31, 12.6 31"),
    Area("ear_@", "19 21, 25 21, 25 34, 18 34"),
    Area("nose", "-4 24, 4 24, 4 37.6, -4 37.6"),
    Area("mouth", "-6 37.6, 6 37.6, 6 43.6, -6 43.6"),
    Area("cheek_@", "4 31, 19 31, 18 37, 14 43.6, 6 43.6, 6 37.6, 4 37.6"),
    Area("chin", "-14 43.6, 14 43.6, 8 49.6, -8 49.6"),
    Area("neck", "-8 49, 8 49, 9.6 54.4, -9.6 54.4"),
    *_INFANT_ARM,
    Area("chest", "-9.6 54, 9.6 54, 15 60, 19 70, 25 75, -25 75, -19 70, -15 60"),
    Area("genitals", "-6 114, 6 114, 5 125, -5 125"),
    Area("hip_@", "12 100, 27 100, 32 110, 24 114, 12 114"),
    Area("abdomen", "-25 75, 25 75, 25 100, 12 100, 12 114, -12 114, -12 100, -25 100"),
    Area("thigh_@", "0 114, 24 114, 32 110, 40 118, 40 127, 16 130, 6 127"),
    *_INFANT_LEG,
    Area("toes_@", "15 176, 36 176, 36 186, 15 186"),
    Area("foot_@", "15 167, 34 167, 36 176, 15 176"),
)
INFANT_BACK: Final = (
    Area("ear_@", "19 21, 25 21, 25 34, 18 34"),
    Area("scalp", "-21 1, 21 1, 21 40, 8 45, -8 45, -21 40"),
    Area("neck_back", "-8 45, 8 45, 9.6 54.4, -9.6 54.4"),
    *_INFANT_ARM,
    Area("back_upper", "-9.6 54, 9.6 54, 15 60, 19 70, 25 76, -25 76, -19 70, -15 60"),
    Area("back_lower", "-25 76, 25 76, 27 102, -27 102"),
    Area("buttocks", "-27 102, 27 102, 30 108, 22 120, 0 124, -22 120, -30 108"),
    Area("thigh_@", "0 124, 22 120, 30 108, 40 118, 40 127, 16 130, 6 127"),
    *_INFANT_LEG,
    Area("foot_@", "15 167, 34 167, 36 186, 15 186"),
)
FACE: Final = (
    Area("eye_@", "6 43, 25 43, 25 59, 6 59"),
    Area("nose", "-6 43, 6 43, 8.6 74, -8.6 74"),
    Area("mouth", "-12 74, 12 74, 12 85, -12 85"),
    Area("ear_@", "34 38, 44 38, 44 66, 31 66"),
    Area("forehead", "-20 22, 0 19.4, 20 22, 23 43, -23 43"),
    Area("temple_@", "20 22, 28 31, 34.6 42, 34.6 54, 25 54, 23 43"),
    Area("cheek_@", "6 59, 25 59, 25 54, 34.6 54, 32 66, 26 78, 12 78, 12 74, 8 74"),
    Area("chin", "-26 78, -12 78, -12 85, 12 85, 12 78, 26 78, 15 91, 8 97, -8 97, -15 91"),
    Area("scalp", "-38 2, 38 2, 34.6 42, 28 31, 20 22, 0 19.4, -20 22, -28 31, -34.6 42"),
    Area("neck", "-15 90, 15 90, 42 106, 42 114, -42 114, -42 106"),
)
SIDE: Final = (
    Area("ear_@", "41 48, 56 48, 56 72, 41 72"),
    Area("eye_@", "67 43, 79 43, 79 56, 67 56"),
    Area("nose", "79 43, 86 43, 92 60, 90 68, 78 68, 79 56"),
    Area("mouth", "73 68, 90 68, 90 82, 73 82"),
    Area("temple_@", "59 32, 67 38, 67 54, 56 54, 56 42"),
    Area("forehead", "70 12, 84 20, 86 43, 67 43, 67 38, 61 32"),
    Area("cheek_@", "56 54, 67 54, 79 56, 78 68, 73 68, 73 80, 54 80, 52 72"),
    Area("chin", "50 80, 73 82, 88 82, 86 98, 58 98"),
    Area("scalp", "4 2, 70 2, 70 12, 61 32, 56 42, 41 48, 41 84, 16 84, 4 60"),
    Area("neck", "40 84, 52 84, 58 98, 62 114, 38 114"),
    Area("neck_back", "16 84, 40 84, 38 114, 16 114"),
)
HEAD_BACK: Final = (
    Area("ear_@", "34 38, 44 38, 44 66, 31 66"),
    Area("scalp", "-38 2, 38 2, 36 60, 16 86, -16 86, -36 60"),
    Area("neck_back", "-16 86, 16 86, 42 106, 42 114, -42 114, -42 106"),
)
HEAD_ABOVE: Final = (
    Area("nose", "-7 1, 7 1, 7 10, -7 10"),
    Area("ear_@", "32 40, 41 40, 41 60, 31 60"),
    Area("forehead", "-20 10, 20 10, 28 24, -28 24"),
    Area("scalp", "-28 24, 28 24, 36 54, 30 80, 12 98, -12 98, -30 80, -36 54"),
)
HAND: Final = (
    Area(
        "fingers_@",
        "14.5 8, 67 8, 67 48, 83.5 46, 83.5 64, 66 87, 58 76, 60 62, 52 57, 42 56.4, 33 58.4,"
        "22 60, 14.5 40",
    ),
    Area("@", "22 60, 33 58.4, 42 56.4, 52 57, 60 62, 58 76, 66 87, 58 97, 25 97"),
    Area("wrist_@", "25 97, 60 97, 60 114, 25 114"),
)
FOOT_ABOVE: Final = (
    Area("toes_@", "4 20, 34 1, 55 1, 53 27, 37 26, 21 31, 8 38"),
    Area("foot_@", "8 38, 21 31, 37 26, 53 27, 46 72, 10 72"),
    Area("ankle_@", "10 72, 46 72, 46 110, 10 110"),
)
SOLE: Final = (
    Area("toes_@", "4 20, 34 1, 55 1, 53 27, 37 26, 21 31, 8 38"),
    Area("sole_@", "8 38, 21 31, 37 26, 53 27, 46 110, 10 110"),
)
