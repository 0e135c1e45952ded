"""Whom to phone now: danger, the front door while it is open, the out-of-hours team when not.

Reckons from the pack's hours, the bank holidays of England and the clock in London. Never dials.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from ffd_desktop.councils.pack import ContactNumber, Day, Opening, Pack, Value
from ffd_desktop.councils.workdays import LONDON, bank_holidays, local

FRONT_DOOR = "front_door"
OUT_OF_HOURS = "out_of_hours"
DANGER = "police"
_DAYS = tuple(Day)
_LOOK_AHEAD = 14

POLICE = ContactNumber(
    key=DANGER,
    purpose="A child is in danger right now",
    name="Police, emergency",
    phone="999",
    out_of_hours=True,
    published_in="National emergency number",
)


class Confirmed(Value, frozen=True):
    """That someone in this office checked a number, and what it is."""

    phone: str
    by: str
    on: date


class NumberLine(Value, frozen=True):
    """One number on the card.

    Attributes:
        key: The contact's key in the pack.
        when: When it answers, such as "Open until 16:30 today".
        provenance: Where the number stands and who checked it.
        is_confirmed: Whether someone in this office checked it.
    """

    key: str
    name: str
    purpose: str
    phone: str
    when: str
    provenance: str
    is_confirmed: bool


class NumberCard(Value, frozen=True):
    """Whom to phone at a moment.

    Attributes:
        danger: The number for immediate danger; always answers.
        now: Whom to phone about anything else that cannot wait.
        other: The other of the two, for later.
        is_open: Whether the front door is open; ``None`` where its hours are not known.
        changes_at: When that changes next, London time; ``None`` if not within a fortnight.
    """

    danger: NumberLine
    now: NumberLine
    other: NumberLine
    is_open: bool | None
    changes_at: datetime | None


def whom_to_phone(
    pack: Pack, now: datetime, confirmed: Mapping[str, Confirmed] | None = None
) -> NumberCard:
    """Make the card for a moment.

    Args:
        pack: The council's pack.
        now: The moment, with a time zone.
        confirmed: By contact key, what this office has checked.

    Raises:
        ValueError: When the moment has no time zone.
    """
    here = local(now)
    checked = confirmed or {}
    contacts = {contact.key: contact for contact in pack.contacts}
    front, night = contacts[FRONT_DOOR], contacts[OUT_OF_HOURS]
    if front.ask and not front.hours:
        return _hours_unknown(contacts, checked)
    closes = _closes(front, here)
    changes = closes or _opens_next(front, here)
    front_line = _line(front, _front_words(here, closes, changes), checked)
    night_line = _line(night, _night_words(here, closes, changes), checked)
    return NumberCard(
        danger=_line(contacts.get(DANGER, POLICE), "At any time", checked),
        now=front_line if closes else night_line,
        other=night_line if closes else front_line,
        is_open=closes is not None,
        changes_at=changes,
    )


def _hours_unknown(
    contacts: Mapping[str, ContactNumber], checked: Mapping[str, Confirmed]
) -> NumberCard:
    """Put the front door first, and never say that it is open or shut."""
    first = "Its hours are not published; when nobody answers, phone the number below"
    return NumberCard(
        danger=_line(contacts.get(DANGER, POLICE), "At any time", checked),
        now=_line(contacts[FRONT_DOOR], first, checked),
        other=_line(contacts[OUT_OF_HOURS], "When the number above does not answer", checked),
        is_open=None,
        changes_at=None,
    )


def _hours_on(contact: ContactNumber, day: date) -> tuple[Opening, ...]:
    usual = tuple(one for one in contact.hours if _DAYS[day.weekday()] in one.days)
    return usual if usual and day not in bank_holidays(day.year) else ()


def _closes(contact: ContactNumber, here: datetime) -> datetime | None:
    for opening in _hours_on(contact, here.date()):
        if opening.opens <= here.time() < opening.closes:
            return datetime.combine(here.date(), opening.closes, tzinfo=LONDON)
    return None


def _opens_next(contact: ContactNumber, here: datetime) -> datetime | None:
    for ahead in range(_LOOK_AHEAD + 1):
        day = here.date() + timedelta(days=ahead)
        for opening in sorted(_hours_on(contact, day), key=lambda one: one.opens):
            if ahead or opening.opens > here.time():
                return datetime.combine(day, opening.opens, tzinfo=LONDON)
    return None


def _front_words(here: datetime, closes: datetime | None, changes: datetime | None) -> str:
    if closes is not None:
        return f"Open until {closes:%H:%M} today"
    return f"Shut now; opens {_moment(here, changes)}" if changes else "Shut now"


def _night_words(here: datetime, closes: datetime | None, changes: datetime | None) -> str:
    if closes is not None:
        return f"From {closes:%H:%M} today"
    return f"Now, until {_moment(here, changes).removeprefix('on ')}" if changes else "Now"


def _moment(here: datetime, at: datetime) -> str:
    match (at.date() - here.date()).days:
        case 0:
            day = "today"
        case 1:
            day = "tomorrow"
        case _:
            day = f"on {at:%A} {at.day} {at:%B}"
    return f"{day} at {at:%H:%M}"


def _line(contact: ContactNumber, when: str, checked: Mapping[str, Confirmed]) -> NumberLine:
    mine = checked.get(contact.key)
    phone, by, on = contact.phone, contact.checked_by, contact.checked_on
    if mine is not None:
        phone, by, on = mine.phone, mine.by, mine.on
    return NumberLine(
        key=contact.key,
        name=contact.name,
        purpose=contact.purpose,
        phone=phone,
        when=when,
        provenance=_provenance(contact, by, on),
        is_confirmed=on is not None,
    )


def _provenance(contact: ContactNumber, by: str, on: date | None) -> str:
    published = f"As published in {contact.published_in}"
    if contact.published_in.startswith("National"):
        return contact.published_in
    if on is None:
        return f"{published}; not yet checked by your office"
    return f"{published}; checked by {by} on {on.day} {on:%B} {on.year}"
