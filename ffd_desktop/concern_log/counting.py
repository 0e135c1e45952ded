"""How many rows there are, and of which kind, in words. Decides nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ffd_desktop.concern_log.rows import LogRow, Standing


def counted(rows: Sequence[LogRow]) -> str:
    """Say how many rows there are and what is to be known of them.

    Such as "41 rows: 38 new, 2 already there, 1 without a date".
    """
    kinds = Counter(row.standing for row in rows)
    undated = sum(not row.is_dated for row in rows if row.is_proposed)
    parts = [f"{kinds[one]:,} {one.value}" for one in Standing if kinds[one]]
    if undated:
        parts.append(f"{undated:,} without a date")
    return f"{rows_words(len(rows))}: {', '.join(parts)}" if parts else rows_words(0)


def rows_words(count: int) -> str:
    """Give a number of rows in words."""
    return "No rows" if not count else f"{count:,} {'row' if count == 1 else 'rows'}"
