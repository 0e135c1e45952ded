"""Columns and the first pupils of a table in words. Holds no widget."""

from __future__ import annotations

from collections.abc import Iterator

from ffd_desktop.referral.dates import on
from ffd_desktop.referral.private import Private
from ffd_desktop.roll.pupil import Contact, Pupil, RollAddress
from ffd_desktop.roll.tables.mapping import Mapping
from ffd_desktop.roll.tables.reading import Table, samples
from ffd_desktop.roll.words import phone_words, relationship_words, year_words
from ffd_desktop.tables.layout import Layout


class SampleWords(Private, frozen=True):
    """A pupil as they would come in."""

    name: str
    lines: tuple[str, ...]


class MappingShown(Private, frozen=True):
    """Everything that changes on the screen when a column is set."""

    targets: tuple[str, ...]
    samples: tuple[SampleWords, ...]
    missing: str


def about(table: Table) -> str:
    """Say where the mapping comes from."""
    where = f"The headings stand in row {table.layout.heading_row}. "
    if table.is_remembered:
        return f"{where}The columns are set as they were the last time you used these headings."
    return f"{where}What each column is was proposed by its heading. Change what is not right."


def shown(layout: Layout, mapping: Mapping) -> MappingShown:
    """Put a mapping, its first pupils and what it lacks in words."""
    missing = ""
    if mapping.missing:
        missing = f"No column is set to hold {' or '.join(mapping.missing)}."
    return MappingShown(
        targets=tuple(target.text if target else "" for target in mapping.targets),
        samples=tuple(_sample(one) for one in samples(layout, mapping)),
        missing=missing,
    )


def _sample(pupil: Pupil) -> SampleWords:
    called = pupil.preferred_forename
    known = f", known as {called}" if called and called != pupil.forename else ""
    return SampleWords(f"{pupil.name}{known}", tuple(line for line in _lines(pupil) if line))


def _lines(pupil: Pupil) -> Iterator[str]:
    born = on(pupil.date_of_birth).words() if pupil.date_of_birth else pupil.born_as_written
    year = year_words(pupil.year_group) or pupil.year_group
    yield _joined(f"born {born}" if born else "", f"sex {pupil.sex}" if pupil.sex else "", year)
    yield _joined(
        f"UPN {pupil.upn}" if pupil.upn else "no UPN",
        f"admission number {pupil.admission_number}" if pupil.admission_number else "",
    )
    yield _address(pupil.address)
    yield from (_contact(pupil, one) for one in pupil.contacts)
    if not pupil.contacts:
        yield "No contact"


def _contact(pupil: Pupil, one: Contact) -> str:
    marks = {True: "parental responsibility", False: "no parental responsibility", None: ""}
    kind = relationship_words(one.relationship) if one.relationship else ""
    numbers = [f"{phone_words(phone.kind)} {phone.number}".strip() for phone in one.phones]
    home = "lives with the pupil" if one.lives_with_pupil else _address(pupil.home_of(one))
    who = " ".join(part for part in (one.title, one.name) if part) or "a contact"
    said = _joined(who, kind, marks[one.responsibility], *numbers, home)
    return f"Contact: {said}"


def _address(address: RollAddress | None) -> str:
    if address is None:
        return ""
    return ", ".join(part for part in (*address.lines, address.postcode) if part)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
