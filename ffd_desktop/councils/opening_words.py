"""Opening hours as a person types them, and said again: "Mon to Thu 8:45 to 5:15, Fri 9-4.30".

Forgiving in what it reads, and it never guesses past that: words that it does not understand whole
give ``None``, so that whoever asked keeps them as words.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import time
from typing import NamedTuple

from ffd_desktop.councils.pack import Day, Opening, Value

ALWAYS_WORDS = "At any time"
_DAYS = tuple(Day)
_WEEKDAYS, _WEEKEND = _DAYS[:5], _DAYS[5:]
_NAMES = {
    Day.MONDAY: "Monday",
    Day.TUESDAY: "Tuesday",
    Day.WEDNESDAY: "Wednesday",
    Day.THURSDAY: "Thursday",
    Day.FRIDAY: "Friday",
    Day.SATURDAY: "Saturday",
    Day.SUNDAY: "Sunday",
}
_ALWAYS = re.compile(
    r"(open |answered )?(always|at any time|any time|all day every day|day and night"
    r"|round the clock|around the clock|24 ?/ ?7|24 ?(hours|hrs|h)( a day)?( every day)?)"
)
_TOKEN = re.compile(
    r"""\s*(?:
      (?P<bank>bank\ holidays?)
    | (?P<group>weekdays?|working\ days?|weekends?|every\ ?day|daily)\b
    | (?P<day>mon|tue|wed|thu|fri|sat|sun)(?:sday|s|nesday|nes|rsday|rs|r|urday|day)?s?\b
    | (?P<time>\d{1,2}(?:[:.]\d{2})?(?!\d)|\d{4}(?!\d))\s*(?P<half>[ap]\.?m\b\.?)?
    | (?P<noon>noon|midday|12\ noon)\b
    | (?P<shut>closed|shut|not\ open)\b
    | (?P<to>-|to\b|till\b|until\b|through\b)
    | (?P<nothing>[,;&+/()|.:]|and\b|except\b|but\b|then\b|from\b|between\b|on\b|at\b|open\b
        |opens\b|hours\b|hrs\b|o['’]clock\b)
    )""",
    re.VERBOSE,
)
_LATEST_MORNING = 7
"""A bare "1" or "5" to open at means the afternoon; nobody means one in the night."""

Span = tuple[time, time]


class Week(Value, frozen=True):
    """When a number is answered.

    Attributes:
        hours: From when until when on which days; empty where it is always answered.
        always: Whether it is answered at any time, on bank holidays too.
    """

    hours: tuple[Opening, ...] = ()
    always: bool = False


def read_week(text: str) -> Week | None:
    """Read opening hours; ``None`` where not every word is understood, or nothing is open."""
    plain = " ".join(re.sub("[‐‑‒–—−]", "-", text.casefold()).split()).strip(" .")
    if _ALWAYS.fullmatch(plain):
        return Week(always=True)
    try:
        days = _read_days(tuple(_tokens(plain)))
    except _NotUnderstood:
        return None
    return Week(hours=_grouped(days)) if any(days.values()) else None


def say_week(hours: Sequence[Opening], *, always: bool = False) -> str:
    """Say opening hours in the words that ``read_week`` reads back; empty for none."""
    if always:
        return ALWAYS_WORDS
    days = {day: tuple(_spans_of(hours, day)) for day in _DAYS}
    return "; ".join(
        f"{_say_days(one)} {' and '.join(f'{a:%H:%M} to {b:%H:%M}' for a, b in spans)}"
        for spans, one in _alike(days)
    )


def same_week(one: str, other: str) -> bool:
    """Tell whether two wordings say the same hours."""
    a, b = read_week(one), read_week(other)
    if a is None or b is None:
        return " ".join(one.casefold().split()) == " ".join(other.casefold().split())
    return say_week(a.hours, always=a.always) == say_week(b.hours, always=b.always)


class _NotUnderstood(Exception):  # noqa: N818 - no error: the words are kept as words
    """Something in the words is not understood."""


class _Time(NamedTuple):
    """A time as it was typed; ``is_plain`` where "5" may mean the afternoon."""

    hour: int
    minute: int
    is_plain: bool

    def later(self) -> _Time:
        return _Time(self.hour + 12, self.minute, is_plain=False)

    def clock(self) -> time:
        try:
            return time(self.hour, self.minute)
        except ValueError:
            raise _NotUnderstood from None


class _Token(NamedTuple):
    """One word: days, a time, "closed" or "to"."""

    days: tuple[Day, ...] | None = None
    at: _Time | None = None
    is_shut: bool = False
    is_to: bool = False


def _tokens(text: str) -> Iterator[_Token]:
    at = 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None:
            raise _NotUnderstood
        at = found.end()
        if found["nothing"] is None:
            yield _token(found)


def _token(found: re.Match[str]) -> _Token:
    if found["time"]:
        return _Token(at=_time(found["time"], found["half"] or ""))
    if found["noon"]:
        return _Token(at=_Time(12, 0, is_plain=False))
    if found["bank"]:
        return _Token(days=())
    if found["group"]:
        return _Token(days=_group(found["group"]))
    if found["day"]:
        return _Token(days=(Day(found["day"]),))
    return _Token(is_shut=bool(found["shut"]), is_to=bool(found["to"]))


def _group(word: str) -> tuple[Day, ...]:
    if word.startswith("weekend"):
        return _WEEKEND
    return _DAYS if word.startswith(("every", "daily")) else _WEEKDAYS


def _time(digits: str, half: str) -> _Time:
    if digits.isdigit() and len(digits) > 2:
        digits = f"{digits[:2]}:{digits[2:]}"
    hour, _, minute = digits.replace(".", ":").partition(":")
    one = _Time(int(hour), int(minute or 0), is_plain=not half and not hour.startswith("0"))
    if not half:
        return one
    if not 1 <= one.hour <= 12:
        raise _NotUnderstood
    morning = _Time(one.hour % 12, one.minute, is_plain=False)
    return morning.later() if half.startswith("p") else morning


def _read_days(tokens: tuple[_Token, ...]) -> dict[Day, tuple[Span, ...]]:
    """Give each day that is named its spans; a day named again takes the later ones."""
    days: dict[Day, tuple[Span, ...]] = {}
    for named, times in _clauses(tokens):
        spans = _spans(times)
        whose = _named(named) if named else _WEEKDAYS
        if not whose and spans:  # hours of bank holidays, which are reckoned as shut
            raise _NotUnderstood
        days.update(dict.fromkeys(whose, spans))
    return days


def _clauses(tokens: Iterable[_Token]) -> Iterator[tuple[list[_Token], list[_Token]]]:
    """Part the words into days with their times, whichever of the two comes first."""
    runs: list[list[_Token]] = []
    for one in tokens:
        begins = not runs or (not one.is_to and _is_day(runs[-1][0]) != _is_day(one))
        if begins:
            runs.append([one])
        else:
            runs[-1].append(one)
    if not runs:
        return
    first = _is_day(runs[0][0])
    if len(runs) == 1 and not first:
        yield [], runs[0]
        return
    if len(runs) % 2:
        raise _NotUnderstood
    for run, other in zip(runs[::2], runs[1::2], strict=True):
        yield (run, other) if first else (other, run)


def _is_day(token: _Token) -> bool:
    return token.days is not None


def _named(tokens: Sequence[_Token]) -> tuple[Day, ...]:
    days: list[Day] = []
    reaches = False
    for one in tokens:
        if one.days is None:
            reaches = _once(now=reaches)
        elif reaches:
            days.extend(_up_to(days, one.days))
            reaches = False
        else:
            days.extend(one.days)
    if reaches:
        raise _NotUnderstood
    return tuple(dict.fromkeys(days))


def _once(*, now: bool) -> bool:
    if now:
        raise _NotUnderstood
    return True


def _up_to(days: Sequence[Day], last: tuple[Day, ...]) -> tuple[Day, ...]:
    if not days or len(last) != 1 or _DAYS.index(last[0]) <= _DAYS.index(days[-1]):
        raise _NotUnderstood
    return _DAYS[_DAYS.index(days[-1]) + 1 : _DAYS.index(last[0]) + 1]


def _spans(tokens: Sequence[_Token]) -> tuple[Span, ...]:
    if len(tokens) == 1 and tokens[0].is_shut:
        return ()
    spans: list[Span] = []
    for at in range(0, len(tokens), 3):
        opens, to, closes = (*tokens[at : at + 3], _Token(), _Token())[:3]
        if opens.at is None or not to.is_to or closes.at is None:
            raise _NotUnderstood
        spans.append(_span(opens.at, closes.at))
    spans.sort()
    if any(later[0] < former[1] for former, later in itertools.pairwise(spans)):
        raise _NotUnderstood
    return tuple(spans)


def _span(opens: _Time, closes: _Time) -> Span:
    if opens.is_plain and opens.hour < _LATEST_MORNING:
        opens = opens.later()
    if closes.is_plain and closes.hour <= 12 and closes[:2] <= opens[:2]:
        closes = closes.later()
    first, last = opens.clock(), closes.clock()
    if last <= first:  # over midnight
        raise _NotUnderstood
    return first, last


def _spans_of(hours: Sequence[Opening], day: Day) -> Iterator[Span]:
    return iter(sorted((one.opens, one.closes) for one in hours if day in one.days))


def _alike(days: Mapping[Day, tuple[Span, ...]]) -> list[tuple[tuple[Span, ...], list[Day]]]:
    """Put the days together that have the same hours, in the order of the week."""
    alike: dict[tuple[Span, ...], list[Day]] = {}
    for day in _DAYS:
        if days.get(day):
            alike.setdefault(days[day], []).append(day)
    return list(alike.items())


def _grouped(days: Mapping[Day, tuple[Span, ...]]) -> tuple[Opening, ...]:
    return tuple(
        Opening(days=tuple(one), opens=opens, closes=closes)
        for spans, one in _alike(days)
        for opens, closes in spans
    )


def _say_days(days: Sequence[Day]) -> str:
    first, last = _DAYS.index(days[0]), _DAYS.index(days[-1])
    names = [_NAMES[day] for day in days]
    if len(names) > 2 and last - first == len(names) - 1:
        return f"{names[0]} to {names[-1]}"
    return ", ".join(names[:-1]) + f" and {names[-1]}" if len(names) > 1 else names[0]
