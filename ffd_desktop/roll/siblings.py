"""Who may be a pupil's brother or sister, with the reasons. Proposes; never joins.

A roll has no sibling item: families show only by the parents and addresses that records share. So
every proposal says what it rests on, and a person decides. Children in care, foster carers and
addresses of many families are spoken of with care.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from ffd_desktop.referral.private import Private
from ffd_desktop.roll.keys import (
    address_key,
    contact_key,
    family_keys,
    may_be_parent,
    phone_keys,
)
from ffd_desktop.roll.ports import RollStore
from ffd_desktop.roll.pupil import Contact, Pupil
from ffd_desktop.roll.rows import key_of
from ffd_desktop.roll.words import relationship_words
from ffd_desktop.tables.folding import fold

FOSTER = frozenset({"FOM", "FOF"})
_OWN = frozenset({"PAM", "PAF"})
_STEP = frozenset({"STM", "STF"})
_STEP_CARE = "They may be step-siblings."
_MANY_FAMILIES = 2
_TOO_MANY_FAMILIES = 4


class Strength(StrEnum):
    """How much a proposal rests on."""

    LIKELY = "likely"
    POSSIBLE = "possible"


class Proposal(Private, frozen=True):
    """A pupil who may be a brother or sister.

    Attributes:
        key: The pupil's UPN, or row key.
        reasons: What the two records share, in words, strongest first.
        care: What to think of before naming them together; usually empty.
    """

    key: str
    pupil: Pupil
    strength: Strength
    reasons: tuple[str, ...]
    care: tuple[str, ...] = ()


class _Ground(Private, frozen=True):
    """One thing that two records share; an own parent is neither a step nor a foster parent."""

    is_strong: bool
    reason: str
    care: str = ""
    is_own_parent: bool = False


def siblings_of(pupil: Pupil, store: RollStore) -> tuple[Proposal, ...]:
    """Propose who on the roll may be a brother or sister, likely ones first."""
    return propose(pupil, store.sharing(family_keys(pupil)))


def propose(pupil: Pupil, others: Sequence[Pupil]) -> tuple[Proposal, ...]:
    """Propose brothers and sisters among pupils who share some family key."""
    own = key_of(pupil)
    strangers = [other for other in others if key_of(other) != own]
    families = _families_at(pupil, strangers)
    found = (_proposal(pupil, other, families) for other in strangers)
    proposals = [one for one in found if one is not None]
    return tuple(sorted(proposals, key=_order))


def is_looked_after(pupil: Pupil) -> bool:
    """Tell whether the record speaks of care: the flag, a social worker or a foster carer."""
    kinds = {contact.relationship.upper() for contact in pupil.contacts}
    return pupil.looked_after is True or not kinds.isdisjoint(FOSTER | {"SWR"})


def _order(proposal: Proposal) -> tuple[bool, str, str]:
    one = proposal.pupil
    born = str(one.date_of_birth or "")
    return proposal.strength is Strength.POSSIBLE, born, proposal.key


def _proposal(pupil: Pupil, other: Pupil, families: int) -> Proposal | None:
    grounds = [*_shared_parents(pupil, other), *_shared_address(pupil, other, families)]
    if not grounds:
        return None
    grounds.sort(key=lambda ground: not ground.is_strong)
    full = any(ground.is_own_parent for ground in grounds)
    care = [one.care for one in grounds if one.care and not (full and one.care == _STEP_CARE)]
    care += [
        f"{_called(child)}’s record speaks of care. Ask before naming them here."
        for child in (pupil, other)
        if is_looked_after(child)
    ]
    return Proposal(
        key=key_of(other),
        pupil=other,
        strength=Strength.LIKELY if grounds[0].is_strong else Strength.POSSIBLE,
        reasons=tuple(dict.fromkeys(ground.reason for ground in grounds)),
        care=tuple(dict.fromkeys(care)),
    )


def _called(pupil: Pupil) -> str:
    return pupil.preferred_forename or pupil.forename or pupil.surname


def _parents(pupil: Pupil) -> list[Contact]:
    return [one for one in pupil.contacts if may_be_parent(one) and contact_key(one)]


def _shared_parents(pupil: Pupil, other: Pupil) -> Iterator[_Ground]:
    theirs = {contact_key(contact): contact for contact in reversed(_parents(other))}
    for mine in _parents(pupil):
        match = theirs.get(contact_key(mine))
        if match is not None:
            ground = _shared_parent(pupil, other, mine, match)
            if ground is not None:
                yield ground


def _shared_parent(pupil: Pupil, other: Pupil, mine: Contact, match: Contact) -> _Ground | None:
    """Judge two contacts of one name: the same person, perhaps, or two namesakes."""
    who, detail = _who(mine, match), _same_detail(mine, match)
    kinds = {mine.relationship.upper(), match.relationship.upper()}
    if kinds & FOSTER:
        return _Ground(
            is_strong=False,
            reason=f"{who}{detail and f' with the same {detail}'}",
            care="Children in one foster home are often not related.",
        )
    if detail:
        return _Ground(
            is_strong=True,
            reason=f"{who} with the same {detail}",
            care=_STEP_CARE if kinds & _STEP else "",
            is_own_parent=kinds <= _OWN,
        )
    if not _reachable(mine) or not _reachable(match):
        return _Ground(is_strong=False, reason=f"{who}; one record has no number to compare")
    if fold(pupil.surname) == fold(other.surname):
        return _Ground(
            is_strong=False,
            reason=f"{who}, with other numbers, and the children have the same surname",
        )
    return None


def _who(mine: Contact, match: Contact) -> str:
    first = relationship_words(mine.relationship)
    second = relationship_words(match.relationship)
    if first == second:
        return f"Both have {mine.name} as {first}"
    return f"Both have {mine.name}, as {first} here and as {second} there"


def _reachable(contact: Contact) -> bool:
    return bool(phone_keys(contact.phones) or contact.email)


def _same_detail(mine: Contact, match: Contact) -> str:
    if phone_keys(mine.phones) & phone_keys(match.phones):
        return "phone number"
    if mine.email and mine.email.casefold() == match.email.casefold():
        return "e-mail address"
    return ""


def _shared_address(pupil: Pupil, other: Pupil, families: int) -> Iterator[_Ground]:
    key = address_key(pupil.address)
    if not key or key != address_key(other.address) or families > _TOO_MANY_FAMILIES:
        return
    reason, care = "Same address", ""
    if families > _MANY_FAMILIES:
        reason = f"Same address, where {families} families of the roll live"
        care = "Many families share this address: flats, a hostel or a refuge."
    elif is_looked_after(pupil) or is_looked_after(other):
        care = "Children in one foster home are often not related."
    yield _Ground(is_strong=False, reason=reason, care=care)


def _families_at(pupil: Pupil, others: Sequence[Pupil]) -> int:
    """Count the families at the pupil's address: groups of children who share a parent's name."""
    key = address_key(pupil.address)
    if not key:
        return 0
    groups: list[set[str]] = []
    for child in (pupil, *others):
        if address_key(child.address) == key:
            names = {contact_key(one) for one in _parents(child)} or {f"surname {child.surname}"}
            joined = [group for group in groups if group & names]
            groups = [group for group in groups if not group & names]
            groups.append(names.union(*joined))
    return len(groups)
