"""Proposes which column is what: by its heading, then by what stands under it. Pure.

A proposal only: a person sees it with samples and changes it. The order of columns tells whose a
"Surname" is when a row holds a pupil and a contact.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from ffd_desktop.roll.tables.fields import FIELDS, MOST_CONTACTS, Heading, Target, read_heading
from ffd_desktop.roll.tables.mapping import Mapping
from ffd_desktop.roll.tables.values import Damaged, is_day, is_postcode, read_upn
from ffd_desktop.roll.upn import is_well_formed, normalise

_MOST: Final = 0.8
_HALF: Final = 0.5
_BEGIN_ANOTHER: Final = frozenset({"title", "surname", "forename", "whole_name", "order"})
_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")

Rows = Sequence[Sequence[str]]


def propose(headings: Sequence[str], rows: Rows) -> Mapping:
    """Propose a mapping.

    Args:
        headings: The table's headings, in order; some may be empty or equal.
        rows: Some rows below them, to look at.
    """
    work = _Proposal(headings, rows)
    for place, heading in enumerate(headings):
        work.by_heading(place, read_heading(heading))
    work.take_weak()
    for place in range(len(headings)):
        work.by_values(place)
    return Mapping(tuple(headings), tuple(work.targets))


class _Proposal:
    """A mapping while it is being proposed."""

    def __init__(self, headings: Sequence[str], rows: Rows) -> None:
        self.targets: list[Target | None] = [None] * len(headings)
        self._rows = rows
        self._weak: list[tuple[int, Target]] = []
        self._contact = 0  # whose columns these are: 0 the pupil's, else the nth contact's
        self._sections = [0] * len(headings)

    def by_heading(self, place: int, heading: Heading) -> None:
        """Take what the heading says, for whom the columns before it make likely."""
        if heading.whose:
            self._contact = self._number_of(heading) if heading.whose == "contact" else 0
        if heading.field:
            self._take(place, heading)
        self._sections[place] = self._contact

    def take_weak(self) -> None:
        """Take a heading such as "ID" for the admission number when nothing better identifies."""
        for place, target in self._weak:
            if target not in self.targets:
                self.targets[place] = target

    def by_values(self, place: int) -> None:
        """Look at what stands under a heading that says nothing."""
        if self.targets[place] is not None:
            return
        contact = self._sections[place]
        for key, fits, whose in _TELLING:
            target = Target(key, 0 if whose == "pupil" else contact)
            if target not in self.targets and self._share(place, fits) >= _MOST:
                self.targets[place] = target
                return

    def _number_of(self, heading: Heading) -> int:
        return heading.contact or self._contact or 1

    def _take(self, place: int, heading: Heading) -> None:
        field = FIELDS[heading.field]
        if heading.is_weak:
            if not self._contact:
                self._weak.append((place, Target(field.key)))
            return
        target = Target(field.key) if field.whose == "pupil" else self._free(field.key, heading)
        self._contact = target.contact
        taken = target in self.targets and not field.several
        if not taken and target.contact <= MOST_CONTACTS and not self._contradicted(place, target):
            self.targets[place] = target

    def _free(self, key: str, heading: Heading) -> Target:
        """Give the target for whose turn it is: repeated names are those of a further contact."""
        must_be_contact = FIELDS[key].whose == "contact"
        contact = max(self._contact, 1) if must_be_contact else self._contact
        target = Target(key, contact)
        if key not in _BEGIN_ANOTHER or heading.contact or heading.whose == "pupil":
            return target
        while target in self.targets and target.contact <= MOST_CONTACTS:
            target = Target(key, target.contact + 1)
        return target

    def _contradicted(self, place: int, target: Target) -> bool:
        """Tell whether what stands there is plainly something else than its heading says."""
        fits = _MUST_FIT.get(target.field)
        return fits is not None and self._filled(place) > 0 and self._share(place, fits) < _HALF

    def _filled(self, place: int) -> int:
        return sum(bool(_cell(row, place)) for row in self._rows)

    def _share(self, place: int, fits: Callable[[str], bool]) -> float:
        cells = [cell for row in self._rows if (cell := _cell(row, place))]
        return sum(map(fits, cells)) / len(cells) if cells else 0


def _cell(row: Sequence[str], place: int) -> str:
    return row[place].strip() if place < len(row) else ""


def _is_upn(text: str) -> bool:
    return is_well_formed(normalise(text))


def _may_be_upn(text: str) -> bool:
    try:
        return bool(read_upn(text))
    except Damaged:
        return True


def _is_email(text: str) -> bool:
    return _EMAIL.fullmatch(text) is not None


_TELLING: Final[tuple[tuple[str, Callable[[str], bool], str], ...]] = (
    ("upn", _is_upn, "pupil"),
    ("postcode", is_postcode, "either"),
    ("email", _is_email, "either"),
)
_MUST_FIT: Final[dict[str, Callable[[str], bool]]] = {"upn": _may_be_upn, "born": is_day}
