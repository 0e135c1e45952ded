"""One errand to the portal, in three parts: taken, done on the way, and noted.

The first and the last belong to the vault lane, the middle to a lane of its own, so that nothing
waits for the network. What begins is on the disk before the first byte goes out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Protocol, TypeVar

from ffd_desktop.drafting.ports import By, Clock
from ffd_desktop.progress import SILENT, Progress
from ffd_desktop.referral.private import Private
from ffd_desktop.sending.outbox import Outbox, Portal
from ffd_desktop.sending.outcomes import Outcome
from ffd_desktop.sending.package import packed
from ffd_desktop.sending.ports import SealedStore
from ffd_desktop.sending.sealed import LeavingCopy
from ffd_desktop.sending.submission import (
    Action,
    State,
    Submission,
    after,
    begun,
    heard,
    next_action,
    woken,
)

T = TypeVar("T")


class Asks(Protocol):
    """Does a job where the vault is, and gives its answer here."""

    def __call__(self, job: Callable[[], T], /) -> T:
        """Do it."""
        ...


class Errand(Private, frozen=True):
    """What is to be done on the way; ``package`` is put to it last, and empty for a question."""

    submission: Submission
    action: Action
    package: bytes = b""


def take(outbox: Outbox, sealed_id: str, *, by: By, is_fresh: bool = True) -> Errand | None:
    """Take the next errand for a sealed thing; None where nothing is to be done.

    ``is_fresh`` says that nothing was asked just before: what the disk calls sending was then cut
    off, and what the portal said of the key may have changed.
    """
    found = outbox.of(sealed_id)
    if found is None:
        return None
    submission = woken(found) if is_fresh else found
    action = next_action(submission)
    match action:
        case Action.NOTHING:
            return None
        case Action.ASK:
            return Errand(submission, action)
        case Action.SEND:
            submission = begun(submission)
            outbox.put(submission, by=by)
            return Errand(submission, action)


def question(outbox: Outbox, sealed_id: str) -> Errand | None:
    """Take the errand of asking what the council says of something that is delivered."""
    found = outbox.of(sealed_id)
    if found is None or found.state is not State.DELIVERED:
        return None
    return Errand(found, Action.ASK)


def filled(errand: Errand, store: SealedStore, ask: Asks) -> Errand:
    """Put the package to an errand that hands over; ``ask`` does a job where the vault is.

    Raises:
        ProblemForPerson: What was sealed could not be read.
    """
    if errand.action is not Action.SEND:
        return errand
    return Errand(errand.submission, errand.action, _package(errand, store, ask))


def do(errand: Errand, portal: Portal, progress: Progress = SILENT) -> Outcome:
    """Do an errand, its package put to it; touches no vault."""
    key = errand.submission.key
    if errand.action is Action.ASK:
        return portal.ask(key)
    return portal.submit(
        key,
        errand.package,
        lambda done, total: progress.step(done, total, "Sending to the council"),
        progress.is_stopped,
    )


def note(outbox: Outbox, errand: Errand, outcome: Outcome, *, by: By, now: datetime) -> Submission:
    """Note what came of an errand; gives the submission as it is now."""
    submission = heard(after(errand.submission, outcome, now=now), outcome)
    outbox.put(submission, by=by)
    return submission


def turn(
    outbox: Outbox,
    store: SealedStore,
    portal: Portal,
    sealed_id: str,
    *,
    by: By,
    clock: Clock,
    progress: Progress = SILENT,
) -> Submission | None:
    """Do what is to be done next for a sealed thing, all three parts in one place.

    A question that the portal answers with “I never had it” is followed by handing over at once.
    """
    done, is_fresh = outbox.of(sealed_id), True
    while (errand := take(outbox, sealed_id, by=by, is_fresh=is_fresh)) is not None:
        outcome = do(filled(errand, store, directly), portal, progress)
        done, is_fresh = note(outbox, errand, outcome, by=by, now=clock.now()), False
        if not done.cleared:
            break
    return done


def directly(job: Callable[[], T]) -> T:
    """Ask the vault in place, where one thread does everything."""
    return job()


def _package(errand: Errand, store: SealedStore, ask: Asks) -> bytes:
    sealed = ask(lambda: store.whole(errand.submission.sealed))
    copies = [(copy, b"".join(_pieces(sealed.id, copy, store, ask))) for copy in sealed.attachments]
    return packed(sealed, copies, key=errand.submission.key)


def _pieces(sealed_id: str, copy: LeavingCopy, store: SealedStore, ask: Asks) -> Iterator[bytes]:
    """Read a copy piece by piece, so that a save between two of them waits for one only."""
    pieces = ask(lambda: store.copy(sealed_id, copy.attachment))
    while piece := ask(lambda: next(pieces, b"")):
        yield piece
