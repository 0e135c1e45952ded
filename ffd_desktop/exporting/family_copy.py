"""The copy of a referral that a family may read: everything that is kept from anybody is out of it.

One pure function makes a referral without those things, before anything is composed or drawn, so
that no page, picture or text can let one slip through. What the writer's own sentences give away
cannot be known here; only the very words of an address, number or name are found in them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from ffd_desktop.councils.pack import Form
from ffd_desktop.exporting.scrubbing import KEPT_BACK, PLACES, scrubbed, secrets_of
from ffd_desktop.referral.answers import is_answered, is_known
from ffd_desktop.referral.edits import Edit, replay
from ffd_desktop.referral.keeping import doubtful_phones, is_hidden, is_kept, is_or_may_be
from ffd_desktop.referral.model import Origin, Referral
from ffd_desktop.referral.paths import UnknownPath, field_defaults, place, read
from ffd_desktop.referral.people import Address, Child, Item, Person, Professional
from ffd_desktop.referral.statements import Attachment, IndicatorMark, Statement

ALWAYS: Final = frozenset(
    {
        "addresses[].confidential_from",
        "addresses[].kept_from_people",
        "addresses[].kept_from_children",
        "people[].safe_to_contact",
        "people[].phone_is_safe",
        "people[].other_phone_is_safe",
        "children[].phone_is_safe",
        "professionals[].contact_is_private",
        "statements[].source_anonymous",
        "consent.keep_from",
    }
)
"""What only says that something is to be kept from somebody; private whatever a pack says."""

_NAMED_AS_SOURCE: Final = frozenset({"people[].alleged_source_of_harm"})
_SOURCE_OF_HARM: Final = frozenset(
    {"concern.source_of_harm", "concern.source_of_harm_unnamed", "concern.source_in_contact"}
)
_PERSON: Final = ("phone", "other_phone", "email", "contact_notes")
_HIDDEN_PERSON: Final = (*_PERSON, "occupation")
_HIDDEN_CHILD: Final = ("phone", "where_now", "staying_elsewhere", *PLACES)
_LISTS: Final = ("addresses", "children", "people", "professionals", "statements")
_ANONYMOUS: Final = ("source", "exact_words", "where")


def for_family(referral: Referral, form: Form) -> Referral:
    """Give the referral without what is kept from anybody, on a form of its council.

    Kept out: answers that the form marks as private; addresses kept from anybody, and what tells
    where somebody is who lives there; numbers that are not safe or may not be; sources who wish
    not to be named; events that are on file only; attachments about others.
    """
    without = _without_private(referral, form)
    on_file = {event.id for event in referral.events if not event.in_referral}
    cleaned = msgspec.structs.replace(
        without,
        **{name: _kept_back(referral, without, name) for name in _LISTS},
        events=tuple(event for event in without.events if event.in_referral),
        indicators=tuple(_without_evidence(one, on_file) for one in without.indicators),
        attachments=tuple(
            msgspec.structs.replace(one, file_name="")
            for one in without.attachments
            if not is_of_others(one)
        ),
    )
    return scrubbed(_with_marks(cleaned), secrets_of(referral))


def family_form(form: Form) -> Form:
    """Give the form without the questions that are kept for the council."""
    private = private_paths(form)
    sections = (
        msgspec.structs.replace(
            one, fields=tuple(field for field in one.fields if field.path not in private)
        )
        for one in form.sections
    )
    return msgspec.structs.replace(form, sections=tuple(one for one in sections if one.fields))


def private_paths(form: Form) -> frozenset[str]:
    """Give the paths, as a form writes them, that no copy for a family shows."""
    private = ALWAYS | {field.path for field in form.fields() if field.private}
    return private | _SOURCE_OF_HARM if private & _NAMED_AS_SOURCE else private


def _without_private(referral: Referral, form: Form) -> Referral:
    edits = (edit for path in sorted(private_paths(form)) for edit in _emptying(referral, path))
    return replay(referral, edits)


def _emptying(referral: Referral, path: str) -> Iterator[Edit]:
    items, is_of_each, attribute = path.partition("[].")
    if not is_of_each:
        if is_answered(read(referral, path)):
            yield Edit(path)
        return
    found = read(referral, items)
    for item in found if isinstance(found, tuple) else ():
        if is_answered(getattr(item, attribute)):
            kind: type[msgspec.Struct] = type(item)
            default = field_defaults(kind).get(attribute)
            yield Edit(place(path, item.id), msgspec.to_builtins(default))


def _kept_back(referral: Referral, without: Referral, name: str) -> tuple[Item, ...]:
    """Give a list of the cleaned referral; what is kept back is judged by the whole one."""
    whole: tuple[Item, ...] = getattr(referral, name)
    cleaned: tuple[Item, ...] = getattr(without, name)
    return tuple(
        Address(id=old.id, lines=KEPT_BACK)
        if isinstance(old, Address) and is_kept(old)
        else _put_back(new, kept_back_of(old, referral))
        for old, new in zip(whole, cleaned, strict=True)
    )


def _put_back(item: Item, attributes: tuple[str, ...]) -> Item:
    said = (name for name in attributes if is_known(getattr(item, name)))
    return msgspec.structs.replace(item, **dict.fromkeys(said, KEPT_BACK))


def kept_back_of(item: Item, referral: Referral) -> tuple[str, ...]:
    """Give the attributes of an item that a copy for the family replaces by other words."""
    match item:
        case Child():
            return _of_child(item, referral)
        case Person():
            return _of_person(item, referral)
        case Professional() if _works_near_a_hidden_home(item, referral):
            return ("organisation", "phone", "email")
        case Professional() if is_or_may_be(item.contact_is_private):
            return ("phone", "email")
        case Statement() if is_or_may_be(item.source_anonymous):
            return _ANONYMOUS
        case _:
            return ()


def _of_child(child: Child, referral: Referral) -> tuple[str, ...]:
    if not is_hidden(child, referral.addresses):
        return doubtful_phones(child)
    ours = is_known(child.school) and child.school == referral.referrer.school_name
    return tuple(name for name in _HIDDEN_CHILD if not (ours and name == "school"))


def _of_person(person: Person, referral: Referral) -> tuple[str, ...]:
    if is_hidden(person, referral.addresses):
        return _HIDDEN_PERSON
    may_contact = person.safe_to_contact is True or not is_answered(person.safe_to_contact)
    return doubtful_phones(person) if may_contact else _PERSON


def _works_near_a_hidden_home(worker: Professional, referral: Referral) -> bool:
    """Tell whether somebody works with a child who must not be found; where, would lead there.

    Who is named for no child works with all who are referred.
    """
    named = worker.children if isinstance(worker.children, tuple) else ()
    return any(
        (child.id in named if named else child.referred) and is_hidden(child, referral.addresses)
        for child in referral.children
    )


def _without_evidence(mark: IndicatorMark, on_file: set[str]) -> IndicatorMark:
    shown = mark.evidence if isinstance(mark.evidence, tuple) else ()
    evidence = tuple(one for one in shown if one not in on_file)
    return msgspec.structs.replace(mark, evidence=evidence or None)


def is_of_others(one: Attachment) -> bool:
    """Tell whether an attachment is about somebody else too, and that is not blacked out."""
    return is_or_may_be(one.third_party_data) and one.redacted is not True


def _with_marks(referral: Referral) -> Referral:
    """Keep the marks of where answers came from only at answers that are still there."""
    marks = {
        path: _without_care(one)
        for path, one in referral.origins.items()
        if _stands_at(referral, path)
    }
    return msgspec.structs.replace(referral, origins=marks)


def _stands_at(referral: Referral, path: str) -> bool:
    try:
        found = read(referral, path)
    except UnknownPath:
        return False
    return found is not None and found != KEPT_BACK


def _without_care(origin: Origin) -> Origin:
    return msgspec.structs.replace(origin, care="")
