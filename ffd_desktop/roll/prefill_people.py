"""The adults and places that pupils' records bring: each once, tied to each child who has them.

Ties an adult only to a child on whose own record they stand. Contacts under a court order, foster
carers and social workers are marked for care.
"""

from __future__ import annotations

from collections.abc import Iterator

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


class _Standing:
    """A contact as they stand on one child's record."""

    def __init__(self, child: Filling, pupil: Pupil, contact: Contact) -> None:
        self.child = child
        self.contact = contact
        self.home = pupil.home_of(contact)
        same = bool(address_key(self.home)) and address_key(self.home) == address_key(pupil.address)
        self.lives_with = True if contact.lives_with_pupil or same else None
        if self.lives_with is None and self.home is not None:
            self.lives_with = False

    def is_same_person(self, other: _Standing) -> bool:
        """Tell whether two records of one name, on two children, speak of one person."""
        mine, theirs = self.contact, other.contact
        if not contact_key(mine) or contact_key(mine) != contact_key(theirs):
            return False
        numbers, others = phone_keys(mine.phones), phone_keys(theirs.phones)
        if numbers & others or (mine.email and squeeze(mine.email) == squeeze(theirs.email)):
            return True
        if address_key(self.home) and address_key(self.home) == address_key(other.home):
            return True
        return not (numbers or mine.email) or not (others or theirs.email)


class Gathering:
    """Collects people, professionals, places and ties, child by child."""

    def __init__(self) -> None:
        self._places: dict[str, Filling] = {}
        self._people: list[list[_Standing]] = []
        self._professionals: list[list[_Standing]] = []

    def add_home(self, child: Filling, pupil: Pupil) -> None:
        """Say where a child lives; a place that several share stands once."""
        place = self._place(pupil.address)
        if place is None:
            return
        child.say("home", place.id)
        if is_looked_after(pupil):
            place.take_care(_CARE_HOME, "lines", "postcode")
        if any(contact.court_order for contact in pupil.contacts):
            place.take_care(_ORDER_HOME, "lines", "postcode")

    def add_contact(self, child: Filling, pupil: Pupil, contact: Contact) -> None:
        """Add a contact from a child's own record."""
        standing = _Standing(child, pupil, contact)
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
            yield from place.edits(day)
        for person, ties in made:
            yield from person.edits(day)
            for tie in ties:
                yield from tie.edits(day)
        for group in self._professionals:
            yield from _professional(group).edits(day)

    def _place(self, address: RollAddress | None) -> Filling | None:
        if address is None:
            return None
        whole = squeeze(" ".join((*address.lines, address.postcode)))
        key = address_key(address) or whole
        if not key:
            return None
        place = self._places.get(key)
        if place is None:
            place = self._places[key] = Filling("addresses")
            abroad = "" if squeeze(address.country) in _HERE else address.country
            place.say("lines", "\n".join(line for line in (*address.lines, abroad) if line))
            place.say("postcode", address.postcode)
        return place

    def _person(self, group: list[_Standing]) -> tuple[Filling, list[Filling]]:
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

    def _has_namesake(self, group: list[_Standing]) -> bool:
        name = contact_key(group[0].contact)
        return bool(name) and any(
            other is not group and contact_key(other[0].contact) == name for other in self._people
        )


_HERE = frozenset({"", "uk", "gb", "gbr", "unitedkingdom", "greatbritain", "england", "wales"})


def _once_per_child(group: list[_Standing]) -> list[_Standing]:
    firsts: dict[str, _Standing] = {}
    for one in group:
        firsts.setdefault(one.child.id, one)
    return list(firsts.values())


def _tie(person: Filling, standing: _Standing) -> Filling:
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


def _say_numbers(person: Filling, group: list[_Standing]) -> None:
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


def _professional(group: list[_Standing]) -> Filling:
    found = Filling("professionals")
    first = group[0].contact
    found.say("name", " ".join(filter(None, (first.title, first.name))))
    found.say("role", _PROFESSIONS[first.relationship.upper()])
    _say_professional_numbers(found, group)
    found.say("children", tuple(one.child.id for one in _once_per_child(group)))
    if first.relationship.upper() == "SWR":
        found.take_care("From the roll. Check that this is still their social worker.", "name")
    return found


def _say_professional_numbers(found: Filling, group: list[_Standing]) -> None:
    phones = _unlike(phone for one in group for phone in one.contact.phones)
    found.say("phone", "; ".join(phone.number for phone in phones))
    found.say("email", next((one.contact.email for one in group if one.contact.email), ""))
