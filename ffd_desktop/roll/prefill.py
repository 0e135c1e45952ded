"""From a pupil and the chosen brothers and sisters to the edits that fill a new draft.

Chooses nobody: who is of the family is told by a person. Every answer carries the roll's day until
a person confirms or changes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from ffd_desktop.referral.edits import Edit, put
from ffd_desktop.referral.model import Origin
from ffd_desktop.referral.private import Private
from ffd_desktop.roll.filling import Filling
from ffd_desktop.roll.keys import may_be_parent
from ffd_desktop.roll.prefill_child import fill_child
from ffd_desktop.roll.prefill_people import Gathering
from ffd_desktop.roll.pupil import Contact, Pupil, RollSource
from ffd_desktop.roll.rows import key_of
from ffd_desktop.roll.siblings import FOSTER, is_looked_after


class Standing(StrEnum):
    """What a chosen brother or sister is in this referral."""

    REFER_TOO = "refer"
    FAMILY = "family"


class Chosen(Private, frozen=True):
    """A brother or sister as a person chose them."""

    pupil: Pupil
    standing: Standing


def prefill(
    pupil: Pupil,
    chosen: Sequence[Chosen] = (),
    *,
    source: RollSource | None = None,
    school: str = "",
) -> list[Edit]:
    """Give the edits that put a family into a blank draft.

    Args:
        pupil: The child whom the referral is about.
        chosen: Brothers and sisters; those not referred come with their parents only, and when
            they are in care without the address of their placement.
        source: Where the roll came from; its day is remembered with each answer.
        school: The school's name as the staff say it; else the roll's own.
    """
    source = source or RollSource()
    day = source.day or source.imported_on  # a table has no day of its own
    each = _each_once(pupil, chosen)
    edits = fill(each, Gathering(), day=day, school=school or source.school_name)
    edits += _about_family(chosen, day)
    return edits


def fill(each: Iterable[Chosen], gathering: Gathering, *, day: str, school: str) -> list[Edit]:
    """Give the edits for some children, with the places and adults of their records."""
    edits: list[Edit] = []
    for one in each:
        child = Filling("children")
        fill_child(child, one.pupil, school=school)
        if one.standing is Standing.REFER_TOO or not is_looked_after(one.pupil):
            gathering.add_home(child, one.pupil)
        for contact in _contacts(one):
            gathering.add_contact(child, one.pupil, contact)
        edits += child.edits(day)
        if one.standing is Standing.FAMILY:
            edits.append(put(f"children[{child.id}].referred", value=False))
    return [*edits, *gathering.edits(day)]


def _each_once(pupil: Pupil, chosen: Iterable[Chosen]) -> list[Chosen]:
    found = {key_of(pupil): Chosen(pupil, Standing.REFER_TOO)}
    for one in chosen:
        found.setdefault(key_of(one.pupil), one)
    return list(found.values())


def _contacts(one: Chosen) -> tuple[Contact, ...]:
    """Give all contacts of a child who is referred, only the parents of one who is not."""
    if one.standing is Standing.REFER_TOO:
        return one.pupil.contacts
    return tuple(
        contact
        for contact in one.pupil.contacts
        if may_be_parent(contact) and contact.relationship.upper() not in FOSTER
    )


def _about_family(chosen: Sequence[Chosen], day: str) -> Iterator[Edit]:
    if chosen:
        yield put("family.other_children", value=True, origin=Origin("roll", day))
