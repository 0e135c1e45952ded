"""Children of the roll join a draft that is being written: who and what is there stays once.

An adult, an address or a professional of the draft is the same as one of the roll only by the keys
by which a prefill joins two records (``prefill_people.py``), and one known by name alone only where
they are related to a child of the draft as the roll says. Where two of the draft could be meant,
nobody is taken, and the new entry asks for care.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from ffd_desktop.referral.edits import Edit, put
from ffd_desktop.referral.model import Origin, Referral
from ffd_desktop.referral.people import Address, Person, Professional
from ffd_desktop.referral.private import Private
from ffd_desktop.roll.filling import Filling
from ffd_desktop.roll.keys import contact_key, phone_keys
from ffd_desktop.roll.prefill import Chosen, fill
from ffd_desktop.roll.prefill_people import Gathering, Standing, place_key
from ffd_desktop.roll.pupil import Contact, Phone, Pupil, RollAddress, RollSource
from ffd_desktop.roll.rows import key_of
from ffd_desktop.roll.words import relationship_code
from ffd_desktop.tables.folding import squeeze


class Joining(Private, frozen=True):
    """What it takes to put some children of the roll into a draft.

    Attributes:
        edits: To be done as one step.
        added: The pupils who come.
        there: The pupils who stand in the draft already, by their UPN; nothing is done for them.
        found: Ids of the adults and addresses of the draft that were found again.
    """

    edits: tuple[Edit, ...] = ()
    added: tuple[Pupil, ...] = ()
    there: tuple[Pupil, ...] = ()
    found: tuple[str, ...] = ()


def joining(
    referral: Referral,
    chosen: Iterable[Chosen],
    *,
    source: RollSource | None = None,
    school: str = "",
) -> Joining:
    """Work out how children of the roll join a draft.

    Args:
        referral: The draft as it stands.
        chosen: Who, and whether they are referred.
        source: Where the roll came from; its day is remembered with each answer.
        school: The school's name as the staff say it; else the roll's own.
    """
    source = source or RollSource()
    day = source.day or source.imported_on
    each = {key_of(one.pupil): one for one in chosen}
    upns = {one.upn for one in referral.children if isinstance(one.upn, str) and one.upn}
    there = tuple(one.pupil for one in each.values() if one.pupil.upn and one.pupil.upn in upns)
    coming = [one for one in each.values() if one.pupil not in there]
    gathering = Gathering(_Draft(referral))
    edits = fill(coming, gathering, day=day, school=school or source.school_name)
    if coming and referral.children and referral.family.other_children is None:
        edits.append(put("family.other_children", value=True, origin=Origin("roll", day)))
    found = tuple(dict.fromkeys(gathering.found))
    return Joining(tuple(edits), tuple(one.pupil for one in coming), there, found)


class _Draft:
    """Who and what stands in a draft, as the roll would have written it."""

    def __init__(self, referral: Referral) -> None:
        self._referral = referral
        addresses = {one.id: _address(one) for one in referral.addresses}
        self._places: dict[str, str] = {}
        for id_, address in addresses.items():
            if key := place_key(address):
                self._places.setdefault(key, id_)
        self._people = {
            one.id: _standing(_contact(one, addresses)) for one in referral.people if one.name
        }

        self._kinds: dict[str, set[object]] = {}
        for tie in referral.relationships:
            self._kinds.setdefault(tie.person, set()).add(tie.kind)

    def place(self, key: str) -> str:
        """Give the id of the address with a key; empty for none."""
        return self._places.get(key, "")

    def person(self, group: Sequence[Standing]) -> str:
        """Give the id of the adult who is this contact; empty for none, or for more than one."""
        meant = [id_ for id_ in self._people if any(self._is_that(id_, one) for one in group)]
        return meant[0] if len(meant) == 1 else ""

    def _is_that(self, id_: str, standing: Standing) -> bool:
        """Tell whether an adult is a contact; a name alone tells only of one who is so related."""
        person, kind = self._people[id_], relationship_code(standing.contact.relationship)
        related = kind in self._kinds.get(id_, ())
        return any(
            person.is_same_person(one) and (related or person.shares_details(one))
            for one in _spelt(standing)
        )

    def has_name(self, name: str) -> bool:
        """Tell whether an adult there has this name."""
        return any(contact_key(one.contact) == name for one in self._people.values())

    def professional(self, group: Sequence[Standing]) -> tuple[Edit, ...] | None:
        """Give what says these children of a professional who is there; ``None`` for none."""
        meant = [one for one in self._referral.professionals if _is_that(one, group)]
        if len(meant) != 1:
            return None
        named, path = meant[0].children, f"professionals[{meant[0].id}].children"
        if not isinstance(named, tuple):
            return ()
        children = dict.fromkeys((*named, *(one.child.id for one in group)))
        return (put(path, tuple(children), origin=self._referral.origins.get(path)),)


def _standing(contact: Contact) -> Standing:
    return Standing(Filling("children"), Pupil(), contact)


def _spelt(standing: Standing) -> Iterator[Standing]:
    """Give a contact as it is, and with the middle names among the first ones, as a draft has."""
    yield standing
    contact = standing.contact
    if contact.middle_names:
        first = f"{contact.forename} {contact.middle_names}"
        told = _standing(replace(contact, forename=first, address=standing.home))
        yield told


def _is_that(one: Professional, group: Sequence[Standing]) -> bool:
    """Tell whether a professional has a contact's name and a number or address of theirs."""
    contacts = [standing.contact for standing in group]
    names = {squeeze(f"{contact.title} {contact.name}") for contact in contacts}
    numbers = phone_keys(tuple(phone for contact in contacts for phone in contact.phones))
    emails = {squeeze(contact.email) for contact in contacts if contact.email}
    ours = phone_keys((Phone(number=_text(one.phone)),))
    reached = bool(ours & numbers) or squeeze(_text(one.email)) in emails
    return squeeze(_text(one.name)) in names and reached


def _address(address: Address) -> RollAddress:
    return RollAddress(
        lines=tuple(_text(address.lines).splitlines()), postcode=_text(address.postcode)
    )


def _contact(person: Person, addresses: dict[str, RollAddress]) -> Contact:
    numbers = (_text(person.phone), _text(person.other_phone))
    return Contact(
        forename=_text(person.first_names),
        surname=_text(person.family_name),
        phones=tuple(Phone(number=number) for number in numbers if number),
        email=_text(person.email),
        address=addresses.get(_text(person.home)),
    )


def _text(answer: object) -> str:
    return answer if isinstance(answer, str) else ""
