"""What a person chooses before a draft is started: danger, brothers and sisters, form.

Holds the choices only; nothing here joins a child to a family by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ffd_desktop.referral.answers import NotKnown, Reason
from ffd_desktop.referral.edits import Edit, put
from ui.widgets.kin import Choice


class Danger(StrEnum):
    """The answer to "Is a child in immediate danger now?"."""

    YES = "Yes"
    NO = "No"
    NOT_SURE = "Not sure"

    @property
    def needs_numbers(self) -> bool:
        """Whether the numbers to phone are shown at once."""
        return self is not Danger.NO


def danger_edits(danger: Danger | None) -> tuple[Edit, ...]:
    """Write the answer about danger into the new draft."""
    match danger:
        case None:
            return ()
        case Danger.YES:
            return (put("concern.immediate_danger", value=True),)
        case Danger.NO:
            return (put("concern.immediate_danger", value=False),)
        case Danger.NOT_SURE:
            return (put("concern.immediate_danger", NotKnown(Reason.NOT_KNOWN)),)


def name_edits(child_id: str, first_names: str, family_name: str) -> tuple[Edit, ...]:
    """Put a child who is not on the roll into the new draft, by the name that was typed."""
    answers = {"first_names": first_names.strip(), "family_name": family_name.strip()}
    item = {"id": child_id, "referred": True, **{key: one for key, one in answers.items() if one}}
    return (Edit(f"children[{child_id}]", item),)


def split_name(text: str) -> tuple[str, str]:
    """Take a typed name apart: the last word is the family name; nothing of a number."""
    words = [word for word in text.split() if not any(mark.isdigit() for mark in word)]
    if len(words) < 2:
        return " ".join(words), ""
    return " ".join(words[:-1]), words[-1]


def summary(name: str, choices: Mapping[str, Choice], form: str) -> str:
    """Say what will be started, before it is: whom it is about and on which form."""
    referred = sum(one is Choice.REFER for one in choices.values())
    family = sum(one is Choice.FAMILY for one in choices.values())
    undecided = sum(one is Choice.UNDECIDED for one in choices.values())
    more = f" and {_children(referred)}" if referred else ""
    parts = [f"A draft about {name}{more} on {form}."]
    if family:
        parts.append(
            f"{_children(family, 'other ' if not referred else '')} as family.".capitalize()
        )
    if undecided:
        parts.append(f"{undecided} not decided: left out, and can be added later.")
    return " ".join(parts)


def _children(count: int, kind: str = "other ") -> str:
    return f"1 {kind}child" if count == 1 else f"{count} {kind}children"
