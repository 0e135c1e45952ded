"""One errand to the portal, in three parts: taken, done on the way, and noted.

The first and the last belong to the vault lane, the middle to a lane of its own, so that nothing
waits for the network. What begins is on the disk before the first byte goes out.
"""

from __future__ import annotations

from datetime import datetime

from ffd_desktop.drafting.ports import By, Clock
from ffd_desktop.progress import SILENT, Progress
from ffd_desktop.referral.private import Private
from ffd_desktop.sending.outbox import Outbox, Portal
from ffd_desktop.sending.outcomes import Outcome
from ffd_desktop.sending.package import packed
from ffd_desktop.sending.ports import SealedStore
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


class Errand(Private, frozen=True):
    """What is to be done on the way; ``package`` is empty for a question."""

    submission: Submission
    action: Action
    package: bytes = b""


def take(
    outbox: Outbox, store: SealedStore, sealed_id: str, *, by: By, is_fresh: bool = True
) -> Errand | None:
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
            package = _package(store, submission)
            submission = begun(submission)
            outbox.put(submission, by=by)
            return Errand(submission, action, package)


def question(outbox: Outbox, sealed_id: str) -> Errand | None:
    """Take the errand of asking what the council says of something that is delivered."""
    found = outbox.of(sealed_id)
    if found is None or found.state is not State.DELIVERED:
        return None
    return Errand(found, Action.ASK)


def do(errand: Errand, portal: Portal, progress: Progress = SILENT) -> Outcome:
    """Do an errand; touches no vault."""
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
    errand = take(outbox, store, sealed_id, by=by)
    if errand is None:
        return outbox.of(sealed_id)
    done = note(outbox, errand, do(errand, portal, progress), by=by, now=clock.now())
    if not done.cleared:
        return done
    errand = take(outbox, store, sealed_id, by=by, is_fresh=False)
    return (
        note(outbox, errand, do(errand, portal, progress), by=by, now=clock.now())
        if errand is not None
        else done
    )


def _package(store: SealedStore, submission: Submission) -> bytes:
    sealed = store.whole(submission.sealed)
    copies = [
        (copy, b"".join(store.copy(sealed.id, copy.attachment))) for copy in sealed.attachments
    ]
    return packed(sealed, copies, key=submission.key)
