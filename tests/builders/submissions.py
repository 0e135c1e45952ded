"""Submissions for tests: one that waits, and one that was delivered with its receipt."""

from __future__ import annotations

import msgspec

from ffd_desktop.sending.outcomes import Receipt
from ffd_desktop.sending.sealed import SealedFacts
from ffd_desktop.sending.submission import State, Submission, as_digest, begun


def queued(one: SealedFacts, key: str = "0" * 32) -> Submission:
    """Give something that waits to be sent."""
    return Submission(one.id, one.referral, one.digest, key, "2026-11-20T09:01:00+00:00")


def delivered(one: SealedFacts, key: str = "0" * 32) -> Submission:
    """Give something for which there is a receipt."""
    receipt = Receipt("FFD/0001", "2026-11-20T09:01:02Z", key, as_digest(one.digest), "")
    return msgspec.structs.replace(
        begun(queued(one, key)), state=State.DELIVERED, receipt=receipt, trouble=None
    )
