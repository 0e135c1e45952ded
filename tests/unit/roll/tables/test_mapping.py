"""Which column is what: proposed by headings and values, changed, kept, written and read again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.roll.tables.fields import FIELDS, Target, read_heading, target_of, targets
from ffd_desktop.roll.tables.mapping import (
    Mapping,
    from_kept,
    from_toml,
    to_keep,
    to_toml,
)
from ffd_desktop.roll.tables.proposing import propose
from ffd_desktop.tables.remembering import heading_set
from tests.builders.roll import upn

EVERY = targets(6)
a_target = st.sampled_from([None, *EVERY])
a_heading = st.text(alphabet="abc AB'\"\\=#\té\x7f", max_size=8)


def said(headings: str, *rows: str) -> list[str]:
    found = propose(headings.split(","), [row.split(",") for row in rows])
    return [one.text if one else "" for one in found.targets]


def test_a_sims_report_with_contacts_is_understood() -> None:
    assert said(
        "Forename,Legal Surname,Gender,DOB,Adno,Year,Reg,Priority,Parental Responsibility,"
        "Relationship,Title,Forename,Surname,"
    ) == [
        "forename",
        "surname",
        "sex",
        "born",
        "admission_number",
        "year_group",
        "",
        "contact.order",
        "contact.responsibility",
        "contact.relationship",
        "contact.title",
        "contact.forename",
        "contact.surname",
        "",
    ]


def test_repeated_headings_are_told_apart_by_their_order() -> None:
    assert said(
        "ID,Forename,Surname,ID,(Contact) Priority,Parental responsibility,Lives with Pupil,Title,"
        "Forename,Surname,(Contact) Home Email,Main Telephone,Primary Email,Mobile number,ID,"
        "(Class) Class Name"
    ) == [
        "admission_number",
        "forename",
        "surname",
        "",
        "contact.order",
        "contact.responsibility",
        "contact.lives_with",
        "contact.title",
        "contact.forename",
        "contact.surname",
        "contact.email",
        "contact.phone",
        "",
        "contact.mobile",
        "",
        "",
    ]


def test_contacts_side_by_side_are_numbered() -> None:
    assert said("UPN,Surname,Forename,Contact 1 Surname,Contact 2 Surname,Parent 3 Mobile") == [
        "upn",
        "surname",
        "forename",
        "contact.surname",
        "contact2.surname",
        "contact3.mobile",
    ]
    assert said("Contact Forename,Contact Surname,Contact Forename,Contact Surname") == [
        "contact.forename",
        "contact.surname",
        "contact2.forename",
        "contact2.surname",
    ]


def test_the_department_s_template_and_bromcom_s_words_are_understood() -> None:
    assert said("Surname,Forename,Middle name(s),Date of birth,Sex,UPN") == [
        "surname",
        "forename",
        "middle_names",
        "born",
        "sex",
        "upn",
    ]
    assert said("Last Name,First Name,Admission Number,UPN,Gender,Year Group,Tutor Group")[:6] == [
        "surname",
        "forename",
        "admission_number",
        "upn",
        "sex",
        "year_group",
    ]


def test_an_address_belongs_to_whom_the_columns_before_it_name() -> None:
    assert said("UPN,Surname,Forename,Address,Postcode,Contact Name,Address,Postcode") == [
        "upn",
        "surname",
        "forename",
        "address",
        "postcode",
        "contact.whole_name",
        "contact.address",
        "contact.postcode",
    ]


def test_values_tell_what_a_heading_does_not() -> None:
    assert said("Number of child,Surname,Forename,Code", f"{upn(1)},Fen,Ola,WR99 1AA") == [
        "upn",
        "surname",
        "forename",
        "postcode",
    ]


def test_values_that_plainly_differ_from_their_heading_are_left_out() -> None:
    assert (
        said("UPN,Surname,Forename,DOB", f"{upn(1)},Fen,Ola,Oak", f"{upn(2)},Fen,Bo,Elm")[3] == ""
    )


def test_a_damaged_upn_column_is_still_the_upn_column() -> None:
    assert said("UPN,Surname,Forename", "8.85E+11,Fen,Ola", "8.85E+11,Fen,Bo")[0] == "upn"


def test_id_is_the_admission_number_only_when_there_is_no_better() -> None:
    assert said("ID,Adno,Surname")[:2] == ["", "admission_number"]
    assert said("ID,UPN,Surname")[:2] == ["admission_number", "upn"]


def test_an_admission_day_is_not_taken_for_a_birthday() -> None:
    assert said("UPN,Surname,Forename,Admission Date", f"{upn(1)},Fen,Ola,01/09/2020")[3] == ""


@given(st.lists(a_heading, max_size=12), st.lists(st.lists(a_heading, max_size=12), max_size=4))
def test_no_table_is_too_odd_for_a_proposal(headings: list[str], rows: list[list[str]]) -> None:
    found = propose(headings, rows)
    once = [one for one in found.targets if one and not FIELDS[one.field].several]
    assert len(found.targets) == len(headings)
    assert len(once) == len(set(once))


@given(st.lists(st.tuples(a_heading, a_target), max_size=12))
def test_a_mapping_comes_back_from_the_settings_and_from_its_file(
    pairs: list[tuple[str, Target | None]],
) -> None:
    headings = tuple(heading for heading, _ in pairs)
    mapping = Mapping(headings, tuple(target for _, target in pairs))
    assert from_kept(to_keep(mapping), headings) == mapping
    if pairs:
        assert from_toml(to_toml(mapping).encode(), headings) == mapping


def test_a_mapping_is_remembered_for_the_same_headings_in_another_order() -> None:
    one, other = ("UPN", "Forename", "Surname"), ("Surname", "upn", "Forename")
    mapping = propose(one, [])
    assert heading_set(one) == heading_set(other)
    found = from_kept(to_keep(mapping), other)
    assert found is not None
    assert [target.text for target in found.targets if target] == ["surname", "upn", "forename"]
    assert from_kept(to_keep(mapping), ("UPN", "Forename")) is None


@pytest.mark.parametrize("kept", [None, 1, "x", [], [1], [["upn", 1, "nonsense"]]])
def test_what_is_kept_wrongly_is_as_if_nothing_were(kept: object) -> None:
    assert from_kept(kept, ("UPN", "Surname")) is None


def test_setting_a_column_takes_what_it_says_from_the_one_that_said_it() -> None:
    mapping = propose(("UPN", "Surname", "Clan"), [])
    moved = mapping.having(2, Target("surname"))
    assert [one and one.text for one in moved.targets] == ["upn", None, "surname"]
    assert moved.having(2, None).targets[2] is None
    lines = propose(("Address 1", "Address 2"), []).having(1, Target("address"))
    assert [one and one.text for one in lines.targets] == ["address", "address"]


@pytest.mark.parametrize(
    ("headings", "words"),
    [
        ("Surname,Forename", "the UPN or the admission number"),
        ("UPN,Forename", "the pupil’s surname"),
        ("UPN,Surname", "the forename"),
        ("Colour,Size", "surname"),
        ("UPN,Contact Surname,Contact Forename", "surname"),
    ],
)
def test_needed_columns_that_are_missing_are_named(headings: str, words: str) -> None:
    mapping = propose(headings.split(","), [])
    with pytest.raises(ProblemForPerson, match=words) as caught:
        mapping.refuse_missing()
    assert caught.value.code == "roll_columns_missing"


@pytest.mark.parametrize("headings", ["UPN,Surname,Forename", "Adno,Name", "UPN,Full Name"])
def test_names_and_a_number_are_enough(headings: str) -> None:
    propose(headings.split(","), []).refuse_missing()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (b"\xff\xfe", "not a TOML file"),
        (b"[[column", "not a TOML file"),
        (b"x = 1", "no .*column"),
        (b"column = [1]", "no .*column"),
        (b'[[column]]\nis = "upn"', "heading"),
        (b'[[column]]\nheading = "UPN"\nis = 3', "heading"),
        (b'[[column]]\nheading = "UPN"\nis = "pupil.upn"', "none of the names"),
        (b'[[column]]\nheading = "Colour"\nis = "upn"', "no column called"),
        (b'[[column]]\nheading="UPN"\n[[column]]\nheading="UPN"', "so often"),
    ],
)
def test_a_mapping_file_that_is_wrong_is_told_with_the_place(text: bytes, words: str) -> None:
    with pytest.raises(ProblemForPerson, match=words) as caught:
        from_toml(text, ("UPN", "Surname"))
    assert caught.value.code == "roll_mapping_wrong"


def test_every_target_has_its_own_text_and_label() -> None:
    assert all(target_of(one.text) == one for one in EVERY)
    assert len({one.label for one in EVERY}) == len(EVERY)


@pytest.mark.parametrize(
    "text", ["", "x", "contact.upn", "order", "contact9.forename", "contactx.forename", "a.b"]
)
def test_what_is_no_target_is_none(text: str) -> None:
    assert target_of(text) is None


def test_every_heading_is_read_as_what_it_stands_for() -> None:
    for field in FIELDS.values():
        for heading in field.headings:
            assert read_heading(heading).field == field.key
