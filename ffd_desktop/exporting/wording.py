"""Answers in the words of a reader: codes by their labels, people by their names, honest blanks.

Never leaves a value out: one that no list knows is given as it stands.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import assert_never

from ffd_desktop.checking.looking import name_of
from ffd_desktop.councils.pack import Field, FieldKind, Pack
from ffd_desktop.exporting.marks import Marks
from ffd_desktop.exporting.outline import Answer, AnswerState
from ffd_desktop.exporting.reader import Reader
from ffd_desktop.referral.answers import NotKnown
from ffd_desktop.referral.concerned import whom_in_words
from ffd_desktop.referral.dates import DateKind, PartDate, age_on
from ffd_desktop.referral.keeping import kept_words
from ffd_desktop.referral.model import Origin, Referral
from ffd_desktop.referral.people import Address, Child, Item, Person
from ffd_desktop.referral.things import things

UNANSWERED = "Not answered"
NOTHING_BESIDE: Mapping[str, str] = {}


class Wording:
    """The words for every value of one referral; remembers the marks that it put.

    ``inside`` are the ids of the attachments whose files go inside the paper; ``beside`` gives the
    digest of each copy that goes beside a sealed one.
    """

    def __init__(
        self,
        referral: Referral,
        pack: Pack,
        today: date,
        reader: Reader = Reader.COUNCIL,
        *,
        inside: Collection[str] = (),
        beside: Mapping[str, str] = NOTHING_BESIDE,
    ) -> None:
        self.referral = referral
        self.inside = frozenset(inside)
        self.beside = beside
        self.reader = reader
        self.pack = pack
        self.today = today
        self._items: dict[str, Item] = {
            item.id: item for item in (*referral.children, *referral.people, *referral.addresses)
        }
        self._things: dict[str, str] | None = None
        self._lists = {one.key: one for one in pack.code_lists}
        self.marks = Marks()

    def answer(self, field: Field, value: object, origin: Origin | None) -> Answer:
        """Return a question and its answer; its note says where care is needed."""
        if isinstance(value, NotKnown):
            return Answer(field.label, (value.words,), AnswerState.NOT_KNOWN)
        values = tuple(self.marks.put(one, origin) for one in self.values(field, value))
        return Answer(field.label, values, note=origin.care if origin else "")

    def care(self, below: str) -> str:
        """Return once what is to be taken care of at the paths that begin so."""
        origins = self.referral.origins.items()
        return " ".join(
            dict.fromkeys(o.care for path, o in origins if o.care and path.startswith(below))
        )

    def values(self, field: Field, value: object) -> tuple[str, ...]:
        """Return the words for a value; one entry for each of several."""
        if isinstance(value, tuple):
            return tuple(self._chosen(field, one) for one in value)
        return (self._chosen(field, value),)

    def _chosen(self, field: Field, value: object) -> str:
        match field.kind:
            case FieldKind.CODE | FieldKind.CODES:
                return self.code(field.codes, value)
            case FieldKind.CHILD | FieldKind.CHILDREN | FieldKind.PERSON | FieldKind.PEOPLE:
                return self.someone(value)
            case FieldKind.EVIDENCE:
                return self.thing(value)
            case FieldKind.ADDRESS:
                return self.address(value)
            case FieldKind.LEVEL:
                return self.level(value)
            case FieldKind.TEXT | FieldKind.LONG_TEXT | FieldKind.NUMBER:
                return said(value)
            case FieldKind.DATE | FieldKind.YES_NO:
                return self.dated(value) if field.attribute == "date_of_birth" else said(value)
            case _:
                assert_never(field.kind)

    def code(self, key: str, value: object) -> str:
        """Return a code's label; what is no code of the list stands as it is."""
        found = self._lists.get(key)
        return found.label(value) if found and isinstance(value, str) else said(value)

    def someone(self, value: object) -> str:
        """Return the name behind an id."""
        item = self._items.get(value) if isinstance(value, str) else None
        return name_of(item) if isinstance(item, Child | Person) else said(value)

    def thing(self, value: object) -> str:
        """Return what an id of a statement, event, mark or document stands for, shortly."""
        if self._things is None:
            self._things = {one.id: one.words for one in things(self.referral)}
        return self._things.get(value, said(value)) if isinstance(value, str) else said(value)

    def titled(self, value: object) -> str:
        """Return the name behind an id, for the head of a column: who is not referred is marked."""
        item = self._items.get(value) if isinstance(value, str) else None
        mark = " (not referred)" if isinstance(item, Child) and not item.referred else ""
        return f"{self.someone(value)}{mark}"

    def someone_each(self, value: object) -> str:
        """Return the names behind several ids, on one line."""
        return ", ".join(map(self.someone, value)) if isinstance(value, tuple) else said(value)

    def whom(self, value: object) -> str:
        """Return whom an entry concerns; nothing where the family has one child, or none."""
        everyone = self.referral.children
        if len(everyone) < 2:
            return self.someone_each(value) if value else ""
        names = {one.id: name_of(one) for one in everyone}
        referred = [one.id for one in self.referral.referred_children()]
        return ", ".join(whom_in_words(value, names, referred=referred)) or said(value)

    def address(self, value: object) -> str:
        """Return an address on one line, and from whom it is to be kept."""
        item = self._items.get(value) if isinstance(value, str) else None
        if not isinstance(item, Address):
            return said(value)
        parts = [said(item.lines).replace("\n", ", "), said(item.postcode)]
        if kept := kept_words(item, self.someone):
            parts.append(f"\u26a0 To be kept from: {kept}")
        return ", ".join(part for part in parts if part) or "An address of which nothing is known"

    def level(self, value: object) -> str:
        """Return a level's number and name."""
        found = self.pack.level(value) if isinstance(value, str) else None
        return f"Level {found.number}: {found.name}" if found else said(value)

    def dated(self, value: object) -> str:
        """Return a date of birth with the age that it makes today."""
        ages = age_on(value, self.today) if isinstance(value, PartDate) else None
        if not isinstance(value, PartDate) or ages is None or value.kind is DateKind.AGE:
            return said(value)
        low, high = ages
        return f"{value.words()} (age {low if low == high else f'{low} or {high}'})"


def said(value: object) -> str:
    """Return a plain value in words; nothing for a blank."""
    match value:
        case None:
            return ""
        case NotKnown():
            return value.words
        case PartDate():
            return value.words()
        case bool():
            return "Yes" if value else "No"
        case tuple():
            return ", ".join(map(said, value))
        case _:
            return str(value)
