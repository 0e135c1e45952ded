"""What is to be kept from somebody: addresses, and telephone numbers that it is not safe to phone.

Says only whether and from whom; who may read what is decided where a paper is made.
"""

from __future__ import annotations

from collections.abc import Callable

from ffd_desktop.referral.answers import NotKnown, Reason, is_answered, is_known
from ffd_desktop.referral.people import Address, Child, Person

NOT_SAFE = "\u26a0 Not safe to phone"
PHONES: dict[str, str] = {"phone": "phone_is_safe", "other_phone": "other_phone_is_safe"}
"""Attributes that hold a telephone number, each with the one that says whether it is safe."""


def is_kept(address: Address) -> bool:
    """Tell whether an address is kept from anybody; a doubt about from whom counts as yes."""
    return any(
        is_answered(one) and not _does_not_apply(one)
        for one in (
            address.confidential_from,
            address.kept_from_people,
            address.kept_from_children,
        )
    )


def kept_from(address: Address) -> tuple[str, ...]:
    """Give the ids of everyone in the referral who must not learn an address."""
    return (*_ids(address.kept_from_people), *_ids(address.kept_from_children))


def is_hidden(one: Child | Person, addresses: tuple[Address, ...]) -> bool:
    """Tell whether somebody lives, also at times, where somebody must not find them."""
    homes = (one.home, one.second_home) if isinstance(one, Child) else (one.home,)
    return any(place.id in homes and is_kept(place) for place in addresses)


def kept_words(address: Address, name: Callable[[str], str]) -> str:
    """Say from whom an address is kept; empty when it is kept from nobody.

    Args:
        address: The address.
        name: Gives the words for somebody's id.
    """
    if not is_kept(address):
        return ""
    named = [name(one) for one in kept_from(address)]
    if is_known(address.confidential_from):
        named.append(str(address.confidential_from))
    return ", ".join(named) or "somebody; from whom is not known"


def unsafe_phones(one: Child | Person) -> tuple[str, ...]:
    """Give the attributes whose number must not be rung: marked so, or nobody may contact them."""
    nobody = isinstance(one, Person) and one.safe_to_contact is False
    return tuple(
        name
        for name, mark in PHONES.items()
        if is_answered(getattr(one, name, None)) and (nobody or getattr(one, mark, None) is False)
    )


def doubtful_phones(one: Child | Person) -> tuple[str, ...]:
    """Give the attributes whose number is unsafe, or of which nobody knows whether it is safe."""
    in_doubt = isinstance(one, Person) and _may_be(one.safe_to_contact)
    found = unsafe_phones(one)
    return tuple(
        name
        for name, mark in PHONES.items()
        if is_answered(getattr(one, name, None))
        and (name in found or in_doubt or _may_be(getattr(one, mark, None)))
    )


def is_or_may_be(mark: object) -> bool:
    """Tell whether something is marked, or nobody knows whether it has to be."""
    return mark is True or _may_be(mark)


def _may_be(mark: object) -> bool:
    return isinstance(mark, NotKnown) and not _does_not_apply(mark)


def _does_not_apply(mark: object) -> bool:
    return isinstance(mark, NotKnown) and mark.reason is Reason.NOT_APPLICABLE


def _ids(found: object) -> tuple[str, ...]:
    return found if isinstance(found, tuple) else ()
