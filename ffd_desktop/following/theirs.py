"""What the council owes after sending: a decision, the outcome, an assessment, an answer."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ffd_desktop.councils.pack import Clock, Pack, Stage
from ffd_desktop.following.clocked import clocked
from ffd_desktop.following.moments import end_of, has_come, start_of
from ffd_desktop.following.waiting import Waiting
from ffd_desktop.referral.after import Challenge
from ffd_desktop.referral.answers import is_answered
from ffd_desktop.referral.dates import PartDate
from ffd_desktop.referral.model import Referral

_ASSESSED = frozenset({"assessment", "section_47", "conference"})
_DECISION = "Phone, ask what was decided and for the council’s reference, and note the call."
_OUTCOME = "Ask for the outcome with its reason and level, and note the call."
_ASSESSMENT = "Ask the worker how the assessment stands, and note the call."
_STAGE = "Ask again, or go to the next stage. If a child may be in danger, phone now."


def theirs(referral: Referral, pack: Pack) -> Iterator[Waiting]:
    """Give what the council owes for a referral that was sent."""
    if not is_answered(referral.after.sent_on):
        return
    yield from _next_step(referral, {one.event: one for one in pack.clocks})
    for one in referral.after.challenges:
        if is_answered(one.raised_on) and not has_come(one.answered_on, one.answer, one.settled):
            yield _stage_of(one, pack)


def _next_step(referral: Referral, clocks: dict[str, Clock]) -> Iterator[Waiting]:
    """Give the one step that comes next: decision, then outcome, then the assessment."""
    after = referral.after
    if not has_come(after.decided_on, after.outcome):
        event, start, path, how = "decision", after.sent_on, "after.decided_on", _DECISION
    elif not has_come(after.outcome, after.outcome_told_on):
        event, start, path, how = "outcome", after.decided_on, "after.outcome", _OUTCOME
    elif after.outcome in _ASSESSED:
        event, start, path, how = "assessment", after.sent_on, "after.closed_on", _ASSESSMENT
    else:
        return
    if event in clocks:
        yield clocked(clocks[event], start_of(start), path=path, how=how)


def _stage_of(one: Challenge, pack: Pack) -> Waiting:
    """Say what is due of a stage: by the day that was asked for, else by the stage's own time."""
    stage = next((each for each in pack.stages if str(each.number) == one.stage), _NO_STAGE)
    clock = Clock(
        event="challenge",
        title=f"An answer: {stage.name}",
        counted_from="the day on which you raised it",
        basis="A disagreement is settled stage by stage, in the shortest time.",
        source=stage.source,
        amount=stage.amount,
        unit=stage.unit,
        ask=stage.ask,
    )
    path = f"after.challenges[{one.id}].answered_on"
    found = clocked(clock, start_of(one.raised_on), path=path, how=_STAGE)
    if not isinstance(one.answer_by, PartDate):
        return found
    words = f"You asked for it by {one.answer_by.words()}."
    return msgspec.structs.replace(found, by=end_of(one.answer_by), words=words)


_NO_STAGE = Stage(
    number=0,
    name="the disagreement",
    who="",
    source="Escalation policies that English partnerships have published",
    ask="Ask your partnership how long it may take.",
)
