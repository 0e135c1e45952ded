"""By when the council wants the form after a telephone call, in the council's own terms."""

from __future__ import annotations

from ffd_desktop.councils.clocks import due
from ffd_desktop.councils.pack import Clock, Pack
from ffd_desktop.following.moments import exact
from ffd_desktop.referral.calls import council_told
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.private import Private

CLOCK = "written_confirmation"


class WrittenAfterCall(Private, frozen=True):
    """What is due after the call.

    Attributes:
        words: By when, or whom to ask.
        basis: The rule, in our words.
        source: Where it stands.
    """

    words: str
    basis: str
    source: str


def written_after_call(referral: Referral, pack: Pack) -> WrittenAfterCall | None:
    """Say by when the form is due; ``None`` while nobody phoned, or the council has no rule."""
    clock = next((one for one in pack.clocks if one.event == CLOCK), None)
    told = council_told(referral)
    if clock is None or told is None:
        return None
    return WrittenAfterCall(_words(clock, told.when), clock.basis, clock.source)


def _words(clock: Clock, when: object) -> str:
    if clock.amount is None:
        return clock.ask
    start = exact(when)
    reckoned = due(clock, start) if start is not None else None
    if reckoned is None:
        return "Write the day and the time of the call, and the time that is left is reckoned."
    return f"{clock.title}: {reckoned.words}."
