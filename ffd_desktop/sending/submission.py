"""A sealed thing on its way to a portal: its states, and what follows from what happened.

Pure: values in, values out. Two promises hang on it. Nothing is called delivered without a receipt
whose key and digest are ours; and nothing is sent a second time before the portal was asked by its
key what became of the first.
"""

from __future__ import annotations

import base64
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, assert_never

from msgspec.structs import replace

from ffd_desktop.referral.private import Private
from ffd_desktop.sending.outcomes import (
    Answer,
    Failed,
    Held,
    NeverHad,
    Outcome,
    Receipt,
    Receipted,
    Refused,
    Trouble,
)

FIRST_PAUSE_S: Final = 15
LONGEST_PAUSE_S: Final = 3600
"""Pauses grow to an hour and stay there; the number of attempts has no limit."""


WAITS_FOR_SOMEBODY: Final = frozenset({Trouble.SIGN_IN, Trouble.STOPPED, Trouble.UNREADABLE})
"""What no later attempt mends by itself."""


class State(StrEnum):
    """Where a submission stands. Sealed, and in no outbox, is the state before them all."""

    QUEUED = "queued"
    SENDING = "sending"
    UNKNOWN = "unknown"
    DELIVERED = "delivered"
    REFUSED = "refused"


class Action(StrEnum):
    """What is to be done next for a submission."""

    SEND = "send"
    ASK = "ask"
    NOTHING = "nothing"


