"""Whom to phone now: danger, the front door while it is open, the out-of-hours team when not.

Reckons from the pack's hours, the bank holidays of England and the clock in London. Never dials.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from ffd_desktop.councils.checked import OfficeDetails
from ffd_desktop.councils.details import ContactInForce, contact_in_force, in_force
from ffd_desktop.councils.pack import ContactNumber, Day, Opening, Pack, Value
from ffd_desktop.councils.workdays import LONDON, bank_holidays, local

FRONT_DOOR = "front_door"
OUT_OF_HOURS = "out_of_hours"
DANGER = "police"
_DAYS = tuple(Day)
_LOOK_AHEAD = 14
_IF_NOBODY = "When the number above does not answer"

POLICE = ContactNumber(
    key=DANGER,
    purpose="A child is in danger right now",
    name="Police, emergency",
    phone="999",
    out_of_hours=True,
    published_in="National emergency number",
)


class NumberLine(Value, frozen=True):
    """One number on the card.

    Attributes:
        key: The contact's key in the pack.
        when: When it answers, such as "Open until 16:30 today".
        provenance: Where the number stands and who checked it.
        is_confirmed: Whether someone in this office checked it.
        warning: What must not be passed over, such as another number published since.
    """

    key: str
    name: str
    purpose: str
    phone: str
    when: str
    provenance: str
    is_confirmed: bool
    warning: str = ""


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


def whom_to_phone(pack: Pack, now: datetime, office: OfficeDetails | None = None) -> NumberCard:
    """Make the card for a moment.

    Args:
        pack: The council's pack.
        now: The moment, with a time zone.
        office: What this office has checked.

    Raises:
        ValueError: When the moment has no time zone.
    """
    here = local(now)
    held = in_force(pack, office or {}, here.date())
    contacts = {one.key: contact_in_force(one, {}) for one in (POLICE, *held.contacts)}
    front, night = contacts[FRONT_DOOR], contacts[OUT_OF_HOURS]
    danger = _line(contacts[DANGER], "At any time")
    if front.always:
        return _always_open(danger, front, night)
    if front.hours_said or (front.ask and not front.hours):
        return _hours_unknown(danger, front, night)
    closes = _closes(front, here)
    changes = closes or _opens_next(front, here)
    front_line = _line(front, _front_words(here, closes, changes))
    night_line = _line(night, _night_words(here, closes, changes))
    return NumberCard(
        danger=danger,
        now=front_line if closes else night_line,
        other=night_line if closes else front_line,
        is_open=closes is not None,
        changes_at=changes,
    )


def _hours_unknown(danger: NumberLine, front: ContactInForce, night: ContactInForce) -> NumberCard:
    """Put the front door first, and never say that it is open or shut."""
    hours = f"Its hours: {front.hours_said}" if front.hours_said else "Its hours are not published"
    return NumberCard(
        danger=danger,
        now=_line(front, f"{hours}; when nobody answers, phone the number below"),
        other=_line(night, _IF_NOBODY),
        is_open=None,
        changes_at=None,
    )


def _always_open(danger: NumberLine, front: ContactInForce, night: ContactInForce) -> NumberCard:
    return NumberCard(
        danger=danger,
        now=_line(front, "At any time"),
        other=_line(night, _IF_NOBODY),
        is_open=True,
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


def _line(contact: ContactInForce, when: str) -> NumberLine:
    return NumberLine(
        key=contact.key,
        name=contact.name,
        purpose=contact.purpose,
        phone=contact.phone,
        when=when,
        provenance=contact.provenance,
        is_confirmed=contact.is_checked,
        warning=contact.warning,
    )
