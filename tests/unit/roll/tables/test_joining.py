"""Rows that are one pupil, and rows that only look like it: joined by number, never by name."""

from __future__ import annotations

import io
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ffd_desktop.roll.ctf import never
from ffd_desktop.roll.pupil import Found, Pupil, Unreadable
from ffd_desktop.roll.rows import key_of, pupil_of
from ffd_desktop.roll.tables.proposing import propose
from ffd_desktop.roll.tables.purpose import ROLL
from ffd_desktop.roll.tables.reading import TableReading, samples
from ffd_desktop.tables.layout import layout_of
from ffd_desktop.tables.text import TextSheet
from tests.builders.dialects import SIMS_HEADINGS, made_pupil, sims, table
from tests.builders.roll import pupils_in, upn


def cells(text: str) -> list[str]:
    return text.split(",")


HEAD = cells(
    "UPN,Adno,Surname,Forename,DOB,Address,Phone,Priority,Relationship,Contact Surname,"
    "Contact Forename,Contact Mobile"
)
OLA = [upn(1), "0001", "Fenwick", "Ola", "01/09/2015", "1 Reed Row", "01632 960001"]
MUM = ["1", "Mother", "Fenwick", "Ada", "07700 900001"]
DAD = ["2", "Father", "Pike", "Jan", "07700 900002"]


def reading(*rows: list[str]) -> TableReading:
    sheet = TextSheet(io.BytesIO(table([HEAD, *rows])), never, ROLL)
    return TableReading(sheet, mapping=lambda _: None, file_name="roll.csv", stop=never)


def read(*rows: list[str]) -> list[Pupil | Unreadable]:
    return list(pupils_in(reading(*rows)))


def notes(*rows: list[str]) -> list[str]:
    return [words for one in reading(*rows) if isinstance(one, Found) for words in one.notes]


def pupils(*rows: list[str]) -> list[Pupil]:
    found = read(*rows)
    assert all(isinstance(one, Pupil) for one in found), found
    return [one for one in found if isinstance(one, Pupil)]


def like(row: list[str], **other: str) -> list[str]:
    names = dict(
        zip(("upn", "adno", "surname", "forename", "born", "home", "phone"), row, strict=True)
    )
    return list({**names, **other}.values())


def test_a_row_for_each_contact_is_one_pupil_with_contacts_by_priority() -> None:
    (ola,) = pupils([*OLA, *DAD], [*OLA, *MUM])
    assert [one.name for one in ola.contacts] == ["Ada Fenwick", "Jan Pike"]


def test_a_contact_who_stands_there_twice_is_one_with_both_numbers() -> None:
    (ola,) = pupils([*OLA, *MUM], [*OLA, *MUM], [*OLA, *MUM[:4], "07700 900009"])
    (mum,) = ola.contacts
    assert [phone.number for phone in mum.phones] == ["07700 900001", "07700 900009"]


def test_without_a_upn_the_admission_number_joins() -> None:
    plain = like(OLA, upn="")
    (ola,) = pupils([*plain, *MUM], [*plain, *DAD])
    assert len(ola.contacts) == 2
    assert key_of(ola).startswith("no-upn-a-")


def test_without_a_number_nothing_is_joined() -> None:
    plain = like(OLA, upn="", adno="")
    assert len(pupils([*plain, *MUM], [*plain, *DAD])) == 2


def test_two_pupils_of_one_name_stay_two() -> None:
    other = like(OLA, upn=upn(2), adno="0002")
    assert [one.upn for one in pupils([*OLA, *MUM], [*other, *MUM])] == [upn(1), upn(2)]


def test_twins_stay_two() -> None:
    twin = like(OLA, upn=upn(2), adno="0002", forename="Bo")
    assert [one.forename for one in pupils([*OLA, *MUM], [*twin, *MUM])] == ["Ola", "Bo"]


def test_a_changed_upn_makes_no_one_pupil_of_two() -> None:
    assert len(pupils([*OLA, *MUM], [*like(OLA, upn=upn(2)), *MUM])) == 2


@pytest.mark.parametrize(
    "other", [{"forename": "Bo"}, {"surname": "Pike"}, {"born": "02/09/2015"}, {"born": ""}]
)
@pytest.mark.parametrize("between", [0, 1])
def test_one_number_under_two_names_or_birthdays_is_told_and_not_joined(
    other: dict[str, str], between: int
) -> None:
    stranger = [like(OLA, upn=upn(5), adno="0005") + MUM] * between
    found = read([*OLA, *MUM], *stranger, [*like(OLA, **other), *DAD])
    told = [one for one in found if isinstance(one, Unreadable)]
    (ola,) = (one for one in found if isinstance(one, Pupil) and one.upn == upn(1))
    assert len(told) == 1
    assert "neither joined" in told[0].reason
    assert told[0].row == 3 + between
    assert len(ola.contacts) == 1


def test_names_that_differ_only_in_case_or_accent_are_the_same() -> None:
    assert len(pupils([*OLA, *MUM], [*like(OLA, surname="FENWICK"), *DAD])) == 1


def test_a_second_address_is_told_and_never_mixed_into_the_first() -> None:
    rows = [*OLA, *MUM], [*like(OLA, home="9 Elm Way"), *DAD]
    (ola,) = pupils(*rows)
    assert ola.address is not None
    assert ola.address.lines == ("1 Reed Row",)
    assert any("another address" in words and "Row 3" in words for words in notes(*rows))


