"""What a timeline tells: dated events with their lanes and numbers, and the same in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from ffd_desktop.referral.chronology import Span, in_order, numbers, span_of
from ffd_desktop.referral.dates import DateKind, PartDate, on
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.people import Child
from ffd_desktop.referral.private import Private
from ffd_desktop.referral.statements import Event

FAMILY: Final = "In the family"
EVERYONE: Final = "All the children"
THE_CHILD: Final = "The child"
UNCLEAR: Final = "Not said which"


class Dated(NamedTuple):
    """Something with a date.

    Attributes:
        when: The date in words.
        lanes: The names of the lanes that it stands in.
        number: Its number among the rows; 0 for what stays on file, and for the family's dates.
        words: What is written beside it; events have their number instead.
    """

    first: date
    last: date
    when: str
    lanes: tuple[str, ...]
    id: str = ""
    number: int = 0
    about: bool = False
    words: str = ""


class Told(Private, frozen=True):
    """Everything on one timeline, in the order of time; ``lanes`` from the top downwards."""

    events: tuple[Dated, ...]
    family: tuple[Dated, ...]
    lanes: tuple[str, ...]
    undated: int = 0


def dated_events(referral: Referral, today: date, *, kept_too: bool) -> Told:
    """Gather the events that have a place in time, and the family's dates among them."""
    children = referral.children
    names = lane_names(children)
    order = in_order(referral.events, children)
    numbered = numbers(order)
    shown = (one for one in order if one.in_referral or kept_too)
    spans = [(event, span_of(event, children)) for event in shown]
    events = tuple(
        _dated(event, span, numbered.get(event.id, 0), names)
        for event, span in spans
        if span is not None
    )
    family = tuple(_within(_family(referral, names), events, today))
    return Told(events, family, _lanes(names, events, family), len(spans) - len(events))


def lane_names(children: Sequence[Child]) -> dict[str, str]:
    """Give each child's lane a name of its own, by ids; as short as tells them apart."""
    short = [_short(child) for child in children]
    count = Counter(short)
    return {
        child.id: first if first and count[first] == 1 else _longer(child, number)
        for number, (child, first) in enumerate(zip(children, short, strict=True), start=1)
    }


def in_words(told: Told, today: date) -> str:
    """Say what the picture shows, in its order."""
    first, last = told.events[0], max(told.events, key=lambda one: one.last)
    lines = [
        f"Timeline of {len(told.events)} events, from {first.when} to {last.when}.",
        *(_line(one) for one in told.events),
        *(f"{FAMILY}: {one.words}, {one.when}." for one in told.family),
        f"Today is {on(today).words()}.",
    ]
    if told.undated:
        rows = "1 row has" if told.undated == 1 else f"{told.undated} rows have"
        lines.append(f"{rows} no date that could be drawn.")
    return "\n".join(lines)


def _line(one: Dated) -> str:
    head = f"{one.number}." if one.number else "Only on file:"
    return f"{head} {one.when}: {', '.join(one.lanes)}."


def _short(child: Child) -> str:
    if isinstance(child.first_names, str):
        return child.first_names
    born = child.date_of_birth
    is_due = isinstance(born, PartDate) and born.kind is DateKind.DUE
    return child.name or ("The baby" if is_due else "")


def _longer(child: Child, number: int) -> str:
    name = child.name or _short(child)
    return f"{name} ({number})" if name else f"Child {number}"


def _dated(event: Event, span: Span, number: int, names: dict[str, str]) -> Dated:
    when = event.when
    words, about = (when.words(), when.about) if isinstance(when, PartDate) else ("", False)
    return Dated(*span, words, _whose(event, names), event.id, number, about)


def _whose(event: Event, names: dict[str, str]) -> tuple[str, ...]:
    if len(names) == 1:
        return tuple(names.values())
    if event.children is None:
        return (EVERYONE,)
    ids = event.children if isinstance(event.children, tuple) else ()
    named = tuple(name for child, name in names.items() if child in ids)
    if len(named) == len(names) and named:
        return (EVERYONE,)
    return named or (UNCLEAR,)


def _lanes(
    names: dict[str, str], events: Sequence[Dated], family: Sequence[Dated]
) -> tuple[str, ...]:
    used = {lane for one in (*events, *family) for lane in one.lanes}
    return tuple(lane for lane in (FAMILY, EVERYONE, *names.values(), UNCLEAR) if lane in used)


def _family(referral: Referral, names: dict[str, str]) -> Iterator[Dated]:
    for child in referral.children:
        name, born = names[child.id], child.date_of_birth
        if isinstance(born, PartDate):
            is_due = born.kind is DateKind.DUE
            yield from _family_date(born, f"{name} {'due' if is_due else 'born'}")
        yield from _family_date(child.died_on, f"{name} died")
    for person in referral.people:
        yield from _family_date(person.died_on, f"{person.name or 'An adult'} died")


def _family_date(when: object, words: str) -> Iterator[Dated]:
    if isinstance(when, PartDate) and when.kind is not DateKind.AGE:
        first, last = when.earliest(), when.latest()
        if first is not None and last is not None:
            yield Dated(first, last, when.words(), (FAMILY,), about=when.about, words=words)


def _within(family: Iterator[Dated], events: Sequence[Dated], today: date) -> Iterator[Dated]:
    """Yield the dates that fall into the time of the events, or are still to come."""
    start = min((one.first for one in events), default=today)
    yield from sorted(one for one in family if one.first >= start)
