"""When something is due by a council's clock. Says nothing where no source gives a time."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from ffd_desktop.councils.pack import Clock, TimeUnit, Value
from ffd_desktop.councils.workdays import LONDON, add_working_days, local


class Due(Value, frozen=True):
    """When something is due.

    Attributes:
        event: The clock's event.
        day: The day in London.
        at: The moment; the end of the day when the clock counts days.
        is_exact: Whether the clock counts hours, so that the time of day matters.
        words: When it is due, such as "by the end of Tuesday 7 April 2026".
        basis: Why, in the council's or the guidance's terms.
        source: Where that stands.
    """

    event: str
    day: date
    at: datetime
    is_exact: bool
    words: str
    basis: str
    source: str


def due(clock: Clock, start: datetime) -> Due | None:
    """Reckon when something is due that runs from a moment; ``None`` where no time is given.

    ``None`` too where a mistyped year leads past the last day that there is.

    Hours run through nights and weekends; working days leave out weekends and bank holidays of
    England, and the day of the start does not count.

    Raises:
        ValueError: When the start has no time zone.
    """
    if clock.amount is None or clock.unit is None:
        return None
    try:
        at = _moment(clock.amount, clock.unit, local(start))
    except OverflowError:
        return None
    is_exact = clock.unit is TimeUnit.HOURS
    return Due(
        event=clock.event,
        day=at.date(),
        at=at,
        is_exact=is_exact,
        words=f"by {at:%H:%M} on {_day(at.date())}" if is_exact else f"by the end of {_day(at)}",
        basis=clock.basis,
        source=clock.source,
    )


def _moment(amount: int, unit: TimeUnit, start: datetime) -> datetime:
    match unit:
        case TimeUnit.HOURS:
            return (start.astimezone(UTC) + timedelta(hours=amount)).astimezone(LONDON)
        case TimeUnit.DAYS:
            return _end_of(start.date() + timedelta(days=amount))
        case TimeUnit.WORKING_DAYS:
            return _end_of(add_working_days(start.date(), amount))


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time(23, 59, 59), tzinfo=LONDON)


def _day(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B} {day.year}"
