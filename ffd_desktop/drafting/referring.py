"""Referring a child too who stands in a draft, or no longer: one answer changes and no other.

Everything shared lives once in a referral, so nothing is copied: nothing of another child comes
along, and what was written about this child alone stays where it is, to be found again.
"""

from __future__ import annotations

import msgspec

from ffd_desktop.councils.conditions import holds
from ffd_desktop.councils.forms import Field, Form, Section
from ffd_desktop.referral.answers import is_answered
from ffd_desktop.referral.dates import DateKind, PartDate
from ffd_desktop.referral.edits import Edit, put
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.people import Child

DUE = "due "


def refer(child: Child, *, too: bool) -> Edit:
    """Give the edit that refers a child too, or no longer."""
    return put(f"children[{child.id}].referred", too)


def unborn_baby(child_id: str) -> Edit:
    """Give the edit that adds a baby not yet born, whose due date is still to be written."""
    due = PartDate(kind=DateKind.TEXT, text=DUE)
    return put(f"children[{child_id}]", Child(id=child_id, date_of_birth=due, sex="U"))


def about_all(referral: Referral) -> int:
    """Count the entries that are said of all the children referred, whoever these are."""
    said = (
        *(one.children for one in referral.statements),
        *(one.children for one in referral.events),
        *(one.children for one in referral.help_tried),
        *(one.children for one in referral.professionals),
        *(one.children for one in referral.consent.conversations),
        *(one.children for one in referral.indicators),
    )
    return sum(whom is None for whom in said)


def own_answers(form: Form, referral: Referral, child: Child) -> tuple[tuple[Section, Field], ...]:
    """Give the answers about a child that a form asks only of those who are referred."""
    there = msgspec.structs.replace(child, referred=True)
    gone = msgspec.structs.replace(child, referred=False)
    return tuple(
        (section, field)
        for section in form.sections
        if section.repeats == "children"
        and holds(section.where, referral, there)
        and not holds(section.where, referral, gone)
        for field in section.fields
        if is_answered(getattr(child, field.attribute))
    )
