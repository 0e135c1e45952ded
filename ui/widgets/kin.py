"""What a person decides about a possible brother or sister of the roll. Holds no widget."""

from __future__ import annotations

from enum import StrEnum

from ffd_desktop.referral.private import Private
from ffd_desktop.roll.siblings import Proposal
from ui.widgets.pupil_words import result_line


class Choice(StrEnum):
    """What becomes of a possible brother or sister; undecided is treated as not family."""

    REFER = "refer"
    FAMILY = "family"
    NOT_FAMILY = "not_family"
    UNDECIDED = "undecided"


CHOICE_WORDS: dict[Choice, str] = {
    Choice.REFER: "Refer too",
    Choice.FAMILY: "Family, not referred",
    Choice.NOT_FAMILY: "Not family",
}


class KinLine(Private, frozen=True):
    """A possible brother or sister, in words.

    Attributes:
        strength: "Likely" or "Possible".
        reasons: Why the roll suggests it.
        care: A caution about this child; usually empty.
    """

    key: str
    name: str
    details: str
    strength: str
    reasons: tuple[str, ...]
    care: str = ""


def kin_line(kin: Proposal) -> KinLine:
    """Put a possible brother or sister in words."""
    line = result_line(kin.pupil)
    return KinLine(
        key=kin.key,
        name=line.name,
        details=line.details,
        strength=kin.strength.value.capitalize(),
        reasons=kin.reasons,
        care=" ".join(kin.care),
    )
