"""One ``<Pupil>`` of a Common Transfer File as a ``Pupil``.

Takes every spelling met in the wild (names in any case and order, ``Gender`` or ``Sex``, BS7666 or
free address lines, ``ZIP`` or ``PostCode``) and loses nothing that a referral may need. Never
corrects what the school recorded.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from msgspec.structs import replace

from ffd_desktop.roll.branches import NOTHING, Branch
from ffd_desktop.roll.pupil import (
    AttendanceYear,
    Contact,
    FreeMeals,
    Language,
    PastSchool,
    Phone,
    Pupil,
    RollAddress,
    SenNeed,
    SenProvision,
)
from ffd_desktop.roll.upn import normalise

_YES = frozenset({"true", "1", "y", "yes", "t"})
_NO = frozenset({"false", "0", "n", "no", "f"})
_BRITISH_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_LINES = tuple(f"addressline{number}" for number in range(1, 6))

T = TypeVar("T")


class NoName(Exception):  # noqa: N818 - told to a person by the reader
    """The pupil has neither forename nor surname."""


def read_known(branch: Branch) -> Pupil:
    """Read as much of a pupil as they are found by: UPN, names, birthday, home, whose child.

    A roll of many thousands is taken in by this alone; ``keys`` must not ask for more.

    Raises:
        NoName: There is no name to know the child by.
    """
    text = branch.text
    detail = branch.one("basicdetails").text
    preferred_surname, preferred_forename = detail("preferredsurname"), detail("preferredforename")
    surname = text("surname") or preferred_surname
    forename = text("forename") or preferred_forename
    if not surname and not forename:
        raise NoName
    born = text("dob")
    day = read_day(born)
    return Pupil(
        upn=normalise(text("upn")),
        admission_number=text("admissionnumber"),
        left_on=text("leftroll"),
        forename=forename,
        middle_names=detail("middlenames") or text("middlenames"),
        surname=surname,
        preferred_forename=preferred_forename,
        preferred_surname=preferred_surname,
        former_forename=detail("formerforename"),
        former_surname=detail("formersurname"),
        date_of_birth=day,
        born_as_written=born if day is None else "",
        address=_address(branch.one("address")),
        contacts=tuple([_known_contact(one) for one in branch.many("contacts", "contact")]),
    )


def read_pupil(branch: Branch) -> Pupil:
    """Read all of one pupil.

    Raises:
        NoName: There is no name to know the child by.
    """
    text = branch.text
    basic = branch.one("basicdetails")
    detail = basic.text
    extra = basic.one("suppinfo").text
    care = branch.one("lookedafter").text
    return replace(
        read_known(branch),
        former_upn=normalise(detail("formerupn") or text("formerupn")),
        unique_learner_number=text("uniquelearnernumber"),
        sex=_sex(branch),
        year_group=detail("ncyearactual"),
        ethnicity=detail("ethnicity"),
        ethnicity_source=detail("ethnicitysource"),
        religion=extra("religion"),
        languages=_several(basic.many("languages", "type"), _language),
        service_child=detail("servicechild"),
        medical_flag=yes_or_no(detail("medicalflag")),
        disabilities=basic.one("disabilities").every_text("disability"),
        enrol_status=detail("enrolstatus"),
        looked_after=yes_or_no(care("incare")),
        care_authority=care("careauthority"),
        sen=_several(branch.many("senhistory", "sen"), _provision),
        sen_needs=_needs(branch),
        free_meals=_several(branch.many("fsmhistory", "fsminstance"), _free_meals),
        phones=_phones(branch),
        email=text("email"),
        contacts=_contacts(branch),
        attendance=_several(branch.many("attendance", "yeardata"), _attendance),
        schools=_several(branch.many("schoolhistory", "school"), _school),
    )


def yes_or_no(text: str) -> bool | None:
    """Read a truth value in any of the file's ways; ``None`` when it is silent or unclear."""
    word = text.lower()
    return True if word in _YES else False if word in _NO else None


def read_day(text: str) -> date | None:
    """Read ``2015-09-01`` (with or without a time) or ``01/09/2015``; ``None`` if no such day."""
    british = _BRITISH_DAY.fullmatch(text)
    try:
        if british is not None:
            return date(int(british[3]), int(british[2]), int(british[1]))
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _several(branches: list[Branch], read: Callable[[Branch], T]) -> tuple[T, ...]:
    return tuple([read(branch) for branch in branches])


def _sex(branch: Branch) -> str:
    return branch.text("sex") or branch.text("gender")


