"""What must be looked at by eye before a copy for a subject access request is given.

Lists and counts; decides nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from ffd_desktop.councils.pack import Form
from ffd_desktop.exporting.family_warnings import left_out_of_a_copy
from ffd_desktop.exporting.subject.asked import ANOTHER, Asked, label, subject_of
from ffd_desktop.exporting.subject.others import (
    ALSO_WORDS,
    SHORTEST_IN_SMALL,
    others,
    words_of_name,
)
from ffd_desktop.exporting.subject.subject_copy import for_subject
from ffd_desktop.referral.answers import is_answered
from ffd_desktop.referral.concerned import concerned
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.people import Child
from ffd_desktop.referral.things import things

CANNOT_KNOW: Final = (
    "No program can know what a sentence gives away: a nickname, “her brother”, a place, a thing "
    "that only one person can have said. Nor can it know whether an exemption holds. Read every "
    "page before you give the copy to anybody, and ask whoever looks after data protection."
)
_RELATIONS: Final = re.compile(
    r"(?<!\w)(?:mother|mum|mummy|mam|father|dad|daddy|step\w+|brothers?|sisters?|siblings?|twin|"
    r"aunt\w*|uncle|gran|grand\w+|nan|nanny|cousins?|partner|boyfriend|girlfriend|husband|wife|"
    r"neighbours?|friends?)(?!\w)",
    re.IGNORECASE,
)


def to_look_at(referral: Referral, form: Form, asked: Asked) -> tuple[str, ...]:
    """Say in lines what somebody must look at; always at least that the copy is to be read."""
    return (*_lines(referral, form, asked), CANNOT_KNOW)


def _lines(referral: Referral, form: Form, asked: Asked) -> Iterator[str]:
    copy = for_subject(referral, form, asked)
    taken = msgspec.json.encode(copy).decode().count(ANOTHER)
    if taken:
        yield f"{_places(taken)} where words about others are out: does the rest tell who?"
    yield from _named(referral, asked)
    yield from _shared(referral, copy, asked)
    yield from _relations(copy)
    sources = sum(is_answered(one.source) for one in copy.statements)
    sources += sum(is_answered(one.source) for one in copy.events)
    if sources:
        yield f"{_entries(sources)} with a source: may whoever told it be known?"
    if copy.attachments:
        yield f"Attachments, {len(copy.attachments)}: the files are not in the copy. Look at each."
    if referral.comments:
        yield f"Comments of colleagues, {len(referral.comments)}: held, and not in the copy."
    yield "The history of changes is held too, and not in the copy."
    kept = left_out_of_a_copy(referral, form)
    if kept:
        yield f"Left out because it is kept from somebody, or for the council: {', '.join(kept)}."


def _named(referral: Referral, asked: Asked) -> Iterator[str]:
    """Name who has a name that is left standing: the subject’s too, or an ordinary word."""
    subject = subject_of(referral, asked)
    ours = {word.casefold() for word in words_of_name(subject)} if subject is not None else set()
    for one in others(referral, asked):
        words = {word.casefold() for word in words_of_name(one)}
        if words & ours:
            yield f"{label(one)} has a name in common with whoever asks; it is left standing."
        if words & ALSO_WORDS or any(len(word) < SHORTEST_IN_SMALL for word in words):
            yield f"{label(one)} has a short name or an ordinary word; in small letters it stays."


def _shared(referral: Referral, copy: Referral, asked: Asked) -> Iterator[str]:
    """Name the entries that concern other children as well."""
    if not isinstance(subject_of(referral, asked), Child):
        return
    referred = [one.id for one in referral.referred_children()]
    kept = {one.id for one in (*copy.statements, *copy.events, *copy.help_tried)}
    whom = [(one.id, one.children) for one in referral.statements]
    whom += [(one.id, one.children) for one in referral.events]
    whom += [(one.id, one.children) for one in referral.help_tried]
    shared = {key for key, who in whom if key in kept and len(concerned(who, referred)) > 1}
    if shared:
        yield f"{_entries(len(shared))} that concern other children as well{_list(copy, shared)}."


def _relations(copy: Referral) -> Iterator[str]:
    """Name the entries that speak of relatives and friends without a name."""
    found = {
        one.id
        for one in (*copy.statements, *copy.events)
        if any(_speaks(getattr(one, name)) for name in one.__struct_fields__)
    }
    if found:
        yield f"{_entries(len(found))} that speak of relatives or friends{_list(copy, found)}."


def _speaks(value: object) -> bool:
    return isinstance(value, str) and _RELATIONS.search(value) is not None


def _list(copy: Referral, found: set[str]) -> str:
    heads = [
        one.words.partition(",")[0].partition(": ")[0] for one in things(copy) if one.id in found
    ]
    return f": {'; '.join(heads)}" if heads else ""


def _places(count: int) -> str:
    return "1 place" if count == 1 else f"{count} places"


def _entries(count: int) -> str:
    return "1 entry" if count == 1 else f"{count} entries"
