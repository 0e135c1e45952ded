"""Until when a record is kept: 25 years from birth, then somebody looks at it and decides.

No law sets a time. Nothing is ever destroyed by itself, and nothing at all while it is held.
"""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterable
from datetime import MAXYEAR, date
from typing import Final

from ffd_desktop.referral.answers import is_known
from ffd_desktop.referral.dates import PartDate
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.naming import called
from ffd_desktop.referral.people import Child
from ffd_desktop.referral.private import Private

YEARS: Final = 25
SOURCE: Final = "Toolkit for schools of the Information and Records Management Society (IRMS)"


class Kept(Private, frozen=True):
    """Until when a record is kept for a child.

    Attributes:
        child: The child's id.
        name: For the screen.
        until: The day from which it is looked at; ``None`` where no date of birth gives one.
    """

    child: str
    name: str
    until: date | None


class Review(Private, frozen=True):
    """When a referral is looked at again, and whether it may go.

    Attributes:
        children: Each child of the family, referred or not: all of them are written about.
        on: The latest day of all of them, or the later day that somebody set; ``None`` while one
            child has no date of birth.
        held: Why it is held; empty when it is not.
    """

    children: tuple[Kept, ...]
    on: date | None
    held: str = ""

    def is_due(self, today: date) -> bool:
        """Tell whether somebody should look at it now; what is held is never due."""
        return not self.held and self.on is not None and self.on <= today


def review_of(referral: Referral) -> Review:
    """Reckon when a referral is looked at: with the youngest child, so that none goes early."""
    children = tuple(Kept(one.id, called(one), _until(one)) for one in referral.children)
    days = [one.until for one in children]
    known = [day for day in days if day is not None]
    latest = max(known) if known and len(known) == len(days) else None
    return Review(children, _later(latest, referral.after.keep_until), _held(referral))


def due_for_review(reviews: Iterable[tuple[str, Review]], today: date) -> tuple[str, ...]:
    """Give the ids of the referrals that somebody should look at, the longest due first."""
    due = ((one.on, key) for key, one in reviews if one.is_due(today) and one.on is not None)
    return tuple(key for _, key in sorted(due))


def _held(referral: Referral) -> str:
    after = referral.after
    if after.hold is not True:
        return ""
    return after.hold_reason if isinstance(after.hold_reason, str) else "No reason is written down"


def _later(day: date | None, chosen: object) -> date | None:
    """Give the later of two days, or the one that is known."""
    set_for = chosen.latest() if isinstance(chosen, PartDate) else None
    if set_for is None or day is None:
        return set_for or day
    return max(day, set_for)


def _until(child: Child) -> date | None:
    """Give the day 25 years after the last day on which a child may have been born."""
    born = child.date_of_birth
    day = born.latest() if is_known(born) and isinstance(born, PartDate) else None
    if day is None or day.year + YEARS > MAXYEAR:
        return None
    year = day.year + YEARS
    if day.month == 2 and day.day == 29 and not isleap(year):
        return date(year, 3, 1)
    return day.replace(year=year)
