"""The short signs of what was filled in and not yet confirmed, and the legend that explains them.

A sign is a plain word in brackets, so that it is read out as well as seen.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from ffd_desktop.referral.dates import on
from ffd_desktop.referral.model import Origin

_SOURCES: Final = {"roll": "the school\u2019s roll", "profile": "the school\u2019s profile"}


class Marks:
    """The signs that one paper bears."""

    def __init__(self) -> None:
        self._days: dict[str, set[str]] = {}

    def put(self, words: str, origin: Origin | None) -> str:
        """Return the words with the sign of where they came from, if nobody confirmed them."""
        if origin is None or not words:
            return words
        self._days.setdefault(origin.kind, set()).add(origin.as_of)
        return f"{words}\u00a0({origin.kind})"

    def legend(self) -> Iterator[str]:
        """Yield what each sign means that was put."""
        for kind, days in self._days.items():
            of = " or ".join(filter(None, map(_day, sorted(days))))
            source = _SOURCES.get(kind, kind) + (f" of {of}" if of else "")
            yield f"({kind}): taken from {source}; not yet confirmed by a person."


def _day(iso: str) -> str:
    try:
        return on(date.fromisoformat(iso)).words()
    except ValueError:
        return ""
