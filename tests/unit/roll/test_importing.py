"""Taking in a roll: whole or not at all."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from datetime import date
from io import BytesIO

import pytest
from msgspec.structs import replace

from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.roll.importing import Import
from ffd_desktop.roll.preview import Expected
from ffd_desktop.roll.pupil import Contact, Pupil, RollAddress, RollSource
from ffd_desktop.tables.folding import fold
from tests.builders.roll import SOURCE, ctf_text, upn
from tests.fakes.roll_store import FakeRollStore

EXPECTED = Expected(school="8850000", today=date(2026, 11, 21))
MUM = (Contact(order=1, forename="Ada", surname="Fenwick", relationship="PAM"),)


class File:
    """A chosen file, in memory."""

    def __init__(self, *pupils: Pupil | str, name: str = "roll.xml", source: RollSource = SOURCE):
        self.name = name
        self.data = ctf_text(*pupils, source=source).encode()

    @property
    def size(self) -> int:
        return len(self.data)

    def open(self) -> BytesIO:
        return BytesIO(self.data)


class Watching:
    """Notes the steps and stops after some."""

    def __init__(self, stop_after: int = 10**9) -> None:
        self.steps: list[tuple[int, int, str]] = []
        self._stop_after = stop_after

    def step(self, done: int, total: int, words: str) -> None:
        self.steps.append((done, total, words))

    def is_stopped(self) -> bool:
        return len(self.steps) >= self._stop_after


def pupil(serial: int, forename: str = "Ola") -> Pupil:
    return Pupil(upn=upn(serial), forename=forename, surname="Fenwick", contacts=MUM)


def many(count: int) -> list[Pupil]:
    return [
        replace(pupil(n % 1000), upn=upn(n % 1000, year=n // 1000), middle_names="x" * 300)
        for n in range(count)
    ]


@pytest.fixture
def store() -> FakeRollStore:
    full = FakeRollStore()
    Import([File(pupil(1), pupil(2))], full, EXPECTED).store()
    return full


def test_a_roll_is_taken_in_and_says_what_changed(store: FakeRollStore) -> None:
    found = Import([File(pupil(2, "Changed"), pupil(3))], store, EXPECTED).store()
    assert (found.new, found.changed, found.gone) == (1, 1, 1)
    assert store.count() == 2
    assert store.by_upn(upn(3)) == pupil(3)
    source = store.source()
    assert source is not None
    assert source.school_name == SOURCE.school_name
    assert source.file_name == "roll.xml"
    assert source.imported_on == "2026-11-21"


def test_a_preview_stores_nothing(store: FakeRollStore) -> None:
    before = dict(store.fingerprints())
    found = Import([File(pupil(7))], store, EXPECTED).preview()
    assert (found.new, found.gone) == (1, 2)
    assert store.fingerprints() == before


def test_what_was_previewed_is_what_is_taken(store: FakeRollStore) -> None:
    work = Import([File(pupil(7), pupil(8))], store, EXPECTED)
    agreed = work.preview()
    assert work.store(agreed=agreed) == agreed
    assert store.count() == 2


def test_a_file_that_changed_after_the_preview_is_not_taken(store: FakeRollStore) -> None:
    file = File(pupil(7))
    work = Import([file], store, EXPECTED)
    agreed = work.preview()
    file.data = ctf_text(pupil(7, "Other")).encode()
    with pytest.raises(ProblemForPerson) as caught:
        work.store(agreed=agreed)
    assert caught.value.code == "roll_file_changed"
    assert store.by_upn(upn(1)) == pupil(1)


def test_stopping_leaves_the_old_roll(store: FakeRollStore) -> None:
    progress = Watching(stop_after=3)
    with pytest.raises(ProblemForPerson) as caught:
        Import([File(*many(2_000))], store, EXPECTED, progress=progress).store()
    assert caught.value.code == "stopped"
    assert len(progress.steps) < 10
    assert store.count() == 2
    assert store.by_upn(upn(1)) == pupil(1)


def test_a_file_cut_off_leaves_the_old_roll(store: FakeRollStore) -> None:
    file = File(pupil(7), pupil(8))
    file.data = file.data[:-40]
    with pytest.raises(ProblemForPerson) as caught:
        Import([file], store, EXPECTED).store()
    assert caught.value.code == "roll_file_cut_off"
    assert store.by_upn(upn(1)) == pupil(1)


def test_progress_grows_to_the_whole_and_says_it_in_words(store: FakeRollStore) -> None:
    progress = Watching()
    files = [File(*many(1_000)), File(*many(500), name="more.xml")]
    Import(files, store, EXPECTED, progress=progress).store()
    done = [step[0] for step in progress.steps]
    assert done == sorted(done)
    assert progress.steps[-1] == (
        files[0].size + files[1].size,
        files[0].size + files[1].size,
        "1,000 pupils read",
    )


def test_several_files_make_one_roll_and_the_first_record_of_a_pupil_stays(
    store: FakeRollStore,
) -> None:
    later = replace(SOURCE, exported_at="2026-10-01T08:00:00")
    files = [
        File(pupil(1), pupil(3), name="a.xml"),
        File(pupil(3, "Second"), pupil(4), name="b.xml", source=later),
    ]
    found = Import(files, store, EXPECTED).store()
    assert found.pupils == 3
    assert [(one.file_name, one.row) for one in found.repeated] == [("b.xml", 1)]
    assert store.by_upn(upn(3)) == pupil(3)
    source = store.source()
    assert source is not None
    assert source.file_name == "a.xml, b.xml"
    assert source.day == "2026-10-01"


def test_a_roll_older_than_the_one_in_use_is_pointed_out(store: FakeRollStore) -> None:
    older = File(pupil(1), pupil(2), source=replace(SOURCE, exported_at="2026-09-01T08:00:00"))
    work = Import([older], store, EXPECTED)
    assert "the roll in use is newer, of 2 November 2026" in work.preview().warnings[0]
    assert "newer, of 2 November 2026" in work.store().warnings[0]
    assert work.preview().warnings == ()


def test_a_head_behind_the_pupils_still_names_the_roll(store: FakeRollStore) -> None:
    file = File(pupil(1))
    text = file.data.decode()
    head = text[text.index("<Header>") : text.index("<CTFpupilData>")]
    file.data = text.replace(head, "").replace("</CTfile>", f"{head}</CTfile>").encode()
    Import([file], store, EXPECTED).store()
    source = store.source()
    assert source is not None
    assert source.school_name == SOURCE.school_name


@pytest.mark.parametrize("files", [[], [File("<Pupil><UPN>T885000024001</UPN></Pupil>")]])
def test_nothing_readable_never_replaces_a_roll(store: FakeRollStore, files: list[File]) -> None:
    for take_in in (Import(files, store, EXPECTED).preview, Import(files, store, EXPECTED).store):
        with pytest.raises(ProblemForPerson) as caught:
            take_in()
        assert caught.value.code == "ctf_without_pupils"
    assert store.count() == 2


@pytest.fixture
def collector() -> Iterator[None]:
    """The collector at work, whatever tests of the window left it at; put back afterwards."""
    was_enabled = gc.isenabled()
    gc.enable()
    yield
    if not was_enabled:
        gc.disable()


@pytest.mark.usefixtures("collector")
def test_the_collector_works_and_names_are_forgotten_after_an_import_and_a_failed_one(
    store: FakeRollStore,
) -> None:
    Import([File(pupil(7))], store, EXPECTED).store()
    assert gc.isenabled()
    assert fold.cache_info().currsize == 0
    with pytest.raises(ProblemForPerson):
        Import([File()], store, EXPECTED).preview()
    assert gc.isenabled()
    assert fold.cache_info().currsize == 0


@pytest.mark.usefixtures("collector")
def test_an_import_leaves_a_resting_collector_at_rest(store: FakeRollStore) -> None:
    gc.disable()
    Import([File(pupil(7))], store, EXPECTED).preview()
    assert not gc.isenabled()


def test_a_file_is_compared_with_the_roll_in_use_when_no_number_is_known() -> None:
    store = FakeRollStore()
    nobody = replace(EXPECTED, school="")
    Import([File(pupil(1))], store, nobody).store()
    other = File(pupil(1), source=replace(SOURCE, estab="0001"))
    assert any("another school" in one for one in Import([other], store, nobody).preview().warnings)
    again = Import([File(pupil(1))], store, nobody).preview()
    assert again.warnings == ()


def test_a_preview_says_what_differs_in_how_many(store: FakeRollStore) -> None:
    moved = replace(pupil(1), address=RollAddress(lines=("9 Elm Way",), postcode="WR99 1AA"))
    both = replace(moved, upn=upn(2), year_group="6")
    work = Import([File(moved, both)], store, EXPECTED)
    agreed = work.preview()
    assert agreed.changes == (("address", 2), ("year group", 1))
    assert work.store(agreed=agreed).changes == agreed.changes


def test_those_who_left_stay_while_a_referral_names_them_and_are_marked(
    store: FakeRollStore,
) -> None:
    work = Import([File(pupil(3))], store, EXPECTED, named={upn(1), upn(9)})
    agreed = work.preview()
    assert (agreed.gone, agreed.kept_count) == (2, 1)
    assert work.store(agreed=agreed) == agreed
    kept = store.by_upn(upn(1))
    assert kept == replace(pupil(1), left_on="2026-11-21")
    assert store.by_upn(upn(2)) is None
    assert [one.upn for one in store.search("ola")] == [upn(1), upn(3)]


def test_a_leaver_keeps_the_first_day_and_goes_when_no_referral_names_them(
    store: FakeRollStore,
) -> None:
    Import([File(pupil(3))], store, EXPECTED, named={upn(1)}).store()
    later = replace(EXPECTED, today=date(2027, 1, 8))
    Import([File(pupil(3))], store, later, named={upn(1)}).store()
    kept = store.by_upn(upn(1))
    assert kept is not None
    assert kept.left_on == "2026-11-21"
    Import([File(pupil(3))], store, later).store()
    assert store.by_upn(upn(1)) is None


def test_one_who_comes_back_is_on_the_roll_again(store: FakeRollStore) -> None:
    Import([File(pupil(3))], store, EXPECTED, named={upn(1)}).store()
    Import([File(pupil(1))], store, EXPECTED, named={upn(1)}).store()
    assert store.by_upn(upn(1)) == pupil(1)


def test_two_of_one_name_and_birthday_stay_two_and_a_changed_upn_joins_nobody(
    store: FakeRollStore,
) -> None:
    born = {"date_of_birth": date(2015, 9, 1)}
    one, namesake = replace(pupil(1), **born), replace(pupil(5), **born)
    renumbered = replace(pupil(6), former_upn=upn(2), **born)
    told = Import([File(one, namesake, renumbered)], store, EXPECTED).store()
    assert (told.pupils, told.new, told.gone_keys) == (3, 2, (upn(2),))
    assert {one.upn for one in store.search("ola fenwick")} == {upn(1), upn(5), upn(6)}
