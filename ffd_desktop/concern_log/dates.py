"""Dates and times as logs and spreadsheets write them. What cannot be read stays as it stands.

Numbers between strokes are day, month, year, as in the United Kingdom.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from ffd_desktop.referral.dates import DateKind, PartDate, on, read_date
from ffd_desktop.referral.private import Private

_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKDAY: Final = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?"
_WEEKDAY: Final = re.compile(rf"({WEEKDAY})\s+", re.IGNORECASE)
_SECONDS: Final = re.compile(r"(\d{1,2}:\d{2}):\d{2}(?:\.\d+)?")
_BETWEEN: Final = re.compile(r"\s*[-–—|@]\s*(?=\d{1,2}[:.]\d{2}\s*(?:am|pm)?$)", re.IGNORECASE)
_TIME_FIRST: Final = re.compile(
    r"(\d{1,2}:\d{2}(?:\s*(?:am|pm))?),?\s+(?:on\s+)?(.+)", re.IGNORECASE
)
_ISO: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?")
_SERIAL: Final = re.compile(r"(\d{5})(\.\d+)?")
_SERIALS: Final = range(25_000, 60_000)  # days of 1968 to 2064 as a spreadsheet counts them
_SERIAL_ZERO: Final = date(1899, 12, 30)
_CLOCK: Final = re.compile(
    r"(\d{1,2})(?:[:.h](\d{2})(?::\d{2})?)?\s*(am|pm|a\.m\.|p\.m\.)?\s*(?:hrs|hours|h)?",
    re.IGNORECASE,
)
_CLOSED: Final = re.compile(r"([01]\d|2[0-3])([0-5]\d)\s*(?:hrs|hours|h)?", re.IGNORECASE)
_SHARE_OF_DAY: Final = re.compile(r"0?\.\d+")
_HERE: Final = ZoneInfo("Europe/London")
_MINUTES: Final = 24 * 60


class When(Private, frozen=True):
    """A date as it was read, and what of the writing it does not say.

    Attributes:
        date: ``None`` when nothing was written.
        left: Words to keep beside it, such as a time that is none; empty when it says all.
    """

    date: PartDate | None = None
    left: str = ""


def read_when(text: str, time: str = "", *, today: date) -> When:
    """Read a date and, from a column of its own, a time of day."""
    found = _date_of(text, today)
    time = " ".join(time.split())
    if not time:
        return found
    clock = read_time(time)
    if not clock or found.date is None or found.date.time or not found.date.is_date:
        is_said = bool(clock) and found.date is not None and found.date.time == clock
        left = (found.left, "" if is_said else f"Time: {time}")
        return When(found.date, "\n".join(one for one in left if one))
    return When(replace(found.date, time=clock), found.left)


def read_time(text: str) -> str:
    """Give a time of day as ``HH:MM``; empty when it is none."""
    plain = text.strip()
    if _SHARE_OF_DAY.fullmatch(plain):
        return _clock_of(float(plain))
    if closed := _CLOSED.fullmatch(plain):
        return f"{closed[1]}:{closed[2]}"
    found = _CLOCK.fullmatch(plain)
    if found is None or not (found[2] or found[3]):
        return ""
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()[:1]
    if half:
        hour = hour % 12 + (12 if half == "p" else 0) if 1 <= hour <= 12 else 99
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else ""


def is_day(text: str, today: date) -> bool:
    """Tell whether a text can be read as a date with at least its month."""
    found = _date_of(text, today).date
    return found is not None and found.kind in {DateKind.DAY, DateKind.MONTH}


def _date_of(text: str, today: date) -> When:
    raw = " ".join(text.split())
    if not raw:
        return When()
    special = _serial(raw) or _moment(raw)
    if special is not None:
        return When(special)
    weekday = _WEEKDAY.match(raw)
    plain = _SECONDS.sub(r"\1", raw[weekday.end() :] if weekday else raw)
    plain = _BETWEEN.sub(" ", plain)
    if first := _TIME_FIRST.fullmatch(plain):
        plain = f"{first[2]} {first[1]}"
    found = read_date(plain, today=today)
    if found is None or found.kind is DateKind.TEXT:
        return When(PartDate(kind=DateKind.TEXT, text=raw))
    return When(found, "" if _fits(weekday, found) else f"Date as written: {raw}")


def _fits(weekday: re.Match[str] | None, found: PartDate) -> bool:
    """Tell whether the day of the week that was written is that of the date."""
    day = found.earliest()
    if weekday is None or found.kind is not DateKind.DAY or day is None:
        return weekday is None
    return _WEEKDAYS[day.weekday()] == weekday[1][:3].lower()


def _serial(raw: str) -> PartDate | None:
    """Read the number by which a spreadsheet keeps a day, and the share of the day behind it."""
    found = _SERIAL.fullmatch(raw)
    if found is None or int(found[1]) not in _SERIALS:
        return None
    clock = _clock_of(float(f"0{found[2]}")) if found[2] and float(found[2]) else ""
    return on(_SERIAL_ZERO + timedelta(days=int(found[1])), time=clock)


def _clock_of(share: float) -> str:
    minutes = min(round(share * _MINUTES), _MINUTES - 1)
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _moment(raw: str) -> PartDate | None:
    """Read a moment of ISO 8601; one with a zone as the clocks stood here."""
    if _ISO.fullmatch(raw) is None:
        return None
    try:
        moment = datetime.fromisoformat(raw)
        moment = moment if moment.tzinfo is None else moment.astimezone(_HERE)
    except (ValueError, OverflowError):
        return None
    return on(moment.date(), time=f"{moment:%H:%M}")
