"""Which days are working days in England, and what the clock on the wall says there.

Bank holidays are those that the ``holidays`` library gives, with the days that stand in for those
that fall on a weekend, kept as a list: the library takes 20 MB and a tenth of a second, and the
locked screen needs the days. School holidays are working days. Knows no one-off day off announced
later.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def local(moment: datetime) -> datetime:
    """Give a moment as the clock on the wall in London shows it.

    Raises:
        ValueError: When the moment has no time zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    return moment.astimezone(LONDON)


def told_moment(told_at: str) -> datetime | None:
    """Read a moment that somebody else's clock told, as London shows it; ``None`` for what is none.

    A moment at the very ends of the calendar cannot be shown in another zone.
    """
    try:
        return local(datetime.fromisoformat(told_at))
    except (ValueError, OverflowError):
        return None


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """Give the bank holidays of England in a year, substitute days included."""
    listed = frozenset(day for day in _listed() if day.year == year)
    return listed or _reckoned(year)


@cache
def _listed() -> tuple[date, ...]:
    text = files("resources").joinpath("words/bank_holidays.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return tuple(map(date.fromisoformat, lines))


def _reckoned(year: int) -> frozenset[date]:
    from holidays import country_holidays  # only for a year beyond the list

    return frozenset(country_holidays("GB", subdiv="ENG", years=year))


def is_working_day(day: date) -> bool:
    """Tell whether a day is neither at a weekend nor a bank holiday in England."""
    return day.weekday() < 5 and day not in bank_holidays(day.year)


def add_working_days(day: date, amount: int) -> date:
    """Give the nth working day after a day; the day itself does not count.

    Raises:
        ValueError: When the amount is below nought.
    """
    if amount < 0:
        raise ValueError("working days are counted forwards")
    while amount:
        day += timedelta(days=1)
        amount -= is_working_day(day)
    return day
