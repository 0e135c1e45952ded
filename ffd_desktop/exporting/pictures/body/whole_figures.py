"""Whole figures, from the front and from the back: a child and an infant. Our own drawings.

Only the half at the right is written down; the other is its mirror, so that left and right match.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from ffd_desktop.exporting.drawing import Ink, Path
from ffd_desktop.exporting.pictures.body.pen import (
    Knot,
    both,
    closed,
    faint,
    knots,
    opened,
    whole,
)


class Figure(NamedTuple):
    """Half a figure about the line x = 0, and the lines that only hint at what is where."""

    body: tuple[Knot, ...]
    head: tuple[Knot, ...]
    ear: tuple[Knot, ...]
    front: tuple[str, ...]
    front_middle: tuple[str, ...]
    back: tuple[str, ...]
    back_middle: tuple[str, ...]


_FINGERS = ("36.5 120.4, 36.9 127.4", "38.6 119.6, 39 127")

CHILD: Final = Figure(
    body=knots(
        "5 33.5, 5.1 38, 7.4 41.4, 13 43.4, 18.6 46, 22 51, 24.2 60, 26.4 70, 28.6 79, 31 88,"
        "33.8 97.5, 36.2 105, 38.4 109.5, 40.2 114, 41 119.5, 40.8 125, 39.6 129.6, 37.4 131.4,"
        "35.6 129.6, 34.9 125, 34.4 120.4!, 33.4 124, 31.6 126, 30 124.6, 29.9 120.5, 30.6 115,"
        "31.2 110.5, 30.6 106.4, 27.4 98.5, 23.8 90, 20.8 81.5, 18.4 73, 16 62.5, 15.6 67,"
        "14.6 75, 14 83, 14.6 91, 16.4 99, 17.8 108, 18.2 118, 17.4 131, 15.6 145, 14.4 155,"
        "14.6 163, 15.3 172, 14.6 181, 12.8 191, 11.7 199, 12.2 204.5, 14.8 209.5, 16.6 213.4,"
        "15.4 216, 11.6 216.8, 7.6 216, 5.7 212.6, 5.3 206.5, 5.2 199, 4.8 190, 3.9 179, 3.9 169,"
        "4.3 160, 3.9 152, 2.8 140, 1.5 127, 0 115.5!"
    ),
    head=knots(
        "0 4.3, 5 5, 9.4 7.6, 12.3 12.2, 13.2 17.4, 12.9 22, 11.8 26.8, 9.2 32.2, 5 36.6, 0 38.2"
    ),
    ear=knots("12.7 18!, 14.3 16.9, 15.3 19, 14.6 22.8, 12.3 25.4!"),
    front=(
        *_FINGERS,
        "2.6 45.2, 7 44.5, 13.6 46.4",
        "7 157.6, 9.3 158.6, 11.6 157.6",
        "3.7 20, 5.4 20.6, 7.1 20",
    ),
    front_middle=(
        "-1.3 25.8, 0 26.6, 1.3 25.8",
        "-2.8 31, 0 31.2, 2.8 31",
        "-0.9 95.4, 0 96.4, 0.9 95.4",
    ),
    back=(
        *_FINGERS,
        "5.4 54, 7.4 60.5, 12.4 65",
        "0.4 117.6, 6 120.2, 13 118",
        "6.4 157, 9.2 156, 12 157",
        "6 207.4, 8.6 206.4, 11.4 207.4",
        "26.4 84.6, 27.6 85.6, 28.8 85",
    ),
    back_middle=("0 50, 0 97", "0 104, 0 115.6"),
)

_FIST = ("51 39.8, 53 42.4, 52.6 45.6", "55.4 36.4, 56 39", "58 37.6, 57.8 40")
_FOLDS = ("27.4 163.4, 23 165, 18.6 163.6", "49.6 43.4, 51.6 46.4, 52.4 49.8")

INFANT: Final = Figure(
    body=knots(
        "6.4 46, 6.6 50.6, 9.6 53.6, 16 55.4, 23 57.4, 29.4 57.6, 35.6 55, 41.6 50, 46.4 45.2,"
        "49.8 42.6, 51 39.6, 52.6 36.4, 55.6 34.6, 58.8 35.4, 60.6 38.6, 60.2 42.6, 57.8 46,"
        "54.4 48.4, 52 50.6, 50 54.6, 45.8 60.6, 39.8 66.4, 33.4 70.4, 28 72.6, 23.6 75,"
        "22 81, 22 90, 23.2 98, 25.4 104.4, 30.2 109.8, 34.8 117, 37.2 125.4, 37.2 134, 35 143.4,"
        "32.2 152, 28.8 158.6, 27.2 163.6, 28.4 167.6, 31.6 172.6, 33 177.4, 31.4 181.4, 27.4 183,"
        "22.8 181.6, 19.8 177, 18.8 170.4, 18.4 163.6, 18.4 156, 19.4 148.6, 20.2 143, 18.6 137.4,"
        "13.2 130.8, 6.2 125.4, 0 121.4!"
    ),
    head=knots("0 4, 7.6 5, 14 8.8, 18 15, 19.6 22.6, 19.2 29.6, 17.8 36, 13.6 43.4, 7 47.8, 0 49"),
    ear=knots("18.9 24!, 20.8 22.6, 22.2 25.2, 21.2 30, 18.3 33!"),
    front=(
        *_FIST,
        *_FOLDS,
        "4 56.8, 9.6 55.8, 17 57.6",
        "5.2 27.6, 7.9 28.5, 10.6 27.6",
        "5.6 124.6, 13 119.6, 20 112",
        "28.4 133, 31.8 134.8, 35 133.8",
    ),
    front_middle=(
        "-1.8 34.8, 0 35.8, 1.8 34.8",
        "-3.6 40.9, 0 41.2, 3.6 40.9",
        "-1.2 98.4, 0 99.6, 1.2 98.4",
    ),
    back=(
        *_FIST,
        *_FOLDS,
        "8 66, 10.2 72, 16 76",
        "0.6 121.6, 10 123.4, 19 117.4",
        "22.8 137.8, 27.2 135.2, 31.4 136.6",
    ),
    back_middle=("0 60, 0 100", "0 106, 0 121"),
)


def front(figure: Figure) -> tuple[Path, ...]:
    """Draw a figure from the front, about the line x = 0."""
    return (_trunk(figure), *_head(figure), *_hints(figure.front, figure.front_middle))


def back(figure: Figure) -> tuple[Path, ...]:
    """Draw a figure from the back, about the line x = 0."""
    return (*_head(figure), _trunk(figure), *_hints(figure.back, figure.back_middle))


def _trunk(figure: Figure) -> Path:
    return opened(whole(figure.body), fill=Ink.PAPER)


def _head(figure: Figure) -> tuple[Path, ...]:
    return (*both([closed(figure.ear)]), closed(whole(figure.head)))


def _hints(at_the_side: tuple[str, ...], middle: tuple[str, ...]) -> tuple[Path, ...]:
    half = both(faint(knots(one)) for one in at_the_side)
    return (*half, *(faint(knots(one)) for one in middle))
