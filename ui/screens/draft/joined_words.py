"""What came into a draft from the roll, and what was there already: in words. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.people import Address
from ffd_desktop.roll.joining import Joining


def joined_words(before: Referral, made: Joining) -> str:
    """Say who was added, and who and what of the draft was found again."""
    if not made.added:
        return "Nobody was added: these children are in this draft already."
    names = _listed([one.name or "A child" for one in made.added])
    words = f"{names} {'was' if len(made.added) == 1 else 'were'} added from the roll."
    found = [_called(before, one) for one in made.found]
    if found:
        words += f" In this draft already, and not entered twice: {'; '.join(found)}."
    return words


def _called(referral: Referral, item_id: str) -> str:
    for person in referral.people:
        if person.id == item_id:
            return person.name or "an adult without a name"
    place = next((one for one in referral.addresses if one.id == item_id), None)
    return _first_line(place) if place is not None else "somebody"


def _first_line(place: Address) -> str:
    lines = place.lines.splitlines() if isinstance(place.lines, str) else []
    return lines[0] if lines else "an address"


def _listed(names: Sequence[str]) -> str:
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)
