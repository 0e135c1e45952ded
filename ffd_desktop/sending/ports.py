"""What sending needs of the vault: a store of what was sealed.

The adapter implements it; tests hold it and the fake to the same contract suite.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from ffd_desktop.drafting.ports import By
from ffd_desktop.sending.sealed import Sealed, SealedFacts

NO_COPIES: Mapping[str, int] = {}


class SealedStore(Protocol):
    """Keeps what was sealed. Not for use from two threads; durable when a method returns.

    What is kept is never changed and goes only with its referral, when that is destroyed. What is
    restricted to others raises ``referral_restricted``, as in the referral store; an unknown
    referral ``referral_missing``.
    """

    def seal(self, sealed: Sealed, *, by: By, copies: Mapping[str, int] = NO_COPIES) -> None:
        """Keep it, and move its referral to the shelf's state "sealed", in one transaction.

        From then on the referral store refuses every edit of what is sent. An addendum leaves the
        state as it is.

        Args:
            sealed: The referral (number 1), or the next addendum.
            by: Who seals.
            copies: For each attachment whose copy differs from the file that came in, the number
                under which ``FileStore.begin`` and ``add`` took it in. The others leave as they
                came, and share those bytes.

        Raises:
            ProblemForPerson: ``already_sealed``: there is one of that number; ``not_sealed``: an
                addendum to what is no sealed referral; ``changed_while_sealing``: the referral is
                not (any more) what is to be sealed, or a file is not what was looked at. Nothing
                was then kept.
        """
        ...

    def of(self, referral_id: str) -> tuple[SealedFacts, ...]:
        """Give what was sealed of a referral: itself, then its addenda; nothing for a draft."""
        ...

    def whole(self, sealed_id: str) -> Sealed:
        """Give one sealed thing with its bytes.

        Raises:
            ProblemForPerson: ``sealed_missing``; ``sealed_damaged``: the bytes are not those that
                were sealed.
        """
        ...

    def copy(self, sealed_id: str, attachment: str) -> Iterator[bytes]:
        """Give the pieces of the copy of an attachment that leaves with it.

        Raises:
            ProblemForPerson: ``sealed_missing``, ``file_missing``.
        """
        ...
