"""What every roll store does, the fake and the one in the vault alike.

A new store joins by one line in ``SUBJECTS``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from pathlib import Path

import pytest

from ffd_desktop.roll.keys import family_keys
from ffd_desktop.roll.ports import RollStore
from ffd_desktop.roll.pupil import Contact, Pupil, RollAddress, RollSource
from ffd_desktop.roll.rows import RollRow, key_of
from tests.builders.roll import SOURCE, many_pupils, mobile, row_of, upn
from tests.builders.vaults import rolls_of_a_vault
from tests.fakes.roll_store import FakeRollStore

SUBJECTS: dict[str, Callable[[Path], AbstractContextManager[RollStore]]] = {
    "fake": lambda _folder: nullcontext(FakeRollStore()),
    "vault": lambda folder: rolls_of_a_vault(folder / "vault"),
}

HOME = RollAddress(lines=("12 Reed Row", "Saltmarsh"), postcode="WR99 1AA")
MUM = Contact(order=1, forename="Zoë", surname="O'Neïll-Żak", relationship="PAM")
OLA = Pupil(
    upn=upn(1),
    forename="Aleksandra",
    surname="O'Neïll-Żak",
    preferred_forename="Ola",
    former_surname="Nowak",
    date_of_birth=date(2015, 9, 1),
    address=HOME,
    contacts=(MUM, Contact(order=2, forename="Jan", surname="Żak", relationship="PAF")),
)
PIOTR = Pupil(upn=upn(2), forename="Piotr", surname="Żak", contacts=(MUM,), phones=(mobile(1),))
LI = Pupil(upn=upn(3), forename="小明", surname="李", address=HOME)
NEW = Pupil(forename="Bea", surname="Fenwick", date_of_birth=date(2022, 1, 2))
TEMPORARY = Pupil(upn=upn(5, temporary="T"), forename="Neil", surname="Zakaria")
PUPILS = (OLA, PIOTR, LI, NEW, TEMPORARY)


@pytest.fixture(params=SUBJECTS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[RollStore]:
    with SUBJECTS[request.param](tmp_path) as subject:
        yield subject


@pytest.fixture
def full(store: RollStore) -> RollStore:
    store.replace_with(map(row_of, PUPILS), SOURCE)
    return store


def test_a_new_store_is_empty(store: RollStore) -> None:
    assert store.count() == 0
    assert store.source() is None
    assert store.fingerprints() == {}
    assert store.by_upn(OLA.upn) is None
    assert store.search("ola") == ()
    assert store.sharing(family_keys(OLA)) == ()
    assert store.all_pupils(limit=10) == ()


def test_what_is_kept_comes_back_whole(full: RollStore) -> None:
    assert full.count() == len(PUPILS)
    assert full.source() == SOURCE
    for pupil in PUPILS:
        assert full.by_upn(key_of(pupil)) == pupil


def test_an_unknown_upn_gives_nothing(full: RollStore) -> None:
    assert full.by_upn(upn(900)) is None
    assert full.by_upn("") is None


def test_a_new_roll_takes_the_place_of_the_old(full: RollStore) -> None:
    other = RollSource(school_name="Saltmarsh Green Primary (fictional)", exported_at="2027-01-05")
    assert full.replace_with([row_of(PIOTR)], other) == 1
    assert full.count() == 1
    assert full.source() == other
    assert full.by_upn(OLA.upn) is None
    assert full.search("ola") == ()
    assert full.sharing(family_keys(LI)) == ()
    assert set(full.fingerprints()) == {PIOTR.upn}


def test_a_roll_that_fails_half_way_leaves_the_old_one(full: RollStore) -> None:
    def failing() -> Iterator[RollRow]:
        yield row_of(Pupil(upn=upn(77), surname="Half"))
        yield row_of(Pupil(upn=OLA.upn, surname="Changed"))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        full.replace_with(failing(), RollSource(school_name="Other"))
    assert full.count() == len(PUPILS)
    assert full.source() == SOURCE
    assert full.by_upn(OLA.upn) == OLA
    assert full.by_upn(upn(77)) is None
    assert full.search("half") == ()
    assert full.search("ola") == (OLA,)


def test_after_a_failure_a_roll_can_be_kept(full: RollStore) -> None:
    with pytest.raises(ZeroDivisionError):
        full.replace_with((row_of(Pupil(surname=str(1 // n))) for n in (1, 0)), SOURCE)
    assert full.replace_with([row_of(LI)], SOURCE) == 1
    assert full.by_upn(LI.upn) == LI


def test_an_empty_roll_can_be_kept(full: RollStore) -> None:
    assert full.replace_with([], SOURCE) == 0
    assert full.count() == 0


@pytest.mark.parametrize(
    "text",
    [
        "oneill zak",
        "O'Neïll-Żak",
        "ONEILL-ZAK",
        "o’neill",
        "neil",
        "zak oneill",
        "oneillzak",
        "o neill",
        "aleksandra",
        "Ola",
        "nowak",
        "leksan",
        "  ola   zak ",
        OLA.upn,
        OLA.upn.lower(),
        OLA.upn[4:],
    ],
)
def test_a_pupil_is_found_by_any_part_of_any_name(full: RollStore, text: str) -> None:
    assert OLA in full.search(text)


@pytest.mark.parametrize("text", ["李", "小明", "明"])
def test_a_pupil_is_found_in_their_own_script(full: RollStore, text: str) -> None:
    assert full.search(text) == (LI,)


@pytest.mark.parametrize("text", ["x", "ax", "q", "qz", "qz x", "z b"])
def test_one_or_two_letters_are_found_anywhere_in_a_word_up_to_its_end(
    full: RollStore, text: str
) -> None:
    odd = Pupil(forename="Beax", surname="Qz")
    full.replace_with(map(row_of, (*PUPILS, odd)), SOURCE)
    assert odd in full.search(text)


@pytest.mark.parametrize("text", ["x", "ży", "é x"])
def test_letters_that_nobody_has_find_nobody(full: RollStore, text: str) -> None:
    assert full.search(text) == ()


@pytest.mark.parametrize("text", ["", "   ", "-", "'", "%", "_", "*", '"', "ola piotr", "xyzzy"])
def test_what_matches_nobody_gives_nobody(full: RollStore, text: str) -> None:
    assert full.search(text) == ()


@pytest.mark.parametrize("text", ['ola"', "ola%", "ola*", "(ola)", "ola'; --", "NEAR(ola)", "\0"])
def test_marks_in_a_search_do_no_harm(full: RollStore, text: str) -> None:
    assert full.search(text) in ((OLA,), ())
    assert full.count() == len(PUPILS)


def test_beginnings_of_words_come_first_then_the_alphabet(full: RollStore) -> None:
    assert full.search("zak") == (OLA, PIOTR, TEMPORARY)
    assert full.search("nei") == (TEMPORARY, OLA)


def test_a_search_gives_no_more_than_asked_for(full: RollStore) -> None:
    assert full.search("zak", limit=2) == (OLA, PIOTR)


def test_those_who_share_a_parent_or_an_address_are_found(full: RollStore) -> None:
    assert full.sharing(family_keys(PIOTR)) == (OLA, PIOTR)
    assert full.sharing(family_keys(LI)) == (OLA, LI)
    assert full.sharing(()) == ()
    assert full.sharing(family_keys(LI), limit=1) == (OLA,)


def test_how_many_have_a_key_is_counted(full: RollStore) -> None:
    (home,) = family_keys(LI)
    assert full.spread((home, 1)) == {home: 2, 1: 0}
    assert full.spread(()) == {}
    assert max(full.spread(family_keys(PIOTR)).values()) == 2


def test_all_pupils_come_in_pages(full: RollStore) -> None:
    keys = sorted(key_of(pupil) for pupil in PUPILS)
    first = full.all_pupils(limit=2)
    assert [key_of(pupil) for pupil in first] == keys[:2]
    rest = full.all_pupils(limit=100, after=keys[1])
    assert [key_of(pupil) for pupil in rest] == keys[2:]


def test_fingerprints_tell_who_changed(full: RollStore) -> None:
    before = full.fingerprints()
    changed = Pupil(upn=PIOTR.upn, forename="Peter", surname="Żak")
    full.replace_with(map(row_of, (OLA, changed)), SOURCE)
    after = full.fingerprints()
    assert before[OLA.upn] == after[OLA.upn]
    assert before[PIOTR.upn] != after[PIOTR.upn]


def test_bodies_are_given_for_the_keys_that_there_are(store: RollStore) -> None:
    rows = [row_of(one) for one in many_pupils(4)]
    store.replace_with(rows, SOURCE)
    wanted = (rows[2].key, "nobody", rows[0].key)
    assert store.bodies(wanted) == {row.key: row.body for row in (rows[0], rows[2])}
    assert store.bodies(()) == {}
