"""What the screen of keeping uses of the vault; every method belongs to the vault lane."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from ffd_desktop.app.following import ToReview
from ffd_desktop.referral.dates import PartDate
from ffd_desktop.referral.private import Private


class Looked(Private, frozen=True):
    """What was found.

    Attributes:
        due: What somebody should look at now, the longest due first.
        held: What nobody may destroy.
        undated: What has no day, for a date of birth is missing.
        later: How many are kept until a later day.
    """

    due: Sequence[ToReview]
    held: Sequence[ToReview]
    undated: Sequence[ToReview]
    later: int


class Keeper(Protocol):
    """Looks after how long records are kept."""

    def look(self) -> Looked:
        """Look through all records that whoever unlocked may read."""
        ...

    def keep_longer(self, referral_id: str, until: PartDate, reason: str) -> None:
        """Keep a record longer."""
        ...

    def hold(self, referral_id: str, reason: str) -> None:
        """Hold a record."""
        ...

    def destroy(self, referral_id: str, reason: str) -> None:
        """Destroy a record for ever."""
        ...
