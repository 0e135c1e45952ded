"""Which column was what, as it is kept for the next table with the same headings.

A column's meaning is a text here (empty: left out); whose it is gives it sense.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

from ffd_desktop.tables.folding import squeeze


def heading_set(headings: Sequence[str]) -> str:
    """Give a short name of a set of headings, whatever their order, for remembering a mapping."""
    said = sorted(squeeze(one) for one in headings)
    return blake2b("\n".join(said).encode(), digest_size=12).hexdigest()


def occurrences(headings: Sequence[str]) -> list[tuple[str, int]]:
    """Tell repeated headings apart by their turn."""
    seen: dict[str, int] = {}
    found = []
    for heading in headings:
        plain = squeeze(heading)
        seen[plain] = seen.get(plain, 0) + 1
        found.append((plain, seen[plain]))
    return found


def to_keep(headings: Sequence[str], meanings: Sequence[str]) -> list[list[object]]:
    """Give a mapping as the vault's settings keep it: heading, its turn, meaning."""
    return [
        [plain, turn, meaning]
        for (plain, turn), meaning in zip(occurrences(headings), meanings, strict=True)
    ]


def from_kept(kept: object, headings: Sequence[str]) -> tuple[str, ...] | None:
    """Give the kept meanings of these headings; ``None`` when it is not about them."""
    if not isinstance(kept, list):
        return None
    known = {
        (str(row[0]), int(row[1])): str(row[2])
        for row in kept
        if isinstance(row, list) and len(row) == 3
    }
    wanted = occurrences(headings)
    if set(known) != set(wanted):
        return None
    return tuple(known[one] for one in wanted)