def test_numbers_to_phone_are_gathered() -> None:
    (ola,) = pupils([*OLA, *MUM], [*like(OLA, phone="01632 960009"), *MUM])
    assert [one.number for one in ola.phones] == ["01632 960001", "01632 960009"]


def test_damaged_upns_join_nobody_and_are_told() -> None:
    first = [*like(OLA, upn="8.85E+11"), *MUM]
    second = [*like(OLA, upn="8.85E+11", adno="0002", forename="Bo"), *MUM]
    found = pupils(first, second)
    assert [(one.upn, one.forename) for one in found] == [("", "Ola"), ("", "Bo")]
    assert len(notes(first, second)) == 2
    assert not any("8.85" in words for words in notes(first, second))


def test_placeholders_for_a_upn_join_nobody() -> None:
    rows = [like(OLA, upn="N/A", adno="", forename=name) + MUM for name in ("Ola", "Bo", "Cy")]
    assert len(pupils(*rows)) == 3


def test_a_line_of_totals_is_no_pupil() -> None:
    blank = [""] * 5
    found = read([*OLA, *MUM], ["", "", "Total: 1", "", "", "", "", *blank])
    assert [type(one) for one in found] == [Pupil, Unreadable]


def test_headings_that_come_again_on_each_page_are_no_pupil() -> None:
    assert len(pupils([*OLA, *MUM], HEAD, [*like(OLA, upn=upn(2), adno="0002"), *MUM])) == 2


def test_blank_rows_and_short_rows_are_taken_in_stride() -> None:
    assert len(pupils([], [""] * 9, OLA[:5], [])) == 1


@given(st.randoms(use_true_random=False), st.integers(1, 12))
@settings(max_examples=30, deadline=None)
def test_the_order_of_rows_makes_no_difference_to_who_is_who(
    shuffling: random.Random, count: int
) -> None:
    whole = [made_pupil(serial) for serial in range(count)]
    rows = sims(whole).decode().splitlines()[3:]
    shuffling.shuffle(rows)
    text = "\n".join([",".join(SIMS_HEADINGS), *rows])
    sheet = TextSheet(io.BytesIO(text.encode()), never, ROLL)
    found = list(pupils_in(TableReading(sheet, mapping=lambda _: None, file_name="", stop=never)))
    known = {one.upn: one for one in found if isinstance(one, Pupil)}
    assert len(found) == len(known) == count
    for one in whole:
        assert known[one.upn].contacts == one.contacts


def test_samples_are_the_first_pupils_as_they_would_come_in() -> None:
    data = sims([made_pupil(serial) for serial in range(9)])
    sheet = TextSheet(io.BytesIO(data), never, ROLL)
    layout = layout_of(sheet, ROLL)
    mapping = propose(layout.headings, layout.sample)
    shown = samples(layout, mapping)
    taken = TableReading(sheet, mapping=lambda _: mapping, file_name="", stop=never)
    assert list(shown) == list(pupils_in(taken))[:3]
    assert samples(layout, propose(("x",), [])) == ()


def test_every_field_finds_its_place_in_the_pupil() -> None:
    head = cells(
        "UPN,Former UPN,ULN,Surname,Forename,Middle Names,Preferred Surname,Known as,"
        "Former Surname,DOB,Sex,Year,Ethnicity,Religion,First Language,SEN Status,SEN Need,"
        "SEN Type,In Care,Care Authority,FSM,Service Child,Medical Flag,Enrolment Status,"
        "House Number,Street,Town,Postcode,Home Telephone,Mobile,Email,Contact Name,"
        "Relationship,Court Order,Lives with Pupil,Sex"
    )
    row = (
        f"{upn(1)}|{upn(9)}|1234567890|Fenwick|Ola|Ruth|Fen|Ollie|Pike|01/09/2015|F|Year 6|"
        "White British|Quaker|English|K - SEN Support|SLCN|ASD|Yes|885|Y|Yes|1|C|12|Reed Row|"
        "Saltmarsh|WR99 1AA|01632 960001|07700 900001|ola@home.example|Ms Ada Fenwick|Mother|Y|"
        "Yes|Female"
    ).split("|")
    sheet = TextSheet(io.BytesIO(table([head, row])), never, ROLL)
    (found,) = TableReading(sheet, mapping=lambda _: None, file_name="", stop=never)
    assert isinstance(found, Found)
    ola = pupil_of(found.body)
    (mum,) = ola.contacts
    assert (ola.former_upn, ola.unique_learner_number) == (upn(9), "1234567890")
    assert (ola.middle_names, ola.preferred_surname, ola.preferred_forename) == (
        "Ruth",
        "Fen",
        "Ollie",
    )
    assert (ola.former_surname, ola.ethnicity, ola.religion) == ("Pike", "WBRI", "Quaker")
    assert [one.code for one in ola.languages] == ["ENG"]
    assert [one.code for one in ola.sen] == ["K"]
    assert [one.code for one in ola.sen_needs] == ["SLCN", "ASD"]
    assert (ola.looked_after, ola.care_authority) == (True, "885")
    assert len(ola.free_meals) == 1
    assert (ola.service_child, ola.medical_flag, ola.enrol_status) == ("Y", True, "C")
    assert ola.address is not None
    assert ola.address.lines == ("12 Reed Row", "Saltmarsh")
    assert [one.kind for one in ola.phones] == ["H", "M"]
    assert ola.email == "ola@home.example"
    assert (mum.title, mum.name, mum.relationship) == ("Ms", "Ada Fenwick", "PAM")
    assert (mum.court_order, mum.lives_with_pupil, mum.sex) == (True, True, "F")
