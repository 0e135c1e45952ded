"""One person’s data out of a referral, without what is about others: a rule over the whole of it.

One pure function makes a referral without those things, before anything is composed or drawn, as
for a family’s copy. What is kept from anybody is out of it too, for whoever asks for a child may
be just the one who must not learn it. What sentences give away otherwise cannot be known here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeVar

import msgspec

from ffd_desktop.councils.pack import Field, FieldKind, Form
from ffd_desktop.exporting.family_copy import for_family
from ffd_desktop.exporting.subject.asked import ANOTHER, Asked, subject_of
from ffd_desktop.exporting.subject.others import cleaned, homes_of, mentions, others, pattern_of
from ffd_desktop.referral.after import After
from ffd_desktop.referral.answers import is_answered
from ffd_desktop.referral.commenting import as_sent
from ffd_desktop.referral.concerned import concerned
from ffd_desktop.referral.consent import Conversation
from ffd_desktop.referral.edits import Edit, put, replay
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.paths import read
from ffd_desktop.referral.people import (
    Address,
    Child,
    Item,
    Partnership,
    Person,
    Relationship,
    SiblingTie,
)
from ffd_desktop.referral.statements import Event, Help, IndicatorMark, Statement

OF_THE_FAMILY: Final = (
    "family.parents_details",
    "family.household_notes",
    "family.support_network",
)
"""What is asked about the adults and the home: others’ data before it is the subject’s."""

_WORDS: Final = frozenset({FieldKind.TEXT, FieldKind.LONG_TEXT})
_OF_THE_SCHOOL: Final = ("referrer.", "declaration.")
_Entry = TypeVar("_Entry", Statement, Event, Help, IndicatorMark)


def for_subject(referral: Referral, form: Form, asked: Asked) -> Referral:
    """Give the referral with one person’s data alone; without them in it, with nobody’s.

    Taken out: what a family’s copy leaves out; every other person’s answers and entries; answers
    about the adults and the home; names, numbers and addresses of others wherever they stand.
    What is on file only is in it, for it is held.
    """
    sent = as_sent(referral)
    held = tuple(msgspec.structs.replace(one, in_referral=True) for one in sent.events)
    safe = for_family(msgspec.structs.replace(sent, events=held, origins={}), form)
    parted = _Parting(safe, asked).parted(form)
    stays = {one.id for one in (*parted.children, *parted.people)}
    gone = {one.id for one in others(referral, asked)} - stays
    return cleaned(parted, pattern_of(referral, asked), gone)


class _Parting:
    """Parts one person’s data from the others’."""

    def __init__(self, referral: Referral, asked: Asked) -> None:
        self._referral = referral
        self._stay = {asked.subject, *asked.named}
        self._one = subject_of(referral, asked)
        self._referred = [child.id for child in referral.referred_children()]

    @property
    def _is_referred(self) -> bool:
        return isinstance(self._one, Child) and self._one.referred

    def parted(self, form: Form) -> Referral:
        """Give what is left: lists first, then the answers that stand once."""
        whole = self._referral
        ties = tuple(filter(self._is_ours, whole.relationships))
        of_ours = {tie.person for tie in ties} | self._stay
        left = msgspec.structs.replace(
            whole,
            children=tuple(self._child(one) for one in whole.children if one.id in self._stay),
            people=tuple(self._person(one) for one in whole.people if one.id in of_ours),
            relationships=tuple(map(self._tie, ties)),
            partnerships=tuple(filter(self._is_ours, whole.partnerships)),
            sibling_ties=tuple(filter(self._is_between_named, whole.sibling_ties)),
            addresses=tuple(map(self._address, whole.addresses)),
            professionals=tuple(
                one for one in whole.professionals if not one.children or self._is_of(one.children)
            ),
            statements=self._entries(whole.statements),
            events=self._entries(whole.events),
            help_tried=self._entries(whole.help_tried),
            indicators=self._entries(whole.indicators),
            examinations=tuple(one for one in whole.examinations if self._is_subject(one.child)),
            injuries=tuple(one for one in whole.injuries if self._is_subject(one.child)),
            dangers=whole.dangers if self._is_referred else (),
            attachments=whole.attachments if self._is_referred else (),
            calls=whole.calls if self._is_referred else (),
            replies=whole.replies if self._is_referred else (),
            consent=msgspec.structs.replace(
                whole.consent, conversations=tuple(self._conversations())
            ),
            after=self._after(whole.after),
            local=whole.local if self._is_referred else {},
        )
        return replay(left, self._answers(form))

    def _is_subject(self, one: object) -> bool:
        return self._one is not None and one == self._one.id

    def _is_of(self, whom: object) -> bool:
        return any(map(self._is_subject, concerned(whom, self._referred)))

    def _is_ours(self, tie: Relationship | Partnership) -> bool:
        return any(map(self._is_subject, _ends(tie)))

    def _is_between_named(self, tie: SiblingTie) -> bool:
        return any(map(self._is_subject, _ends(tie))) and self._stay.issuperset(_ends(tie))

    def _child(self, one: Child) -> Child:
        if self._is_subject(one.id):
            return msgspec.structs.replace(one, referred=True)  # so that every answer is printed
        return Child(
            id=one.id,
            referred=one.referred,
            first_names=one.first_names,
            family_name=one.family_name,
        )

    def _person(self, one: Person) -> Person:
        if self._is_subject(one.id):
            return one
        if one.id in self._stay:
            return Person(id=one.id, first_names=one.first_names, family_name=one.family_name)
        return Person(id=one.id, first_names=ANOTHER)

    def _tie(self, tie: Relationship) -> Relationship:
        if self._stay.issuperset(_ends(tie)):
            return tie
        return Relationship(id=tie.id, child=tie.child, person=tie.person, kind=tie.kind)

    def _address(self, one: Address) -> Address:
        homes = homes_of(self._one) if self._one is not None else ()
        return one if one.id in homes else Address(id=one.id, lines=ANOTHER)

    def _entries(self, found: tuple[_Entry, ...]) -> tuple[_Entry, ...]:
        """Give the entries that concern a child, said of that child alone; or name an adult."""
        if isinstance(self._one, Child):
            mine = (one for one in found if self._is_of(one.children))
            return tuple(msgspec.structs.replace(one, children=(self._one.id,)) for one in mine)
        named = (one for one in found if self._names_subject(one))
        return tuple(msgspec.structs.replace(one, children=None) for one in named)

    def _names_subject(self, entry: Item) -> bool:
        person = self._one
        return person is not None and any(
            mentions(getattr(entry, name), person) for name in entry.__struct_fields__
        )

    def _conversations(self) -> Iterator[Conversation]:
        for one in self._referral.consent.conversations:
            if self._is_subject(one.person) or (self._is_of(one.children) and self._is_referred):
                known = one.person in self._stay
                yield one if known else msgspec.structs.replace(one, told=None, words=None)

    def _after(self, after: After) -> After:
        if not self._is_referred:
            return After()
        told = tuple(one for one in after.schools_told if self._is_of(one.children))
        return msgspec.structs.replace(after, schools_told=told)

    def _answers(self, form: Form) -> Iterator[Edit]:
        """Yield the edits for answers that stand once for the family."""
        for field in form.fields():
            if "[" in field.path or field.path.startswith(_OF_THE_SCHOOL):
                continue
            value = read(self._referral, field.path)
            if is_answered(value) and not self._may_stay(field, value):
                yield put(field.path, ANOTHER) if self._is_referred else Edit(field.path)

    def _may_stay(self, field: Field, value: object) -> bool:
        person = self._one
        if self._is_referred and field.path not in OF_THE_FAMILY:
            return True
        if field.path.startswith("consent.") and field.kind not in _WORDS:
            return self._gave_consent
        return person is not None and mentions(value, person)

    @property
    def _gave_consent(self) -> bool:
        given = self._referral.consent.given_by
        return isinstance(given, tuple) and any(map(self._is_subject, given))


def _ends(tie: Relationship | Partnership | SiblingTie) -> tuple[object, object]:
    if isinstance(tie, Relationship):
        return tie.child, tie.person
    return tie.first, tie.second
