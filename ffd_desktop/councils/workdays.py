"""Which days are working days in England, and what the clock on the wall says there.

Bank holidays come from the ``holidays`` library, offline, with the days that stand in for those
that fall on a weekend. School holidays are working days. Knows no one-off day off announced later.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import cache
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


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """Give the bank holidays of England in a year, substitute days included."""
    from holidays import country_holidays  # a late import keeps the start quick

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
