"""Whether a contact of one pupil and a contact of another are the same person.

Compares names with the slips and second names that records have; never decides who is related.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum

from ffd_desktop.referral.private import Private
from ffd_desktop.roll.keys import contact_key, phone_keys, whole_numbers
from ffd_desktop.roll.pupil import Contact, Phone
from ffd_desktop.tables.folding import squeeze

_SHORTEST_TYPED = 4


class Likeness(IntEnum):
    """How alike two names are."""

    UNLIKE = 0
    NEAR = 1
    SAME = 2


class Detail(Private, frozen=True):
    """What two contacts can both be reached by.

    Attributes:
        words: What it is, in words.
        is_personal: One person carries it with them; a landline belongs to a whole house.
    """

    words: str
    is_personal: bool = True


def likeness(mine: Contact, theirs: Contact) -> Likeness:
    """Compare two names: the same; near, but for an initial or a letter; or unlike.

    Forename or surname alone is enough to be near, for a mother may stand under her maiden name,
    or under a short form of her first name. So near names alone prove nothing.
    """
    first, second = contact_key(mine), contact_key(theirs)
    if first and first == second:
        return Likeness.SAME
    forenames = squeeze(mine.forename), squeeze(theirs.forename)
    surnames = squeeze(mine.surname), squeeze(theirs.surname)
    is_near = _is_one_name(*forenames) or _is_one_name(*surnames)
    return Likeness.NEAR if is_near else Likeness.UNLIKE


def shared_detail(mine: Contact, theirs: Contact, common: frozenset[str]) -> Detail | None:
    """Find what both can be reached by, the most telling first.

    Args:
        mine: A contact of one pupil.
        theirs: A contact of another.
        common: Whole numbers and folded addresses that too many homes have.
    """
    found = [*_shared_phones(mine, theirs, common)]
    email = mine.email.casefold()
    if email and email == theirs.email.casefold() and email not in common:
        found.append(Detail("e-mail address"))
    found.sort(key=lambda detail: not detail.is_personal)
    return found[0] if found else None


def share_local_number(mine: Contact, theirs: Contact, common: frozenset[str]) -> bool:
    """Tell whether the last six digits of some number agree; enough for two of one name."""
    return not phone_keys(_own(mine, common)).isdisjoint(phone_keys(_own(theirs, common)))


def can_be_reached(contact: Contact) -> bool:
    """Tell whether there is anything to compare."""
    return bool(phone_keys(contact.phones) or contact.email)


def _own(contact: Contact, common: frozenset[str]) -> tuple[Phone, ...]:
    return tuple(one for one in contact.phones if whole_numbers((one,)).isdisjoint(common))


def _shared_phones(mine: Contact, theirs: Contact, common: frozenset[str]) -> Iterator[Detail]:
    for one in _own(mine, common):
        for other in _own(theirs, common):
            if whole_numbers((one,)) & whole_numbers((other,)):
                kinds = {one.kind.upper(), other.kind.upper()}
                words = "mobile number" if kinds == {"M"} else "phone number"
                yield Detail(words, is_personal="H" not in kinds)


def _is_one_name(one: str, other: str) -> bool:
    """Tell whether two folded names may be one: equal, an initial, or a letter apart."""
    if not one or not other:
        return False
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return one == other or _is_letter_apart(*sorted((one, other), key=len))


def _is_letter_apart(short: str, long: str) -> bool:
    """Tell whether one letter more, less or other makes one word the other."""
    if len(short) < _SHORTEST_TYPED or len(long) - len(short) > 1:
        return False
    at = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    rest = long[at + 1 :]
    return rest in (short[at:], short[at + 1 :])
