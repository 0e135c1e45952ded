"""One row of a table as a pupil with contacts, and several rows as one pupil.

SECURITY: rows belong together only by UPN or admission number, and only if name and birthday are
the same as well. Never by name: twins and two pupils of one name stay two.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ffd_desktop.referral.private import Private
from ffd_desktop.roll.branches import LONGEST_TEXT, Tree
from ffd_desktop.roll.ctf_names import NUMBERS
from ffd_desktop.roll.tables.fields import FIELDS
from ffd_desktop.roll.tables.mapping import Mapping
from ffd_desktop.roll.tables.planting import Said, contact_tree, first, pupil_tree
from ffd_desktop.roll.tables.values import Damaged, read_upn
from ffd_desktop.tables.folding import squeeze

_JOINING: Final = ("upn", "admission_number")
_PHONES: Final = NUMBERS["phones"]
_PHONE: Final = NUMBERS["phone"]
_ADDRESS: Final = NUMBERS["address"]
_DETAILS: Final = frozenset({NUMBERS["basicdetails"], NUMBERS["lookedafter"]})


_Own = tuple[Tree, str, tuple[str, str, str], tuple[str, ...]]


class TooLong(Exception):  # noqa: N818 - told to a person beside the row
    """A cell is longer than any value of a roll. Holds the field's words, never the value."""


class Record(Private, frozen=True):
    """What one row says.

    Attributes:
        key: What rows of one pupil have in common; empty when the row has no such number.
        who: Name and birthday, squeezed: must be the same for rows to be joined.
    """

    row: int
    key: str
    who: tuple[str, str, str]
    pupil: Tree
    contacts: tuple[Tree, ...]
    notes: tuple[str, ...] = ()


class RecordReader:
    """Reads rows by one mapping."""

    def __init__(self, mapping: Mapping) -> None:
        self._pupil: list[tuple[str, int]] = []
        self._contacts: list[list[tuple[str, int]]] = [[] for _ in range(mapping.most_contacts)]
        self._cells: list[str] | None = None
        self._known: _Own = ({}, "", ("", "", ""), ())
        for place, target in enumerate(mapping.targets):
            if target is not None:
                whose = self._contacts[target.contact - 1] if target.contact else self._pupil
                whose.append((target.field, place))
        own = {field: place for field, place in self._pupil if field in _JOINING}
        self._joining = list(own.values())
        self._upn_and_number = [list(own).index(one) if one in own else -1 for one in _JOINING]
        self._last_joining: list[str] | None = None
        self._last_key = ""

    def record(self, row: int, cells: Sequence[str]) -> Record:
        """Read one row.

        Raises:
            TooLong: A cell is out of all measure.
        """
        own = [cells[place] for _, place in self._pupil if place < len(cells)]
        if own != self._cells:  # rows of one pupil repeat what is the pupil's
            self._known = self._pupil_of(cells)
            self._cells = own
        pupil, key, who, notes = self._known
        contacts = [contact_tree(_said(places, cells)) for places in self._contacts]
        return Record(row, key, who, pupil, tuple([one for one in contacts if one]), notes)

    def _pupil_of(self, cells: Sequence[str]) -> _Own:
        said = _said(self._pupil, cells)
        upn, notes = _upn_of(first(said, "upn"))
        pupil = pupil_tree(said, upn)
        number = squeeze(first(said, "admission_number"))
        who = (_name(pupil, "surname"), _name(pupil, "forename"), _name(pupil, "dob"))
        return pupil, upn or (f"number {number}" if number else ""), who, notes

    def key(self, cells: Sequence[str]) -> str:
        """Give just what joins a row to others: quick, for looking ahead."""
        joining = [cells[place] if place < len(cells) else "" for place in self._joining]
        if joining != self._last_joining:
            self._last_joining = joining
            upn, number = (joining[at] if at >= 0 else "" for at in self._upn_and_number)
            upn = _upn_of(upn[:LONGEST_TEXT])[0]
            number = "" if upn else squeeze(number[:LONGEST_TEXT])
            self._last_key = upn or (f"number {number}" if number else "")
        return self._last_key


