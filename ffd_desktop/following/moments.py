"""Moments out of what people write down: a day with a time, a day, a month."""

from __future__ import annotations

from datetime import datetime, time

from ffd_desktop.councils.workdays import LONDON
from ffd_desktop.referral.answers import NotKnown, is_answered
from ffd_desktop.referral.dates import DateKind, PartDate


def start_of(when: object) -> datetime | None:
    """Give the moment that an answer names, or the start of its day; ``None`` for a part date."""
    if not isinstance(when, PartDate) or when.kind is not DateKind.DAY:
        return None
    day = when.earliest()
    return datetime.combine(day, when.clock_time() or time(), tzinfo=LONDON) if day else None


def exact(when: object) -> datetime | None:
    """Give the moment that an answer names; ``None`` without its time of day."""
    return start_of(when) if isinstance(when, PartDate) and when.clock_time() else None


def end_of(when: object) -> datetime | None:
    """Give the last moment of a day, a month or a year; ``None`` for what is no date."""
    last = when.latest() if isinstance(when, PartDate) else None
    return datetime.combine(last, time(23, 59, 59), tzinfo=LONDON) if last else None


def has_come(*answers: object) -> bool:
    """Tell whether any of these was answered with more than "not known"."""
    return any(is_answered(one) and not isinstance(one, NotKnown) for one in answers)
