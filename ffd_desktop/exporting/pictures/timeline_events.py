"""What a timeline tells: dated events with their lanes and numbers, and the same in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from ffd_desktop.referral.chronology import Span, in_order, numbers, referred_ids, span_of
from ffd_desktop.referral.concerned import concerned, whom_in_words
from ffd_desktop.referral.dates import DateKind, PartDate, on
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.naming import short_names
from ffd_desktop.referral.private import Private
from ffd_desktop.referral.statements import Event

FAMILY: Final = "In the family"
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


class _Whose:
    """Knows in which lanes an event stands."""

    def __init__(self, names: dict[str, str], referred: tuple[str, ...]) -> None:
        self.names, self._referred = names, referred
        self.everyone = ", ".join(whom_in_words(None, names, referred=referred))

    def lanes(self, event: Event) -> tuple[str, ...]:
        """Give the lanes of those whom an event concerns; one lane where it is all of them."""
        ids = concerned(event.children, self._referred)
        if event.children is None or {*ids} == {*self._referred}:
            return (self.everyone or UNCLEAR,)
        return tuple(name for child, name in self.names.items() if child in ids) or (UNCLEAR,)


def dated_events(referral: Referral, today: date, *, kept_too: bool) -> Told:
    """Gather the events that have a place in time, and the family's dates among them."""
    children = referral.children
    names = short_names(children)
    whose = _Whose(names, referred_ids(children))
    order = in_order(referral.events, children)
    numbered = numbers(order)
    shown = (one for one in order if one.in_referral or kept_too)
    spans = [(event, span_of(event, children)) for event in shown]
    events = tuple(
        _dated(event, span, numbered.get(event.id, 0), whose)
        for event, span in spans
        if span is not None
    )
    family = tuple(_within(_family(referral, names), events, today))
    return Told(events, family, _lanes(whose, events, family), len(spans) - len(events))


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


def _dated(event: Event, span: Span, number: int, whose: _Whose) -> Dated:
    when = event.when
    words, about = (when.words(), when.about) if isinstance(when, PartDate) else ("", False)
    return Dated(*span, words, whose.lanes(event), event.id, number, about)


def _lanes(whose: _Whose, events: Sequence[Dated], family: Sequence[Dated]) -> tuple[str, ...]:
    used = {lane for one in (*events, *family) for lane in one.lanes}
    order = dict.fromkeys((FAMILY, whose.everyone, *whose.names.values(), UNCLEAR))
    return tuple(lane for lane in order if lane in used)


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
