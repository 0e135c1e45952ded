"""The head: the face, a side, the back, and from above. Our own drawings, each about 100 wide.

The face, the back and the view from above are halves, mirrored; the side is drawn as it is seen
from the right, and mirrored for the left.
"""

from __future__ import annotations

from typing import Final

from ffd_desktop.exporting.drawing import Ink, Path
from ffd_desktop.exporting.pictures.body.pen import (
    both,
    closed,
    faint,
    filled,
    knots,
    mirrored,
    opened,
    whole,
)

_SKULL: Final = knots(
    "0 6, 13 7.4, 24.4 13, 31.8 23, 34.8 36, 34.4 50, 31.8 64, 25.4 78, 14 89.4, 0 93.4"
)
_EAR: Final = knots("34 44!, 37.4 40.6, 40.8 44, 40 51, 37.8 57.4, 34.8 62.4, 31 62!")
_NECK: Final = knots("14.6 84, 15 97, 21.6 104.6, 38 110")
_NAPE: Final = knots("16 78, 15.6 96, 22 104.6, 38 110")
_SKIN: Final = knots("15.2 79, 14.8 96, 22 104.6, 38 110")
_FACE: Final = (
    "8.6 53, 15.2 49.4, 22.4 52.4",
    "8.6 53, 15.4 55.8, 22.4 52.4",
    "13 50.3, 13.4 53.6, 15.5 54.9, 17.6 53.5, 17.9 50.2",
    "7.8 45, 15 42.2, 23.6 44.6",
    "2.8 70.4, 5.6 69.8, 5.8 66.8",
    "35.6 46.4, 37.4 48.6, 35.4 55.4",
)
_FACE_MIDDLE: Final = (
    "-2.8 70.4, 0 71.6, 2.8 70.4",
    "-9.4 79.6, -4 79.2, 0 79.9, 4 79.2, 9.4 79.6",
    "-9.4 79.6, -3.2 77.2, 0 78, 3.2 77.2, 9.4 79.6",
    "-7 80.4, 0 83.6, 7 80.4",
)
_HAIRLINE: Final = "-30.4 42, -28 31, -18 22.4, 0 19.4, 18 22.4, 28 31, 30.4 42"
_SIDE: Final = knots(
    "22 111, 25.4 102, 24.6 93, 17.4 81, 10 66, 7.6 48, 11 30, 22 15, 40 7, 58 8, 72 15.6,"
    "80 27, 82.8 38, 82 44.6, 80.8 49, 83.4 54.6, 88 61.4, 88.4 64.4, 84.4 66.8!, 83.6 69.6,"
    "86 72.6, 84 75.2!, 85.2 78.4, 82.2 81.4, 82.4 85, 82.8 89, 79 93.4, 70 95, 60.6 95.6,"
    "55.4 98.6, 54.4 105, 58 111"
)
_SIDE_EAR: Final = knots(
    "50.4 50, 45.4 50.8, 42.4 56.4, 43.8 64, 46.8 70, 49.6 70, 50.4 66, 53 61.4, 54.6 55.4,"
    "53.4 51.2"
)
_SIDE_HINTS: Final = (
    "68.4 50.8, 72.4 47.6, 77.2 49",
    "68.4 50.8, 72 53, 76.4 52.8",
    "76.2 48.6, 75.2 50.6, 76 52.8",
    "66 42, 72.4 39.4, 79 41.4",
    "82.4 65.4, 79.6 63.4, 79 66",
    "84 75.2, 80 75.5, 76.4 76.6",
    "60.6 95.6, 53.4 88, 50 76",
    "69.4 13.8, 63 23, 60.4 32, 57 39.4, 56.6 46.4",
    "45.6 55.6, 49 53, 51.4 55, 49.4 59.4, 47.8 63.4",
)
_ABOVE: Final = knots(
    "0 9, 9 10.6, 18.4 16.2, 26 26, 31 39, 32.8 54, 30.6 70, 23.6 84, 13 92, 0 94.4"
)
_ABOVE_EAR: Final = knots("31.8 46!, 35.4 43.6, 38 46.6, 36.4 52.4, 32.5 57.6!")
_NOSE: Final = knots("-5 12, -3 6.4, 0 4.4, 3 6.4, 5 12")
_CROWN: Final = "1.4 66, 0 64.4, -2 65.6, -2 68.6, 1.4 70.6, 5 68, 5 63.4"


def face() -> tuple[Path, ...]:
    """Draw the head from the front, about the line x = 0."""
    hints = (faint(knots(one)) for one in _FACE)
    middle = (faint(knots(one)) for one in (*_FACE_MIDDLE, _HAIRLINE))
    neck = opened((*reversed(_NECK), *mirrored(_NECK)), fill=Ink.PAPER)
    return (neck, *_skull(), *both(hints), *middle)


def back() -> tuple[Path, ...]:
    """Draw the head from the back, about the line x = 0."""
    behind_the_ear = faint(knots("36.2 44.6, 37 50, 34.8 57"))
    nape = faint(knots("-13.4 84, -7 87.4, 0 85.6, 7 87.4, 13.4 84"))
    skin = filled((*reversed(_SKIN), *mirrored(_SKIN)))
    return (*_skull(), skin, *both([opened(_NAPE), behind_the_ear]), nape)


def right_side() -> tuple[Path, ...]:
    """Draw the head as it is seen from the child's right, looking to the right."""
    hints = (faint(knots(one)) for one in _SIDE_HINTS)
    return (opened(_SIDE, fill=Ink.PAPER), closed(_SIDE_EAR), *hints)


def above() -> tuple[Path, ...]:
    """Draw the head from above, the nose at the top, about the line x = 0."""
    ears = both([closed(_ABOVE_EAR)])
    return (*ears, closed(_NOSE), closed(whole(_ABOVE)), faint(knots(_CROWN)))


def _skull() -> tuple[Path, ...]:
    return (*both([closed(_EAR)]), closed(whole(_SKULL)))
