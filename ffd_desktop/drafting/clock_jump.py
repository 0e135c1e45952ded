"""Whether the computer's clock was changed while somebody wrote: a pure rule over two clocks.

The wall clock says when; the other one only goes forward, whatever is done to the date. Where the
two disagree, the wall clock was changed. Sequence numbers order, so nothing but the times is wrong.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final

import msgspec

from ffd_desktop.drafting.ports import By
from ffd_desktop.referral.dates import on

TOLERANCE: Final = timedelta(minutes=2)
"""What a clock that is put right over the network, or a busy computer, may differ by."""
_UNITS: Final = (("year", 365 * 86400), ("day", 86400), ("hour", 3600), ("minute", 60))


class Moment(msgspec.Struct, frozen=True):
    """One moment on both clocks; ``wall`` is aware, ``monotonic`` in seconds."""

    wall: datetime
    monotonic: float


class ClockJump(msgspec.Struct, frozen=True):
    """A change of the clock: what it would have shown, and what it showed."""

    expected: datetime
    shown: datetime

    @property
    def words(self) -> str:
        """Say it for the history."""
        way = "back" if self.shown.astimezone(UTC) < self.expected.astimezone(UTC) else "forward"
        return (
            f"The computer’s clock was put {way} by {_long(_apart(self.shown, self.expected))}: "
            f"from {_when(self.expected)} to {_when(self.shown)}."
        )


class ClockNote(msgspec.Struct, frozen=True):
    """A change of the clock in a referral's history; ``seq`` orders it among the edits."""

    seq: int
    by: By
    jump: ClockJump


def jump(before: Moment, now: Moment) -> ClockJump | None:
    """Give the change of the clock between two moments of one run; ``None`` for none."""
    # In UTC, because a sum or a difference within one zone leaves the change to summer time out.
    passed = timedelta(seconds=now.monotonic - before.monotonic)
    expected = (before.wall.astimezone(UTC) + passed).astimezone(now.wall.tzinfo)
    return ClockJump(expected, now.wall) if _apart(now.wall, expected) > TOLERANCE else None


def behind(newest: datetime | None, now: datetime) -> ClockJump | None:
    """Give the change that was made between two runs, seen when the newest record is yet to come.

    A clock that was put forward between two runs cannot be told from the time that passed.
    """
    if newest is None or newest.astimezone(UTC) - now.astimezone(UTC) <= TOLERANCE:
        return None
    return ClockJump(newest.astimezone(now.tzinfo), now)


def _apart(one: datetime, other: datetime) -> timedelta:
    return abs(one.astimezone(UTC) - other.astimezone(UTC))


def _long(off: timedelta) -> str:
    seconds = round(off.total_seconds())
    name, unit = next(one for one in _UNITS if seconds >= one[1])
    number = round(seconds / unit)
    return f"about {number} {name}{'' if number == 1 else 's'}"


def _when(moment: datetime) -> str:
    return f"{on(moment.date()).words()} at {moment:%H:%M}"
