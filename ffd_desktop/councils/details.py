"""A council's details as this office has them: published, checked, and which of them holds.

A correction outlives an update of the pack, and the difference is then said. What was only
confirmed does not: once the council publishes another, that one is shown, as not yet checked.
Nothing here asks or keeps; an emergency number is nobody's to correct.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

import msgspec

from ffd_desktop.councils.checked import CheckedDetail, DetailKind, OfficeDetails
from ffd_desktop.councils.opening_words import Week, read_week, same_week, say_week
from ffd_desktop.councils.pack import ContactNumber, Pack, Value

NAMES = {
    DetailKind.PHONE: "Telephone number",
    DetailKind.HOURS: "Opening hours",
    DetailKind.ADDRESS: "Postal address",
    DetailKind.EMAIL: "E-mail",
    DetailKind.SECURE_EMAIL: "Secure e-mail",
}
EMERGENCY = frozenset({"999", "112"})
_NOT_CHECKED = "not yet checked by your office"


class Standing(StrEnum):
    """How a detail stands in this office.

    ``LAPSED``: it was confirmed, and the council publishes another since. ``MOVED``: it was
    corrected, and the council publishes another since.
    """

    UNCHECKED = "unchecked"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    LAPSED = "lapsed"
    MOVED = "moved"


class Detail(Value, frozen=True):
    """One detail of a contact.

    Attributes:
        contact: The contact's key, and ``name`` what it is called.
        published: What the pack publishes now; empty where no source gives it.
        checked: What this office last found.
        due: Since when it is to be looked at again; ``None`` while it is not.
    """

    contact: str
    name: str
    kind: DetailKind
    published: str
    published_in: str
    checked: CheckedDetail | None = None
    due: date | None = None

    @property
    def standing(self) -> Standing:
        """How it stands."""
        mine = self.checked
        if mine is None:
            return Standing.UNCHECKED
        if same(self.kind, mine.text, self.published):
            return Standing.CONFIRMED
        if same(self.kind, mine.text, mine.published):
            return Standing.LAPSED
        if same(self.kind, mine.published, self.published):
            return Standing.CORRECTED
        return Standing.MOVED

    @property
    def text(self) -> str:
        """What holds now: the office's correction, else what is published."""
        corrected = self.standing in {Standing.CORRECTED, Standing.MOVED}
        return self.checked.text if corrected and self.checked else self.published

    @property
    def is_checked(self) -> bool:
        """Whether what holds now was found right by this office."""
        return self.standing not in {Standing.UNCHECKED, Standing.LAPSED}

    @property
    def has_changed(self) -> bool:
        """Whether the council publishes another since the office looked."""
        return self.standing in {Standing.LAPSED, Standing.MOVED}

    @property
    def provenance(self) -> str:
        """Where what holds now comes from, and who checked it."""
        published = f"As published in {self.published_in}" if self.published else "Not published"
        mine = self.checked
        if mine is None or self.standing is Standing.LAPSED:
            return f"{published}; {_NOT_CHECKED}" if self.published else published
        if self.standing is Standing.CONFIRMED:
            return f"{published}; confirmed by {_who(mine)}"
        if self.standing is Standing.MOVED:
            return f"Not as published in {self.published_in}"
        if not self.published:
            return f"As told by {_who(mine)}; not published"
        return f"Corrected by {_who(mine)}; published: {self.published}, in {self.published_in}"

    @property
    def warning(self) -> str:
        """What must not be passed over: two that differ, or a correction due to be checked."""
        mine = self.checked
        if mine is None:
            return ""
        now = self.published or "nothing"
        if self.standing is Standing.MOVED:
            return f"Published now: {now}; you have: {mine.text}, corrected by {_who(mine)}."
        if self.standing is Standing.LAPSED:
            return f"Published now: {now}; you had: {mine.text}, confirmed by {_who(mine)}."
        if self.due and self.standing is Standing.CORRECTED:
            return f"Look at this correction again: it was made on {day_words(mine.on)}."
        return ""


class ContactInForce(ContactNumber, frozen=True):
    """A contact with the details that hold in this office.

    Attributes:
        details: Each of them, with where it comes from.
        provenance: Of its number, and of its hours where they are not the published ones.
        warning: What must be said beside its number; empty for nothing.
        hours_said: Its hours as words, where nobody can reckon with them.
        is_checked: Whether this office found the number right.
    """

    details: tuple[Detail, ...] = ()
    provenance: str = ""
    warning: str = ""
    hours_said: str = ""
    is_checked: bool = False

    def detail(self, kind: DetailKind) -> Detail | None:
        """Find one of its details."""
        return next((one for one in self.details if one.kind is kind), None)


def same(kind: DetailKind, one: str, other: str) -> bool:
    """Tell whether two wordings of a detail say the same."""
    match kind:
        case DetailKind.HOURS:
            return same_week(one, other)
        case DetailKind.PHONE:
            return _dialled(one) == _dialled(other)
        case _:
            return _plain(one) == _plain(other)


def is_emergency(contact: ContactNumber) -> bool:
    """Tell whether a number is the country's own, which no office corrects."""
    return _dialled(contact.phone) in EMERGENCY


