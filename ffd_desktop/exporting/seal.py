"""The words of a seal on paper: by whom, when, and the digest that tells whether it is the same.

The beginning of the digest stands at the foot of each page, all of it on the first.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from ffd_desktop.referral.dates import on
from ffd_desktop.referral.private import Private

_GROUP: Final = 4
_SHORT: Final = 16


class Seal(Private, frozen=True):
    """What a paper says of the seal that it bears.

    Attributes:
        by: The member of staff who sealed.
        at: When, in the school's zone.
        digest: SHA-256 of the content, in hexadecimal.
    """

    by: str
    at: datetime
    digest: str

    @property
    def when(self) -> str:
        """Say when."""
        return f"{on(self.at.date()).words()} at {self.at:%H:%M}"

    @property
    def foot(self) -> str:
        """Say the beginning of the digest, for the foot of each page."""
        return f"SHA-256 {grouped(self.digest[:_SHORT])}"

    def lines(self) -> tuple[str, ...]:
        """Say all of it, for the first page."""
        return (f"Sealed by {self.by} on {self.when}.", f"SHA-256 {grouped(self.digest)}")


def grouped(digest: str) -> str:
    """Give a digest in fours, which can be read aloud and compared."""
    return " ".join(digest[at : at + _GROUP] for at in range(0, len(digest), _GROUP))


def short(digest: str) -> str:
    """Give the beginning of a digest, as it stands at the foot of a paper."""
    return grouped(digest[:_SHORT])
