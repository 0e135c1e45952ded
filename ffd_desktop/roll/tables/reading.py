"""Reads a table of any file format as a roll, by a mapping: row by row, pupil by pupil.

Memory stays flat when the rows of each pupil stand together, as in every export that is sorted by
pupil; only a table that scatters them is gathered whole. Stores nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import BinaryIO

from ffd_desktop.referral.private import Private
from ffd_desktop.roll import trouble
from ffd_desktop.roll.branches import Branch
from ffd_desktop.roll.ctf_pupil import NoName, read_known
from ffd_desktop.roll.pupil import Found, Pupil, RollSource, Unreadable
from ffd_desktop.roll.rows import pupil_of
from ffd_desktop.roll.tables.mapping import Mapping
from ffd_desktop.roll.tables.proposing import propose
from ffd_desktop.roll.tables.purpose import ROLL
from ffd_desktop.roll.tables.records import Gathered, Record, RecordReader, TooLong
from ffd_desktop.tables.layout import Layout, Sheet, layout_of

MOST_ROWS = 3_000_000
_SAMPLES = 3

Stop = Callable[[], bool]
Chooses = Callable[[Layout], Mapping | None]
"""Gives the mapping that a person chose for a table with these headings; ``None`` when none."""


class TableReading:
    """One reading of one table; iterate it once. Sees the ``Reading`` port."""

    def __init__(self, sheet: Sheet, *, mapping: Chooses, file_name: str, stop: Stop) -> None:
        self._sheet = sheet
        self._chooses = mapping
        self._stop = stop
        self._file_name = file_name
        self.source = RollSource(file_name=file_name, document="Table")

    @property
    def read_bytes(self) -> int:
        """How much of the file has been read in the present going-through."""
        return self._sheet.read_bytes

    @property
    def repaired(self) -> bool:
        """Whether letters had to be guessed at."""
        return self._sheet.repaired

    def __iter__(self) -> Iterator[Found | Unreadable]:
        """Give every pupil, or why a row could not be read.

        Raises:
            ProblemForPerson: No headings, a needed column unknown, damaged, or stopped.
        """
        layout = layout_of(self._sheet, ROLL)
        mapping = self._chooses(layout) or propose(layout.headings, layout.sample)
        mapping.refuse_missing()
        reader = RecordReader(mapping)
        if self._is_grouped(reader, layout):
            yield from self._together(reader, layout)
        else:
            yield from self._scattered(reader, layout)

    def _rows(self, layout: Layout) -> Iterator[tuple[int, list[str]]]:
        rows = islice(enumerate(self._sheet.rows(), start=1), layout.heading_row, None)
        for number, cells in rows:
            if number % 500 == 0 and self._stop():
                raise trouble.Stopped
            if number > MOST_ROWS:
                raise trouble.REFUSALS.archive_too_big()
            if any(cells) and tuple(cells[: len(layout.headings)]) != layout.headings:
                yield number, list(cells)

    def _is_grouped(self, reader: RecordReader, layout: Layout) -> bool:
        """Look ahead whether all rows of a pupil stand one after the other."""
        last, seen = "", set[int]()
        for _, cells in self._rows(layout):
            key = reader.key(cells)
            if key and key != last:
                if hash(key) in seen:
                    return False
                seen.add(hash(key))
                last = key
        return True

    def _records(self, reader: RecordReader, layout: Layout) -> Iterator[Record | Unreadable]:
        for number, cells in self._rows(layout):
            try:
                yield reader.record(number, cells)
            except TooLong as error:
                yield self._unreadable(number, f"What stands under “{error}” is far too long.")

    def _together(self, reader: RecordReader, layout: Layout) -> Iterator[Found | Unreadable]:
        open_one: Gathered | None = None
        for record in self._records(reader, layout):
            if isinstance(record, Unreadable):
                yield record
            elif open_one is None:
                open_one = Gathered(record)
            elif open_one.is_joined_by(record):
                open_one.join(record)
            elif record.key and record.key == open_one.key:
                yield self._not_joined(record)
            else:
                yield self._found(open_one)
                open_one = Gathered(record)
        if open_one is not None:
            yield self._found(open_one)

    def _scattered(self, reader: RecordReader, layout: Layout) -> Iterator[Found | Unreadable]:
        found: dict[str, Gathered] = {}
        for record in self._records(reader, layout):
            if isinstance(record, Unreadable):
                yield record
                continue
            one = found.get(record.key) if record.key else None
            if one is None:
                found[record.key or f"row {record.row}"] = Gathered(record)
            elif one.is_joined_by(record):
                one.join(record)
            else:
                yield self._not_joined(record)
        for one in found.values():
            yield self._found(one)

    def _found(self, one: Gathered) -> Found | Unreadable:
        if not one.key and not all(one.who[:2]):
            return self._unreadable(one.row, "There is neither a number nor a whole name.")
        return _found(one) or self._unreadable(one.row, "There is no name.")

    def _not_joined(self, record: Record) -> Unreadable:
        return self._unreadable(
            record.row,
            "It has the number of an earlier pupil but another name or date of birth; it was"
            " neither joined with that pupil nor taken.",
        )

    def _unreadable(self, row: int, reason: str) -> Unreadable:
        return Unreadable(row=row, reason=reason, file_name=self._file_name)


def _found(one: Gathered) -> Found | None:
    branch = Branch(one.tree())
    try:
        known = read_known(branch)
    except NoName:
        return None
    return Found(known, branch.packed(), row=one.row, notes=tuple(one.notes))


class TableFormat(Private, frozen=True):
    """Tables of one file format as a roll format. Sees the ``RollFormat`` port.

    Attributes:
        is_one: Tells whether a file is of this format, from its head and the whole of it.
        sheet: Opens it.
        chooses: Gives the mapping that a person chose, by the headings.
    """

    is_one: Callable[[bytes, BinaryIO], bool]
    sheet: Callable[[BinaryIO, Stop], Sheet]
    chooses: Chooses

    def claims(self, head: bytes, stream: BinaryIO) -> bool:
        """Tell whether a file is of this format."""
        return self.is_one(head, stream)

    def read(self, stream: BinaryIO, *, file_name: str, stop: Stop) -> TableReading:
        """Begin to read it."""
        sheet = self.sheet(stream, stop)
        return TableReading(sheet, mapping=self.chooses, file_name=file_name, stop=stop)

    def table(self, stream: BinaryIO, stop: Stop) -> Table:
        """Look at it for a person to decide about its columns.

        Raises:
            ProblemForPerson: As for the reading.
        """
        layout = layout_of(self.sheet(stream, stop), ROLL)
        chosen = self.chooses(layout)
        return Table(layout, chosen or propose(layout.headings, layout.sample), chosen is not None)


class Table(Private, frozen=True):
    """A table as a person decides about it: its headings, a sample, what is proposed.

    Attributes:
        is_remembered: Whether the mapping is the one that was used for these headings last.
    """

    layout: Layout
    mapping: Mapping
    is_remembered: bool = False


def samples(layout: Layout, mapping: Mapping, *, most: int = _SAMPLES) -> tuple[Pupil, ...]:
    """Give the first pupils of a table as they would come in by a mapping."""
    reader = RecordReader(mapping)
    found: list[Gathered] = []
    for number, cells in enumerate(layout.sample, start=layout.heading_row + 1):
        try:
            record = reader.record(number, cells)
        except TooLong:
            continue
        if found and found[-1].is_joined_by(record):
            found[-1].join(record)
        elif len(found) > most:
            break
        else:
            found.append(Gathered(record))
    read = (_found(one) for one in found)
    return tuple(pupil_of(one.body) for one in read if one is not None)[:most]
