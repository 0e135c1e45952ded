"""What is true of something sealed on its way, in words for the person; never more than is known.

Holds no word of a referral. The telephone number beside these words is the screen's.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from ffd_desktop.councils.workdays import told_moment
from ffd_desktop.referral.private import Private
from ffd_desktop.sending.outcomes import Answer, Receipt, Trouble
from ffd_desktop.sending.submission import WAITS_FOR_SOMEBODY, State, Submission

_LONDON: Final = ZoneInfo("Europe/London")
CANNOT_WAIT: Final = "If it cannot wait, phone now:"


class Mood(StrEnum):
    """How loudly it is to be said."""

    QUIET = "quiet"
    WORKING = "working"
    WARN = "warn"
    DONE = "done"


class Told(Private, frozen=True):
    """What is true of one submission.

    Attributes:
        next: What the program does next, or the person.
        nags: Whether it is with nobody yet, as far as anybody knows.
    """

    head: str
    words: str
    next: str
    mood: Mood
    nags: bool = True


_WHY: Final[dict[Trouble, str]] = {
    Trouble.NO_CONNECTION: "The council’s portal could not be reached from this computer.",
    Trouble.CERTIFICATE: "What answered could not prove that it is the council’s portal, so "
    "nothing was sent to it.",
    Trouble.CUT: "The connection broke in the middle.",
    Trouble.SLOW: "The portal did not answer in time.",
    Trouble.SOMEBODY_ELSE: "Something else answered in the portal’s place, perhaps the network’s "
    "own sign-in page.",
    Trouble.SERVER: "The portal has a fault of its own.",
    Trouble.BUSY: "The portal is busy.",
    Trouble.SIGN_IN: "The portal wants you to sign in.",
    Trouble.OTHER_RECEIPT: "The receipt that came is not for this referral, so it does not count.",
    Trouble.NOT_TAKEN: "The portal did not take it.",
    Trouble.HELD: "The portal holds it, and has given no receipt yet.",
    Trouble.STOPPED: "You stopped it.",
    Trouble.UNREADABLE: "What was sealed could not be read from the vault; check the vault.",
    Trouble.CLOSED: "The program was closed, or locked, while it was being sent.",
}
_KINDS: Final = {
    "acknowledged": "The council has taken it up",
    "decided": "The council has decided",
    "outcome": "There is an outcome",
}
_SHORT: Final = {
    State.QUEUED: "Not sent yet",
    State.SENDING: "Being sent",
    State.UNKNOWN: "Arrival not known",
    State.DELIVERED: "Delivered",
    State.REFUSED: "Refused",
}
_ONCE: Final = "Nothing is sent twice: the portal is asked first."


def told(submission: Submission | None, now: datetime) -> Told:
    """Say what is true of something sealed; ``None`` where it was never queued."""
    if submission is None:
        return Told(
            "Sealed, not sent",
            "It lies in your vault, and the council has not got it from here.",
            "Send it, or bring it to the council another way.",
            Mood.WARN,
        )
    match submission.state:
        case State.DELIVERED if submission.receipt is not None:
            return _delivered(submission.receipt)
        case State.REFUSED:
            return _refused(submission)
        case State.SENDING:
            return Told("Being sent", "It is on its way to the portal.", "", Mood.WORKING)
        case State.UNKNOWN:
            return _unknown(submission, now)
        case _:
            return _waiting(submission, now)


def short(submission: Submission) -> str:
    """Say how it stands in two or three words, for a list."""
    return _SHORT[submission.state]


def delivered_at(receipt: Receipt) -> str:
    """Say when the council received it, by the portal's clock."""
    return _moment(receipt.received_at)


def answer_words(answer: Answer) -> str:
    """Say one answer of the council, as it was told."""
    what = answer.outcome or _KINDS.get(answer.kind, answer.kind)
    more = (
        f"{what}.",
        f"Why: {answer.reason}" if answer.reason else "",
        f"Ask for: {answer.worker}" if answer.worker else "",
    )
    return f"{_moment(answer.at)}: {' '.join(one for one in more if one)}"


def _delivered(receipt: Receipt) -> Told:
    return Told(
        "Delivered",
        f"The council has it under {receipt.reference}, received on {delivered_at(receipt)}. The "
        "receipt matches what was sealed.",
        "Keep the receipt. When an answer is due stands under After sending.",
        Mood.DONE,
        nags=False,
    )


def _refused(submission: Submission) -> Told:
    return Told(
        "Refused by the portal",
        f"The council has not got it. The portal said: {submission.reason}",
        "Trying again by itself would change nothing. Phone the council, put right what it names, "
        "then send it again.",
        Mood.WARN,
    )


def _unknown(submission: Submission, now: datetime) -> Told:
    return Told(
        "Not known whether it arrived",
        f"{_why(submission)} {_ONCE}",
        _when(submission, now, "The portal is asked"),
        Mood.WARN,
    )


def _waiting(submission: Submission, now: datetime) -> Told:
    if submission.trouble is None:
        return Told("Waiting to be sent", "The council has not got it yet.", "", Mood.WORKING)
    return Told(
        "Not sent yet",
        f"{_why(submission)} The council has not got it.",
        _when(submission, now, "It is tried"),
        Mood.WARN,
    )


def _moment(told_at: str) -> str:
    at = told_moment(told_at)
    if at is None:
        return told_at
    return f"{at.day} {at:%B %Y} at {at:%H:%M}"


def _why(submission: Submission) -> str:
    why = _WHY[submission.trouble] if submission.trouble else ""
    return f"{why} It said: {submission.reason}" if submission.reason else why


def _when(submission: Submission, now: datetime, what: str) -> str:
    if submission.trouble is Trouble.SIGN_IN:
        return "Sign in at the portal, and it goes on."
    if submission.trouble in WAITS_FOR_SOMEBODY:
        return "It goes on when you say so."
    if not submission.due_at:
        return f"{what} again now."
    due = datetime.fromisoformat(submission.due_at)
    if due <= now:
        return f"{what} again now."
    return f"{what} again at {due.astimezone(_LONDON):%H:%M}, and so on until it is known."
