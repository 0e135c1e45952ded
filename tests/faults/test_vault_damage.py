"""Damage and tampering: noticed, told in the right one of three ways, never a crash."""

import random
import shutil
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from ffd_desktop.adapters.sqlcipher.connection import database_path
from ffd_desktop.adapters.sqlcipher.opening import open_vault, verify_vault
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.edits import put, replay
from tests.builders import referrals as built
from tests.builders.vaults import PASSPHRASE, SteppingClock, by, new_vault, reopened

CLOCK = SteppingClock()
PAGE = 4096


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A locked vault with two referrals and some history."""
    folder = tmp_path_factory.mktemp("sound") / "v"
    vault, _ = new_vault(folder)
    vault.referrals.create(built.typical(), by=by())
    here = built.small()
    vault.referrals.create(here, by=by())
    for number in range(30):
        edit = put("concern.what_happened", f"word {number} " * 60)
        here = replay(here, [edit])
        vault.referrals.append(here.id, [edit], here, by=by(number))
    vault.lock()
    return folder


@pytest.fixture
def folder(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sound, tmp_path / "v"))


def flip(path: Path, at: int, by_: int = 1) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= by_
    path.write_bytes(bytes(data))


def told(folder: Path, passphrase: str = PASSPHRASE) -> str:
    """Say what a person is told: a code, or what verify finds."""
    try:
        report = verify_vault(folder, passphrase, clock=CLOCK)
    except ProblemForPerson as problem:
        return problem.code
    return "faults" if report.faults else "sound"


def test_wrong_passphrase_damaged_keys_and_damaged_database_are_told_apart(folder: Path) -> None:
    assert told(folder) == "sound"
    assert told(folder, "kettle violin mosses") == "wrong_passphrase"
    flip(database_path(folder), 40)
    assert told(folder) == "vault_damaged"
    assert told(folder, "kettle violin mosses") == "wrong_passphrase"
    for name in ("vault.keys", "vault.keys.copy"):
        flip(folder / name, 200)
    assert told(folder) == "keys_damaged"


@pytest.mark.parametrize("seed", range(40))
def test_a_flipped_byte_anywhere_in_the_database_is_noticed(folder: Path, seed: int) -> None:
    chance = random.Random(seed)
    path = database_path(folder)
    at = chance.randrange(path.stat().st_size)
    flip(path, at, chance.randrange(1, 256))
    before = path.read_bytes()
    assert told(folder) in {"vault_damaged", "faults"}
    assert path.read_bytes() == before


@pytest.mark.parametrize("seed", range(20))
def test_flipped_bytes_in_both_keys_files_never_crash(folder: Path, seed: int) -> None:
    chance = random.Random(seed)
    for name in ("vault.keys", "vault.keys.copy"):
        size = (folder / name).stat().st_size
        flip(folder / name, chance.randrange(size), chance.randrange(1, 256))
    assert told(folder) in {"keys_damaged", "sound"}


@pytest.mark.parametrize("length", [0, 1, 15, 16, 17, 100, PAGE - 1, PAGE, PAGE + 1, 3 * PAGE])
def test_a_cut_database_is_damaged_and_never_made_anew(folder: Path, length: int) -> None:
    path = database_path(folder)
    path.write_bytes(path.read_bytes()[:length])
    before = path.read_bytes()
    assert told(folder) in {"vault_damaged", "faults"}
    assert path.read_bytes() == before


def test_the_database_of_another_vault_is_noticed(folder: Path, tmp_path: Path) -> None:
    new_vault(tmp_path / "other")[0].lock()
    shutil.copy(database_path(tmp_path / "other"), database_path(folder))
    assert told(folder) == "vault_damaged"


def test_a_plain_database_in_its_place_is_noticed(folder: Path) -> None:
    import sqlite3

    database_path(folder).unlink()
    plain = sqlite3.connect(database_path(folder))
    plain.execute("CREATE TABLE vault (vault_id TEXT)")
    plain.close()
    assert told(folder) == "vault_damaged"


def test_a_link_in_the_place_of_the_database_is_refused(folder: Path) -> None:
    elsewhere = folder.parent / "elsewhere.db"
    database_path(folder).rename(elsewhere)
    database_path(folder).symlink_to(elsewhere)
    assert told(folder) == "vault_damaged"


def test_an_older_database_put_back_is_noticed_at_the_opening(folder: Path) -> None:
    older = database_path(folder).read_bytes()
    vault = reopened(folder)
    edit = put("concern.what_happened", "What was written last.")
    after = replay(vault.referrals.load("r-small"), [edit])
    vault.referrals.append("r-small", [edit], after, by=by(59))
    vault.lock()
    database_path(folder).write_bytes(older)
    for number in range(3):
        again = open_vault(folder, PASSPHRASE, clock=CLOCK)
        assert [notice.code for notice in again.notices] == ["records_rolled_back"]
        (fault,) = again.verify().faults
        assert fault in {
            "The last 1 records are missing.",
            "Record 33 is not the one that was there at the last lock.",
        }
        here = again.referrals.load("r-small")
        edit = put("concern.what_happened", f"Written over it {number}.")
        again.referrals.append("r-small", [edit], replay(here, [edit]), by=by(59))
        again.lock()


def test_one_older_page_put_back_is_noticed(folder: Path) -> None:
    """SQLCipher takes an old page with its own seal; only the chain tells (security notes, 3)."""
    path = database_path(folder)
    older = path.read_bytes()
    vault = reopened(folder)
    here = vault.referrals.load("r-small")
    for number in range(40, 44):
        edit = put("concern.what_happened", f"later {number} " * 60)
        here = replay(here, [edit])
        vault.referrals.append("r-small", [edit], here, by=by(number))
    vault.lock()
    newer = path.read_bytes()
    noticed = []
    for start in range(PAGE, len(older), PAGE):
        page = slice(start, start + PAGE)
        if older[page] != newer[page]:
            path.write_bytes(newer[: page.start] + older[page] + newer[page.stop :])
            noticed.append(told(folder))
    assert noticed
    assert "faults" in noticed


TAMPERINGS = {
    "a word changed": (
        "UPDATE records SET body = CAST(replace(CAST(body AS TEXT), 'wo', 'lo') AS BLOB)"
        " WHERE seq = 9"
    ),
    "another actor": "UPDATE records SET actor = 'Somebody Else' WHERE seq = 9",
    "another screen": "UPDATE records SET screen = 'cli' WHERE seq = 9",
    "another time": "UPDATE records SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 9",
    "another clock": "UPDATE records SET monotonic = 0.5 WHERE seq = 9",
    "another kind": "UPDATE records SET kind = 'state' WHERE seq = 9",
    "another referral": "UPDATE records SET referral = 1 WHERE seq = 9",
    "a row deleted": "DELETE FROM records WHERE seq = 9",
    "the last row deleted": "DELETE FROM records WHERE seq = (SELECT max(seq) FROM records)",
    "all rows deleted": "DELETE FROM records",
    "a digest replaced": "UPDATE records SET digest = zeroblob(32) WHERE seq = 9",
    "a link replaced": "UPDATE records SET link = zeroblob(32) WHERE seq = 9",
    "rows swapped": (
        "UPDATE records SET seq = CASE seq WHEN 9 THEN 1000009 WHEN 10 THEN 1000010 ELSE seq END;"
        "UPDATE records SET seq = CASE seq WHEN 1000009 THEN 10 WHEN 1000010 THEN 9 ELSE seq END"
    ),
}


@pytest.mark.parametrize("name", TAMPERINGS)
def test_tampering_through_sql_breaks_the_chain(folder: Path, name: str) -> None:
    """Someone who holds the key but not this program: rows changed, removed, reordered."""
    vault = reopened(folder)
    assert vault.verify().faults == ()
    for statement in TAMPERINGS[name].split(";"):
        vault._database.run(statement)
    assert vault._database.value("PRAGMA integrity_check") == "ok"
    faults = vault.verify().faults
    vault._database.close()
    assert faults
    assert not any("word" in fault or "Somebody" in fault for fault in faults)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM readers",
        "INSERT INTO readers SELECT referral, 'somebody else' FROM readers",
        "UPDATE readers SET person = 'somebody else'",
    ],
)
def test_readers_that_nobody_chose_are_noticed(folder: Path, statement: str) -> None:
    vault = reopened(folder)
    vault.referrals.restrict("r-small", [vault.state.person], by=by())
    assert vault.verify().faults == ()
    vault._database.run(statement)
    faults = vault.verify().faults
    vault._database.close()
    assert any("Who may read" in fault for fault in faults)


def test_several_damaged_pages_are_all_named(folder: Path) -> None:
    path = database_path(folder)
    pages = path.stat().st_size // PAGE
    for page in (pages - 1, pages - 3):
        flip(path, page * PAGE + 50)
    vault = open_vault(folder, PASSPHRASE, clock=CLOCK)
    named = [fault for fault in vault.verify().faults if "seal" in fault]
    vault._database.close()
    assert len(named) >= 2


@pytest.mark.parametrize(
    ("statements", "code"),
    [
        (["PRAGMA user_version=999"], "vault_too_new"),
        (["PRAGMA user_version=0"], "vault_damaged"),
        (["UPDATE vault SET vault_id = 'another'"], "vault_damaged"),
        (["DELETE FROM vault"], "vault_damaged"),
    ],
)
def test_a_database_that_is_not_ours_to_open_is_refused_untouched(
    folder: Path, statements: list[str], code: str
) -> None:
    vault = reopened(folder)
    key = vault.ways.keys.data.reveal()
    vault.lock()
    other = sqlcipher.connect(database_path(folder), isolation_level=None)
    other.set_key(f"x'{key.hex()}'")
    for statement in statements:
        other.execute(statement)
    other.close()
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert told(folder) == code
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_an_empty_database_under_the_right_key_is_not_filled(folder: Path) -> None:
    vault = reopened(folder)
    key = vault.ways.keys.data.reveal()
    vault.lock()
    database_path(folder).unlink()
    other = sqlcipher.connect(database_path(folder), isolation_level=None)
    other.set_key(f"x'{key.hex()}'")
    other.execute("PRAGMA journal_mode=WAL").fetchall()
    other.execute("CREATE TABLE something (a TEXT)")
    other.close()
    before = database_path(folder).read_bytes()
    assert told(folder) == "vault_damaged"
    assert database_path(folder).read_bytes() == before
