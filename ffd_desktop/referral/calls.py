"""Telephone calls about a referral: what is kept of each, and which one told the council first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ffd_desktop.referral.answers import Answer, is_answered
from ffd_desktop.referral.dates import DateKind, PartDate
from ffd_desktop.referral.people import Item
from ffd_desktop.referral.private import Private

if TYPE_CHECKING:
    from ffd_desktop.referral.model import Referral

COUNCIL = ("front_door", "out_of_hours")


class Call(Item, frozen=True):
    """A telephone call beside the first one: the police, the team at night, the same number again.

    ``to`` is a code of the list ``called``; ``said`` is what the writer told, ``advice`` what the
    other side said.
    """

    to: Answer[str] = None
    when: Answer[PartDate] = None
    number: Answer[str] = None
    spoke_to: Answer[str] = None
    said: Answer[str] = None
    advice: Answer[str] = None
    read_back: Answer[bool] = None
    reference: Answer[str] = None


class Told(Private, frozen=True):
    """That the council was told by telephone, and when for the first time."""

    when: Answer[PartDate]


def somebody_phoned(referral: Referral) -> bool:
    """Tell whether any call is noted, to whomever it was; an empty row is none."""
    noted = (is_answered(fact) for one in referral.calls for fact in (one.to, one.when, one.number))
    return referral.first_call.phoned is True or any(noted)


def council_told(referral: Referral) -> Told | None:
    """Give the first call to the council; ``None`` while there was none.

    A call to the police, or to anybody else, does not tell the council. Without its day and time
    the first call stays without a moment, whatever came after it.
    """
    first = referral.first_call
    later = [one.when for one in referral.calls if one.to in COUNCIL]
    if first.phoned is True:
        later = [first.when, *later] if is_exact(first.when) else [first.when]
    if not later:
        return None
    known = [when for when in later if isinstance(when, PartDate) and is_exact(when)]
    return Told(min(known, key=PartDate.sort_key) if known else later[0])


def is_exact(when: object) -> bool:
    """Tell whether a call has its day and its time of day."""
    return isinstance(when, PartDate) and when.kind is DateKind.DAY and bool(when.time)
