"""Rows that were being brought in when the vault was locked: where from, and what was said of them.

SECURITY: what was pasted is kept in the vault with the rest, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping as Named

import msgspec

from ffd_desktop.concern_log.mapping import Mapping
from ffd_desktop.concern_log.rows import Target
from ffd_desktop.referral.private import Private

KEY = "bring_in"


class HalfBrought(Private, frozen=True):
    """What was pasted, or which file was chosen, and what a person set.

    Attributes:
        whom: Whom rows concern that name no child; ``None`` for all.
        ticks: Rows that a person ticked or unticked, by their numbers.
    """

    text: str = ""
    file: str = ""
    headings: tuple[str, ...] = ()
    meanings: tuple[str, ...] = ()
    target: Target = Target.EVENTS
    in_referral: bool = True
    whom: tuple[str, ...] | None = None
    ticks: dict[str, bool] = msgspec.field(default_factory=dict)

    def typed(self) -> dict[str, object]:
        """Give it JSON-like, for the vault to keep."""
        return {KEY: msgspec.to_builtins(self)}

    def mapping_for(self, proposed: Mapping) -> Mapping:
        """Set the columns as they were, unless they are others now."""
        if self.headings != proposed.headings or len(self.meanings) != len(proposed.meanings):
            return proposed
        return Mapping(self.headings, self.meanings)


def read_half(typed: Named[str, object]) -> HalfBrought | None:
    """Read what ``typed`` gave; ``None`` for anything else."""
    try:
        return msgspec.convert(typed[KEY], HalfBrought)
    except (KeyError, msgspec.ValidationError):
        return None
