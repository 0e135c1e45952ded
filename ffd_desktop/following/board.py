"""The board: what is due over all referrals, overdue first, then today, soon, later, any time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from ffd_desktop.councils.workdays import LONDON, add_working_days, local
from ffd_desktop.following.closures import Closure, closed_on
from ffd_desktop.following.waiting import Waiting, When
from ffd_desktop.referral.private import Private

SOON = 3


class Followed(Private, frozen=True):
    """A referral with what is due for it.

    Attributes:
        id: The referral's.
        reference: The school's own; neutral.
        children: Names of the children referred, as the shelf shows them.
    """

    id: str
    reference: str
    children: tuple[str, ...]
    due: tuple[Waiting, ...]


class Line(Private, frozen=True):
    """One thing that is due for one referral, and how near it is.

    Attributes:
        closure: The closure of the school in which its day falls; ``None`` for an open day.
    """

    of: Followed
    waiting: Waiting
    when: When
    closure: Closure | None = None


def board(
    followed: Iterable[Followed], *, now: datetime, closures: Sequence[Closure] = ()
) -> dict[When, tuple[Line, ...]]:
    """Group what is due by how near it is, the earliest first; a group may be empty.

    Soon is what falls due within three working days. What falls due while the school is closed is
    soon as long before it closes, so that whoever looks after it is named in time.
    """
    today = local(now).date()
    soon = add_working_days(today, SOON)
    lines = [_line(one, each, now, soon, closures) for one in followed for each in one.due]
    lines.sort(key=lambda line: (line.waiting.by or _NEVER, line.of.reference))
    return {when: tuple(line for line in lines if line.when is when) for when in When}


def near_words(groups: Mapping[When, Sequence[Line]]) -> str:
    """Say in a few words how much is near; nothing while nothing is due at all."""
    near = (f"{len(groups[one])} {word}" for one, word in _NEAR.items() if groups[one])
    return ", ".join(near) or ("Nothing is near" if any(groups.values()) else "")


_NEAR = {When.OVERDUE: "overdue", When.TODAY: "due today", When.SOON: "soon"}
_NEVER = datetime.max.replace(tzinfo=LONDON)


def _line(
    of: Followed, waiting: Waiting, now: datetime, soon: date, closures: Sequence[Closure]
) -> Line:
    day = local(waiting.by).date() if waiting.by else None
    closure = closed_on(day, closures) if day else None
    when = waiting.when(now, soon=soon)
    if when is When.LATER and closure is not None and closure.first <= soon:
        when = When.SOON
    return Line(of, waiting, when, closure)
