"""A thing that is due by a clock of the council's pack."""

from __future__ import annotations

from datetime import datetime

from ffd_desktop.councils.clocks import due
from ffd_desktop.councils.pack import Clock
from ffd_desktop.following.waiting import Waiting


def clocked(clock: Clock, start: datetime | None, *, path: str, how: str) -> Waiting:
    """Reckon what is due from a moment; where no time can be given, say whom to ask or what for."""
    reckoned = due(clock, start) if start is not None else None
    return Waiting(
        event=clock.event,
        path=path,
        what=clock.title,
        by=reckoned.at if reckoned else None,
        words=reckoned.words if reckoned else _unreckoned(clock),
        why=clock.basis,
        source=clock.source,
        how=how,
    )


def _unreckoned(clock: Clock) -> str:
    if clock.amount is None:
        return clock.ask
    return f"Write down the day of {clock.counted_from}, and it is reckoned."
