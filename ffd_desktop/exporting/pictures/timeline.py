"""The timeline of the chronology: when each event was, whom it concerned, and how they crowd.

Geometry only. The numbers on it are those of the chronology's rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from typing import Final, NamedTuple

from ffd_desktop.exporting.drawing import AnyShape, Drawing, Ink, Label, Line, Polygon, Rect
from ffd_desktop.exporting.outline import Figure
from ffd_desktop.exporting.pictures.timeline_events import Dated, Told, dated_events, in_words
from ffd_desktop.exporting.pictures.timeline_lanes import Mark, Set, rows_of
from ffd_desktop.exporting.pictures.timeline_scale import LETTER, TICK_GAP, Scale, Tick, wide
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.private import Private

ON_PAPER: Final = 482.0
CAPTION: Final = (
    "The numbers are those of the rows. A bar means some time between its ends; a broken edge, "
    "\u201cabout\u201d. Busy times are given more room than quiet ones."
)
_NAMES: Final = 92.0  # how much of the width the names of the lanes take at most
_AXIS: Final = 17.0
_ROW: Final = 16.0
_HIGH: Final = 13.0
_SMALL: Final = 8.0
_PAD: Final = 4.0
_BASE: Final = 2.7  # from the middle of a letter down to its base line
_TODAY: Final = "Today"
_ROWS: Final = ((3, 2), (2, 1), (1, 1))  # at most, of single days and of spans in a lane
_PAGE: Final = (330.0, 650.0)


class Spot(NamedTuple):
    """A mark's place on the drawing, and the events that it stands for."""

    x: float
    y: float
    w: float
    h: float
    ids: tuple[str, ...]


class Timeline(Private, frozen=True):
    """The picture, and where on it each event is."""

    figure: Figure
    spots: tuple[Spot, ...]


class _Lane(NamedTuple):
    name: str
    top: float
    height: float
    sets: tuple[Set, ...]


def timeline(
    referral: Referral,
    today: date,
    *,
    width: float = ON_PAPER,
    tall: tuple[float, float] = _PAGE,
    kept_too: bool = False,
) -> Timeline | None:
    """Draw the events of a referral; ``None`` when fewer than two of them have a date.

    ``kept_too`` draws those that stay on file as well, quietly and without a number. ``tall``:
    where the picture would be taller than the first, the second, more events share their marks.
    """
    told = dated_events(referral, today, kept_too=kept_too)
    if len(told.events) < 2:
        return None
    left = _names_end(told.lanes)
    scale = _scale(told, today, left, width - _PAD)
    lanes = _lanes(told, scale, left, width - _PAD, tall)
    height = _end(lanes)
    shapes = (
        *_axis(scale, today, width, height),
        *chain.from_iterable(_lane_shapes(lane, left, width) for lane in lanes),
    )
    figure = Figure(in_words(told, today), Drawing(width, height, shapes), CAPTION)
    return Timeline(figure, tuple(_spots(lanes)))


def _names_end(lanes: Sequence[str]) -> float:
    longest = max(wide(lane, LETTER) for lane in lanes)
    return min(longest + 2 * _PAD, _NAMES)


def _scale(told: Told, today: date, left: float, right: float) -> Scale:
    dated = (*told.events, *told.family)
    start = min(one.first for one in told.events)
    end = max(today, *(one.last for one in dated))
    days = [day for one in dated for day in (one.first, one.last)]
    room_for_today = wide(_TODAY, LETTER) + TICK_GAP
    return Scale([*days, today], start, end, left + _HIGH / 2, right - room_for_today)


def _lanes(
    told: Told, scale: Scale, left: float, right: float, tall: tuple[float, float]
) -> tuple[_Lane, ...]:
    """Give every lane as many rows as leave the picture no taller than it may be."""
    for (days, spans), tallest in zip(_ROWS, tall, strict=False):
        if len(told.lanes) * days * _ROW <= tallest:
            lanes = tuple(_stacked(told, scale, left, right, days, spans))
            if _end(lanes) <= tallest:
                return lanes
    return tuple(_stacked(told, scale, left, right, *_ROWS[-1]))


def _end(lanes: Sequence[_Lane]) -> float:
    return lanes[-1].top + lanes[-1].height + _PAD


def _stacked(
    told: Told, scale: Scale, left: float, right: float, days: int, spans: int
) -> Iterator[_Lane]:
    top = _AXIS
    for name in told.lanes:
        marks = [_mark(one, scale) for one in (*told.family, *told.events) if name in one.lanes]
        zones = (
            ([one for one in marks if one.words], days),
            ([one for one in marks if one.numbers and not one.span], days),
            ([one for one in marks if one.numbers and one.span], spans),
            ([one for one in marks if not one.numbers and not one.words], 1),
        )
        sets = tuple(_zoned(zones, left, right))
        rows = max((one.row for one in sets), default=0) + 1
        lane = _Lane(name, top, rows * _ROW + _PAD, sets)
        yield lane
        top += lane.height


