"""Dates as people know them: exact, only a month, a due date, or "about four years old".

What was typed is never thrown away: text that is no date is kept as text. Never invents a day.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from datetime import time as time_of_day
from enum import StrEnum

from ffd_desktop.referral.private import Private

MONTHS = tuple(calendar.month_name)[1:]
_MONTH_BY_NAME = {name[:3].lower(): number for number, name in enumerate(MONTHS, start=1)}


class DateKind(StrEnum):
    """How much of a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    AGE = "age"
    DUE = "due"
    TEXT = "text"


class PartDate(Private, frozen=True, tag="date", omit_defaults=True, forbid_unknown_fields=True):
    """A date as far as it is known.

    Attributes:
        kind: Which of the other attributes speak.
        year: Calendar year, for day, month, year and due.
        month: 1 to 12, for day, month and due.
        day: Day of the month, for day and due.
        about: Whether the person said "about".
        years: For an age: whole years old.
        months: For an age: months beyond the years.
        said_on: For an age: the day it was said, ISO form, so that it can be reckoned later.
        time: Optional time of day, ``HH:MM``.
        text: What was typed, when it is no date (kept, shown and found by the checks).
    """

    kind: DateKind
    year: int = 0
    month: int = 0
    day: int = 0
    about: bool = False
    years: int = 0
    months: int = 0
    said_on: str = ""
    time: str = ""
    text: str = ""

    @property
    def is_date(self) -> bool:
        """Whether this can stand on a calendar at all."""
        return self.kind is not DateKind.TEXT and self.earliest() is not None

    def clock_time(self) -> time_of_day | None:
        """The time of day, or ``None`` when none was given or no clock shows it."""
        hour, _, minute = self.time.partition(":")
        if not (hour.isdecimal() and minute.isdecimal()):
            return None
        return time_of_day(int(hour), int(minute)) if int(hour) < 24 and int(minute) < 60 else None

    def earliest(self) -> date | None:
        """The first day that it could be, or ``None`` when it is no date."""
        return self._span()[0]

    def latest(self) -> date | None:
        """The last day that it could be, or ``None`` when it is no date."""
        return self._span()[1]

    def _span(self) -> tuple[date | None, date | None]:
        try:
            return self._calendar_span()
        except ValueError:
            return None, None

    def _calendar_span(self) -> tuple[date | None, date | None]:
        match self.kind:
            case DateKind.DAY | DateKind.DUE:
                day = date(self.year, self.month, self.day)
                return day, day
            case DateKind.MONTH:
                last = calendar.monthrange(self.year, self.month)[1]
                return date(self.year, self.month, 1), date(self.year, self.month, last)
            case DateKind.YEAR:
                return date(self.year, 1, 1), date(self.year, 12, 31)
            case DateKind.AGE:
                return self._age_span()
            case DateKind.TEXT:
                return None, None

    def _age_span(self) -> tuple[date, date]:
        said = date.fromisoformat(self.said_on)
        months = self.years * 12 + self.months
        width = 1 if self.months else 12
        return _months_before(said, months + width) + timedelta(days=1), _months_before(
            said, months
        )

    def words(self) -> str:
        """The date as it is shown and printed, such as "21 November 2026" or "March 2024"."""
        about = "about " if self.about else ""
        at = f" at {self.time}" if self.time else ""
        match self.kind:
            case DateKind.DAY:
                return f"{about}{self.day} {_month(self.month)} {self.year}{at}"
            case DateKind.DUE:
                return f"due {about}{self.day} {_month(self.month)} {self.year}"
            case DateKind.MONTH:
                return f"{about}{_month(self.month)} {self.year}{at}"
            case DateKind.YEAR:
                return f"{about}{self.year}{at}"
            case DateKind.AGE:
                return f"about {_age_words(self.years, self.months)} old"
            case DateKind.TEXT:
                return self.text + at

    @property
    def is_due(self) -> bool:
        """Whether it says when a baby is due, also where that is no day yet: "due in spring"."""
        if self.kind is DateKind.TEXT:
            return self.text.casefold().split(maxsplit=1)[:1] in (["due"], ["edd"])
        return self.kind is DateKind.DUE

    def sort_key(self) -> tuple[date, date, str]:
        """Order on a chronology: by first possible day, then last, then time; text comes last."""
        first, last = self._span()
        return first or date.max, last or date.max, self.time


def on(day: date, *, time: str = "") -> PartDate:
    """Make the exact date of a calendar day."""
    return PartDate(kind=DateKind.DAY, year=day.year, month=day.month, day=day.day, time=time)


def _month(number: int) -> str:
    return MONTHS[number - 1] if 1 <= number <= 12 else f"month {number}"


def _age_words(years: int, months: int) -> str:
    parts = [f"{years} {'year' if years == 1 else 'years'}"] if years or not months else []
    if months:
        parts.append(f"{months} {'month' if months == 1 else 'months'}")
    return " ".join(parts)


