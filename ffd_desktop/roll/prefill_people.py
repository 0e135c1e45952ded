"""The adults and places that pupils' records bring: each once, tied to each child who has them.

Ties an adult only to a child on whose own record they stand. Contacts under a court order, foster
carers and social workers are marked for care.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from ffd_desktop.referral.edits import Edit
from ffd_desktop.roll import words
from ffd_desktop.roll.filling import Filling
from ffd_desktop.roll.keys import address_key, contact_key, phone_keys
from ffd_desktop.roll.pupil import Contact, Phone, Pupil, RollAddress
from ffd_desktop.roll.siblings import FOSTER, is_looked_after
from ffd_desktop.tables.folding import squeeze

_PROFESSIONS = {
    "SWR": "social_worker",
    "DOC": "gp",
    "HTC": "other_school",
    "TCH": "other_school",
}
_ORDER = "A court order is recorded for this contact. Find out what it says before you use this."
_ORDER_HOME = (
    "A court order is recorded for one of this child’s contacts. Check from whom this address must"
    " be kept."
)
_CARE_HOME = "The record speaks of care. Where the child lives may have to be kept from the family."
_FOSTER = "A foster carer. Ask the child’s social worker what may be shared."
_NAMESAKE = "Another contact has the same name but other details. Check whether it is one person."
_REACH = ("phone", "other_phone", "email", "home")


class Standing:
    """A contact as they stand on one child's record."""

    def __init__(self, child: Filling, pupil: Pupil, contact: Contact) -> None:
        self.child = child
        self.contact = contact
        self.home = pupil.home_of(contact)
        same = bool(address_key(self.home)) and address_key(self.home) == address_key(pupil.address)
        self.lives_with = True if contact.lives_with_pupil or same else None
        if self.lives_with is None and self.home is not None:
            self.lives_with = False

    def is_same_person(self, other: Standing) -> bool:
        """Tell whether two records of one name, on two children, speak of one person."""
        mine, theirs = self.contact, other.contact
        if not contact_key(mine) or contact_key(mine) != contact_key(theirs):
            return False
        return self.shares_details(other) or not (self._is_reached and other._is_reached)

    def shares_details(self, other: Standing) -> bool:
        """Tell whether two records have a number, an e-mail or an address in common."""
        mine, theirs = self.contact, other.contact
        if phone_keys(mine.phones) & phone_keys(theirs.phones):
            return True
        if mine.email and squeeze(mine.email) == squeeze(theirs.email):
            return True
        return bool(address_key(self.home)) and address_key(self.home) == address_key(other.home)

    @property
    def _is_reached(self) -> bool:
        return bool(phone_keys(self.contact.phones) or self.contact.email)


class Known(Protocol):
    """Who and what stands in a draft already, by the roll's own keys (``joining.py``)."""

    def place(self, key: str) -> str:
        """Give the id of the address with a key; empty for none."""
        ...

    def person(self, group: Sequence[Standing]) -> str:
        """Give the id of the adult who is this contact; empty for none, or for more than one."""
        ...

    def has_name(self, name: str) -> bool:
        """Tell whether an adult there has this name, closed up as ``contact_key`` gives it."""
        ...

    def professional(self, group: Sequence[Standing]) -> tuple[Edit, ...] | None:
        """Give what says these children of a professional who is there; ``None`` for none."""
        ...


def place_key(address: RollAddress) -> str:
    """Give what two records of one address have in common; empty when there is nothing."""
    return address_key(address) or squeeze(" ".join((*address.lines, address.postcode)))


