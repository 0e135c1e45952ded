"""What a delivery tells of the answers after sending: put where nobody wrote, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from ffd_desktop.councils.workdays import told_moment
from ffd_desktop.referral.after import After
from ffd_desktop.referral.answers import is_answered
from ffd_desktop.referral.dates import DateKind, PartDate
from ffd_desktop.referral.edits import Edit, put
from ffd_desktop.sending.outcomes import Answer
from ffd_desktop.sending.submission import Submission

UPLOAD: Final = "upload"


def noted(after: After, submission: Submission) -> tuple[Edit, ...]:
    """Give the edits that note a delivery and what the council said since.

    The council's words for an outcome are its own: they are noted as the reason, and which code of
    the list they come to is left to a person.
    """
    if submission.receipt is None:
        return ()
    told: dict[str, object] = {}
    for name, value in _told(submission):
        told.setdefault(name, value)
    return tuple(
        put(f"after.{name}", msgspec.to_builtins(value))
        for name, value in told.items()
        if value and not is_answered(getattr(after, name))
    )


def _told(submission: Submission) -> Iterator[tuple[str, object]]:
    receipt = submission.receipt
    if receipt is not None:
        received = _moment(receipt.received_at)
        yield "sent_how", UPLOAD
        yield "sent_on", received
        yield "acknowledged_on", received
        yield "council_reference", receipt.reference
    for answer in submission.answers:
        yield from _answered(answer)


def _answered(answer: Answer) -> Iterator[tuple[str, object]]:
    at = _moment(answer.at)
    yield "acknowledged_by", answer.worker
    if answer.kind in ("decided", "outcome"):
        yield "decided_on", at
    if answer.kind == "outcome":
        yield "outcome_told_on", at
        yield "rationale", "\n".join(part for part in (answer.outcome, answer.reason) if part)


def _moment(told_at: str) -> PartDate | None:
    """Read a moment of the portal's clock as a day and time in London."""
    at = told_moment(told_at)
    if at is None:
        return None
    return PartDate(DateKind.DAY, at.year, at.month, at.day, time=f"{at:%H:%M}")
