"""Which backups to keep and which may go: a pure rule over the times at which they were made.

Reckons in days, weeks and months that *have* a backup, never from today's date, so that a clock
set wrong removes nothing. The newest always stays.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import datetime
from typing import Final

RECENT: Final = 7
DAYS: Final = 14
WEEKS: Final = 9
MONTHS: Final = 24


def kept(made_at: Iterable[datetime]) -> frozenset[datetime]:
    """Choose the backups to keep.

    The newest seven; the last one of each of the newest fourteen days, nine weeks (a half-term
    with its holiday) and twenty-four months.
    """
    newest_first = sorted(set(made_at), reverse=True)
    return frozenset(
        (
            *newest_first[:RECENT],
            *_last_of_each(newest_first, lambda at: at.date(), DAYS),
            *_last_of_each(newest_first, lambda at: at.isocalendar()[:2], WEEKS),
            *_last_of_each(newest_first, lambda at: (at.year, at.month), MONTHS),
        )
    )


def _last_of_each(
    newest_first: list[datetime], span_of: Callable[[datetime], Hashable], most: int
) -> list[datetime]:
    last: dict[Hashable, datetime] = {}
    for at in newest_first:
        last.setdefault(span_of(at), at)
    return list(last.values())[:most]
