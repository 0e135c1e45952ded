"""An outbox in memory."""

from __future__ import annotations

from ffd_desktop.drafting.ports import By
from ffd_desktop.sending.submission import Submission


class FakeOutbox:
    """Keeps submissions while it lives, as the vault's does for ever."""

    def __init__(self) -> None:
        self._kept: dict[str, Submission] = {}

    def put(self, submission: Submission, *, by: By) -> None:
        self._kept[submission.key] = submission

    def of(self, sealed_id: str) -> Submission | None:
        return next((one for one in self._newest() if one.sealed == sealed_id), None)

    def of_referral(self, referral_id: str) -> tuple[Submission, ...]:
        return tuple(one for one in self._newest() if one.referral == referral_id)

    def waiting(self) -> tuple[Submission, ...]:
        return tuple(one for one in self._newest() if one.is_open)

    def _newest(self) -> list[Submission]:
        return list({one.sealed: one for one in self._kept.values()}.values())
