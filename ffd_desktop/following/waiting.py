"""One thing that is due after sending: by whom, by when, on whose word, and how near it is."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from ffd_desktop.councils.workdays import local
from ffd_desktop.referral.private import Private


class When(StrEnum):
    """How near a thing is, nearest first."""

    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"
    LATER = "later"
    ANY_TIME = "any_time"


class Waiting(Private, frozen=True):
    """One thing that is due, by the council or by the school.

    Attributes:
        event: What it is, as a stable name.
        path: The answer that says it is done.
        what: What is due; names nobody.
        by: The last moment; ``None`` where no source gives one.
        words: When it is due, or whom to ask.
        why: The rule, in our words.
        source: Where it stands.
        how: What to do about it.
        is_ours: Whether the school owes it.
        at_once: Whether it cannot wait for a day of its own.
    """

    event: str
    path: str
    what: str
    by: datetime | None
    words: str
    why: str
    source: str
    how: str
    is_ours: bool = False
    at_once: bool = False

    def when(self, now: datetime, *, soon: date) -> When:
        """Say how near it is; ``soon`` is the last day that counts as soon."""
        if self.at_once:
            return When.TODAY
        if self.by is None:
            return When.ANY_TIME
        if self.by < now:
            return When.OVERDUE
        day = local(self.by).date()
        if day == local(now).date():
            return When.TODAY
        return When.SOON if day <= soon else When.LATER
