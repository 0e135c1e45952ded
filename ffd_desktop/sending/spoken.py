"""A passphrase made to be said on the telephone, for one file that goes to somebody else.

Six groups of four figures: said in any accent, written down by anybody, typed on any keyboard, and
none of them a word. 10^24 of them is just short of 80 bits. Never stores anything.
"""

from __future__ import annotations

import secrets
from typing import ClassVar, Final, Self

GROUP: Final = 4
GROUPS: Final = 6


class Spoken:
    """A passphrase; ``str()`` of it is what is typed, ``repr`` shows nothing."""

    NAME: ClassVar[str] = "passphrase"
    __slots__ = ("_figures",)

    def __init__(self, figures: str) -> None:
        if len(figures) != GROUP * GROUPS or not (figures.isascii() and figures.isdecimal()):
            raise ValueError("A passphrase to be said has its number of figures.")
        self._figures = figures

    @classmethod
    def fresh(cls) -> Self:
        """Draw one."""
        return cls("".join(secrets.choice("0123456789") for _ in range(GROUP * GROUPS)))

    def groups(self) -> tuple[str, ...]:
        """Give the groups, for the page and for saying them."""
        starts = range(0, len(self._figures), GROUP)
        return tuple(self._figures[start : start + GROUP] for start in starts)

    def __str__(self) -> str:
        return self._figures

    def __repr__(self) -> str:
        return "Spoken(hidden)"
