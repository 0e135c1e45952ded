"""Noting a telephone call with one press: whom, which number and when; the rest is written.

The first call to the council goes where the form asks for it, each other call into the list.
Dials nothing, and never says that somebody answered.
"""

from __future__ import annotations

from datetime import datetime

from ffd_desktop.councils.hours import DANGER, NumberLine
from ffd_desktop.councils.workdays import local
from ffd_desktop.referral.calls import COUNCIL, Call
from ffd_desktop.referral.dates import PartDate, on
from ffd_desktop.referral.edits import Edit, put
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.private import Private

FIRST = "first_call"


class NotedCall(Private, frozen=True):
    """A call that is to be noted.

    Attributes:
        path: Where it stands, to go there: ``first_call.spoke_to`` or that of the new call.
        words: What was noted, for the screen and a screen reader.
    """

    edits: tuple[Edit, ...]
    path: str
    words: str


def note_call(referral: Referral, line: NumberLine, now: datetime, made: str) -> NotedCall:
    """Note that a number of the card was phoned just now.

    Args:
        referral: The draft.
        line: The number, as the card shows it.
        now: The moment, with a time zone.
        made: The id for a new call.
    """
    here = local(now)
    when = on(here.date(), time=f"{here:%H:%M}")
    words = f"Noted: {line.name}, {line.phone}, at {when.time}. Write down whom you spoke to."
    if line.key in COUNCIL and _first_is_free(referral):
        return NotedCall(tuple(_first(line, when)), f"{FIRST}.spoke_to", words)
    call = Call(id=made, to=line.key, when=when, number=line.phone)
    police = line.key == DANGER and referral.first_call.police_called is not True
    edits = (put(f"{FIRST}.police_called", True),) if police else ()
    return NotedCall((put(f"calls[{made}]", call), *edits), f"calls[{made}].spoke_to", words)


def _first_is_free(referral: Referral) -> bool:
    """Tell whether nothing of the first call is written yet but, perhaps, that there was one."""
    first = referral.first_call
    return first.when is None and first.number is None and first.spoke_to is None


def _first(line: NumberLine, when: PartDate) -> tuple[Edit, ...]:
    return (
        put(f"{FIRST}.phoned", True),
        put(f"{FIRST}.when", when),
        put(f"{FIRST}.number", line.phone),
    )