def _language(branch: Branch) -> Language:
    return Language(kind=branch.text("languagetype"), code=branch.text("language"))


def _provision(branch: Branch) -> SenProvision:
    text = branch.text
    return SenProvision(code=text("senprovision"), start=text("startdate"), end=text("enddate"))


def _needs(branch: Branch) -> tuple[SenNeed, ...]:
    inside = [need for sen in branch.every("senhistory") for need in _needs_below(sen)]
    return tuple(inside or _needs_below(branch))


def _needs_below(branch: Branch) -> list[SenNeed]:
    return [
        SenNeed(
            code=need.text("sentype"),
            rank=need.text("sentyperank"),
            start=need.text("needstartdate"),
            end=need.text("needenddate"),
        )
        for need in branch.many("senneeds", "senneed")
    ]


def _free_meals(branch: Branch) -> FreeMeals:
    return FreeMeals(start=branch.text("fsmstartdate"), end=branch.text("fsmenddate"))


def _phones(branch: Branch) -> tuple[Phone, ...]:
    """Read the numbers in order; the same number of the same kind stands once."""
    found: dict[str, Phone] = {}
    for one in branch.many("phones", "phone"):
        kind, number = one.text("telephonetype"), one.text("phoneno")
        key = kind + number.replace(" ", "")
        if number and key not in found:
            found[key] = Phone(kind=kind, number=number)
    return tuple(found.values())


def _address(branch: Branch) -> RollAddress | None:
    if branch is NOTHING:
        return None
    text = branch.text
    coded = branch.one("bs7666address")
    lines = _coded_lines(coded) if coded.has_texts() else _free_lines(branch)
    county = text("county")
    if county:
        lines.append(county)
    postcode = text("postcode") or text("zip")
    if not lines and not postcode:
        return None
    return RollAddress(
        lines=tuple(lines),
        postcode=postcode,
        country=text("country"),
        uprn=coded.text("uniquepropertyreferencenumber"),
    )


def _free_lines(branch: Branch) -> list[str]:
    lines = branch.one("addresslines").text
    return [line for name in _LINES if (line := lines(name))]


def _coded_lines(coded: Branch) -> list[str]:
    """Write a BS7666 address as it stands on an envelope: a house number on the street's line."""
    text = coded.text
    number, street = text("paon"), text("street")
    if number[:1].isdigit() and street:
        number, street = "", f"{number} {street}"
    town, post_town = text("town"), text("posttown")
    if post_town.lower() == town.lower():
        post_town = ""
    parts = [text("saon"), number, street, text("locality"), town, post_town]
    return [part for part in (*parts, text("administrativearea")) if part]


def _contacts(branch: Branch) -> tuple[Contact, ...]:
    """Read the contacts by priority; those without one come last, in the file's order."""
    contacts = [_contact(one) for one in branch.many("contacts", "contact")]
    if len(contacts) > 1:
        contacts.sort(key=_priority)
    return tuple(contacts)


def _priority(contact: Contact) -> tuple[bool, int]:
    return contact.order is None, contact.order or 0


def _known_contact(branch: Branch) -> Contact:
    text = branch.text
    return Contact(
        forename=text("forename"),
        surname=text("surname"),
        relationship=text("relationship"),
        responsibility=yes_or_no(text("responsibility")),
        phones=_phones(branch),
        email=text("email"),
    )


def _contact(branch: Branch) -> Contact:
    text = branch.text
    address = branch.one("address")
    return replace(
        _known_contact(branch),
        order=_number(text("order")),
        title=text("title"),
        middle_names=text("middlenames"),
        sex=_sex(branch),
        lives_with_pupil=yes_or_no(address.text("addressaspupil")) is True,
        address=_address(address),
        court_order=yes_or_no(branch.one("suppinfo").text("courtorder")),
    )


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def _attendance(branch: Branch) -> AttendanceYear:
    text = branch.text
    return AttendanceYear(
        year=text("year"),
        school=text("schoolname"),
        possible=_number(text("sessionspossible")),
        attended=_number(text("sessionsattended")),
        authorised=_number(text("sessionsauthorised")),
        unauthorised=_number(text("sessionsunauthorised")),
    )


def _school(branch: Branch) -> PastSchool:
    text = branch.text
    return PastSchool(
        name=text("schoolname"),
        la=text("lea"),
        estab=text("estab"),
        entry=text("entrydate"),
        leaving=text("leavingdate"),
        reason=text("leavingreason"),
    )
