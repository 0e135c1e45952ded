"""Invented pupils, and a writer of Common Transfer Files that knows nothing of our reader.

Every UPN has establishment 0000, every phone is in Ofcom's drama ranges, every postcode WR99.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from io import BytesIO
from typing import BinaryIO
from xml.sax.saxutils import escape

from stdnum.gb.upn import calc_check_digit

from ffd_desktop.roll.ctf import read_ctf
from ffd_desktop.roll.importing import Reading
from ffd_desktop.roll.pupil import (
    AttendanceYear,
    Contact,
    Found,
    Language,
    Phone,
    Pupil,
    RollAddress,
    RollSource,
    SenNeed,
    SenProvision,
    Unreadable,
)
from ffd_desktop.roll.rows import RollRow, pupil_of
from ffd_desktop.roll.rows import row_of as row_of_found
from tests.builders import names

SOURCE = RollSource(
    exported_at="2026-11-02T07:45:00",
    school_name="Saltmarsh Green Primary (fictional)",
    la="885",
    estab="0000",
    urn="999999",
    academic_year="2026",
    ctf_version="26.0",
    qualifier="full",
    supplier="INVENTED",
    document="Common Transfer File",
)


def upn(serial: int, *, year: int = 24, la: str = "885", temporary: str = "") -> str:
    """Make the UPN of a child who cannot exist: establishment 0000."""
    count = f"{serial:02d}{temporary}" if temporary else f"{serial:03d}"
    tail = f"{la}0000{year:02d}{count}"
    return f"{calc_check_digit('A' + tail)}{tail}"


def mobile(number: int) -> Phone:
    return Phone(kind="M", number=f"07700 900{number % 1000:03d}")


def landline(number: int) -> Phone:
    return Phone(kind="H", number=f"01632 960{number % 1000:03d}")


def element(name: str, text: object) -> str:
    """Write a leaf; nothing at all for an empty one."""
    if isinstance(text, bool):
        text = "true" if text else "false"
    return f"<{name}>{escape(str(text))}</{name}>\n" if text not in ("", None) else ""


def branch(name: str, *parts: str) -> str:
    """Write an element around others; nothing at all when they are empty."""
    inside = "".join(parts)
    return f"<{name}>\n{inside}</{name}>\n" if inside else ""


def header_xml(source: RollSource = SOURCE) -> str:
    return branch(
        "Header",
        element("DocumentName", source.document),
        element("CTFversion", source.ctf_version),
        element("DateTime", source.exported_at),
        element("DocumentQualifier", source.qualifier),
        element("DataDescriptor", source.description),
        element("SupplierID", source.supplier),
        branch(
            "SourceSchool",
            element("LEA", source.la),
            element("Estab", source.estab),
            element("URN", source.urn),
            element("SchoolName", source.school_name),
            element("AcademicYear", source.academic_year),
        ),
        branch(
            "DestSchool",
            element("LEA", source.destination[:3] or "XXX"),
            element("Estab", source.destination[3:] or "XXXX"),
        ),
    )


def phones_xml(phones: Iterable[Phone]) -> str:
    return branch(
        "Phones",
        *(
            branch(
                "Phone",
                element("TelephoneType", phone.kind),
                element("PhoneNo", phone.number),
            )
            for phone in phones
        ),
    )


def address_xml(address: RollAddress | None) -> str:
    if address is None:
        return ""
    lines = (element(f"AddressLine{n}", one) for n, one in enumerate(address.lines, start=1))
    return branch(
        "Address",
        branch("AddressLines", *lines),
        element("PostCode", address.postcode),
        element("Country", address.country),
    )


def contact_xml(contact: Contact) -> str:
    court = "" if contact.court_order is None else "Y" if contact.court_order else "N"
    own = branch("Address", element("AddressAsPupil", True))
    return branch(
        "Contact",
        element("Order", "" if contact.order is None else contact.order),
        element("Title", contact.title),
        element("Surname", contact.surname),
        element("Forename", contact.forename),
        element("MiddleNames", contact.middle_names),
        element("Sex", contact.sex),
        element("Relationship", contact.relationship),
        element("Responsibility", contact.responsibility),
        own if contact.lives_with_pupil else address_xml(contact.address),
        phones_xml(contact.phones),
        element("Email", contact.email),
        branch("SuppInfo", element("SuppID", "INVENTED") + element("CourtOrder", court))
        if court
        else "",
    )


def basic_xml(pupil: Pupil) -> str:
    languages = (
        branch("Type", element("LanguageType", one.kind), element("Language", one.code))
        for one in pupil.languages
    )
    return branch(
        "BasicDetails",
        element("FormerUPN", pupil.former_upn),
        element("PreferredSurname", pupil.preferred_surname),
        element("PreferredForename", pupil.preferred_forename),
        element("FormerSurname", pupil.former_surname),
        element("FormerForename", pupil.former_forename),
        element("MiddleNames", pupil.middle_names),
        element("NCyearActual", pupil.year_group),
        element("Ethnicity", pupil.ethnicity),
        element("EthnicitySource", pupil.ethnicity_source),
        branch("Languages", *languages),
        element("ServiceChild", pupil.service_child),
        element("MedicalFlag", pupil.medical_flag),
        branch("Disabilities", *(element("Disability", code) for code in pupil.disabilities)),
        element("EnrolStatus", pupil.enrol_status),
        branch("SuppInfo", element("Religion", pupil.religion)),
    )


def history_xml(pupil: Pupil) -> str:
    meals = (
        branch("FSMinstance", element("FSMstartDate", one.start), element("FSMendDate", one.end))
        for one in pupil.free_meals
    )
    provisions = (
        branch(
            "SEN",
            element("StartDate", one.start),
            element("SENprovision", one.code),
            element("EndDate", one.end),
        )
        for one in pupil.sen
    )
    needs = (
        branch(
            "SENneed",
            element("NeedStartDate", one.start),
            element("NeedEndDate", one.end),
            element("SENtypeRank", one.rank),
            element("SENtype", one.code),
        )
        for one in pupil.sen_needs
    )
    return (
        branch("FSMhistory", *meals)
        + branch(
            "LookedAfter",
            element("InCare", pupil.looked_after),
            element("CareAuthority", pupil.care_authority),
        )
        + branch("SENhistory", *provisions, branch("SENneeds", *needs))
    )


def schools_xml(pupil: Pupil) -> str:
    years = (
        branch(
            "YearData",
            element("Year", one.year),
            element("SchoolName", one.school),
            element("SessionsPossible", one.possible),
            element("SessionsAuthorised", one.authorised),
            element("SessionsAttended", one.attended),
            element("SessionsUnauthorised", one.unauthorised),
        )
        for one in pupil.attendance
    )
    schools = (
        branch(
            "School",
            element("LEA", one.la),
            element("Estab", one.estab),
            element("SchoolName", one.name),
            element("EntryDate", one.entry),
            element("LeavingDate", one.leaving),
            element("LeavingReason", one.reason),
        )
        for one in pupil.schools
    )
    return branch("Attendance", *years) + branch("SchoolHistory", *schools)


def pupil_xml(pupil: Pupil) -> str:
    return branch(
        "Pupil",
        element("UPN", pupil.upn),
        element("UniqueLearnerNumber", pupil.unique_learner_number),
        element("Surname", pupil.surname),
        element("Forename", pupil.forename),
        element("DOB", pupil.date_of_birth or pupil.born_as_written),
        element("Sex", pupil.sex),
        basic_xml(pupil),
        history_xml(pupil),
        address_xml(pupil.address),
        phones_xml(pupil.phones),
        element("Email", pupil.email),
        branch("Contacts", *(contact_xml(one) for one in pupil.contacts)),
        schools_xml(pupil),
    )


def ctf_pieces(pupils: Iterable[Pupil | str], source: RollSource = SOURCE) -> Iterator[str]:
    """Write a file piece by piece; a string stands for a pupil written by hand."""
    yield f'<?xml version="1.0" encoding="utf-8"?>\n<CTfile>\n{header_xml(source)}<CTFpupilData>\n'
    for one in pupils:
        yield one if isinstance(one, str) else pupil_xml(one)
    yield "</CTFpupilData>\n</CTfile>\n"


def ctf_text(*pupils: Pupil | str, source: RollSource = SOURCE) -> str:
    return "".join(ctf_pieces(pupils, source))


def ctf_stream(*pupils: Pupil | str, source: RollSource = SOURCE) -> BytesIO:
    return BytesIO(ctf_text(*pupils, source=source).encode())


def write_ctf(out: BinaryIO, pupils: Iterable[Pupil | str], source: RollSource = SOURCE) -> None:
    """Write a file of any size, one pupil in memory at a time."""
    for piece in ctf_pieces(pupils, source):
        out.write(piece.encode())


def pupils_in(reading: Reading) -> Iterator[Pupil | Unreadable]:
    """Read a file to its end, each pupil whole."""
    for found in reading:
        yield found if isinstance(found, Unreadable) else pupil_of(found.body)


def found_of(pupil: Pupil) -> Found:
    """Give a pupil as a reader does who meets them in a file."""
    (found,) = read_ctf(ctf_stream(pupil))
    assert isinstance(found, Found)
    return found


def row_of(pupil: Pupil) -> RollRow:
    """Give a pupil as a store keeps them."""
    return row_of_found(found_of(pupil))


def many_pupils(count: int) -> Iterator[Pupil]:
    """Invent pupils one after the other, in families of one to four children."""
    made = family_number = 0
    while made < count:
        size = min(1 + family_number % 4, count - made)
        yield from _family(family_number, made, size)
        made += size
        family_number += 1


def _family(number: int, made: int, size: int) -> Iterator[Pupil]:
    surname = f"{names.family(number)}-{names.family(number // 7)}{_letters(number)}"
    home = RollAddress(
        lines=(f"{1 + number % 180} {names.STREETS[number % 5]}", "Saltmarsh", "Exampleshire"),
        postcode=f"WR99 {number % 10}{_letters(number)[:2].upper() or 'AA'}",
        country="United Kingdom",
    )
    contacts = (
        _parent(number, 1, surname, "PAM"),
        _parent(number, 2, surname, "PAF"),
        Contact(order=3, forename=names.first(number + 5), surname=surname, relationship="FAM"),
    )
    for place in range(made, made + size):
        yield Pupil(
            upn=upn(place % 1000, year=place // 1000 % 25, la=_AUTHORITIES[place // 25_000 % 7]),
            forename=names.first(place),
            middle_names=names.first(place + 7),
            surname=surname,
            preferred_forename=names.first(place)[:4],
            date_of_birth=date(2010 + place % 11, 1 + place % 12, 1 + place % 28),
            sex="FM"[place % 2],
            year_group=str(1 + place % 11),
            ethnicity="WBRI",
            ethnicity_source="P",
            languages=(Language(kind="F", code="ENG"),),
            service_child="N",
            medical_flag=False,
            enrol_status="C",
            sen=(SenProvision(code="K", start="2024-09-01"),),
            sen_needs=(SenNeed(code="SLCN", rank="1", start="2024-09-01"),),
            address=home,
            contacts=contacts,
            attendance=(AttendanceYear(year="2025", possible=380, attended=300 + place % 80),),
        )


def _parent(number: int, order: int, surname: str, kind: str) -> Contact:
    return Contact(
        order=order,
        title="Ms" if kind == "PAM" else "Mr",
        forename=names.first(number + order),
        surname=surname,
        sex="F" if kind == "PAM" else "M",
        relationship=kind,
        responsibility=True,
        lives_with_pupil=True,
        phones=(mobile(number + order), landline(number)),
        email=f"p{number}.{order}@home.example",
    )


_AUTHORITIES = ("885", "335", "330", "331", "332", "333", "334")


def _letters(number: int) -> str:
    """Write a number as two or more letters, so that surnames and postcodes differ."""
    text = ""
    while number or len(text) < 2:
        number, digit = divmod(number, 20)
        text += "abdefghjlnpqrstuwxyz"[digit]
    return text
