"""Reads OneRoster 1.1 and 1.2 (1EdTech, CSV binding): a zip file of tables with fixed headings.

OneRoster has no address, no relationship in words and no parental responsibility: the contacts it
names as parents or guardians come in with what it says, and no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from typing import BinaryIO, Final, cast
from zipfile import ZipFile

from ffd_desktop.roll import trouble
from ffd_desktop.roll.branches import LONGEST_TEXT, Branch, Tree
from ffd_desktop.roll.ctf_names import NUMBERS
from ffd_desktop.roll.ctf_pupil import NoName, read_known
from ffd_desktop.roll.formats import Stop, is_archive
from ffd_desktop.roll.pupil import Found, RollSource, Unreadable
from ffd_desktop.roll.tables.planting import plant
from ffd_desktop.roll.tables.purpose import ROLL
from ffd_desktop.roll.tables.values import Damaged, read_birthday, read_sex, read_upn, read_year
from ffd_desktop.roll.upn import is_well_formed, normalise
from ffd_desktop.tables import archives
from ffd_desktop.tables.text import TextSheet

USERS: Final = "users.csv"
_WHAT: Final = "OneRoster file"
_ADULTS: Final = frozenset({"parent", "guardian", "relative"})
_GONE: Final = "tobedeleted"
_UPN_ID: Final = re.compile(r"\{\s*(?:upn|unique pupil number)\s*:\s*([^}]*)\}", re.IGNORECASE)

Row = dict[str, str]


class OneRosterFormat:
    """OneRoster as a roll format. Sees the ``RollFormat`` port."""

    def claims(self, head: bytes, stream: BinaryIO) -> bool:
        """Tell whether it is a zip file with OneRoster's table of users."""
        return is_archive(head) and any(
            name.rpartition("/")[2] == USERS for name in archives.names_in(stream)
        )

    def read(self, stream: BinaryIO, *, file_name: str, stop: Stop) -> OneRosterReading:
        """Begin to read it."""
        return OneRosterReading(stream, file_name=file_name, stop=stop)


class OneRosterReading:
    """One reading of one file; iterate it once. Sees the ``Reading`` port."""

    def __init__(self, stream: BinaryIO, *, file_name: str, stop: Stop) -> None:
        self.repaired = False
        self.source = RollSource(file_name=file_name)
        self._stream = stream
        self._file_name = file_name
        self._stop = stop

    @property
    def read_bytes(self) -> int:
        """How far into the file the reading is."""
        return self._stream.tell()

    def __iter__(self) -> Iterator[Found | Unreadable]:
        """Give every pupil who is on the roll, or why one could not be read.

        Raises:
            ProblemForPerson: Damaged, out of all measure, or stopped.
        """
        refusals = trouble.REFUSALS
        with (
            archives.opened(self._stream, _WHAT, refusals) as archive,
            archives.broken_told(_WHAT, refusals),
        ):
            self.source = self._source_of(archive)
            births = {
                row.get("sourcedid", ""): row for _, row in self._rows(archive, "demographics.csv")
            }
            students, adults = self._people(archive)
            agents = _agents(students, adults)
            for number, row in students:
                key = row.get("sourcedid", "")
                contacts = [adults[one] for one in agents.get(key, ()) if one in adults]
                yield self._found(number, row, births.get(key, {}), contacts)
            if not students:
                raise trouble.no_pupils()

    def _source_of(self, archive: ZipFile) -> RollSource:
        name = identifier = ""
        for _, row in self._rows(archive, "orgs.csv"):
            if row.get("type", "").lower() == "school" and not name:
                name, identifier = row.get("name", ""), row.get("identifier", "")
        number = identifier if identifier.isdigit() and len(identifier) == 7 else ""
        return RollSource(
            file_name=self._file_name,
            school_name=name,
            la=number[:3],
            estab=number[3:],
            document="OneRoster",
        )

    def _people(self, archive: ZipFile) -> tuple[list[tuple[int, Row]], dict[str, Row]]:
        """Give the pupils with their rows' places, and the adults by their ids."""
        roles = {
            row.get("usersourcedid", ""): row.get("role", "").lower()
            for _, row in self._rows(archive, "roles.csv")
        }
        students: list[tuple[int, Row]] = []
        adults: dict[str, Row] = {}
        for number, row in self._rows(archive, USERS):
            key = row.get("sourcedid", "")
            role = row.get("role", "").lower() or roles.get(key, "")
            if row.get("status", "").lower() == _GONE:
                continue
            if role == "student":
                students.append((number, row))
            elif role in _ADULTS:
                adults[key] = row
        return students, adults

    def _rows(self, archive: ZipFile, name: str) -> Iterator[tuple[int, Row]]:
        """Give the rows of one table by its headings; nothing when it is not there."""
        member = next(
            (one for one in archive.infolist() if one.filename.lower().rpartition("/")[2] == name),
            None,
        )
        if member is None:
            return
        with ExitStack() as opened:
            stream = cast("BinaryIO", opened.enter_context(archive.open(member)))
            sheet = TextSheet(stream, self._stop, ROLL)
            rows = sheet.rows()
            headings = [one.strip().lower() for one in next(rows, [])]
            for number, cells in enumerate(rows, start=2):
                if any(cells):
                    yield (
                        number,
                        {
                            heading: cell.strip()[:LONGEST_TEXT]
                            for heading, cell in zip(headings, cells, strict=False)
                        },
                    )
            self.repaired = self.repaired or sheet.repaired

    def _found(self, number: int, row: Row, birth: Row, contacts: list[Row]) -> Found | Unreadable:
        tree, notes = _pupil(row, birth)
        if contacts:
            inner: Tree = {NUMBERS["contact"]: [*map(_contact, contacts)]}
            tree[NUMBERS["contacts"]] = [inner]
        branch = Branch(tree)
        try:
            known = read_known(branch)
        except NoName:
            return Unreadable(row=number, reason="There is no name.", file_name=self._file_name)
        return Found(known, branch.packed(), row=number, notes=notes)


