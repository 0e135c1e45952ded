"""A clock for pictures: the wall clock stands on a Friday afternoon, the other one goes on."""

from __future__ import annotations

import time
from datetime import datetime

from ffd_desktop.adapters.clock import SCHOOL_ZONE


class StandingClock:
    """Friday 20 November 2026, 14:03:07, for ever."""

    def now(self) -> datetime:
        """Give the one moment."""
        return datetime(2026, 11, 20, 14, 3, 7, tzinfo=SCHOOL_ZONE)

    def monotonic(self) -> float:
        """Give real seconds, on which saving and waiting stand."""
        return time.monotonic()
