"""The computer's clock, the only place that asks it. Orders nothing: sequence numbers do that."""

from __future__ import annotations

import time
from datetime import datetime
from zoneinfo import ZoneInfo

SCHOOL_ZONE = ZoneInfo("Europe/London")
_GOES_ON: int | None = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))


class SystemClock:
    """Tells the time in England; implements drafting's Clock."""

    def now(self) -> datetime:
        """The time now, aware, in the school's zone."""
        return datetime.now(SCHOOL_ZONE)

    def monotonic(self) -> float:
        """Seconds that only go forward, whatever is done to the date, and also while it sleeps.

        On Linux ``time.monotonic`` stands still then, so that each sleep would look like a clock
        that was put forward; on macOS and Windows what is used here goes on.
        """
        return time.clock_gettime(_GOES_ON) if _GOES_ON is not None else time.monotonic()
