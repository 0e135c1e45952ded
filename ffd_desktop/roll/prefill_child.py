"""What a pupil's record says about the child, in the referral's own words and codes.

Takes nothing that the roll does not say, and never a former UPN: some children were given a new
one to keep them safe.
"""

from __future__ import annotations

from collections.abc import Iterator

from ffd_desktop.referral.dates import DateKind, PartDate, on
from ffd_desktop.roll import words
from ffd_desktop.roll.authorities import authorities
from ffd_desktop.roll.filling import Filling
from ffd_desktop.roll.pupil import AttendanceYear, Pupil
from ffd_desktop.roll.siblings import is_looked_after

_YEARS_SHOWN = 2
_OLDER = "The roll has an older code for this. Check what is in force."
_IN_CARE = "The record speaks of care. Ask the child’s social worker who may know this."


def fill_child(child: Filling, pupil: Pupil, *, school: str) -> None:
    """Say everything about the child that stands on their own record, except home and contacts."""
    _fill_identity(child, pupil)
    _fill_background(child, pupil)
    _fill_needs(child, pupil)
    _fill_care(child, pupil)
    child.say("school", school)
    child.say("year_group", words.year_words(pupil.year_group))
    child.say("attendance", "\n".join(_attendance(pupil)))
    child.say("education_notes", "\n".join(_education_notes(pupil)))


def _fill_identity(child: Filling, pupil: Pupil) -> None:
    child.say("first_names", _joined(pupil.forename, pupil.middle_names))
    child.say("family_name", pupil.surname)
    child.say("known_as", _known_as(pupil))
    child.say("former_names", _joined(pupil.former_forename, pupil.former_surname))
    child.say("date_of_birth", _born(pupil))
    child.say("sex", words.sex_code(pupil.sex))
    child.say("upn", pupil.upn)
    child.say("phone", ", ".join(phone.number for phone in pupil.phones))


def _fill_background(child: Filling, pupil: Pupil) -> None:
    child.say("ethnicity", words.ethnicity_code(pupil.ethnicity))
    child.say("religion", words.religion_code(pupil.religion))
    child.say("first_language", _first_language(pupil))


def _fill_needs(child: Filling, pupil: Pupil) -> None:
    provision = pupil.sen_now()
    if provision is not None:
        care = _OLDER if words.is_older_provision(provision.code) else ""
        child.say("sen_status", words.provision_code(provision.code), care=care)
    needs = sorted((need for need in pupil.sen_needs if not need.end), key=lambda one: one.rank)
    child.say("sen_needs", _codes(words.need_code(need.code) for need in needs))
    disabilities = _codes(words.disability_code(code) for code in pupil.disabilities)
    child.say("disabilities", disabilities)
    if disabilities:
        child.say("disabled", value=True)
    elif [code.upper() for code in pupil.disabilities] == ["NONE"]:
        child.say("disabled", value=False)
    if pupil.medical_flag:
        child.say(
            "health",
            "The school holds medical information about this child.",
            care="The roll never says what it is. Look it up, and add what matters.",
        )


def _fill_care(child: Filling, pupil: Pupil) -> None:
    care = _IN_CARE if is_looked_after(pupil) else ""
    if pupil.looked_after is False and care:
        care = "The roll says no, yet a social worker or foster carer is among the contacts. Ask."
    child.say("looked_after", pupil.looked_after, care=care)
    if pupil.looked_after:
        name = authorities().name(pupil.care_authority) or pupil.care_authority
        child.say("looked_after_by", name, care=care)
        child.say("living_arrangement", "looked_after", care=care)


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _known_as(pupil: Pupil) -> str:
    forename = pupil.preferred_forename or pupil.forename
    surname = pupil.preferred_surname or pupil.surname
    if surname != pupil.surname:
        return _joined(forename, surname)
    return forename if forename != pupil.forename else ""


def _born(pupil: Pupil) -> PartDate | None:
    if pupil.date_of_birth is not None:
        return on(pupil.date_of_birth)
    if pupil.born_as_written:
        return PartDate(kind=DateKind.TEXT, text=pupil.born_as_written)
    return None


def _first_language(pupil: Pupil) -> str | None:
    first = [one for one in pupil.languages if one.kind.upper() == "F"]
    spoken = first or (pupil.languages if len(pupil.languages) == 1 else ())
    return words.language_code(spoken[0].code) if spoken else None


def _codes(codes: Iterator[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for code in codes if code))


def _attendance(pupil: Pupil) -> Iterator[str]:
    years = sorted(pupil.attendance, key=lambda one: one.year, reverse=True)
    for one in years[:_YEARS_SHOWN]:
        if one.possible and one.attended is not None:
            yield f"{_joined(one.year, one.school)}: {_share(one)}"


def _share(year: AttendanceYear) -> str:
    possible, attended = year.possible or 1, year.attended or 0
    said = f"{attended * 100 / possible:.0f}% of {possible} sessions attended"
    if year.unauthorised is not None:
        said += f", {year.unauthorised} missed without leave"
    return said


def _education_notes(pupil: Pupil) -> Iterator[str]:
    if any(not spell.end for spell in pupil.free_meals):
        yield "Has free school meals."
    if pupil.service_child.upper() == "Y":
        yield "Child of a service family."
    for school in pupil.schools:
        if school.name and school.leaving:
            yield f"Was at {school.name} until {school.leaving}."
