"""Which parents two pupils have in common, and how sure that is; one ``Ground`` for each.

Strong is: one adult, by name, with a number, an address or another parent to prove it. A foster
carer, a carer, or an adult whose relationship nobody wrote down, is never strong where either
record speaks of care.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ffd_desktop.referral.private import Private
from ffd_desktop.roll.adults import (
    Likeness,
    can_be_reached,
    likeness,
    share_local_number,
    shared_detail,
)
from ffd_desktop.roll.keys import address_key, contact_key
from ffd_desktop.roll.neighbourhood import Neighbourhood, parents_of
from ffd_desktop.roll.pupil import Contact, Pupil
from ffd_desktop.roll.words import relationship_words
from ffd_desktop.tables.folding import fold

FOSTER: Final = frozenset({"FOM", "FOF"})
STEP_CARE: Final = "They may be step-siblings."
FOSTER_CARE: Final = "Children in one foster home are often not related."
UNSAID_CARE: Final = "The roll does not call this adult a parent."
_OWN: Final = frozenset({"PAM", "PAF"})
_STEP: Final = frozenset({"STM", "STF"})
_CARER: Final = "CAR"


class Ground(Private, frozen=True):
    """One thing that two records share; an own parent is neither a step nor a foster parent."""

    is_strong: bool
    reason: str
    care: tuple[str, ...] = ()
    is_own_parent: bool = False


class _Match(Private, frozen=True):
    """An adult of one pupil beside one of the other, who seem to be one person or one couple.

    Attributes:
        likeness: Of their names.
        detail: What both can be reached by, in words; empty when nothing agrees.
    """

    pupil: Pupil
    other: Pupil
    mine: Contact
    theirs: Contact
    likeness: Likeness
    detail: str

    @property
    def kinds(self) -> frozenset[str]:
        """How the two records call them."""
        return frozenset({self.mine.relationship.upper(), self.theirs.relationship.upper()})

    @property
    def standings(self) -> tuple[tuple[Pupil, Contact], tuple[Pupil, Contact]]:
        """Each child with the adult as they stand on the child's own record."""
        return (self.pupil, self.mine), (self.other, self.theirs)


def is_looked_after(pupil: Pupil) -> bool:
    """Tell whether the record speaks of care: the flag, a social worker or a foster carer."""
    kinds = {contact.relationship.upper() for contact in pupil.contacts}
    return pupil.looked_after is True or not kinds.isdisjoint(FOSTER | {"SWR"})


def shared_parents(
    pupil: Pupil, other: Pupil, around: Neighbourhood, *, is_one_home: bool
) -> list[Ground]:
    """Give what the two have in common through the adults who bring them up.

    Args:
        pupil: One child.
        other: Another.
        around: What in the neighbourhood tells nothing.
        is_one_home: Whether both live at one address that is no hostel or block of flats.
    """
    matches = list(_matches(pupil, other, around))
    proved = [one for one in matches if one.detail and one.likeness is Likeness.SAME]
    named = [one for one in matches if one.likeness is Likeness.SAME and not one.detail]
    if not proved:
        proved = [one for one in matches if one.detail]
    found = [_by_detail(one, is_one_home=is_one_home) for one in proved]
    found += [
        ground
        for one in named
        if (ground := _by_name(one, around, is_one_home=is_one_home)) is not None
    ]
    if any(ground.is_strong for ground in found):
        return found
    return _as_a_couple(named, around) or found


def _matches(pupil: Pupil, other: Pupil, around: Neighbourhood) -> Iterator[_Match]:
    theirs = parents_of(other)
    for mine in parents_of(pupil):
        for one in theirs:
            alike = likeness(mine, one)
            detail = _detail(mine, one, alike, around.common)
            if detail or alike is Likeness.SAME:
                yield _Match(pupil, other, mine, one, alike, detail)


def _detail(mine: Contact, theirs: Contact, alike: Likeness, common: frozenset[str]) -> str:
    """Say what agrees; a landline or a local number proves nothing of two unlike names."""
    detail = shared_detail(mine, theirs, common)
    if detail is not None and (detail.is_personal or alike is Likeness.SAME):
        return detail.words
    if alike is Likeness.SAME and share_local_number(mine, theirs, common):
        return "phone number"
    return ""


