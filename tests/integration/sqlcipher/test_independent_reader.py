"""Another maker's program reads what SQLCipher wrote: SQLite3 Multiple Ciphers, by its own code.

It shares neither cipher code nor SQLite with the program, so what both read alike is the published
format and no quirk of one library; and there is a way out of it, should SQLCipher ever end.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw
import pytest

from ffd_desktop.adapters.sqlcipher.connection import Database, database_path
from ffd_desktop.referral.edits import put, replay
from tests.builders import referrals as built
from tests.builders.fictional_school import fictional_pupils
from tests.builders.roll import SOURCE, row_of
from tests.builders.vaults import by, new_vault, opened_patiently

VAULTS = Path(__file__).parents[2] / "data" / "vaults"
RELEASED = sorted(path.name for path in VAULTS.iterdir() if path.is_dir())
TABLES = "SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE TABLE%' ORDER BY name"

Rows = list[tuple[object, ...]]


@contextmanager
def another_program(path: Path, key: bytes) -> Iterator[apsw.Connection]:
    """Open an encrypted database with the other implementation, to read only."""
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        for setting in ("cipher = 'sqlcipher'", "legacy = 4", f"key = \"x'{key.hex()}'\""):
            connection.execute(f"PRAGMA {setting}").fetchall()
        yield connection
    finally:
        connection.close()


def read_by_us(path: Path, key: bytes) -> dict[str, Rows]:
    database = Database(path, key)
    try:
        names = [str(row[0]) for row in database.rows(TABLES)]
        return {name: list(database.rows(f'SELECT * FROM "{name}"')) for name in names}
    finally:
        database.close()


def read_by_another(path: Path, key: bytes) -> dict[str, Rows]:
    with another_program(path, key) as other:
        names = [str(row[0]) for row in other.execute(TABLES)]
        return {name: list(other.execute(f'SELECT * FROM "{name}"')) for name in names}


def written_in(folder: Path) -> Path:
    """Make a vault with the largest referral, some edits, a destroyed one and a whole roll."""
    vault, _ = new_vault(folder)
    largest = built.largest()
    vault.referrals.create(largest, by=by())
    for number in range(20):
        edit = put("concern.what_happened", f"Órla said “no” {number} times. 山田 " * 40)
        largest = replay(largest, [edit])
        vault.referrals.append(largest.id, [edit], largest, by=by(number))
    vault.referrals.create(built.small(), by=by())
    vault.referrals.destroy(built.small().id, reason="wrong child", by=by())
    vault.roll.replace_with([row_of(pupil) for pupil in fictional_pupils()], SOURCE)
    vault.lock()
    return folder


def released(name: str, folder: Path) -> Path:
    return Path(shutil.copytree(VAULTS / name, folder))


def key_of(folder: Path) -> bytes:
    """Give the data key of a vault that PASSPHRASE opens."""
    vault = opened_patiently(folder)
    key = vault.ways.keys.data.reveal()
    vault.lock()
    return key


@pytest.mark.parametrize("kind", ["of today", *RELEASED])
def test_another_program_reads_every_row_of_a_vault_alike(kind: str, tmp_path: Path) -> None:
    folder = tmp_path / "v"
    folder = written_in(folder) if kind == "of today" else released(kind, folder)
    key, path = key_of(folder), database_path(folder)
    ours = read_by_us(path, key)
    assert ours["records"]
    assert ours["pupil_bodies"]
    assert read_by_another(path, key) == ours


def test_another_program_finds_the_structure_sound_and_every_seal_whole(tmp_path: Path) -> None:
    folder = written_in(tmp_path / "v")
    with another_program(database_path(folder), key_of(folder)) as other:
        assert other.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_another_program_refuses_a_wrong_key_and_a_flipped_byte(tmp_path: Path) -> None:
    folder = written_in(tmp_path / "v")
    key, path = key_of(folder), database_path(folder)
    with pytest.raises(apsw.NotADBError), another_program(path, bytes(32)) as other:
        other.execute("SELECT count(*) FROM sqlite_schema").fetchall()
    data = bytearray(path.read_bytes())
    data[4096 * 2 + 100] ^= 1
    path.write_bytes(data)
    with pytest.raises(apsw.Error):
        read_by_another(path, key)