class Gathering:
    """Collects people, professionals, places and ties, child by child."""

    def __init__(self, known: Known | None = None) -> None:
        """Begin; ``known`` is who and what stands in the draft already."""
        self._known = known
        self._places: dict[str, Filling] = {}
        self._people: list[list[Standing]] = []
        self._professionals: list[list[Standing]] = []
        self.found: list[str] = []

    def add_home(self, child: Filling, pupil: Pupil) -> None:
        """Say where a child lives; a place that several share stands once."""
        place = self._place(pupil.address)
        if place is None:
            return
        child.say("home", place.id)
        cares = (
            _CARE_HOME if is_looked_after(pupil) else "",
            _ORDER_HOME if any(contact.court_order for contact in pupil.contacts) else "",
        )
        for care in filter(None, cares):
            place.take_care(care, "lines", "postcode")
            if place.id in self.found:
                child.take_care(care, "home")

    def add_contact(self, child: Filling, pupil: Pupil, contact: Contact) -> None:
        """Add a contact from a child's own record."""
        standing = Standing(child, pupil, contact)
        profession = contact.relationship.upper() in _PROFESSIONS
        groups = self._professionals if profession else self._people
        for group in groups:
            if any(standing.is_same_person(one) for one in group):
                group.append(standing)
                return
        groups.append([standing])

    def edits(self, day: str) -> Iterator[Edit]:
        """Give the edits for everything gathered, places first."""
        made = [self._person(group) for group in self._people]
        for place in self._places.values():
            if place.id not in self.found:
                yield from place.edits(day)
        for person, ties in made:
            if person.id not in self.found:
                yield from person.edits(day)
            for tie in ties:
                yield from tie.edits(day)
        for group in self._professionals:
            there = self._known.professional(group) if self._known else None
            yield from there or _professional(group).edits(day)

    def _place(self, address: RollAddress | None) -> Filling | None:
        if address is None:
            return None
        key = place_key(address)
        if not key:
            return None
        place = self._places.get(key)
        if place is None and (there := self._known.place(key) if self._known else ""):
            place = self._places[key] = Filling("addresses", there)
            self.found.append(there)
        elif place is None:
            place = self._places[key] = Filling("addresses")
            abroad = "" if squeeze(address.country) in _HERE else address.country
            place.say("lines", "\n".join(line for line in (*address.lines, abroad) if line))
            place.say("postcode", address.postcode)
        return place

    def _person(self, group: list[Standing]) -> tuple[Filling, list[Filling]]:
        there = self._known.person(group) if self._known else ""
        if there:
            self.found.append(there)
            person = Filling("people", there)
            return person, [_tie(person, one) for one in _once_per_child(group)]
        person = Filling("people")
        first = group[0].contact
        person.say("first_names", " ".join(filter(None, (first.forename, first.middle_names))))
        person.say("family_name", first.surname)
        person.say("sex", words.sex_code(first.sex))
        home = next((one.home for one in group if one.home is not None), None)
        place = self._place(home)
        person.say("home", place.id if place else None)
        if any(one.lives_with for one in group):
            person.say("in_household", value=True)
        _say_numbers(person, group)
        if self._has_namesake(group):
            person.take_care(_NAMESAKE, "first_names", "family_name")
        if any(one.contact.court_order for one in group):
            person.take_care(_ORDER, *_REACH)
        if any(one.contact.relationship.upper() in FOSTER for one in group):
            person.take_care(_FOSTER, *_REACH)
        return person, [_tie(person, one) for one in _once_per_child(group)]

    def _has_namesake(self, group: list[Standing]) -> bool:
        name = contact_key(group[0].contact)
        others = (contact_key(one[0].contact) for one in self._people if one is not group)
        return bool(name) and (name in others or bool(self._known and self._known.has_name(name)))


_HERE = frozenset({"", "uk", "gb", "gbr", "unitedkingdom", "greatbritain", "england", "wales"})


def _once_per_child(group: list[Standing]) -> list[Standing]:
    firsts: dict[str, Standing] = {}
    for one in group:
        firsts.setdefault(one.child.id, one)
    return list(firsts.values())


def _tie(person: Filling, standing: Standing) -> Filling:
    contact, tie = standing.contact, Filling("relationships")
    kind = words.relationship_code(contact.relationship)
    tie.say("child", standing.child.id)
    tie.say("person", person.id)
    tie.say("kind", kind, care=_FOSTER if kind in FOSTER else "")
    tie.say("parental_responsibility", contact.responsibility)
    tie.say("lives_with", standing.lives_with)
    tie.say("contact_priority", contact.order)
    if contact.court_order:
        tie.say("court_order", value=True, care=_ORDER)
        tie.say("note", "The school’s record flags a court order about this contact.")
        tie.take_care(_ORDER, "parental_responsibility", "note")
    return tie


def _say_numbers(person: Filling, group: list[Standing]) -> None:
    phones = _unlike(phone for one in group for phone in one.contact.phones)
    phones.sort(key=lambda phone: phone.kind.upper() != "M")
    if phones:
        person.say("phone", phones[0].number)
        person.say("other_phone", "; ".join(_with_kind(phone) for phone in phones[1:]))
    person.say("email", next((one.contact.email for one in group if one.contact.email), ""))


def _unlike(phones: Iterator[Phone]) -> list[Phone]:
    """Keep one of each number; what is no number stays as it is."""
    found: dict[object, Phone] = {}
    for phone in phones:
        found.setdefault(phone_keys((phone,)) or phone.number, phone)
    return list(found.values())


def _with_kind(phone: Phone) -> str:
    kind = words.phone_words(phone.kind)
    return f"{phone.number} ({kind})" if kind else phone.number


def _professional(group: list[Standing]) -> Filling:
    found = Filling("professionals")
    first = group[0].contact
    found.say("name", " ".join(filter(None, (first.title, first.name))))
    found.say("role", _PROFESSIONS[first.relationship.upper()])
    _say_professional_numbers(found, group)
    found.say("children", tuple(one.child.id for one in _once_per_child(group)))
    if first.relationship.upper() == "SWR":
        found.take_care("From the roll. Check that this is still their social worker.", "name")
    return found


def _say_professional_numbers(found: Filling, group: list[Standing]) -> None:
    phones = _unlike(phone for one in group for phone in one.contact.phones)
    found.say("phone", "; ".join(phone.number for phone in phones))
    found.say("email", next((one.contact.email for one in group if one.contact.email), ""))
