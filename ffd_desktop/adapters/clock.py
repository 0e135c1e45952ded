"""The computer's clock, the only place that asks it. Orders nothing: sequence numbers do that."""

from __future__ import annotations

import time
from datetime import datetime
from zoneinfo import ZoneInfo

SCHOOL_ZONE = ZoneInfo("Europe/London")


class SystemClock:
    """Tells the time in England; implements drafting's Clock."""

    def now(self) -> datetime:
        """The time now, aware, in the school's zone."""
        return datetime.now(SCHOOL_ZONE)

    def monotonic(self) -> float:
        """Seconds that only go forward, whatever is done to the date."""
        return time.monotonic()
