"""Events in the order of time: where each one stands, and the number that it bears on paper.

One order for the screen, the table and the picture. Never invents a day.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from ffd_desktop.referral.concerned import concerned
from ffd_desktop.referral.dates import DateKind, PartDate
from ffd_desktop.referral.people import Child
from ffd_desktop.referral.statements import Event

Span = tuple[date, date]


def span_of(event: Event, children: Sequence[Child]) -> Span | None:
    """Give the first and the last day on which an event can have been; ``None`` for no date.

    An age, such as "about 4 years old", is the age of the child whom the event concerns; it has
    no place in time while that child's date of birth is not known to the day, or there are two.
    """
    when = event.when
    if not isinstance(when, PartDate):
        return None
    if when.kind is DateKind.AGE:
        return _at_age(when, _whom(event, children))
    first, last = when.earliest(), when.latest()
    return (first, last) if first is not None and last is not None else None


def in_order(events: Iterable[Event], children: Sequence[Child]) -> tuple[Event, ...]:
    """Sort events by their first possible day, then the last, then the time; undated ones last."""
    return tuple(sorted(events, key=lambda event: _key(event, children)))


def numbers(events: Iterable[Event]) -> dict[str, int]:
    """Number the events that go to the council, in the order given, by their ids."""
    ours = (event.id for event in events if event.in_referral)
    return {event_id: number for number, event_id in enumerate(ours, start=1)}


def referred_ids(children: Iterable[Child]) -> tuple[str, ...]:
    """Give the ids of the children who are referred: those meant by "all"."""
    return tuple(child.id for child in children if child.referred)


def _key(event: Event, children: Sequence[Child]) -> tuple[date, date, str]:
    first, last = span_of(event, children) or (date.max, date.max)
    return first, last, event.when.time if isinstance(event.when, PartDate) else ""


def _whom(event: Event, children: Sequence[Child]) -> Child | None:
    ids = concerned(event.children, referred_ids(children))
    meant = [child for child in children if child.id in ids]
    return meant[0] if len(meant) == 1 else None


def _at_age(when: PartDate, child: Child | None) -> Span | None:
    born = child.date_of_birth if child is not None else None
    if not isinstance(born, PartDate) or born.kind is not DateKind.DAY:
        return None
    day = born.earliest()
    if day is None:
        return None
    months = when.years * 12 + when.months
    after = months + (1 if when.months else 12)
    try:
        return _later(day, months), _later(day, after) - timedelta(days=1)
    except ValueError:
        return None


def _later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
