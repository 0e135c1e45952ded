"""What the editors of a draft may choose from: names, addresses, codes, levels, and the day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from ffd_desktop.councils.pack import Pack
from ffd_desktop.referral.ids import new_id
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.naming import called, short_names
from ffd_desktop.referral.people import Address, Child, Person
from ffd_desktop.referral.things import things
from ui.editors.context import AddressChoice, Choice, EditorContext
from ui.screens.draft.keeping_words import Names, care, kept
from ui.screens.draft.watching import plain

KINDS = "relationship_kinds"
_UNSAFE = (".safe_to_contact", ".phone_is_safe", ".other_phone_is_safe")
_KEPT = (".confidential_from", ".kept_from_people", ".kept_from_children")
_READ = frozenset(
    f"{items}[]{attribute}"
    for items, attributes in {
        "children": (
            "",
            ".referred",
            ".first_names",
            ".family_name",
            ".date_of_birth",
            ".home",
            ".second_home",
            ".phone_is_safe",
        ),
        "people": ("", ".first_names", ".family_name", ".home", *_UNSAFE),
        "addresses": ("", ".lines", ".postcode", *_KEPT),
        "relationships": ("", ".kind"),
    }.items()
    for attribute in attributes
)


def touches_context(paths: Iterable[str]) -> bool:
    """Tell whether a change at one of the paths may change what can be chosen."""
    return any(plain(path) in _READ for path in paths)


def context_of(referral: Referral, pack: Pack, *, today: date) -> EditorContext:
    """Gather what the editors of a draft may choose from."""
    children, people = tuple(_children(referral)), tuple(_people(referral, pack))
    names = {one.id: one.words for one in (*children, *people)}

    def name(key: str) -> str:
        return names.get(key, "somebody no longer in this referral")

    everyone: tuple[Child | Person, ...] = (*referral.children, *referral.people)
    cares = {one.id: care(one, referral, name) for one in everyone}
    return EditorContext(
        today=today,
        code_lists=pack.code_lists,
        children=_warned(children, cares),
        not_referred=tuple(one.id for one in referral.children if not one.referred),
        people=_warned(people, cares),
        addresses=tuple(_address(one, referral, name) for one in referral.addresses),
        evidence=tuple(_evidence(referral)) if pack.indicators else (),
        levels=pack.levels,
        spare_address=new_id(),
    )


def _warned(choices: tuple[Choice, ...], cares: dict[str, str]) -> tuple[Choice, ...]:
    return tuple(
        msgspec.structs.replace(one, care=cares[one.id]) if cares.get(one.id) else one
        for one in choices
    )


def _people(referral: Referral, pack: Pack) -> Iterator[Choice]:
    for number, one in enumerate(referral.people, start=1):
        yield Choice(one.id, one.name or _by_tie(one, referral, pack) or f"Adult {number}")


def _children(referral: Referral) -> Iterator[Choice]:
    short = short_names(referral.children)
    for one in referral.children:
        note = "" if one.referred else "Not referred"
        yield Choice(one.id, called(one) or short[one.id], note, short=short[one.id])


def _evidence(referral: Referral) -> Iterator[Choice]:
    for one in things(referral):
        yield Choice(one.id, one.words, group=one.group)


def _by_tie(person: Person, referral: Referral, pack: Pack) -> str:
    """Name an adult without a name by what they are to a child, such as "Father of Ada"."""
    children = {one.id: one.first_names for one in referral.children}
    kinds = next((one for one in pack.code_lists if one.key == KINDS), None)
    for tie in referral.relationships:
        child = children.get(tie.child)
        said = tie.person == person.id and isinstance(tie.kind, str) and isinstance(child, str)
        if said and kinds is not None and isinstance(tie.kind, str):
            return f"{kinds.label(tie.kind)} of {child}"
    return ""


def _address(address: Address, referral: Referral, name: Names) -> AddressChoice:
    everyone: tuple[Child | Person, ...] = (*referral.children, *referral.people)
    names = (one.name for one in everyone if one.home == address.id and one.name)
    return AddressChoice(
        id=address.id,
        lines=address.lines if isinstance(address.lines, str) else "",
        postcode=address.postcode if isinstance(address.postcode, str) else "",
        used_by=", ".join(names),
        kept=kept(address, name),
    )
