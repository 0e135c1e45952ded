"""Before an older vault is brought up to date a proved copy of it lies beside it."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from ffd_desktop.adapters.sqlcipher import backup, before_steps
from ffd_desktop.adapters.sqlcipher.backup import Backup
from ffd_desktop.adapters.sqlcipher.connection import Database, database_path
from ffd_desktop.adapters.sqlcipher.opening import open_vault
from ffd_desktop.adapters.sqlcipher.restoring import restore
from ffd_desktop.adapters.sqlcipher.steps import known_steps, version_of
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral import codec
from tests.builders.vaults import PASSPHRASE, SteppingClock, new_vault, opened_patiently
from tests.faults.test_vault_disk import file_size_limit

VAULTS = Path(__file__).parents[2] / "data" / "vaults"
OLD = [f"schema-{step.number}" for step in known_steps()[:-1]]


def old_vault(name: str, folder: Path) -> Path:
    return Path(shutil.copytree(VAULTS / name, folder / "vault"))


def copies(folder: Path) -> tuple[Backup, ...]:
    return backup.listed(before_steps.place_of(folder))


def version_in(folder: Path, key: bytes) -> int:
    database = Database(database_path(folder), key)
    try:
        return version_of(database)
    finally:
        database.close()


@pytest.mark.parametrize("name", OLD)
def test_a_proved_copy_of_the_old_vault_is_kept_before_a_step(name: str, tmp_path: Path) -> None:
    folder = old_vault(name, tmp_path)
    before = database_path(folder).read_bytes()
    vault = opened_patiently(folder)
    key = vault.ways.keys.data.reveal()
    (copy,) = copies(folder)
    assert copy.is_good
    assert database_path(copy.path).read_bytes() == before
    vault.lock()
    assert version_in(copy.path, key) == int(name.removeprefix("schema-"))
    assert version_in(folder, key) == known_steps()[-1].number


@pytest.mark.parametrize("name", OLD)
def test_the_copy_of_before_a_step_can_be_put_back(name: str, tmp_path: Path) -> None:
    folder = old_vault(name, tmp_path)
    expected = codec.decode((folder / "referral.json").read_bytes())
    opened_patiently(folder).lock()
    restore(before_steps.place_of(folder), folder, PASSPHRASE, clock=SteppingClock())
    later = SteppingClock()
    later.time += timedelta(hours=1)
    vault = open_vault(folder, PASSPHRASE, clock=later)
    assert vault.referrals.load(expected.id) == expected
    assert vault.notices == ()
    vault.lock()


def test_no_copy_is_kept_of_a_vault_that_is_up_to_date(tmp_path: Path) -> None:
    new_vault(tmp_path / "vault")[0].lock()
    opened_patiently(tmp_path / "vault").lock()
    assert not before_steps.place_of(tmp_path / "vault").exists()


def test_without_room_for_the_copy_the_old_vault_stays_as_it_was(tmp_path: Path) -> None:
    folder = old_vault(OLD[0], tmp_path)
    before = database_path(folder).read_bytes()
    with file_size_limit(len(before) // 2), pytest.raises(ProblemForPerson) as caught:
        opened_patiently(folder)
    assert caught.value.code == "disk_full"
    assert database_path(folder).read_bytes() == before
    assert copies(folder) == ()
    opened_patiently(folder).lock()


def test_a_damaged_old_vault_opens_all_the_same_and_its_copy_is_not_called_good(
    tmp_path: Path,
) -> None:
    folder = old_vault(OLD[0], tmp_path)
    data = bytearray(database_path(folder).read_bytes())
    data[-100] ^= 1
    database_path(folder).write_bytes(data)
    vault = opened_patiently(folder)
    assert vault.verify().faults
    vault.lock()
    (copy,) = copies(folder)
    assert not copy.is_good
    assert database_path(copy.path).read_bytes() == bytes(data)
