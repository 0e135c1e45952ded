"""Notes of the papers that were printed or saved: who, when, what, for whom; and their port."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, Protocol

from ffd_desktop.drafting.ports import By
from ffd_desktop.referral.private import Private


class How(StrEnum):
    """How a paper left."""

    PRINTED = "printed"
    PDF = "pdf"
    TEXT = "text"
    JSON = "json"


_HOW: Final[Mapping[How, str]] = {
    How.PRINTED: "Printed",
    How.PDF: "Saved as PDF",
    How.TEXT: "Saved as text",
    How.JSON: "Saved as JSON",
}


class Left(Private, frozen=True, omit_defaults=True):
    """A paper that was printed or saved.

    Attributes:
        paper: What it is, such as "Chronology".
        whom: For whom, in the words of whoever made it; empty when nobody said.
        digest: SHA-256 of the bytes that were printed or saved, in hexadecimal.
        why: Reasons that were given for making it, or for what is in it or is not.
    """

    paper: str
    how: How
    whom: str = ""
    digest: str = ""
    why: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """Say it on one line."""
        whom = f", for {self.whom}" if self.whom else ""
        return f"{_HOW[self.how]}: {self.paper}{whom}"


class PaperNote(Private, frozen=True):
    """A paper in a referral's history; ``seq`` orders it among the edits."""

    seq: int
    by: By
    left: Left


class PaperNotes(Protocol):
    """Keeps the notes; not for use from two threads, and durable when a method returns.

    Unknown and restricted referrals raise as in ``ReferralStore``.
    """

    def add(self, referral_id: str, left: Left, *, by: By) -> None:
        """Note a paper in the history of the referral that it was made of."""
        ...

    def of(self, referral_id: str) -> tuple[PaperNote, ...]:
        """Give the notes in a referral's history, oldest first."""
        ...
