"""Referrals with one strange word in every place that must be kept from somebody."""

from __future__ import annotations

import msgspec

from ffd_desktop.councils.pack import Field, FieldKind, Form
from ffd_desktop.referral.edits import Edit, replay
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.paths import place, read
from ffd_desktop.referral.people import Address, Professional
from ffd_desktop.referral.statements import Attachment, Event
from tests.builders.items import event

CANARY = "Xylograph"
WORDS = (FieldKind.TEXT, FieldKind.LONG_TEXT)


def private_in_words(form: Form) -> list[Field]:
    """The questions in words that a form marks as private."""
    return [one for one in form.fields() if one.private and one.kind in WORDS]


def private_words(referral: Referral, form: Form) -> Referral:
    """The referral with a canary in every answer in words that the form marks as private."""
    edits: list[Edit] = []
    for number, field in enumerate(private_in_words(form)):
        items, is_of_each, _ = field.path.partition("[].")
        found = read(referral, items) if is_of_each else ()
        edits += [
            Edit(place(field.path, item.id), f"{CANARY}{number} of {item.id}")
            for item in (found if isinstance(found, tuple) else ())
        ]
        if not is_of_each:
            edits.append(Edit(field.path, f"{CANARY}{number}"))
    return replay(referral, edits)


def confidential(referral: Referral, _form: Form) -> Referral:
    """A canary in every place that is confidential in another way than by the form's word."""
    everyone = tuple(
        msgspec.structs.replace(
            one,
            home="a1",
            phone=f"{CANARY} phone",
            other_phone=f"{CANARY} other phone",
            email=f"{CANARY}@home.example",
            contact_notes=f"{CANARY} note",
            occupation=f"{CANARY} work",
        )
        for one in referral.people
    )
    children = tuple(
        msgspec.structs.replace(
            one,
            home="a9",
            second_home="a1",
            phone=f"{CANARY} phone",
            where_now=f"{CANARY} place",
            staying_elsewhere=f"{CANARY} aunt",
            gp=f"{CANARY} surgery",
            dentist=f"{CANARY} dentist",
            health_visitor=f"{CANARY} visitor",
            school=f"{CANARY} school",
        )
        for one in referral.children
    )
    hidden = Address(
        id="a1",
        lines=f"{CANARY} House\nWorcester",
        postcode=f"{CANARY}9",
        note=f"{CANARY} note",
        kept_from_children=("c1",),
    )
    said = tuple(
        msgspec.structs.replace(
            one,
            source_anonymous=True,
            source=f"{CANARY} Neighbour",
            exact_words=f"{CANARY} words",
            where=f"{CANARY} kitchen",
        )
        for one in referral.statements
    )
    return msgspec.structs.replace(
        referral,
        people=everyone,
        children=children,
        addresses=(hidden, Address(id="a9", lines="9 Orchard Rise")),
        statements=said,
        events=(*referral.events, on_file()),
        professionals=(private_worker(),),
        attachments=(Attachment(id="f9", title=f"{CANARY} report", third_party_data=True),),
    )


def on_file() -> Event:
    """An event that is only on file."""
    return msgspec.structs.replace(event(99, ("c1",)), what=f"{CANARY} event", in_referral=False)


def private_worker() -> Professional:
    """A professional whose numbers are their own affair."""
    return Professional(
        id="w9", name="Lowri", phone=f"{CANARY} 1", email=f"{CANARY} 2", contact_is_private=True
    )
