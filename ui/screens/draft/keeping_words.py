"""What to take care of with somebody, on screen: a hidden address, a number not to ring. Pure.

In words behind a shape, never by colour alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ffd_desktop.referral.keeping import is_kept, kept_words, unsafe_phones
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.people import Address, Child, Person

Names = Callable[[str], str]
NO_CONTACT = "⚠ Not safe to contact"
NO_RINGING = "⚠ Not safe to phone"
ONE_NUMBER = "⚠ One number is not safe to phone"


def kept(address: Address, name: Names) -> str:
    """Say from whom an address is kept; empty when it is kept from nobody."""
    return f"⚠ Kept from: {kept_words(address, name)}" if is_kept(address) else ""


def care(one: Child | Person, referral: Referral, name: Names) -> str:
    """Say what has to be taken care of with a child or an adult; empty for nothing."""
    return " · ".join(_care(one, referral, name))


def _care(one: Child | Person, referral: Referral, name: Names) -> Iterator[str]:
    homes = (one.home, one.second_home) if isinstance(one, Child) else (one.home,)
    for place in referral.addresses:
        if place.id in homes and is_kept(place):
            yield f"⚠ Address kept from: {kept_words(place, name)}"
    if isinstance(one, Person) and one.safe_to_contact is False:
        yield NO_CONTACT
        return
    unsafe = unsafe_phones(one)
    if unsafe:
        both = len(unsafe) > 1 or not (isinstance(one, Person) and one.other_phone)
        yield NO_RINGING if both else ONE_NUMBER
