"""What each stage of a professional disagreement needs: who, and how long or whom to ask."""

from __future__ import annotations

from ffd_desktop.councils.pack import Pack, Stage, TimeUnit
from ffd_desktop.referral.private import Private

_UNITS = {
    TimeUnit.HOURS: ("hour", "hours"),
    TimeUnit.DAYS: ("day", "days"),
    TimeUnit.WORKING_DAYS: ("working day", "working days"),
}


class StageNeeds(Private, frozen=True):
    """What one stage needs, in words.

    Attributes:
        how_long: How long it may take; where no source says so, whom to ask.
    """

    title: str
    who: str
    how_long: str
    source: str


def stages_of(pack: Pack) -> tuple[StageNeeds, ...]:
    """Give the stages of a council, the lowest first."""
    return tuple(map(_needs, sorted(pack.stages, key=lambda one: one.number)))


def _needs(stage: Stage) -> StageNeeds:
    return StageNeeds(
        f"{stage.number}. {stage.name}", f"Who: {stage.who}.", _how_long(stage), stage.source
    )


def _how_long(stage: Stage) -> str:
    if stage.amount is None or stage.unit is None:
        return stage.ask
    one, many = _UNITS[stage.unit]
    return f"How long: {stage.amount} {one if stage.amount == 1 else many}."