def _zoned(zones: Sequence[tuple[Sequence[Mark], int]], left: float, right: float) -> Iterator[Set]:
    """Set each kind of mark in rows of its own, one kind beneath the other."""
    above = 0
    for marks, most in zones:
        sets = rows_of(marks, most, left, right)
        yield from (one._replace(row=one.row + above) for one in sets)
        above += max((one.row + 1 for one in sets), default=0)


def _mark(one: Dated, scale: Scale) -> Mark:
    is_span = one.first != one.last
    numbers = (one.number,) if one.number else ()
    ends = (scale.x(one.first), scale.x(one.last))
    return Mark(*ends, numbers, (one.id,), one.about, is_span and not one.words, one.words)


def _axis(scale: Scale, today: date, width: float, height: float) -> Iterator[AnyShape]:
    x = scale.x(today)
    for tick in scale.ticks(width, Tick(x, _TODAY, strong=True)):
        ink = Ink.TEXT if tick.strong else Ink.QUIET
        yield Line(x1=tick.x, y1=3, x2=tick.x, y2=height, line=Ink.WASH, width=0.8)
        yield Label(
            x=tick.x + TICK_GAP,
            y=9,
            text=tick.text,
            size=LETTER,
            line=ink,
            strong=tick.strong,
            room=wide(tick.text, LETTER),
        )
    yield Line(x1=x, y1=_AXIS - 4, x2=x, y2=height, line=Ink.DANGER, width=1.0, dashed=True)


def _lane_shapes(lane: _Lane, left: float, width: float) -> Iterator[AnyShape]:
    top = lane.top - _PAD / 2
    yield Line(x1=0, y1=top, x2=width, y2=top, line=Ink.WASH, width=0.8)
    yield Label(
        x=0,
        y=lane.top + _HIGH / 2 + _BASE,
        text=lane.name,
        size=LETTER,
        strong=True,
        room=left - _PAD,
    )
    for one in lane.sets:
        yield from _mark_shapes(one, lane.top + one.row * _ROW)


def _mark_shapes(one: Set, top: float) -> Iterator[AnyShape]:
    mark, middle = one.mark, top + _HIGH / 2
    if mark.words:
        yield from _family_date(one, middle)
        return
    high = _HIGH if mark.text else _SMALL
    yield Rect(
        x=one.left,
        y=middle - high / 2,
        w=one.right - one.left,
        h=high,
        radius=2.0 if mark.span else high / 2,
        line=Ink.ACCENT if mark.numbers else Ink.QUIET,
        fill=Ink.WASH if mark.span or len(mark.ids) > 1 else Ink.PAPER,
        dashed=mark.about or not mark.numbers,
    )
    if mark.text:
        yield Label(
            x=(one.left + one.right) / 2,
            y=middle + _BASE,
            text=mark.text,
            size=LETTER,
            anchor="middle",
            strong=len(mark.ids) > 1,
            line=Ink.TEXT if mark.numbers else Ink.QUIET,
            room=one.right - one.left - 2,
        )


def _family_date(one: Set, middle: float) -> Iterator[AnyShape]:
    r = _SMALL / 2 - 0.5
    is_first = one.mark.x1 - one.left < one.right - one.mark.x1
    x = one.left + _SMALL / 2 if is_first else one.right - _SMALL / 2
    points = ((x - r, middle), (x, middle - r), (x + r, middle), (x, middle + r))
    yield Rect(
        x=one.left,
        y=middle - _HIGH / 2,
        w=one.right - one.left,
        h=_HIGH,
        line=None,
        fill=Ink.PAPER,
    )
    yield Polygon(points=points, line=Ink.QUIET, fill=Ink.PAPER)
    yield Label(
        x=x + _SMALL / 2 + 2 if is_first else x - _SMALL / 2 - 2,
        y=middle + _BASE,
        text=one.mark.text,
        size=LETTER,
        anchor="start" if is_first else "end",
        line=Ink.QUIET,
        room=one.right - one.left - _SMALL - 2,
    )


def _spots(lanes: Sequence[_Lane]) -> Iterator[Spot]:
    for lane in lanes:
        for one in lane.sets:
            if not one.mark.words:
                y = lane.top + one.row * _ROW
                yield Spot(one.left, y, one.right - one.left, _HIGH, one.mark.ids)
