"""A pupil of the roll in words: a line among the results, and the card. Holds no widget.

Shows court orders and care with a word of caution; never decides anything from them.
"""

from __future__ import annotations

from datetime import date

from ffd_desktop.referral.dates import age_on, on
from ffd_desktop.referral.private import Private
from ffd_desktop.roll.authorities import authorities
from ffd_desktop.roll.pupil import Contact, Pupil, RollAddress
from ffd_desktop.roll.rows import key_of
from ffd_desktop.roll.siblings import is_looked_after
from ffd_desktop.roll.words import relationship_words, year_words


class ResultLine(Private, frozen=True):
    """A pupil among the results."""

    key: str
    name: str
    details: str

    @property
    def said(self) -> str:
        """The line as one sentence, for a screen reader."""
        return f"{self.name}. {self.details}"


class ContactLine(Private, frozen=True):
    """A contact on the card; ``care`` is a caution, usually empty."""

    rank: str
    name: str
    relationship: str
    details: tuple[str, ...]
    care: str = ""


class PupilCard(Private, frozen=True):
    """All that the card says of a pupil; ``cares`` are cautions about the child."""

    key: str
    name: str
    known_as: str
    born: str
    details: str
    home: str
    contacts: tuple[ContactLine, ...]
    cares: tuple[str, ...]


def result_line(pupil: Pupil) -> ResultLine:
    """Put a pupil on one line: name, what they are called, born, year, UPN."""
    parts = (
        f"known as {called}" if (called := _known_as(pupil)) else "",
        f"born {_born(pupil)}" if _born(pupil) else "",
        _year(pupil),
        _upn(pupil),
        "no longer on the roll" if pupil.left_on else "",
    )
    return ResultLine(key_of(pupil), name_of(pupil), " · ".join(part for part in parts if part))


def pupil_card(pupil: Pupil, *, today: date) -> PupilCard:
    """Put a pupil's card in words; ``today`` is for the age."""
    contacts = sorted(pupil.contacts, key=lambda one: (one.order is None, one.order or 0))
    return PupilCard(
        key=key_of(pupil),
        name=name_of(pupil),
        known_as=_known_as(pupil),
        born=_born_and_age(pupil, today),
        details=" · ".join(part for part in (_year(pupil), _upn(pupil)) if part),
        home=address_words(pupil.address) or "No address on the roll",
        contacts=tuple(_contact_line(pupil, one) for one in contacts),
        cares=tuple(_cares(pupil)),
    )


def name_of(pupil: Pupil) -> str:
    """Give forename and surname, or say that the roll has none."""
    return pupil.name or "No name on the roll"


def address_words(address: RollAddress | None) -> str:
    """Write an address on one line; empty when there is none."""
    if address is None:
        return ""
    return ", ".join(part for part in (*address.lines, address.postcode) if part)


def _year(pupil: Pupil) -> str:
    return year_words(pupil.year_group) or pupil.year_group


def _upn(pupil: Pupil) -> str:
    return f"UPN {pupil.upn}" if pupil.upn else ""


def _known_as(pupil: Pupil) -> str:
    called = pupil.preferred_forename
    return called if called and called.casefold() != pupil.forename.casefold() else ""


def _born(pupil: Pupil) -> str:
    if pupil.date_of_birth is None:
        return pupil.born_as_written
    return on(pupil.date_of_birth).words()


def _born_and_age(pupil: Pupil, today: date) -> str:
    if pupil.date_of_birth is None:
        written = pupil.born_as_written
        return f"Date of birth as written on the roll: {written}" if written else "Not on the roll"
    ages = age_on(on(pupil.date_of_birth), today)
    years = ages[0] if ages else -1
    if years < 0:
        return _born(pupil)
    return f"{_born(pupil)} ({years} {'year' if years == 1 else 'years'} old)"


def _contact_line(pupil: Pupil, contact: Contact) -> ContactLine:
    responsibility = {
        True: "parental responsibility",
        False: "no parental responsibility on the roll",
        None: "",
    }[contact.responsibility]
    phones = ", ".join(phone.number for phone in contact.phones if phone.number)
    lives = "lives with the child" if contact.lives_with_pupil else ""
    elsewhere = "" if contact.lives_with_pupil else address_words(contact.address)
    return ContactLine(
        rank=str(contact.order) if contact.order is not None else "–",
        name=contact.name or "No name on the roll",
        relationship=relationship_words(contact.relationship) if contact.relationship else "",
        details=tuple(
            part for part in (responsibility, phones, contact.email, lives, elsewhere) if part
        ),
        care=_contact_care(contact, pupil),
    )


def _contact_care(contact: Contact, pupil: Pupil) -> str:
    if contact.court_order:
        return (
            "The roll notes a court order about this contact. Check what it says before anything "
            "is shared with them."
        )
    if pupil.looked_after and contact.responsibility is False:
        return "Check whether this contact may know where the child lives."
    return ""


def _cares(pupil: Pupil) -> list[str]:
    cares = []
    if is_looked_after(pupil):
        name = authorities().name(pupil.care_authority)
        by = f" by {name}" if name else ""
        cares.append(
            f"Looked after{by}, says the roll. The child’s own social worker is the first call; "
            "the carers’ address is filled in for this child only."
        )
    if pupil.date_of_birth is None and pupil.born_as_written:
        cares.append("The date of birth on the roll is no calendar date. It is kept as written.")
    return cares