def _months_before(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 - months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


_SEPARATOR = r"[\s./,\-]+"
_DAY = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th)?{_SEPARATOR}([a-z]+|\d{{1,2}}){_SEPARATOR}(\d{{4}}|\d{{2}})"
)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_MONTH = re.compile(rf"([a-z]+|\d{{1,2}}){_SEPARATOR}(\d{{4}})")
_YEAR = re.compile(r"(\d{4})")
_AGE = re.compile(
    r"(?:(\d{1,2})\s*(?:years?|yrs?|y))?\s*(?:and\s*)?(?:(\d{1,2})\s*(?:months?|mths?|m))?\s*(?:old)?"
)
_BARE_AGE = re.compile(r"\d{1,2}")
_TIME = re.compile(r"(?:\bat\b)?\s*\b(\d{1,2})(?:[:.](\d{2})\s*(am|pm)?|\s*(am|pm))\s*$")


def read_date(text: str, *, today: date) -> PartDate | None:
    """Read what a person typed as a date, as far as it goes; ``None`` for blank.

    Understands ``27/3/2015``, ``27 March 2015``, ``2015-03-27``, ``March 2015``, ``2015``,
    ``about 4 years old`` or just ``about 4``, ``due 3 May 2027``, each with "about" and a time. Day
    before month, as in the United Kingdom. Anything else, such as 31 February, is kept as text.
    """
    raw = " ".join(text.split())
    if not raw:
        return None
    body, time = _split_time(raw.lower())
    body, about = _strip_word(body, ("about", "around", "approximately", "approx", "circa", "c."))
    body, due = _strip_word(body, ("due on", "due", "edd"))
    found = _read_body(body, about=about, due=due, time=time, today=today)
    return found or PartDate(kind=DateKind.TEXT, text=raw)


def _split_time(body: str) -> tuple[str, str]:
    match = _TIME.search(body)
    if match is None or match.start() == 0:
        return body, ""
    head = body[: match.start()].rstrip(" ,")
    hour, minute = int(match[1]), int(match[2] or 0)
    half = match[3] or match[4]
    if half == "pm" and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    looks_like_date_part = re.fullmatch(r"\d{1,2}\.\d{1,2}", head) is not None
    if hour > 23 or minute > 59 or looks_like_date_part or re.search(r"\d$", head) is None:
        return body, ""
    return head, f"{hour:02d}:{minute:02d}"


def _strip_word(body: str, words: tuple[str, ...]) -> tuple[str, bool]:
    for word in words:
        rest = body.removeprefix(word)
        if rest != body and (rest[:1].isspace() or rest[:1].isdigit()):
            return rest.strip(), True
    return body, False


def _read_body(body: str, *, about: bool, due: bool, time: str, today: date) -> PartDate | None:
    if match := _ISO.fullmatch(body):
        return _day(match[1], match[2], match[3], about=about, due=due, time=time, today=today)
    if match := _DAY.fullmatch(body):
        return _day(match[3], match[2], match[1], about=about, due=due, time=time, today=today)
    if (match := _MONTH.fullmatch(body)) and (month := _month_number(match[1])) and not due:
        return PartDate(
            kind=DateKind.MONTH, year=int(match[2]), month=month, about=about, time=time
        )
    if _YEAR.fullmatch(body) and not due and int(body) >= 1:
        return PartDate(kind=DateKind.YEAR, year=int(body), about=about, time=time)
    if (age := _age_said(body, about=about)) and not time:
        years, months = age
        return PartDate(
            kind=DateKind.AGE, years=years, months=months, about=True, said_on=today.isoformat()
        )
    return None


def _age_said(body: str, *, about: bool) -> tuple[int, int] | None:
    """Read years and months; a bare number is an age only after "about"."""
    if about and _BARE_AGE.fullmatch(body):
        return int(body), 0
    match = _AGE.fullmatch(body)
    return (int(match[1] or 0), int(match[2] or 0)) if match and (match[1] or match[2]) else None


def _day(
    year: str, month: str, day: str, *, about: bool, due: bool, time: str, today: date
) -> PartDate | None:
    number = _month_number(month)
    full_year = int(year) if len(year) == 4 else _century(int(year), today)
    made = PartDate(
        kind=DateKind.DUE if due else DateKind.DAY,
        year=full_year,
        month=number,
        day=int(day),
        about=about,
        time=time,
    )
    return made if made.is_date else None


def _century(short: int, today: date) -> int:
    year = today.year // 100 * 100 + short
    return year if year <= today.year + 2 else year - 100


def _month_number(text: str) -> int:
    if text.isdigit():
        return int(text) if 1 <= int(text) <= 12 else 0
    number = _MONTH_BY_NAME.get(text[:3], 0)
    spelled = text == "sept" or (number and MONTHS[number - 1].lower().startswith(text))
    return number if spelled else 0


def age_on(born: PartDate, day: date) -> tuple[int, int] | None:
    """Reckon the lowest and highest whole years old on a day; ``None`` if unborn or no date."""
    first, last = born.earliest(), born.latest()
    if first is None or last is None or born.kind is DateKind.DUE:
        return None
    return _whole_years(last, day), _whole_years(first, day)


def _whole_years(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
