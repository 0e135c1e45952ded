"""The demonstration's roll: invented throughout, readable, and with every kind of family."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from ffd_desktop.roll.importing import Import
from ffd_desktop.roll.preview import Expected
from ffd_desktop.roll.pupil import Pupil
from ffd_desktop.roll.siblings import Proposal, siblings_of
from ffd_desktop.roll.upn import check
from tests.builders.fictional_school import ROLL, fictional_pupils
from tests.builders.roll import ctf_text
from tests.fakes.roll_store import FakeRollStore

DATA = (Path(__file__).parents[2] / ROLL).read_bytes()


class DemoFile:
    name = ROLL.name
    size = len(DATA)

    def open(self) -> BytesIO:
        return BytesIO(DATA)


@pytest.fixture
def store() -> FakeRollStore:
    full = FakeRollStore()
    expected = Expected(school="8850000", today=date(2026, 11, 21))
    found = Import([DemoFile()], full, expected).store()
    assert found.unreadable_count == 0
    assert found.doubtful == ()
    assert found.repeated == ()
    assert len(found.warnings) == 2  # one temporary UPN, one pupil without
    return full


def pupil(store: FakeRollStore, name: str) -> Pupil:
    (found,) = store.search(name)
    return found


def proposed(store: FakeRollStore, name: str) -> dict[str, Proposal]:
    return {one.pupil.forename: one for one in siblings_of(pupil(store, name), store)}


def test_the_kept_roll_is_what_its_builder_writes() -> None:
    assert ctf_text(*fictional_pupils()).encode() == DATA


def test_the_whole_school_comes_in(store: FakeRollStore) -> None:
    assert store.count() == len(fictional_pupils()) >= 40
    source = store.source()
    assert source is not None
    assert "(fictional)" in source.school_name


def test_nobody_in_it_can_be_real() -> None:
    text = DATA.decode()
    for upn in re.findall(r"<UPN>(.*?)</UPN>", text):
        assert check(upn).is_ok
        assert upn[4:8] == "0000"
    for phone in re.findall(r"<PhoneNo>(.*?)</PhoneNo>", text):
        assert re.fullmatch(r"07700 900\d{3}|01632 960\d{3}", phone)
    for postcode in re.findall(r"<PostCode>(.*?)</PostCode>", text):
        assert re.fullmatch(r"WR99 \d[A-Z]{2}|ZZ99 3VZ", postcode)
    for email in re.findall(r"<Email>(.*?)</Email>", text):
        assert email.endswith(".example")


def test_five_children_of_three_fathers_are_proposed_through_their_mother(
    store: FakeRollStore,
) -> None:
    found = proposed(store, "Kacper")
    assert set(found) == {"Maja", "Tyler", "Ruby", "Edward"}
    assert {one.strength.value for one in found.values()} == {"likely"}


def test_twins_are_proposed_and_their_childminder_links_nobody_else(store: FakeRollStore) -> None:
    assert set(proposed(store, "Ada Withy")) == {"Bea"}
    assert proposed(store, "Finn Burnet") == {}


def test_a_foster_home_is_only_possible_and_with_care(store: FakeRollStore) -> None:
    found = proposed(store, "Jayden")
    assert set(found) == {"Kira", "Leo"}
    assert all(one.strength.value == "possible" and one.care for one in found.values())


def test_a_hostel_of_five_families_and_namesakes_link_nobody(store: FakeRollStore) -> None:
    assert proposed(store, "Poppy Rush") == {}
    assert proposed(store, "Oscar Vetch") == {}


def test_two_families_in_flats_without_numbers_are_only_possible(store: FakeRollStore) -> None:
    (found,) = proposed(store, "Alfie").values()
    assert found.strength.value == "possible"
    assert found.reasons == ("Same address",)


@pytest.mark.parametrize(
    ("text", "forename"),
    [
        ("oneill", None),
        ("obrannagh seren", "Seren"),
        ("stas", "Stanisław"),
        ("يوسف", "Yusuf"),
        ("小明", "Xiaoming"),
        ("নুসরাত", "Nusrat"),
        ("teddy", "Edward"),
        ("reedmace zak maja", "Maja"),
    ],
)
def test_names_from_everywhere_are_found(
    store: FakeRollStore, text: str, forename: str | None
) -> None:
    assert [one.forename for one in store.search(text)] == ([forename] if forename else [])
