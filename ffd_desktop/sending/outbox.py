"""What sending needs of the world: an outbox that survives anything, and a way to a portal.

Adapters implement these; tests hold the fakes and the real ones to the same contracts.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from ffd_desktop.drafting.ports import By
from ffd_desktop.sending.outcomes import Outcome
from ffd_desktop.sending.submission import Submission

Moved = Callable[[int, int], None]
"""Hears how many bytes of how many went out."""


class Outbox(Protocol):
    """The submissions of one vault. Not for use from two threads; durable when a method returns.

    What is restricted to others raises ``referral_restricted``, as in the referral store.
    """

    def put(self, submission: Submission, *, by: By) -> None:
        """Keep a submission as it stands now, in the place of what was kept of that key."""
        ...

    def of(self, sealed_id: str) -> Submission | None:
        """Give the newest submission of a sealed thing; None where it was never queued."""
        ...

    def of_referral(self, referral_id: str) -> tuple[Submission, ...]:
        """Give the newest submission of each sealed thing of a referral, in order."""
        ...

    def waiting(self) -> tuple[Submission, ...]:
        """Give every submission for which something is to be done, oldest first.

        Those that whoever unlocked may not read are not among them.
        """
        ...

    def undelivered(self) -> tuple[Submission, ...]:
        """Give the newest submission of each sealed thing that has no receipt, oldest first.

        Without those of referrals that came to the council another way, or are closed or archived.
        """
        ...


class Portal(Protocol):
    """A way to one council's portal. Touches no vault; may be slow, and may be stopped."""

    def submit(
        self, key: str, package: bytes, moved: Moved, is_stopped: Callable[[], bool]
    ) -> Outcome:
        """Encrypt a package to the council's key and hand it over."""
        ...

    def ask(self, key: str) -> Outcome:
        """Ask what became of a key."""
        ...