class Gathered:
    """The rows of one pupil, joined."""

    def __init__(self, record: Record) -> None:
        self.row = record.row
        self.who = record.who
        self.key = record.key
        self.pupil: Tree = dict(record.pupil)
        self._last = record.pupil
        self.contacts = list(record.contacts)
        self.notes = list(record.notes)

    def is_joined_by(self, record: Record) -> bool:
        """Tell whether a further row is about the same pupil beyond doubt."""
        return bool(self.key) and record.key == self.key and record.who == self.who

    def join(self, record: Record) -> None:
        """Take in a further row of the same pupil: what is new in it, nothing twice."""
        if record.pupil is not self._last:  # the reader gives one object for cells that repeat
            self._take_in(record)
            self._last = record.pupil
        for contact in record.contacts:
            same = next((one for one in self.contacts if _without_phones(one, contact)), None)
            if same is None:
                self.contacts.append(contact)
            else:
                _add_phones(same, contact)

    def _take_in(self, record: Record) -> None:
        """Take in what a further row says of the pupil alone."""
        theirs = record.pupil.get(_ADDRESS)
        if theirs is not None and self.pupil.get(_ADDRESS, theirs) != theirs:
            self._note(
                f"Row {record.row:,} gives another address for this pupil; the first was kept."
            )
        for words in record.notes:
            self._note(words)
        _fill(self.pupil, record.pupil)

    def tree(self) -> Tree:
        """Give the pupil with the contacts."""
        if not self.contacts:
            return self.pupil
        inner: Tree = {NUMBERS["contact"]: [*self.contacts]}
        return {**self.pupil, NUMBERS["contacts"]: [inner]}

    def _note(self, words: str) -> None:
        if words not in self.notes:
            self.notes.append(words)


def _said(places: Sequence[tuple[str, int]], cells: Sequence[str]) -> Said:
    said: dict[str, list[str]] = {}
    width = len(cells)
    for field, place in places:
        if place < width and (cell := cells[place].strip()):
            if len(cell) > LONGEST_TEXT:
                raise TooLong(FIELDS[field].label)
            if field in said:
                said[field].append(cell)
            else:
                said[field] = [cell]
    return said


def _upn_of(text: str) -> tuple[str, tuple[str, ...]]:
    try:
        return read_upn(text), ()
    except Damaged as error:
        words = (
            f"The UPN is damaged: {error}. It was left out, not put together by guess; export the"
            " table again with the UPN as text."
        )
        return "", (words,)


def _name(tree: Tree, name: str) -> str:
    found = tree.get(NUMBERS[name], "")
    return squeeze(found) if isinstance(found, str) else ""


def _fill(ours: Tree, theirs: Tree) -> None:
    """Take what is missing; numbers to phone are added, an address is never mixed."""
    for number, part in theirs.items():
        mine = ours.get(number)
        if mine is None:
            ours[number] = part
        elif number == _PHONES:
            _add_phones(ours, theirs)
        elif number in _DETAILS and isinstance(mine, list) and isinstance(part, list):
            inner, other = mine[0], part[0]
            if isinstance(inner, dict) and isinstance(other, dict):
                ours[number] = [{**other, **inner}]


def _without_phones(one: Tree, other: Tree) -> bool:
    """Tell whether two contacts are the same but for their telephone numbers."""
    return {k: v for k, v in one.items() if k != _PHONES} == {
        k: v for k, v in other.items() if k != _PHONES
    }


def _add_phones(ours: Tree, theirs: Tree) -> None:
    mine, more = _phones(ours), _phones(theirs)
    every = [*mine, *(one for one in more if one not in mine)]
    if every:
        ours[_PHONES] = [{_PHONE: every}]


def _phones(tree: Tree) -> list[str | Tree]:
    found = tree.get(_PHONES)
    inner = found[0] if isinstance(found, list) and found else {}
    phones = inner.get(_PHONE, []) if isinstance(inner, dict) else []
    return phones if isinstance(phones, list) else []
