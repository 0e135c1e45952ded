"""For whom a paper is made."""

from __future__ import annotations

from enum import StrEnum


class Reader(StrEnum):
    """Who reads a paper: the council, with everything in it, or the family."""

    COUNCIL = "council"
    FAMILY = "family"