def _agents(students: list[tuple[int, Row]], adults: dict[str, Row]) -> dict[str, list[str]]:
    """Give the ids of each pupil's adults, whichever of the two rows names the other."""
    found = {row.get("sourcedid", ""): _ids(row) for _, row in students}
    for key, row in adults.items():
        for student in _ids(row):
            if student in found and key not in found[student]:
                found[student].append(key)
    return found


def _ids(row: Row) -> list[str]:
    return [one.strip() for one in row.get("agentsourcedids", "").split(",") if one.strip()]


def _pupil(row: Row, birth: Row) -> tuple[Tree, tuple[str, ...]]:
    text = row.get
    upn, notes = _upn_of(row)
    identifier = text("identifier", "")
    return plant(
        upn=upn,
        admissionnumber=text("sourcedid", "") if normalise(identifier) == upn else identifier,
        surname=text("familyname", ""),
        forename=text("givenname", ""),
        dob=read_birthday(birth.get("birthdate", "")),
        sex=read_sex(birth.get("sex", "")),
        basicdetails=plant(
            middlenames=text("middlename", ""),
            preferredforename=text("preferredgivenname", ""),
            preferredsurname=text("preferredfamilyname", ""),
            ncyearactual=read_year(text("grades", "").split(",")[0]),
        ),
        phones=_phones(row),
        email=text("email", ""),
    ), notes


def _upn_of(row: Row) -> tuple[str, tuple[str, ...]]:
    said = _UPN_ID.search(row.get("userids", ""))
    identifier = normalise(row.get("identifier", ""))
    if said is None:
        return (identifier if is_well_formed(identifier) else ""), ()
    try:
        return read_upn(said[1]), ()
    except Damaged as error:
        return "", (f"The UPN is damaged: {error}. It was left out, not put together by guess.",)


def _contact(row: Row) -> Tree:
    return plant(
        surname=row.get("familyname", ""),
        forename=row.get("givenname", ""),
        middlenames=row.get("middlename", ""),
        phones=_phones(row),
        email=row.get("email", ""),
    )


def _phones(row: Row) -> Tree:
    mobile, other = row.get("sms", ""), row.get("phone", "")
    found = [plant(telephonetype="M", phoneno=mobile)] if mobile else []
    if other and other != mobile:
        found.append(plant(phoneno=other))
    return plant(phone=found)