class Submission(Private, frozen=True, omit_defaults=True):
    """One sealed thing in the outbox.

    Attributes:
        sealed: The id of what was sealed.
        digest: SHA-256 of its content, in hexadecimal.
        key: Random, made once, for ever this submission's.
        attempts: How often handing over was begun.
        failures: How many attempts in a row led nowhere; the pause grows with them.
        due_at: When the next attempt is due, UTC, ISO form; empty for at once.
        trouble: What the last attempt ran into.
        reason: Of a refusal, in the portal's words.
        cleared: Whether the portal said, just before, that it never had it.
        answers: What the council said since.
    """

    sealed: str
    referral: str
    digest: str
    key: str
    queued_at: str
    state: State = State.QUEUED
    attempts: int = 0
    failures: int = 0
    due_at: str = ""
    trouble: Trouble | None = None
    reason: str = ""
    receipt: Receipt | None = None
    cleared: bool = False
    answers: tuple[Answer, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done for it."""
        return self.state not in (State.DELIVERED, State.REFUSED)


def next_action(submission: Submission) -> Action:
    """Say what comes next: the first attempt, or a question by its key before any other."""
    if not submission.is_open:
        return Action.NOTHING
    is_first = submission.state is State.QUEUED and submission.attempts == 0
    return Action.SEND if is_first or submission.cleared else Action.ASK


def is_due(submission: Submission, now: datetime) -> bool:
    """Say whether its pause is over. A clock that was put back holds nothing up."""
    if not submission.is_open:
        return False
    if not submission.due_at:
        return True
    if submission.trouble in WAITS_FOR_SOMEBODY:
        return False
    left = (datetime.fromisoformat(submission.due_at) - now).total_seconds()
    return left <= 0 or left > pause_s(submission.failures) * 2 + LONGEST_PAUSE_S


def begun(submission: Submission) -> Submission:
    """Hand-over begins. To be on the disk before the first byte goes out."""
    return replace(
        submission,
        state=State.SENDING,
        attempts=submission.attempts + 1,
        cleared=False,
        trouble=None,
        reason="",
        due_at="",
    )


def woken(submission: Submission) -> Submission:
    """Read back from the disk: what was going on at a kill, a lock or a power cut is unknown."""
    if submission.state is State.SENDING:
        submission = replace(submission, state=State.UNKNOWN, trouble=Trouble.CLOSED)
    return replace(submission, cleared=False)


def in_doubt(submission: Submission) -> Submission:
    """What may have been sent since anybody knew: the portal is asked before anything else."""
    return woken(begun(submission))


def hurried(submission: Submission) -> Submission:
    """Somebody wants it tried now, or signed in."""
    return replace(submission, due_at="", failures=0)


def again(submission: Submission, *, key: str, now: datetime) -> Submission:
    """Queue what was refused once more, under another key; the old key stays refused."""
    return Submission(
        submission.sealed,
        *(submission.referral, submission.digest, key),
        queued_at=now.isoformat(timespec="seconds"),
    )


def after(submission: Submission, outcome: Outcome, *, now: datetime) -> Submission:
    """Draw the conclusion from what came of an attempt or a question."""
    if not submission.is_open:
        return submission
    match outcome:
        case Receipted(receipt=receipt) if is_ours(receipt, submission):
            return _delivered(submission, receipt, outcome.answers)
        case Receipted():
            return _later(submission, State.UNKNOWN, now, trouble=Trouble.OTHER_RECEIPT)
        case Refused(final=True):
            return _ended(submission, State.REFUSED, reason=outcome.reason)
        case Refused(reason=reason, wait_s=wait_s):
            state = _left(submission, reached=False)
            trouble = Trouble.NOT_TAKEN
            return _later(submission, state, now, trouble=trouble, reason=reason, wait_s=wait_s)
        case Failed(trouble=trouble, reached=reached, wait_s=wait_s):
            state = _left(submission, reached=reached)
            return _later(submission, state, now, trouble=trouble, wait_s=wait_s)
        case NeverHad():
            return replace(submission, state=State.QUEUED, cleared=True, due_at="")
        case Held():
            return _later(submission, State.UNKNOWN, now, trouble=Trouble.HELD)
    assert_never(outcome)


def heard(submission: Submission, outcome: Outcome) -> Submission:
    """Take what the council said since, of something that is delivered; nothing else changes."""
    if submission.state is not State.DELIVERED or not isinstance(outcome, Receipted):
        return submission
    is_more = len(outcome.answers) >= len(submission.answers)
    if not is_more or not is_ours(outcome.receipt, submission):
        return submission
    return replace(submission, answers=outcome.answers)


def is_ours(receipt: Receipt, submission: Submission) -> bool:
    """Say whether a receipt is for this very submission: its key, and the digest of its words.

    SECURITY: the digest is sent nowhere in the clear; who can give it could open what we sent.
    """
    return receipt.key == submission.key and receipt.content_digest == as_digest(submission.digest)


def as_digest(hexadecimal: str) -> str:
    """Write a SHA-256 digest as RFC 9530 does."""
    return f"sha-256=:{base64.b64encode(bytes.fromhex(hexadecimal)).decode()}:"


def pause_s(failures: int) -> int:
    """Say how long to wait after so many failures in a row, in seconds."""
    return min(FIRST_PAUSE_S * 2 ** min(failures - 1, 10), LONGEST_PAUSE_S) if failures else 0


def _left(submission: Submission, *, reached: bool) -> State:
    """What an attempt leaves that led nowhere; a question that led nowhere changes nothing."""
    if submission.state is not State.SENDING:
        return submission.state
    return State.UNKNOWN if reached else State.QUEUED


def _later(
    submission: Submission,
    state: State,
    now: datetime,
    *,
    trouble: Trouble,
    reason: str = "",
    wait_s: int = 0,
) -> Submission:
    failures = submission.failures + 1
    due = now + timedelta(seconds=max(pause_s(failures), wait_s))
    return replace(
        submission,
        state=state,
        failures=failures,
        due_at=due.isoformat(timespec="seconds"),
        trouble=trouble,
        reason=reason,
        cleared=False,
    )


def _ended(submission: Submission, state: State, **told: object) -> Submission:
    quiet = {"trouble": None, "due_at": "", "failures": 0, "cleared": False, "reason": ""}
    return replace(submission, state=state, **{**quiet, **told})


def _delivered(submission: Submission, receipt: Receipt, answers: tuple[Answer, ...]) -> Submission:
    return _ended(submission, State.DELIVERED, receipt=receipt, answers=answers)