def kinds_of(contact: ContactNumber) -> tuple[DetailKind, ...]:
    """Give what can be checked of a contact; none of an emergency number.

    A team that answers whenever the others are shut has no hours of its own to check.
    """
    if is_emergency(contact):
        return ()
    without_hours = contact.out_of_hours and not contact.hours
    return tuple(kind for kind in DetailKind if not (kind is DetailKind.HOURS and without_hours))


def published(contact: ContactNumber, kind: DetailKind) -> str:
    """Give a detail as the pack has it, in words."""
    if kind is DetailKind.HOURS:
        return say_week(contact.hours, always=contact.always)
    return str(getattr(contact, kind.value))


def details_of(pack: Pack, office: OfficeDetails, today: date) -> tuple[Detail, ...]:
    """Give every detail of a council that can be checked, in the pack's order."""
    since = reviewed_since(pack, today)
    return tuple(one for contact in pack.contacts for one in _details(contact, office, since))


def reviewed_since(pack: Pack, today: date) -> date | None:
    """Give the last day at which what was checked before is to be looked at again.

    That is the day of the pack's own review, and the days after its review was due and after
    its validity ended, once they are here.
    """
    days = (pack.reviewed_on, _after(pack.review_by), _after(pack.valid_to))
    return max((one for one in days if one is not None and one <= today), default=None)


def in_force(pack: Pack, office: OfficeDetails, today: date) -> Pack:
    """Give a pack whose contacts are as this office has them; the rest is as it was."""
    since = reviewed_since(pack, today)
    contacts = tuple(contact_in_force(one, office, since) for one in pack.contacts)
    return msgspec.structs.replace(pack, contacts=contacts)


def contact_in_force(
    contact: ContactNumber, office: OfficeDetails, since: date | None = None
) -> ContactInForce:
    """Give a contact as this office has it; one that is so already stays as it is."""
    if isinstance(contact, ContactInForce):
        return contact
    plain = {name: getattr(contact, name) for name in contact.__struct_fields__}
    details = tuple(_details(contact, office, since))
    if not details:
        return ContactInForce(**plain, provenance=_of_emergency(contact), is_checked=True)
    by_kind = {one.kind: one for one in details}
    for kind in (one for one in by_kind if one is not DetailKind.HOURS):
        plain[kind.value] = by_kind[kind].text
    number, hours = by_kind[DetailKind.PHONE], by_kind.get(DetailKind.HOURS)
    plain.update(_hours_in_force(hours))
    of_hours = (hours.provenance, hours.warning) if hours and hours.checked else ("", "")
    return ContactInForce(
        **plain,
        details=details,
        provenance=_joined(number.provenance, of_hours[0], ". "),
        warning=_joined(number.warning, of_hours[1], " "),
        is_checked=number.is_checked,
    )


def day_words(day: date) -> str:
    """Say a day: "3 November 2026"."""
    return f"{day.day} {day:%B} {day.year}"


def _details(contact: ContactNumber, office: OfficeDetails, since: date | None) -> Iterator[Detail]:
    mine = office.get(contact.key, {})
    for kind in kinds_of(contact):
        checked = mine.get(kind, _in_the_pack(contact) if kind is DetailKind.PHONE else None)
        is_due = checked is not None and since is not None and checked.on < since
        yield Detail(
            contact=contact.key,
            name=contact.name,
            kind=kind,
            published=published(contact, kind),
            published_in=contact.published_in,
            checked=checked,
            due=since if is_due else None,
        )


def _in_the_pack(contact: ContactNumber) -> CheckedDetail | None:
    """Give the check of a number that the pack itself carries."""
    if contact.checked_on is None:
        return None
    return CheckedDetail(contact.phone, contact.phone, contact.checked_by, contact.checked_on)


def _hours_in_force(hours: Detail | None) -> dict[str, object]:
    """Give the fields for hours that the office corrected; nothing where the pack's hold."""
    if hours is None or hours.standing not in {Standing.CORRECTED, Standing.MOVED}:
        return {}
    week = read_week(hours.text)
    said = hours.text if week is None else ""
    week = week or Week()
    return {"hours": week.hours, "always": week.always, "hours_said": said}


def _joined(number: str, hours: str, between: str) -> str:
    """Say of a number and of its hours, each if there is anything to say."""
    told = f"Hours: {hours[0].lower()}{hours[1:]}" if hours else ""
    return between.join(filter(None, (number, told)))


def _of_emergency(contact: ContactNumber) -> str:
    where = contact.published_in
    return where if where.startswith("National") else f"As published in {where}"


def _who(mine: CheckedDetail) -> str:
    return f"{mine.by} on {day_words(mine.on)}"


def _after(day: date | None) -> date | None:
    return None if day is None else day.fromordinal(day.toordinal() + 1)


def _dialled(number: str) -> str:
    """Give what is dialled: digits, and whatever else is no mere spacing."""
    return "".join(mark for mark in number.casefold() if mark not in " ()-.\u00a0")


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace(",", " ").split())
