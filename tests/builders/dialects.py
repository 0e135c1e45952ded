"""Invented rolls as schools' systems write them: one writer for each kind of table.

The headings and the ways of writing values are those seen in public material about SIMS, Bromcom,
Arbor, the Department for Education's own templates, and the OneRoster standard; the writers know
nothing of our readers. All people are invented.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

import openpyxl
from msgspec.structs import replace

from ffd_desktop.roll.pupil import Contact, Pupil, RollAddress
from tests.builders import names
from tests.builders.roll import mobile, upn

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
RELATIONS = {"PAM": "Mother", "PAF": "Father", "GRM": "Grandmother", "": ""}


@dataclass(frozen=True)
class Dialect:
    """One way of writing a roll.

    Attributes:
        write: Gives the file's bytes.
        carries: Gives a pupil with only what this dialect can say.
        file_name: As the system would call it.
    """

    name: str
    write: Callable[[Sequence[Pupil]], bytes]
    carries: Callable[[Pupil], Pupil]
    file_name: str = field(default="roll.csv")


def made_pupil(serial: int, *, contacts: int = 2) -> Pupil:
    """Invent a pupil with the things that most dialects can say."""
    surname = names.family(serial // 2)
    return Pupil(
        upn=upn(serial % 1000, year=20 + serial // 1000 % 5),
        admission_number=f"{serial:06d}",
        forename=names.first(serial),
        surname=surname,
        date_of_birth=date(2010 + serial % 9, 1 + serial % 12, 1 + serial % 28),
        sex="FM"[serial % 2],
        year_group=("R", *map(str, range(1, 14)))[serial % 14],
        address=RollAddress(
            lines=(f"{1 + serial % 90} {names.STREETS[serial % 5]}", "Saltmarsh"),
            postcode=f"WR99 {serial % 10}AA",
        ),
        contacts=tuple(_contact(serial, place, surname) for place in range(contacts)),
    )


def _contact(serial: int, place: int, surname: str) -> Contact:
    kind = ("PAM", "PAF", "GRM")[place % 3]
    return Contact(
        order=place + 1,
        title="Mr" if kind == "PAF" else "Ms",
        forename=names.first(serial + 7 * place + 1),
        surname=surname,
        relationship=kind,
        responsibility=kind != "GRM",
        phones=(mobile(serial * 3 + place),),
    )


def table(rows: Iterable[Sequence[str]], *, encoding: str = "utf-8", mark: str = ",") -> bytes:
    """Write rows as a table in text."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=mark, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode(encoding)


def workbook(sheets: dict[str, Iterable[Sequence[object]]]) -> bytes:
    """Write rows as a workbook."""
    book = openpyxl.Workbook(write_only=True)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def zipped(tables: dict[str, Iterable[Sequence[str]]]) -> bytes:
    """Write tables as one zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, rows in tables.items():
            archive.writestr(name, table(rows))
    return out.getvalue()


def in_words(day: date | None) -> str:
    return f"{day.day:02d} {MONTHS[day.month - 1]} {day.year}" if day else ""


def in_strokes(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


SIMS_HEADINGS = [
    "Forename",
    "Legal Surname",
    "Gender",
    "DOB",
    "Adno",
    "Year",
    "Reg",
    "UPN",
    "Priority",
    "Parental Responsibility",
    "Relationship",
    "Title",
    "Forename",
    "Surname",
    "Mobile",
    "",
]


def sims(pupils: Sequence[Pupil], *, encoding: str = "utf-8") -> bytes:
    """A SIMS report: titles above the headings, a row per pupil and contact, a comma too many."""
    rows: list[Sequence[str]] = [["Pupils with contacts"], [], SIMS_HEADINGS]
    for one in pupils:
        rows += sims_rows(one)
    return table(rows, encoding=encoding)


def sims_rows(one: Pupil) -> list[list[str]]:
    """The rows of one pupil in a SIMS report."""
    year = "Year  R" if one.year_group == "R" else f"Year Y{one.year_group}"
    own = [one.forename, one.surname, one.sex, in_words(one.date_of_birth)]
    own += [one.admission_number, year, "Year 6 Green", one.upn]
    return [[*own, *_sims_contact(contact), ""] for contact in one.contacts or (Contact(),)]


def _sims_contact(one: Contact) -> list[str]:
    truth = "" if one.responsibility is None else "TF"[not one.responsibility]
    kind = RELATIONS[one.relationship]
    number = one.phones[0].number if one.phones else ""
    return [str(one.order or ""), truth, kind, one.title, one.forename, one.surname, number]


def bromcom(pupils: Sequence[Pupil]) -> bytes:
    """A Bromcom list: no contacts, sex as a word, a byte order mark."""
    sexes = {"F": "Female", "M": "Male", "": ""}
    head = ["Last Name", "First Name", "Admission Number", "UPN", "Gender", "Year Group", "DOB"]
    rows = [
        [
            one.surname,
            one.forename,
            one.admission_number,
            one.upn,
            sexes[one.sex],
            one.year_group,
            in_strokes(one.date_of_birth),
        ]
        for one in pupils
    ]
    return table([[*head, "Tutor Group"], *([*row, "6G"] for row in rows)], encoding="utf-8-sig")


ARBOR_HEADINGS = [
    "Legal Forename",
    "Legal Surname",
    "UPN",
    "Date of birth",
    "Sex",
    "Year Group",
    "Address Line 1",
    "Address Line 2",
    "Postcode",
]


def arbor(pupils: Sequence[Pupil]) -> bytes:
    """An Arbor custom report as a workbook: days as days, two contacts side by side."""
    head = list(ARBOR_HEADINGS)
    for number in (1, 2):
        head += [
            f"Guardian {number} {word}"
            for word in ("First Name", "Last Name", "Relationship", "Legal Guardian", "Mobile")
        ]
    rows: list[list[object]] = []
    for one in pupils:
        lines = (*(one.address.lines if one.address else ()), "", "")
        row: list[object] = [one.forename, one.surname, one.upn, one.date_of_birth]
        row += [{"F": "Female", "M": "Male"}.get(one.sex, ""), f"Year {one.year_group}"]
        row += [lines[0], lines[1], one.address.postcode if one.address else ""]
        for contact in one.contacts[:2]:
            row += [contact.forename, contact.surname, RELATIONS[contact.relationship]]
            row += [contact.responsibility, contact.phones[0].number if contact.phones else ""]
        rows.append(row)
    notes = [["Exported for the fictional school"]]
    return workbook({"About": notes, "Students": [["Students"], [], head, *rows]})


def ministry(pupils: Sequence[Pupil]) -> bytes:
    """The Department's pupil template, as a spreadsheet with semicolons and wide letters."""
    head = ["Surname", "Forename", "Middle name(s)", "Date of birth", "Sex", "UPN"]
    rows = [
        [
            one.surname,
            one.forename,
            one.middle_names,
            in_strokes(one.date_of_birth),
            one.sex,
            one.upn,
        ]
        for one in pupils
    ]
    return table([head, *rows], encoding="utf-16", mark=";")


