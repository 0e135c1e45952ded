"""What is sealed and with nobody yet, to be said wherever its referral is shown; vault lane."""

from __future__ import annotations

from ffd_desktop.app.desk import Desk
from ffd_desktop.drafting.ports import DraftState
from ffd_desktop.referral.private import Private
from ffd_desktop.sending.sealed import SealedFacts
from ffd_desktop.sending.submission import Submission
from ffd_desktop.sending.words import short

_OVER = (DraftState.CLOSED, DraftState.ARCHIVED)


class Nag(Private, frozen=True):
    """One sealed thing that the council has not got, as far as anybody knows.

    Attributes:
        submission: None where it was never queued.
    """

    referral: str
    reference: str
    council: str
    submission: Submission | None


def of_referral(desk: Desk, referral_id: str) -> tuple[Nag, ...]:
    """Give what of one referral is with nobody yet: itself, then its addenda."""
    state = desk.row(referral_id).state
    sent = {one.sealed: one for one in desk.outbox.of_referral(referral_id)}
    return tuple(
        Nag(referral_id, one.name, one.council, sent.get(one.id))
        for one in desk.sealed.of(referral_id)
        if _is_with_nobody(one, sent.get(one.id), state)
    )


def of_office(desk: Desk) -> tuple[Nag, ...]:
    """Give everything that was queued and has no receipt."""
    found = []
    for one in _on_its_way(desk):
        facts = next((each for each in desk.sealed.of(one.referral) if each.id == one.sealed), None)
        if facts is not None:
            found.append(Nag(one.referral, facts.name, facts.council, one))
    return tuple(found)


def states(desk: Desk) -> dict[str, str]:
    """Say of each referral that was queued and has no receipt how it stands, in a few words."""
    found = _on_its_way(desk)
    first = {one.referral: desk.sealed.of(one.referral)[0].id for one in found}
    return {one.referral: short(one) for one in found if first[one.referral] == one.sealed}


def _on_its_way(desk: Desk) -> tuple[Submission, ...]:
    """Give what was queued and has no receipt; also where its referral was closed meanwhile."""
    found = (*desk.outbox.undelivered(), *desk.outbox.waiting())
    return tuple({one.sealed: one for one in found}.values())


def _is_with_nobody(one: SealedFacts, submission: Submission | None, state: DraftState) -> bool:
    """Tell whether the council has not got it: what waits in the outbox goes out, whatever else."""
    if submission is not None and submission.is_open:
        return True
    is_there = submission is not None and submission.receipt is not None
    return not is_there and state not in _OVER and (one.is_addendum or state is DraftState.SEALED)
