"""The days on which the school is closed, as the office entered them.

They stop no clock of the council: they say that something falls due while nobody is there.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec


class Closure(msgspec.Struct, frozen=True):
    """A time when nobody is at school, its first and last day included."""

    first: date
    last: date
    name: str = ""


def closed_on(day: date, closures: Iterable[Closure]) -> Closure | None:
    """Give the closure that a day is in; ``None`` while the school is open."""
    return next((one for one in closures if one.first <= day <= one.last), None)
