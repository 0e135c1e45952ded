"""From pupils to a draft: once each, tied only where the record ties, remembered and with care."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from ffd_desktop.referral.dates import DateKind, PartDate, on
from ffd_desktop.referral.edits import replay
from ffd_desktop.referral.model import Origin, Referral
from ffd_desktop.referral.people import Child, Person, Relationship
from ffd_desktop.roll.prefill import Chosen, Standing, prefill
from ffd_desktop.roll.pupil import (
    AttendanceYear,
    Contact,
    FreeMeals,
    Language,
    PastSchool,
    Phone,
    Pupil,
    RollAddress,
    RollSource,
    SenNeed,
    SenProvision,
)
from tests.builders.referrals import bare
from tests.builders.roll import SOURCE, landline, mobile, upn

HOME = RollAddress(lines=("12 Reed Row", "Saltmarsh"), postcode="WR99 1AA", country="England")
FLAT = RollAddress(lines=("Flat 2, 9 Sample Court",), postcode="WR99 2BB")
MUM = Contact(
    order=1,
    title="Ms",
    forename="Zoë",
    surname="Fenwick",
    sex="F",
    relationship="PAM",
    responsibility=True,
    lives_with_pupil=True,
    phones=(landline(1), mobile(1)),
    email="zoe@fenwick.example",
)
DAD = Contact(
    order=2,
    forename="Jan",
    surname="Żak",
    relationship="PAF",
    responsibility=True,
    address=FLAT,
    phones=(mobile(2),),
    court_order=True,
)
WORKER = Contact(
    order=3, title="Ms", forename="Sam", surname="Sedge", relationship="SWR", phones=(mobile(3),)
)
OLA = Pupil(
    upn=upn(1),
    former_upn=upn(1, temporary="T"),
    forename="Aleksandra",
    middle_names="Maria",
    surname="Fenwick",
    preferred_forename="Ola",
    former_surname="Żak",
    date_of_birth=date(2015, 9, 1),
    sex="F",
    year_group="6",
    ethnicity="WEEU",
    languages=(Language(kind="F", code="POL"), Language(kind="H", code="ENG")),
    medical_flag=True,
    disabilities=("AUT", "EAT"),
    sen=(SenProvision(code="E", start="2023-09-01"),),
    sen_needs=(SenNeed(code="SLCN", rank="2"), SenNeed(code="ASD", rank="1")),
    free_meals=(FreeMeals(start="2024-09-01"),),
    address=HOME,
    contacts=(MUM, DAD),
    attendance=(
        AttendanceYear(year="2025", possible=380, attended=342, unauthorised=12, school="Here"),
    ),
    schools=(PastSchool(name="Marsh Infants", leaving="2023-07-21"),),
)
BEN = Pupil(
    upn=upn(2),
    forename="Ben",
    surname="Fenwick",
    address=HOME,
    contacts=(replace(MUM, phones=(Phone(kind="M", number="+44 7700 900001"),)),),
)


def filled(pupil: Pupil, *chosen: Chosen) -> Referral:
    return replay(bare(), prefill(pupil, chosen, source=SOURCE))


def child(referral: Referral, name: str) -> Child:
    return next(one for one in referral.children if name in str(one.first_names))


def person(referral: Referral, name: str) -> Person:
    return next(one for one in referral.people if one.first_names == name)


def tie(referral: Referral, of: str, to: str) -> Relationship:
    ids = child(referral, of).id, person(referral, to).id
    return next(one for one in referral.relationships if (one.child, one.person) == ids)


def test_the_child_is_filled_in_the_referrals_own_codes() -> None:
    found = filled(OLA).children[0]
    assert found == Child(
        id=found.id,
        first_names="Aleksandra Maria",
        family_name="Fenwick",
        known_as="Ola",
        former_names="Żak",
        date_of_birth=on(date(2015, 9, 1)),
        sex="F",
        upn=upn(1),
        home=filled_home(found),
        ethnicity="WOTH",
        first_language="POL",
        disabled=True,
        disabilities=("AUT", "DDA"),
        health="The school holds medical information about this child.",
        sen_status="E",
        sen_needs=("ASD", "SLCN"),
        school=SOURCE.school_name,
        year_group="Year 6",
        attendance="2025 Here: 90% of 380 sessions attended, 12 missed without leave",
        education_notes="Has free school meals.\nWas at Marsh Infants until 2023-07-21.",
    )


def filled_home(found: Child) -> str:
    assert isinstance(found.home, str)
    return found.home


def test_a_former_upn_is_never_carried_over() -> None:
    assert upn(1, temporary="T") not in str(prefill(OLA, source=SOURCE)[0].value)
    assert all(upn(1, temporary="T") not in str(one.value) for one in prefill(OLA, source=SOURCE))


def test_every_prefilled_answer_remembers_the_roll_and_its_day() -> None:
    referral = filled(OLA)
    found = referral.children[0]
    for name in ("first_names", "date_of_birth", "sex", "home", "sen_status", "year_group"):
        assert referral.origins[f"children[{found.id}].{name}"] == Origin("roll", "2026-11-02")
    mum = person(referral, "Zoë")
    assert referral.origins[f"people[{mum.id}].phone"].as_of == "2026-11-02"
    assert len({one.as_of for one in referral.origins.values()}) == 1


def test_what_the_roll_does_not_say_stays_blank() -> None:
    found = filled(Pupil(surname="Fenwick")).children[0]
    assert found == Child(id=found.id, family_name="Fenwick", school=SOURCE.school_name)


def test_the_schools_own_name_stands_before_the_rolls() -> None:
    edits = prefill(OLA, source=SOURCE, school="Larkrise Fictional Primary School")
    assert replay(bare(), edits).children[0].school == "Larkrise Fictional Primary School"


def test_a_roll_without_a_head_fills_all_the_same() -> None:
    referral = replay(bare(), prefill(OLA))
    assert referral.children[0].school is None
    assert referral.children[0].upn == upn(1)


def test_contacts_come_by_priority_with_tie_and_numbers() -> None:
    referral = filled(OLA)
    assert [one.first_names for one in referral.people] == ["Zoë", "Jan"]
    mum, hers = person(referral, "Zoë"), tie(referral, "Aleksandra", "Zoë")
    assert mum.phone == "07700 900001"
    assert mum.other_phone == "01632 960001 (home)"
    assert mum.email == "zoe@fenwick.example"
    assert mum.in_household is True
    assert mum.home == referral.children[0].home
    assert (hers.kind, hers.parental_responsibility, hers.lives_with, hers.contact_priority) == (
        "PAM",
        True,
        True,
        1,
    )
    assert tie(referral, "Aleksandra", "Jan").lives_with is False


def test_a_shared_home_and_a_shared_parent_stand_once_with_a_tie_to_each() -> None:
    referral = filled(OLA, Chosen(BEN, Standing.REFER_TOO))
    assert len(referral.addresses) == 2
    assert child(referral, "Aleksandra").home == child(referral, "Ben").home
    assert [one.first_names for one in referral.people] == ["Zoë", "Jan"]
    assert tie(referral, "Ben", "Zoë").kind == "PAM"
    assert person(referral, "Zoë").other_phone == "01632 960001 (home)"
    assert referral.family.other_children is True


def test_a_father_is_not_copied_to_a_child_who_does_not_have_him() -> None:
    referral = filled(OLA, Chosen(BEN, Standing.REFER_TOO))
    ben, jan = child(referral, "Ben"), person(referral, "Jan")
    assert not any(one.child == ben.id and one.person == jan.id for one in referral.relationships)


def test_fathers_of_one_name_but_other_numbers_stay_apart_and_are_pointed_out() -> None:
    namesake = replace(DAD, address=None, phones=(mobile(8),), court_order=None)
    referral = filled(OLA, Chosen(replace(BEN, contacts=(namesake,)), Standing.REFER_TOO))
    fathers = [one for one in referral.people if one.first_names == "Jan"]
    assert len(fathers) == 2
    for one in fathers:
        assert "same name" in referral.origins[f"people[{one.id}].first_names"].care


def test_a_court_order_is_shown_with_care_wherever_it_bears() -> None:
    referral = filled(OLA)
    jan, his = person(referral, "Jan"), tie(referral, "Aleksandra", "Jan")
    assert his.court_order is True
    assert "court order" in str(his.note)
    for path in (
        f"relationships[{his.id}].court_order",
        f"relationships[{his.id}].parental_responsibility",
        f"people[{jan.id}].phone",
        f"people[{jan.id}].home",
        f"addresses[{referral.children[0].home}].lines",
    ):
        assert "court order" in referral.origins[path].care
    assert referral.origins[f"people[{person(referral, 'Zoë').id}].phone"].care == ""


@pytest.mark.parametrize("flag", [False, None])
def test_the_absence_of_a_court_order_says_nothing(flag: bool | None) -> None:
    referral = filled(replace(OLA, contacts=(replace(DAD, court_order=flag),)))
    assert referral.relationships[0].court_order is None
    assert referral.relationships[0].note is None


def test_a_child_in_care_is_filled_with_care() -> None:
    carer = replace(MUM, forename="Pat", relationship="FOM", responsibility=False)
    pupil = replace(OLA, looked_after=True, care_authority="885", contacts=(WORKER, carer))
    referral = filled(pupil)
    found = referral.children[0]
    assert found.looked_after is True
    assert found.looked_after_by == "Worcestershire"
    assert found.living_arrangement == "looked_after"
    cares = {path: one.care for path, one in referral.origins.items() if one.care}
    assert f"children[{found.id}].looked_after" in cares
    assert "kept from the family" in cares[f"addresses[{found.home}].lines"]
    assert any("foster carer" in care for path, care in cares.items() if ".phone" in path)


def test_a_roll_that_contradicts_itself_about_care_is_pointed_out() -> None:
    referral = filled(replace(OLA, looked_after=False, contacts=(WORKER,)))
    care = referral.origins[f"children[{referral.children[0].id}].looked_after"].care
    assert "The roll says no" in care


def test_social_workers_and_doctors_are_professionals_not_family() -> None:
    doctor = Contact(title="Dr", surname="Abara", relationship="DOC", phones=(landline(9),))
    ben = replace(BEN, contacts=(WORKER,))
    referral = filled(replace(OLA, contacts=(MUM, WORKER, doctor)), Chosen(ben, Standing.REFER_TOO))
    worker, gp = referral.professionals
    assert (worker.role, worker.name, worker.phone) == (
        "social_worker",
        "Ms Sam Sedge",
        "07700 900003",
    )
    assert worker.children == tuple(one.id for one in referral.children)
    assert (gp.role, gp.name) == ("gp", "Dr Abara")
    assert gp.children == (referral.children[0].id,)
    assert [one.first_names for one in referral.people] == ["Zoë"]


def test_a_sibling_who_is_only_family_is_not_referred_and_brings_only_parents() -> None:
    minder = Contact(forename="Cass", surname="Minder", relationship="CHM", phones=(mobile(7),))
    carer = Contact(forename="Pat", surname="Carer", relationship="FOM", phones=(mobile(6),))
    ben = replace(BEN, contacts=(MUM, minder, carer, WORKER))
    referral = filled(OLA, Chosen(ben, Standing.FAMILY))
    assert [one.referred for one in referral.children] == [True, False]
    assert {one.first_names for one in referral.people} == {"Zoë", "Jan"}
    assert referral.professionals == ()
    referred = f"children[{child(referral, 'Ben').id}].referred"
    assert referred not in referral.origins


@pytest.mark.parametrize(("standing", "has_home"), [("refer", True), ("family", False)])
def test_the_placement_of_a_sibling_in_care_is_only_given_when_they_are_referred(
    standing: str, *, has_home: bool
) -> None:
    ben = replace(BEN, looked_after=True, address=FLAT, contacts=())
    referral = filled(replace(OLA, contacts=(MUM,)), Chosen(ben, Standing(standing)))
    assert (child(referral, "Ben").home is not None) is has_home
    assert any("Flat 2" in str(one.lines) for one in referral.addresses) is has_home


def test_choosing_a_child_twice_or_the_child_itself_adds_nobody() -> None:
    referral = filled(
        OLA,
        Chosen(BEN, Standing.REFER_TOO),
        Chosen(BEN, Standing.FAMILY),
        Chosen(OLA, Standing.FAMILY),
    )
    assert [one.referred for one in referral.children] == [True, True]


def test_without_siblings_nothing_is_said_of_other_children() -> None:
    assert filled(OLA).family.other_children is None


def test_a_birthday_that_is_no_date_is_kept_as_written() -> None:
    found = filled(replace(OLA, date_of_birth=None, born_as_written="31/02/2015")).children[0]
    assert found.date_of_birth == PartDate(kind=DateKind.TEXT, text="31/02/2015")


def test_an_older_provision_is_brought_forward_with_care() -> None:
    referral = filled(replace(OLA, sen=(SenProvision(code="S", start="2012-01-01"),)))
    found = referral.children[0]
    assert found.sen_status == "E"
    assert "older code" in referral.origins[f"children[{found.id}].sen_status"].care


def test_no_disability_recorded_is_a_no_and_silence_is_not() -> None:
    assert filled(replace(OLA, disabilities=("NONE",))).children[0].disabled is False
    assert filled(replace(OLA, disabilities=("NCOL",))).children[0].disabled is None


def test_a_country_abroad_is_kept_with_the_address() -> None:
    abroad = replace(HOME, country="Poland", postcode="00-001")
    assert filled(replace(OLA, address=abroad)).addresses[0].lines == (
        "12 Reed Row\nSaltmarsh\nPoland"
    )
    assert filled(OLA).addresses[0].lines == "12 Reed Row\nSaltmarsh"


def test_a_contact_who_is_only_a_number_is_kept() -> None:
    referral = filled(replace(OLA, contacts=(Contact(phones=(mobile(5),)),)))
    assert referral.people[0].phone == "07700 900005"
    assert referral.relationships[0].kind is None


def test_a_roll_without_a_day_of_its_own_gives_the_day_it_was_taken_in() -> None:
    source = RollSource(document="Table", imported_on="2026-11-21")
    origins = [edit.origin for edit in prefill(Pupil(upn=upn(1), forename="Ola"), source=source)]
    assert {one.as_of for one in origins if one} == {"2026-11-21"}