USERS = [
    "sourcedId",
    "status",
    "dateLastModified",
    "enabledUser",
    "orgSourcedIds",
    "role",
    "username",
    "userIds",
    "givenName",
    "familyName",
    "middleName",
    "identifier",
    "email",
    "sms",
    "phone",
    "agentSourcedIds",
    "grades",
    "password",
]


def oneroster(pupils: Sequence[Pupil], *, version: str = "1.1") -> bytes:
    """A OneRoster export: pupils and parents as users, birthdays in a table of their own."""
    users: list[list[str]] = []
    roles: list[list[str]] = []
    births: list[list[str]] = []
    for number, one in enumerate(pupils):
        key = f"s-{number}"
        agents = [f"a-{number}-{place}" for place in range(len(one.contacts))]
        ids = f"{{UPN:{one.upn}}}" if one.upn else ""
        row = _user(key, "student", one.forename, one.surname, ids=ids)
        row[USERS.index("identifier")] = one.admission_number
        row[USERS.index("agentSourcedIds")] = ",".join(agents)
        row[USERS.index("grades")] = one.year_group
        users.append(row)
        born = one.date_of_birth.isoformat() if one.date_of_birth else ""
        births.append([key, "active", "", born, {"F": "female", "M": "male"}.get(one.sex, "")])
        for agent, contact in zip(agents, one.contacts, strict=True):
            row = _user(agent, "parent", contact.forename, contact.surname)
            row[USERS.index("sms")] = contact.phones[0].number if contact.phones else ""
            users.append(row)
    users.append(_user("t-1", "teacher", "Tess", "Teacher"))
    if version != "1.1":
        roles = [[f"r-{row[0]}", "active", "", row[0], "primary", row[5]] for row in users]
        users = [[*row[:5], "", *row[6:]] for row in users]
    births_head = ["sourcedId", "status", "dateLastModified", "birthDate", "sex"]
    tables = {
        "manifest.csv": [["propertyName", "value"], ["oneroster.version", version]],
        "orgs.csv": [
            ["sourcedId", "status", "dateLastModified", "name", "type", "identifier"],
            ["o-1", "active", "", "Saltmarsh Green Primary (fictional)", "school", "8850000"],
        ],
        "users.csv": [USERS, *users],
        "demographics.csv": [births_head, *births],
    }
    if roles:
        head = ["sourcedId", "status", "dateLastModified", "userSourcedId", "roleType", "role"]
        tables["roles.csv"] = [head, *roles]
    return zipped(tables)


def _user(key: str, role: str, forename: str, surname: str, *, ids: str = "") -> list[str]:
    row = dict.fromkeys(USERS, "")
    row |= {"sourcedId": key, "status": "active", "role": role, "userIds": ids}
    row |= {"givenName": forename, "familyName": surname, "orgSourcedIds": "o-1"}
    return list(row.values())


def _plain(one: Pupil) -> Pupil:
    return replace(one, contacts=(), address=None)


def _sims_carries(one: Pupil) -> Pupil:
    return replace(one, address=None)


def _arbor_carries(one: Pupil) -> Pupil:
    contacts = tuple(replace(each, title="", order=None) for each in one.contacts[:2])
    return replace(one, admission_number="", contacts=contacts)


def _ministry_carries(one: Pupil) -> Pupil:
    return replace(_plain(one), admission_number="", year_group="")


def _oneroster_carries(one: Pupil) -> Pupil:
    contacts = tuple(
        Contact(
            forename=each.forename,
            surname=each.surname,
            phones=each.phones,
        )
        for each in one.contacts
    )
    return replace(_plain(one), contacts=contacts)


DIALECTS = (
    Dialect("SIMS", sims, _sims_carries),
    Dialect("Bromcom", bromcom, _plain),
    Dialect("Arbor", arbor, _arbor_carries, "Students.xlsx"),
    Dialect("the Department", ministry, _ministry_carries),
    Dialect("OneRoster 1.1", oneroster, _oneroster_carries, "oneroster.zip"),
    Dialect(
        "OneRoster 1.2",
        lambda pupils: oneroster(pupils, version="1.2"),
        _oneroster_carries,
        "oneroster.zip",
    ),
)
