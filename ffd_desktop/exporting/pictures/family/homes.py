"""Who lives where, as far as the referral says it; never tells an address to be kept back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ffd_desktop.exporting.pictures.family.facts import Household
from ffd_desktop.exporting.scrubbing import KEPT_BACK as SCRUBBED
from ffd_desktop.exporting.wording import said
from ffd_desktop.referral.answers import is_known
from ffd_desktop.referral.keeping import is_kept
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.people import Address, Child, Person

KEPT_BACK: Final = "Address kept back"
NO_ADDRESS: Final = "Address not recorded"
NO_HOME: Final = "Home not recorded"
_TOGETHER: Final = "together"


def homes(referral: Referral) -> tuple[Household, ...]:
    """Give the households in the order of the addresses; those without an address last."""
    addresses = {one.id: one for one in referral.addresses}
    lives = dict(_homes(referral, set(addresses)))
    second: dict[str, list[str]] = {}
    for child in referral.children:
        if isinstance(child.second_home, str) and child.second_home in addresses:
            second.setdefault(child.second_home, []).append(child.id)
    kept = [one.id for one in referral.addresses if is_kept(one) or one.lines == SCRUBBED]
    made = (
        Household(
            key=key,
            label=_label(addresses.get(key), kept),
            members=tuple(who for who, home in lives.items() if home == key),
            second=tuple(second.get(key, ())),
        )
        for key in dict.fromkeys((*addresses, *lives.values()))
    )
    return tuple(one for one in made if one.members or one.second)


def _label(address: Address | None, kept: list[str]) -> str:
    if address is None:
        return NO_ADDRESS
    if address.id in kept:
        number = f" ({kept.index(address.id) + 1})" if len(kept) > 1 else ""
        return f"{KEPT_BACK}{number}"
    lines = said(address.lines).strip().splitlines() if is_known(address.lines) else []
    return (lines[0].strip() if lines else "") or _postcode(address) or NO_ADDRESS


def _postcode(address: Address) -> str:
    return said(address.postcode) if is_known(address.postcode) else ""


def _homes(referral: Referral, known: set[str]) -> Iterator[tuple[str, str]]:
    """Yield the home of everyone of whom it is said, children first."""
    children = {one.id: _home(one, known) for one in referral.children}
    with_whom = _lives_with(referral)
    shared = {home for one in referral.referred_children() if (home := children[one.id])}
    loose = _loose(referral, children, known)
    for child, home in children.items():
        if home or child in loose:
            yield child, home or loose[child]
    for person in referral.people:
        mine = with_whom.get(person.id, [])
        home = _home(person, known) or _only({children.get(one, "") for one in mine})
        if not home and person.in_household is True and not mine:
            home = _only(shared)
        if home or person.id in loose:
            yield person.id, home or loose[person.id]


def _home(someone: Child | Person, known: set[str]) -> str:
    return someone.home if isinstance(someone.home, str) and someone.home in known else ""


def _only(homes: set[str]) -> str:
    homes = homes - {""}
    return next(iter(homes)) if len(homes) == 1 else ""


def _lives_with(referral: Referral) -> dict[str, list[str]]:
    """Give the children with whom each adult is said to live."""
    found: dict[str, list[str]] = {}
    for tie in referral.relationships:
        if tie.lives_with is True:
            found.setdefault(tie.person, []).append(tie.child)
    return found


def _loose(referral: Referral, children: dict[str, str], known: set[str]) -> dict[str, str]:
    """Give a household to adults and children who live together though no address is given."""
    with_whom = _lives_with(referral)
    groups: list[set[str]] = []
    for person in referral.people:
        mine = {one for one in with_whom.get(person.id, ()) if children.get(one) == ""}
        if mine and not _home(person, known):
            joined = [one for one in groups if one & mine]
            groups = [one for one in groups if one not in joined]
            groups.append(mine.union({person.id}, *joined))
    return {who: f"{_TOGETHER}{n}" for n, group in enumerate(groups) for who in group}
