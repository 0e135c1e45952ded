"""What pupils are found by: folding, and the keys that families share."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from ffd_desktop.roll.keys import (
    address_key,
    contact_key,
    family_keys,
    matches,
    phone_keys,
    search_key,
    search_words,
    whole_numbers,
)
from ffd_desktop.roll.pupil import Contact, Phone, Pupil, RollAddress
from ffd_desktop.roll.rows import key_of, pupil_of
from ffd_desktop.tables.folding import fold
from tests.builders.roll import row_of, upn

anything = st.text(max_size=30)


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("O'Neïll-Żak", "oneill zak"),
        ("O’Brannagh", "obrannagh"),
        ("Wiśniewska", "wisniewska"),
        ("Łukasz Ñandú", "lukasz nandu"),
        ("Søren Ærø Þór", "soren aero thor"),
        ("Straße", "strasse"),
        ("İpek Işık", "ipek isik"),
        ("Nguyễn", "nguyen"),
        ("van  der\tBerg", "van der berg"),
        ("Smith (known as)", "smith known as"),
        ("أَحْمَد", "احمد"),
        ("রহিমা", "রহিমা"),
        ("李 小明", "李 小明"),
        ("김", "김"),
        ("Ａｄａ", "ada"),
        ("", ""),
        ("--", ""),
    ],
)
def test_names_fold_to_plain_words(name: str, folded: str) -> None:
    assert fold(name) == folded


@given(anything)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(anything)
def test_case_makes_no_difference(text: str) -> None:
    if text.isascii():
        assert fold(text.upper()) == fold(text.lower())


@given(anything, anything)
def test_a_pupil_is_always_found_by_their_own_names(forename: str, surname: str) -> None:
    key = search_key(Pupil(forename=forename, surname=surname))
    assert matches(key, search_words(f"{surname} {forename}"))


def test_a_novel_in_the_search_box_is_cut_short() -> None:
    assert len(search_words("stormy night " * 10_000)) == 3


@pytest.mark.parametrize(
    "number", ["07700 900123", "07700900123", "+44 7700 900123", "07700-900-123", "900123"]
)
def test_one_number_has_one_key_however_it_is_written(number: str) -> None:
    assert phone_keys((Phone(number=number),)) == {"900123"}


@pytest.mark.parametrize(
    "number",
    [
        "07700 900123",
        "07700900123",
        "+44 7700 900123",
        "+44 (0)7700 900123",
        "0044 7700 900123",
        "447700900123",
        "07700-900-123",
        "07700 900123 (mum, ext 12)",
        "mum 07700 900123",
    ],
)
def test_a_whole_number_is_the_same_however_it_is_written(number: str) -> None:
    assert whole_numbers((Phone(number=number),)) == {"7700900123"}


def test_local_numbers_are_not_whole_and_two_in_a_cell_are_two() -> None:
    assert whole_numbers((Phone(number="900123"), Phone(number="ask Gran"))) == frozenset()
    two = {"7700900123", "7700900124"}
    assert whole_numbers((Phone(number="07700 900123 / 07700 900124"),)) == two
    assert whole_numbers((Phone(number="07700900123; 07700900124"),)) == two


def test_a_parents_numbers_and_email_are_family_keys_and_a_doctors_are_not() -> None:
    mum = Contact(surname="F", relationship="PAM", phones=(Phone(number="07700 900123"),))
    again = replace(mum, phones=(Phone(number="+447700900123"),), email="")
    mail = Contact(relationship="PAF", email="Home@f.example")
    assert family_keys(Pupil(contacts=(mum,))) == family_keys(Pupil(contacts=(again,))) != ()
    assert len(family_keys(Pupil(contacts=(mail,)))) == 1
    doctor = replace(mum, forename="Sam", relationship="DOC", email="gp@f.example")
    assert family_keys(Pupil(contacts=(doctor,))) == ()


def test_notes_and_short_numbers_make_no_key() -> None:
    assert phone_keys((Phone(number="07700 900123 (mum, ext 12345)"),)) == {"900123"}
    assert phone_keys((Phone(number="12345"), Phone(number="ask Gran"))) == frozenset()
    assert phone_keys((Phone(number="07700 900123 / 07700 900124"),)) == {"900123", "900124"}


@pytest.mark.parametrize(
    "lines",
    [
        ("12 Reed Row", "Saltmarsh"),
        ("12, Reed Row",),
        ("12", "REED ROW", "Saltmarsh", "Exampleshire"),
    ],
)
def test_one_house_has_one_key_however_its_lines_are_cut(lines: tuple[str, ...]) -> None:
    for postcode in ("WR99 1AA", "wr991aa"):
        assert address_key(RollAddress(lines=lines, postcode=postcode)) == "wr991aa|12"


def test_flats_in_one_house_have_their_own_keys() -> None:
    keys = {
        address_key(RollAddress(lines=(f"Flat {n}", "9 Sample Court"), postcode="WR99 1AA"))
        for n in (1, 2, "2a")
    }
    assert len(keys) == 3


@pytest.mark.parametrize(
    "address",
    [
        None,
        RollAddress(),
        RollAddress(lines=("12 Reed Row",)),
        RollAddress(postcode="WR99 1AA"),
        RollAddress(lines=("No fixed abode",), postcode="ZZ99 3VZ"),
    ],
)
def test_half_an_address_is_nobodys(address: RollAddress | None) -> None:
    assert address_key(address) == ""


def test_half_a_name_is_nobodys() -> None:
    assert contact_key(Contact(surname="Fenwick")) == ""
    assert contact_key(Contact(forename="Ada", surname="O'Neil")) == "ada|oneil"


@pytest.mark.parametrize("relationship", ["SWR", "DOC", "TCH", "HTC", "CHM", "RLG", "OTH", ""])
def test_professionals_and_others_make_no_family(relationship: str) -> None:
    contact = Contact(forename="Sam", surname="Sedge", relationship=relationship)
    assert family_keys(Pupil(surname="F", contacts=(contact,))) == ()


def test_a_parent_on_two_records_gives_both_one_key() -> None:
    one = Contact(forename="Zoë", surname="Neïll-Żak", relationship="PAM")
    two = Contact(forename="ZOE", surname="Neill Zak", relationship="pam")
    first, second = (Pupil(surname="F", contacts=(contact,)) for contact in (one, two))
    assert family_keys(first) == family_keys(second) != ()


def test_a_pupil_without_upn_keeps_one_key_by_name_and_birthday() -> None:
    one = Pupil(forename="Béa", surname="Fenwick", date_of_birth=date(2022, 1, 2))
    same = Pupil(forename="Bea", surname="FENWICK", date_of_birth=date(2022, 1, 2), sex="F")
    other = Pupil(forename="Bea", surname="Fenwick", date_of_birth=date(2022, 1, 3))
    assert key_of(one) == key_of(same) != key_of(other)
    assert key_of(Pupil(upn=upn(1), surname="F")) == upn(1)


def test_a_row_holds_the_whole_pupil_and_shows_nothing() -> None:
    pupil = Pupil(upn=upn(1), surname="Fenwick", date_of_birth=date(2022, 1, 2))
    row = row_of(pupil)
    assert pupil_of(row.body) == pupil
    assert "Fenwick" not in f"{row!r}{pupil!r}"
    assert len(row.fingerprint) == 16
