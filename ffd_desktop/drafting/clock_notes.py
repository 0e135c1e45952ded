"""Where changes of the computer's clock are noted; adapters implement it."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from ffd_desktop.drafting.clock_jump import ClockJump, ClockNote
from ffd_desktop.drafting.ports import By


class ClockNotes(Protocol):
    """Keeps the notes; not for use from two threads, and durable when a method returns."""

    def add(self, referral_id: str, jump: ClockJump, *, by: By) -> None:
        """Note a change in the history of the referral that was being written."""
        ...

    def of(self, referral_id: str) -> tuple[ClockNote, ...]:
        """Give the notes in a referral's history, oldest first."""
        ...

    def newest(self) -> datetime | None:
        """Give when the newest record of the vault says that it was written."""
        ...
