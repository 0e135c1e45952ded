"""What can show something: statements, events, marks and documents, each with a few words.

For choosing evidence and for naming it; the whole words stand where they were written.
"""

from __future__ import annotations

from collections.abc import Iterator

from ffd_desktop.referral.answers import is_known
from ffd_desktop.referral.chronology import in_order
from ffd_desktop.referral.dates import PartDate
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.private import Private
from ffd_desktop.referral.statements import StatementKind

_KINDS = {
    StatementKind.WORRY: ("Worry", "Worries"),
    StatementKind.STRENGTH: ("Strength", "Strengths"),
    StatementKind.NEED: ("Need", "Needs"),
}
_LONGEST = 70


class Thing(Private, frozen=True):
    """One thing that can show another.

    Attributes:
        words: Such as "Worry 3: Comes hungry on Mondays".
        group: The list that it stands in.
    """

    id: str
    words: str
    group: str


def things(referral: Referral) -> Iterator[Thing]:
    """Yield everything that can be evidence, in the order of the form."""
    numbers = dict.fromkeys(StatementKind, 0)
    for one in referral.statements:
        numbers[one.kind] += 1
        name, group = _KINDS[one.kind]
        yield Thing(one.id, _words(f"{name} {numbers[one.kind]}", one.when, one.text), group)
    for number, mark in enumerate(referral.injuries, start=1):
        yield Thing(mark.id, _words(f"Mark {number}", mark.seen_on, mark.kind), "Marks")
    number = 0
    for event in in_order(referral.events, referral.children):
        number += event.in_referral
        name = f"Event {number}" if event.in_referral else "Event on file"
        yield Thing(event.id, _words(name, event.when, event.what), "Events")
    for number, paper in enumerate(referral.attachments, start=1):
        yield Thing(
            paper.id, _words(f"Attachment {number}", paper.date, paper.title), "Attachments"
        )


def _words(name: str, when: object, what: object) -> str:
    head = f"{name}, {when.words()}" if isinstance(when, PartDate) else name
    text = " ".join(what.split()) if isinstance(what, str) and is_known(what) else ""
    if len(text) > _LONGEST:
        text = f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"
    return f"{head}: {text}" if text else head
