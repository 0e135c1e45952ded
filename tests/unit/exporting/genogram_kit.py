"""A genogram laid out, and the geometry to judge it by: what overlaps, what crosses."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import combinations

from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.exporting.compose import compose
from ffd_desktop.exporting.drawing import Circle, Drawing, Label, Line, Polygon, Rect
from ffd_desktop.exporting.outline import Document, Figure
from ffd_desktop.exporting.pictures.family.genogram import Genogram, births, genogram
from ffd_desktop.exporting.pictures.family.heights import HALF
from ffd_desktop.exporting.pictures.family.members import family
from ffd_desktop.exporting.pictures.family.places import WIDEST
from ffd_desktop.exporting.pictures.letters import width
from ffd_desktop.exporting.wording import Wording
from ffd_desktop.referral.model import Referral
from tests.builders.drawn_families import ORDINARY
from tests.builders.referrals import largest, small, typical

PACK = bundled_pack("worcestershire")
FORM = PACK.form("csc")
TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 14, 3, tzinfo=UTC)
EVERY = {**ORDINARY, "small": small, "typical": typical, "largest": largest}
PAGE, SMALLEST = 483.28, 6.5


def wording(referral: Referral) -> Wording:
    return Wording(referral, PACK, TODAY)


def whole(referral: Referral) -> Document:
    return compose(referral, FORM, pack=PACK, findings=(), now=NOW)


def laid_out(referral: Referral, widest: float = WIDEST) -> Genogram:
    words = wording(referral)
    return Genogram(family(words), births(words), widest)


def figure_of(referral: Referral) -> Figure:
    figure = genogram(wording(referral))
    assert figure is not None
    return figure


def drawn(referral: Referral) -> Drawing:
    return figure_of(referral).drawing


def bounds(shape):
    """Give left, top, right, bottom of a shape."""
    match shape:
        case Line():
            xs, ys = (shape.x1, shape.x2), (shape.y1, shape.y2)
        case Rect():
            xs, ys = (shape.x, shape.x + shape.w), (shape.y, shape.y + shape.h)
        case Circle():
            xs, ys = (shape.x - shape.r, shape.x + shape.r), (shape.y - shape.r, shape.y + shape.r)
        case Polygon():
            xs, ys = zip(*shape.points, strict=True)
        case Label():
            wide = width(shape.text, shape.size, strong=shape.strong)
            wide = min(wide, shape.room) if shape.room else wide
            left = {"start": 0.0, "middle": wide / 2, "end": wide}[shape.anchor]
            xs = (shape.x - left, shape.x - left + wide)
            ys = (shape.y - shape.size * 0.8, shape.y + shape.size * 0.1)
    return min(xs), min(ys), max(xs), max(ys)


def overlap(a, b, *, by=0.01):
    return a[0] < b[2] - by and b[0] < a[2] - by and a[1] < b[3] - by and b[1] < a[3] - by


def boxes(made: Genogram):
    """Give the room of each symbol and of each label outside a symbol."""
    symbols = [
        (spot.x - HALF, band.middle - HALF, spot.x + HALF, band.middle + HALF)
        for band in made.bands
        for spot in band.spots
    ]
    labels = [bounds(one) for one in made.drawing().shapes if isinstance(one, Label)]
    outside = [one for one in labels if not any(within(one, box) for box in symbols)]
    return symbols, outside


def within(a, b):
    return a[0] >= b[0] and a[1] >= b[1] and a[2] <= b[2] and a[3] <= b[3]


def segments(made: Genogram):
    for stroke in made.strokes:
        for a, b in zip(stroke.points, stroke.points[1:], strict=False):
            if a != b:
                yield stroke.union, a, b


def side(a, b, c):
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def crosses(a, b, c, d):
    """Tell whether two stretches cross in a point inside both."""
    small = 1e-6
    return side(a, b, c) * side(a, b, d) < -small and side(c, d, a) * side(c, d, b) < -small


def crossings(made: Genogram):
    return [
        (one, other)
        for one, other in combinations(segments(made), 2)
        if one[0] != other[0] and crosses(*one[1:], *other[1:])
    ]


def lies_on(made: Genogram):
    """Give the level or upright stretches of different unions that lie on one another."""
    found = []
    for one, other in combinations(segments(made), 2):
        for k in (0, 1):
            m = 1 - k
            flat = one[1][k] == one[2][k] and other[1][k] == other[2][k]
            if one[0] != other[0] and flat and abs(one[1][k] - other[1][k]) < 0.5:
                low = max(min(one[1][m], one[2][m]), min(other[1][m], other[2][m]))
                high = min(max(one[1][m], one[2][m]), max(other[1][m], other[2][m]))
                if high - low > 0.5:
                    found.append((one, other))
    return found


def alternative(referral: Referral) -> str:
    return figure_of(referral).alternative
