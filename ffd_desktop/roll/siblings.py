"""Who may be a pupil's brother or sister, with the reasons. Proposes; never joins.

A roll has no sibling item: families show only by the parents and addresses that records share. So
every proposal says what it rests on, and a person decides. Children in care, foster carers and
addresses of many families are spoken of with care.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from ffd_desktop.referral.private import Private
from ffd_desktop.roll.keys import address_key, family_keys
from ffd_desktop.roll.neighbourhood import Neighbourhood, look_round
from ffd_desktop.roll.ports import RollStore
from ffd_desktop.roll.pupil import Pupil
from ffd_desktop.roll.rows import key_of
from ffd_desktop.roll.shared_parents import (
    FOSTER,
    FOSTER_CARE,
    STEP_CARE,
    Ground,
    is_looked_after,
    shared_parents,
)

CROWDED: Final = 60  # more pupils than this with one family key are no family's
_MANY_FAMILIES: Final = 2
_TOO_MANY_FAMILIES: Final = 4


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


def siblings_of(pupil: Pupil, store: RollStore) -> tuple[Proposal, ...]:
    """Propose who on the roll may be a brother or sister, likely ones first."""
    spread = store.spread(family_keys(pupil))
    crowded = frozenset(key for key, count in spread.items() if count > CROWDED)
    telling = [key for key in spread if key not in crowded]
    return propose(pupil, store.sharing(telling), crowded=crowded)


def propose(
    pupil: Pupil, others: Sequence[Pupil], *, crowded: frozenset[int] = frozenset()
) -> tuple[Proposal, ...]:
    """Propose brothers and sisters among pupils who share some family key.

    Args:
        pupil: Whose brothers and sisters.
        others: Everybody who shares a key, but for those that are crowded.
        crowded: Keys that too many share to tell of one family.
    """
    own = key_of(pupil)
    strangers = [other for other in others if key_of(other) != own]
    around = look_round(pupil, strangers, crowded)
    found = (_proposal(pupil, other, around) for other in strangers)
    proposals = [one for one in found if one is not None]
    return tuple(sorted(proposals, key=_order))


def _order(proposal: Proposal) -> tuple[bool, str, str]:
    one = proposal.pupil
    born = str(one.date_of_birth or "")
    return proposal.strength is Strength.POSSIBLE, born, proposal.key


def _proposal(pupil: Pupil, other: Pupil, around: Neighbourhood) -> Proposal | None:
    is_one_home = _is_one_home(pupil, other, around)
    grounds = shared_parents(pupil, other, around, is_one_home=is_one_home)
    if _is_one_address(pupil, other) and around.families <= _TOO_MANY_FAMILIES:
        grounds.append(_address(pupil, other, around.families))
    if not grounds:
        return None
    grounds.sort(key=lambda ground: not ground.is_strong)
    return Proposal(
        key=key_of(other),
        pupil=other,
        strength=Strength.LIKELY if grounds[0].is_strong else Strength.POSSIBLE,
        reasons=tuple(dict.fromkeys(ground.reason for ground in grounds)),
        care=tuple(dict.fromkeys([*_cares(grounds), *_care_of_each(pupil, other)])),
    )


def _cares(grounds: Sequence[Ground]) -> list[str]:
    """Give what to think of; whoever has a parent in common is more than a step-sibling."""
    full = any(ground.is_own_parent for ground in grounds)
    cares = [care for ground in grounds for care in ground.care]
    return [care for care in cares if not (full and care == STEP_CARE)]


def _care_of_each(*children: Pupil) -> list[str]:
    return [
        f"{_called(child)}’s record speaks of care. Ask before naming them here."
        for child in children
        if is_looked_after(child)
    ]


def _called(pupil: Pupil) -> str:
    return pupil.preferred_forename or pupil.forename or pupil.surname


def _is_one_address(pupil: Pupil, other: Pupil) -> bool:
    key = address_key(pupil.address)
    return bool(key) and key == address_key(other.address)


def _is_one_home(pupil: Pupil, other: Pupil, around: Neighbourhood) -> bool:
    """Tell whether both live at an address that is no hostel, refuge or block of flats."""
    return around.families <= _MANY_FAMILIES and _is_one_address(pupil, other)


def _address(pupil: Pupil, other: Pupil, families: int) -> Ground:
    if families > _MANY_FAMILIES:
        reason = f"Same address, where {families} families of the roll live"
        care = "Many families share this address: flats, a hostel or a refuge."
        return Ground(is_strong=False, reason=reason, care=(care,))
    care = FOSTER_CARE if is_looked_after(pupil) or is_looked_after(other) else ""
    return Ground(is_strong=False, reason="Same address", care=(care,) if care else ())


__all__ = ["FOSTER", "Proposal", "Strength", "is_looked_after", "propose", "siblings_of"]
