"""When something was last changed, in words a person would use. Asks no clock."""

from __future__ import annotations

from datetime import datetime

from ffd_desktop.referral.dates import MONTHS

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def when_words(stored: str, now: datetime) -> str:
    """Say a stored time as seen from now: "today 14:03", "Monday 09:20", "3 March 2025".

    Args:
        stored: UTC, ISO form; anything else gives an empty text.
        now: Aware; its zone is the one that the words are in.
    """
    try:
        then = datetime.fromisoformat(stored).astimezone(now.tzinfo)
    except ValueError:
        return ""
    days = (now.date() - then.date()).days
    time = f"{then:%H:%M}"
    if days == 0:
        return f"today {time}"
    if days == 1:
        return f"yesterday {time}"
    if 1 < days < 7:
        return f"{_DAYS[then.weekday()]} {time}"
    year = f" {then.year}" if then.year != now.year else ""
    return f"{then.day} {MONTHS[then.month - 1]}{year}"


def day_words(iso: str) -> str:
    """Say a day of ISO form, such as "3 November 2026"; the text itself when it is none."""
    try:
        day = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
