"""What a damaged vault still holds is taken into a new one; only what lay on bad pages is lost."""

import random
import shutil
from pathlib import Path

import msgspec
import pytest

from ffd_desktop.adapters.sqlcipher.cells import rows_on
from ffd_desktop.adapters.sqlcipher.connection import database_path
from ffd_desktop.adapters.sqlcipher.opening import open_vault
from ffd_desktop.adapters.sqlcipher.pages import read_pages
from ffd_desktop.adapters.sqlcipher.salvaging import salvage
from ffd_desktop.drafting.ports import DraftState
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.edits import put, replay
from tests.builders import referrals as built
from tests.builders.files import bring_in
from tests.builders.vaults import PASSPHRASE, SteppingClock, by, new_vault, reopened

CLOCK = SteppingClock()
PAGE = 4096
REFERRALS, EDITS = 12, 20
CANARY = "zzcanaryzz"
FILE = CANARY.encode() * 40_000


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A locked vault of twelve referrals with their history, one of them long, one destroyed."""
    folder = tmp_path_factory.mktemp("sound") / "v"
    vault, _ = new_vault(folder)
    for number in range(REFERRALS):
        here = msgspec.structs.replace(built.small(), id=f"r{number}", reference=f"FFD-{number}")
        vault.referrals.create(here, by=by(number))
        for step in range(EDITS):
            words = f"{CANARY} {number} {step} " * (400 if number == 3 else 20)
            edit = put("concern.what_happened", words)
            after = replay(here, [edit])
            vault.referrals.append(here.id, [edit], after, by=by(step))
            here = after
    vault.referrals.create(msgspec.structs.replace(built.small(), id="gone"), by=by())
    vault.referrals.destroy("gone", reason="wrong child", by=by())
    vault.referrals.set_state("r5", DraftState.ARCHIVED, by=by())
    vault.referrals.restrict("r7", ["somebody else"], by=by())
    bring_in(vault.files, "r9", FILE)
    vault.referrals.next_reference(2026)
    vault.settings.put("school", {"name": "Larkrise Fictional Primary School"})
    vault.lock()
    return folder


@pytest.fixture
def folder(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sound, tmp_path / "v"))


def key_of(folder: Path) -> bytes:
    vault = reopened(folder)
    key = vault.ways.keys.data.reveal()
    vault.lock()
    return key


def ruin(folder: Path, pages: list[int]) -> None:
    """Flip a byte in each of some pages, counted from 1."""
    data = bytearray(database_path(folder).read_bytes())
    for page in pages:
        data[(page - 1) * PAGE + 100] ^= 1
    database_path(folder).write_bytes(bytes(data))


def content(folder: Path) -> dict[str, object]:
    """Give everything that a person would find in a vault, and make sure that it is sound."""
    vault = reopened(folder)
    assert vault.notices == ()
    assert vault.verify().faults == ()
    ids = sorted(row.id for row in vault.referrals.shelf())
    found: dict[str, object] = {
        "referrals": {one: vault.referrals.load(one) for one in ids},
        "histories": {
            one: [(entry.by, entry.edit) for entry in vault.referrals.history(one)] for one in ids
        },
        "states": {row.id: row.state for row in vault.referrals.shelf()},
        "readers": {row.id: row.readers for row in vault.referrals.shelf()},
        "tombstones": vault.referrals.tombstones(),
        "school": vault.settings.get("school"),
        "next": vault.referrals.next_reference(2026),
    }
    vault.lock()
    return found


def test_a_sound_vault_is_salvaged_whole(folder: Path, tmp_path: Path) -> None:
    done = salvage(folder, tmp_path / "new", PASSPHRASE, clock=CLOCK)
    assert (done.bad_pages, done.lost_records, done.cut_histories, done.unplaced) == (0, 0, 0, 0)
    assert done.referrals == REFERRALS
    assert content(tmp_path / "new") == content(folder)


def test_a_place_of_backups_is_not_taken_for_one_of_them(tmp_path: Path) -> None:
    place = Path(__file__).parents[1] / "data" / "backups"
    with pytest.raises(ProblemForPerson) as caught:
        salvage(place, tmp_path / "new", PASSPHRASE, clock=CLOCK)
    assert caught.value.code == "one_backup_wanted"
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("seed", range(8))
def test_four_damaged_pages_cost_what_lay_on_them_and_no_more(
    folder: Path, tmp_path: Path, seed: int
) -> None:
    whole = content(folder)
    count = database_path(folder).stat().st_size // PAGE
    ruin(folder, random.Random(seed).sample(range(2, count + 1), 4))
    before = {path.name: path.read_bytes() for path in folder.iterdir() if "guess" not in path.name}
    done = salvage(folder, tmp_path / "new", PASSPHRASE, clock=CLOCK)
    after = {path.name: path.read_bytes() for path in folder.iterdir() if "guess" not in path.name}
    assert after == before
    assert (done.pages, done.bad_pages) == (count, 4)
    assert done.referrals >= REFERRALS - 4
    assert done.lost_records <= 4 * 20
    kept = content(tmp_path / "new")
    alike = [
        one for one, referral in kept["referrals"].items() if referral == whole["referrals"][one]
    ]
    assert len(alike) >= REFERRALS - 4
    told = sum(len(history) for history in kept["histories"].values())
    cut = (REFERRALS - done.referrals + done.cut_histories) * EDITS
    assert told + cut + done.unplaced >= REFERRALS * EDITS - done.lost_records


def test_without_the_first_page_and_every_branch_the_rows_are_found(
    folder: Path, tmp_path: Path
) -> None:
    """The list of tables and the roots are gone: nothing that SQL could still read."""
    key, whole = key_of(folder), content(folder)
    pages = read_pages(database_path(folder), key)
    branches = [at for at, page in enumerate(pages, 1) if page and page[0] in {0x02, 0x05}]
    assert branches
    ruin(folder, [1, *branches])
    done = salvage(folder, tmp_path / "new", PASSPHRASE, clock=CLOCK)
    assert done.bad_pages == 1 + len(branches)
    assert content(tmp_path / "new")["referrals"] == whole["referrals"]


def pages_with_record(folder: Path, seq: int) -> list[int]:
    """Say on which page, counted from 1, a record begins."""
    pages = read_pages(database_path(folder), key_of(folder))
    overflow = [page if page and page[0] == 0 else None for page in pages]
    alone = ([*overflow[:at], page, *overflow[at + 1 :]] for at, page in enumerate(pages))
    rows = (list(rows_on(one)) for one in alone)
    return [
        at
        for at, found in enumerate(rows, 1)
        if any(row.rowid == seq and len(row.values) == 11 for row in found)
    ]


def test_a_referral_whose_beginning_is_lost_is_there_as_it_was_last_settled(
    folder: Path, tmp_path: Path
) -> None:
    whole = content(folder)
    ruin(folder, pages_with_record(folder, 1 + 7 * (EDITS + 1)))
    done = salvage(folder, tmp_path / "new", PASSPHRASE, clock=CLOCK)
    assert (done.bad_pages, done.referrals) == (1, REFERRALS)
    assert done.cut_histories >= 1
    assert done.unplaced == 0
    assert content(tmp_path / "new")["referrals"] == whole["referrals"]


def test_the_damaged_vault_in_the_same_place_is_set_aside(folder: Path) -> None:
    ruin(folder, [5, 9])
    damaged = database_path(folder).read_bytes()
    done = salvage(folder, folder, PASSPHRASE, clock=CLOCK)
    assert done.aside is not None
    assert database_path(done.aside).read_bytes() == damaged
    content(folder)


def test_words_that_were_only_in_the_wal_are_found(folder: Path, tmp_path: Path) -> None:
    vault = reopened(folder)
    here = vault.referrals.load("r1")
    edit = put("concern.what_happened", "written before the power went")
    vault.referrals.append("r1", [edit], replay(here, [edit]), by=by(59))
    crashed = Path(shutil.copytree(folder, tmp_path / "crashed"))
    vault.lock()
    assert (crashed / "vault.db-wal").stat().st_size > PAGE
    ruin(crashed, [1])
    salvage(crashed, tmp_path / "new", PASSPHRASE, clock=CLOCK)
    again = reopened(tmp_path / "new")
    assert again.referrals.load("r1").concern.what_happened == "written before the power went"
    again.lock()


def test_a_changed_word_is_not_taken_for_a_record(folder: Path, tmp_path: Path) -> None:
    """Somebody with the key rewrote a record through SQL: its page is sealed, its digest not."""
    vault = reopened(folder)
    vault._database.run("UPDATE records SET actor = 'Somebody Else' WHERE seq = 9")
    vault.lock()
    done = salvage(folder, tmp_path / "new", PASSPHRASE, clock=CLOCK)
    assert done.bad_pages == 0
    assert done.lost_records == 1


def test_a_vault_without_a_referral_keeps_the_school_and_its_keys(tmp_path: Path) -> None:
    vault, code = new_vault(tmp_path / "v")
    vault.settings.put("school", {"name": "Larkrise Fictional Primary School"})
    vault.lock()
    ruin(tmp_path / "v", [1])
    salvage(tmp_path / "v", tmp_path / "new", PASSPHRASE, clock=CLOCK)
    again = open_vault(tmp_path / "new", code, clock=CLOCK)
    assert again.settings.get("school") == {"name": "Larkrise Fictional Primary School"}
    assert again.verify().faults == ()
    again.lock()


def test_nothing_of_the_words_is_on_the_disk(folder: Path, tmp_path: Path) -> None:
    ruin(folder, [5, 9])
    salvage(folder, tmp_path / "new", PASSPHRASE, clock=CLOCK)
    for path in tmp_path.rglob("*"):
        if path.is_file():
            assert CANARY.encode() not in path.read_bytes(), path.name


@pytest.mark.parametrize("length", [0, 100, PAGE - 1])
def test_a_file_without_a_sound_page_changes_nothing(folder: Path, length: int) -> None:
    database_path(folder).write_bytes(b"x" * length)
    with pytest.raises(ProblemForPerson) as caught:
        salvage(folder, folder, PASSPHRASE, clock=CLOCK)
    assert caught.value.code == "nothing_to_salvage"
    assert database_path(folder).read_bytes() == b"x" * length
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]


def test_a_wrong_passphrase_salvages_nothing_and_is_counted(folder: Path, tmp_path: Path) -> None:
    for code in ("wrong_passphrase", "wait_before_guessing"):
        with pytest.raises(ProblemForPerson) as caught:
            salvage(folder, folder, "kettle violin mosses", clock=CLOCK)
        assert caught.value.code == code
        CLOCK.seconds -= 1
    CLOCK.seconds += 10


def test_a_file_is_salvaged_with_its_referral(folder: Path, tmp_path: Path) -> None:
    done = salvage(folder, tmp_path / "new", PASSPHRASE, clock=CLOCK)
    assert done.lost_files == 0
    vault = reopened(tmp_path / "new")
    assert b"".join(vault.files.pieces("r9", "file-1")) == FILE
    assert vault.verify().faults == ()
    vault.lock()


def test_a_file_with_a_lost_page_is_counted_and_its_referral_is_there(
    folder: Path, tmp_path: Path
) -> None:
    pages = read_pages(database_path(folder), key_of(folder))
    inside = next(n for n, page in enumerate(pages, 1) if page and page[100:].count(b"zzca") > 300)
    ruin(folder, [inside])
    done = salvage(folder, tmp_path / "new", PASSPHRASE, clock=CLOCK)
    assert (done.referrals, done.lost_files) == (REFERRALS, 1)
    vault = reopened(tmp_path / "new")
    assert vault.files.of("r9") == ()
    assert vault.verify().faults == ()
    vault.lock()
