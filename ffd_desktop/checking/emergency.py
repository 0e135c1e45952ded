"""On the day of an emergency: what decides tonight is asked first, and the rest can wait a day.

Nothing is lost by waiting: one line says how much waits, and from the next day all of it is said.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from ffd_desktop.checking.finding import Finding, Grade, Rule
from ffd_desktop.checking.looking import Look
from ffd_desktop.referral.dates import PartDate

CAN_WAIT = Rule(
    "emergency.can_wait",
    Grade.COULD,
    "Danger is told by telephone first, and the form follows: a form that is short today keeps "
    "nobody waiting.",
    "Worcestershire scrutiny report 2019, Appendix 4; Walsall thresholds 2018, on referring to "
    "children’s social care",
)


def first_things(look: Look, found: Collection[Finding]) -> Iterable[Finding]:
    """Give what has to be said now: all of it, but on the day of an emergency what cannot wait."""
    if not _is_emergency(look):
        return found
    now = [one for one in found if not _can_wait(one)]
    return [*now, *_waiting(look, len(found) - len(now))]


def _can_wait(one: Finding) -> bool:
    """Tell whether it waits: what is marked so, and every gap that only could be filled."""
    return one.can_wait or (one.is_gap and one.grade is Grade.COULD)


def _is_emergency(look: Look) -> bool:
    """Tell whether danger is named, and nobody was phoned about it before today."""
    if not look.in_danger:
        return False
    calls = (look.referral.first_call.when, *(one.when for one in look.referral.calls))
    days = [day for when in calls if isinstance(when, PartDate) and (day := when.latest())]
    return not days or min(days) >= look.today


def _waiting(look: Look, count: int) -> Iterator[Finding]:
    if count:
        things = "One question" if count == 1 else f"{count} questions"
        yield from look.say(
            CAN_WAIT,
            "concern.immediate_danger",
            what=f"{things} can wait until the child is safe.",
            how="Nothing waits for them. From the day after the call they are asked here again.",
        )
