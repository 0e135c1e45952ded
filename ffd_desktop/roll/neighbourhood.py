"""What many homes of a roll have in common, and so tells nothing of a family.

A school's office number, a refuge's telephone, a name that many bear, an address where many live.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from ffd_desktop.referral.private import Private
from ffd_desktop.roll.keys import (
    address_key,
    contact_hints,
    contact_key,
    hint_key,
    may_be_parent,
)
from ffd_desktop.roll.pupil import Contact, Pupil
from ffd_desktop.tables.folding import fold

MOST_HOMES: Final = 3
TWO_HOMES: Final = 2


class Neighbourhood(Private, frozen=True):
    """What stands round one pupil.

    Attributes:
        families: How many live at the pupil's address: groups of children with a parent's name in
            common.
        common: Names, whole numbers and folded e-mail addresses that too many homes have.
        namesakes: The same, of more homes than one child's two.
    """

    families: int
    common: frozenset[str]
    namesakes: frozenset[str]


def look_round(
    pupil: Pupil, others: Sequence[Pupil], crowded: frozenset[int] = frozenset()
) -> Neighbourhood:
    """Look at everybody who shares some family key with a pupil.

    Args:
        pupil: Whose neighbourhood it is.
        others: All who share a key, but for the keys in ``crowded``.
        crowded: Family keys that too many pupils have to look at them all.
    """
    everyone = (pupil, *others)
    homes = _homes(everyone)
    of_a_crowd = _crowded_of(pupil, crowded)
    return Neighbourhood(
        families=_families_at(pupil, everyone),
        common=_of_more_than(MOST_HOMES, homes) | of_a_crowd,
        namesakes=_of_more_than(TWO_HOMES, homes) | of_a_crowd,
    )


def parents_of(pupil: Pupil) -> list[Contact]:
    """Give the contacts who may bring the child up and have a name."""
    return [one for one in pupil.contacts if may_be_parent(one) and contact_key(one)]


def home_key(pupil: Pupil) -> str:
    """Give something that children of one home share; the surname where no address is known."""
    return address_key(pupil.address) or f"surname {fold(pupil.surname)}"


def _homes(everyone: Sequence[Pupil]) -> dict[str, set[str]]:
    """Give the homes for every name, number and e-mail address of the adults."""
    homes: dict[str, set[str]] = defaultdict(set)
    for pupil in everyone:
        home = home_key(pupil)
        for contact in parents_of(pupil):
            for hint in contact_hints(contact):
                homes[hint].add(home)
    return homes


def _of_more_than(most: int, homes: dict[str, set[str]]) -> frozenset[str]:
    return frozenset(hint for hint, where in homes.items() if len(where) > most)


def _crowded_of(pupil: Pupil, crowded: frozenset[int]) -> frozenset[str]:
    """Give what of a pupil's own stands behind the crowded keys."""
    hints = (hint for contact in parents_of(pupil) for hint in contact_hints(contact))
    return frozenset(hint for hint in hints if hint_key(hint) in crowded)


def _families_at(pupil: Pupil, everyone: Sequence[Pupil]) -> int:
    key = address_key(pupil.address)
    if not key:
        return 0
    groups: list[set[str]] = []
    for child in everyone:
        if address_key(child.address) == key:
            names = {contact_key(one) for one in parents_of(child)} or {f"surname {child.surname}"}
            joined = [group for group in groups if group & names]
            groups = [group for group in groups if not group & names]
            groups.append(names.union(*joined))
    return len(groups)
