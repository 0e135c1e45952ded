"""Which other schools of brothers and sisters may be told: offered, never put in by itself.

Source: Worcestershire scrutiny report 2019, paras 36 and 92.
"""

from __future__ import annotations

from ffd_desktop.referral.after import Told
from ffd_desktop.referral.edits import Edit, put
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.private import Private


class OtherSchool(Private, frozen=True):
    """A school that children of the family go to, and is not the one that refers."""

    name: str
    children: tuple[str, ...]


def schools_to_offer(referral: Referral) -> tuple[OtherSchool, ...]:
    """Give the schools as they are written with the children, of which nothing is noted yet."""
    ours = _fold(referral.referrer.school_name)
    noted = {_fold(one.school) for one in referral.after.schools_told}
    found: dict[str, OtherSchool] = {}
    for child in referral.children:
        key = _fold(child.school)
        if key and key != ours and key not in noted and isinstance(child.school, str):
            before = found.get(key, OtherSchool(child.school.strip(), ()))
            found[key] = OtherSchool(before.name, (*before.children, child.id))
    return tuple(found.values())


def noting(school: OtherSchool, made: str) -> Edit:
    """Give the edit that begins the note of a school; who was told, and when, is written."""
    told = Told(id=made, school=school.name, children=school.children)
    return put(f"after.schools_told[{made}]", told)


def _fold(name: object) -> str:
    return " ".join(name.casefold().split()) if isinstance(name, str) else ""