def _by_detail(match: _Match, *, is_one_home: bool) -> Ground:
    """Judge two contacts with one number: one person, or two who share a telephone."""
    is_strong = match.likeness is not Likeness.UNLIKE or is_one_home or _have_one_surname(match)
    return _judged(match, f"{_who(match)} with the same {match.detail}", is_strong=is_strong)


def _by_name(match: _Match, around: Neighbourhood, *, is_one_home: bool) -> Ground | None:
    """Judge two contacts of one name with nothing else in common: one person, or namesakes."""
    if is_one_home:
        return _judged(match, f"{_who(match)}, at the same address", is_strong=True)
    if contact_key(match.mine) in around.namesakes:
        return None
    if not can_be_reached(match.mine) or not can_be_reached(match.theirs):
        reason = f"{_who(match)}; one record has no number to compare"
        return _judged(match, reason, is_strong=False)
    if _may_be_one(match):
        reason = f"{_who(match)}, with other numbers, and the children have the same surname"
        return _judged(match, reason, is_strong=False)
    return None


def _may_be_one(match: _Match) -> bool:
    """Tell whether two of one name, with other numbers, may be one person with a new number.

    Not where each child has another second parent.
    """
    mine = {contact_key(one) for one in parents_of(match.pupil)}
    theirs = {contact_key(one) for one in parents_of(match.other)}
    return _have_one_surname(match) and (mine <= theirs or theirs <= mine)


def _as_a_couple(named: list[_Match], around: Neighbourhood) -> list[Ground]:
    """Judge two parents who both bear the names of the other record's two."""
    adults = {contact_key(one.mine): one for one in named if not _is_limited(one)}
    if len(adults) < 2 or not around.common.isdisjoint(adults):
        return []
    first, second, *_ = adults.values()
    reason = f"{_who(first)}, and {second.mine.name} as {_kind(second.mine)}"
    return [_judged(first, reason, is_strong=True)]


def _judged(match: _Match, reason: str, *, is_strong: bool) -> Ground:
    care = _cares(match)
    return Ground(
        is_strong=is_strong and not _is_limited(match),
        reason=reason,
        care=care,
        is_own_parent=match.kinds <= _OWN and is_strong,
    )


def _cares(match: _Match) -> tuple[str, ...]:
    found = [STEP_CARE] if match.kinds & _STEP else []
    if _is_fostering(match):
        found.append(FOSTER_CARE)
    elif _is_limited(match):
        found.append(UNSAID_CARE)
    return tuple(found)


def _is_limited(match: _Match) -> bool:
    """Tell whether the adult may be a carer of unrelated children."""
    return _is_fostering(match) or any(
        not _is_parent_of(child, adult) for child, adult in match.standings
    )


def _is_fostering(match: _Match) -> bool:
    """Tell whether it may be a foster home: a child in care lives there, or it is no parent."""
    return any(
        _is_in_care(child) and (match.kinds - _OWN or _live_together(child, adult))
        for child, adult in match.standings
    )


def _is_in_care(pupil: Pupil) -> bool:
    kinds = {contact.relationship.upper() for contact in pupil.contacts}
    return pupil.looked_after is True or not kinds.isdisjoint(FOSTER)


def _is_parent_of(child: Pupil, adult: Contact) -> bool:
    """Tell whether an adult is called a parent, or lives with a child like one."""
    kind = adult.relationship.upper()
    if kind in _OWN | _STEP:
        return True
    if is_looked_after(child):
        return False
    same_name = fold(adult.surname) == fold(child.surname)
    return same_name or (kind != _CARER and _live_together(child, adult))


def _live_together(child: Pupil, adult: Contact) -> bool:
    home = address_key(child.home_of(adult))
    return adult.lives_with_pupil or (bool(home) and home == address_key(child.address))


def _have_one_surname(match: _Match) -> bool:
    return fold(match.pupil.surname) == fold(match.other.surname)


def _who(match: _Match) -> str:
    mine, theirs = match.mine, match.theirs
    first, second = _kind(mine), _kind(theirs)
    if match.likeness is not Likeness.SAME:
        return f"{mine.name} ({first}) here and {theirs.name} ({second}) there"
    if first == second:
        return f"Both have {mine.name} as {first}"
    return f"Both have {mine.name}, as {first} here and as {second} there"


def _kind(contact: Contact) -> str:
    words = relationship_words(contact.relationship)
    return "contact" if words == "other" else words
