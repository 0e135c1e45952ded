"""Backups by themselves: chosen once, made after each lock with changes, proved at the next."""

from datetime import timedelta
from pathlib import Path

import pytest

from ffd_desktop.adapters.sqlcipher import backup
from ffd_desktop.adapters.sqlcipher.open_vault import OpenVault
from ffd_desktop.app.backups import Backups
from ffd_desktop.problems import ProblemForPerson
from tests.builders import referrals as built
from tests.builders.vaults import SteppingClock, by, new_vault, reopened


@pytest.fixture
def clock() -> SteppingClock:
    return SteppingClock()


@pytest.fixture
def backups(tmp_path: Path, clock: SteppingClock) -> Backups:
    vault, _ = new_vault(tmp_path / "v")
    vault.referrals.create(built.small(), by=by())
    vault.lock()
    return Backups(tmp_path / "v", clock)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def codes(backups: Backups, vault: OpenVault) -> list[str]:
    """Begin, do the work on another lane at once, give what is said."""
    return [notice.code for notice in backups.begin(vault)()]


def test_a_session_with_changes_is_backed_up_and_proved_at_the_next_unlock(
    backups: Backups, tmp_path: Path, place: Path
) -> None:
    vault = reopened(tmp_path / "v")
    assert codes(backups, vault) == ["backup_unchosen"]
    backups.choose(vault, place)
    vault.lock()
    made = backups.after_lock()
    assert made is not None
    assert not made.is_good
    again = reopened(tmp_path / "v")
    assert backups.chosen(again) == place
    assert codes(backups, again) == []
    again.lock()
    assert [one.is_good for one in backup.listed(place)] == [True]
    assert backups.after_lock() is None


def test_nothing_is_made_where_no_folder_was_chosen(backups: Backups, tmp_path: Path) -> None:
    vault = reopened(tmp_path / "v")
    backups.begin(vault)
    vault.lock()
    assert backups.after_lock() is None


def test_what_follows_the_lock_holds_no_key(backups: Backups, tmp_path: Path, place: Path) -> None:
    """The copy is made by an object that was given nothing but a folder and a clock."""
    vault = reopened(tmp_path / "v")
    backups.choose(vault, place)
    key = vault.ways.keys.data.reveal()
    vault.lock()
    assert backups.after_lock() is not None
    assert key not in repr(vars(backups)).encode()
    assert key.hex() not in repr(vars(backups))
    assert vault.is_locked


def test_the_same_disk_is_warned_of(backups: Backups, tmp_path: Path, place: Path) -> None:
    vault = reopened(tmp_path / "v")
    assert [one.code for one in backups.choose(vault, place)] == ["backup_same_disk"]
    other = Path("/dev/shm")
    if other.is_dir() and other.stat().st_dev != tmp_path.stat().st_dev:
        assert backups.choose(vault, other) == ()
    vault.lock()


def test_a_folder_that_cannot_be_written_is_not_chosen(
    backups: Backups, tmp_path: Path, place: Path
) -> None:
    vault = reopened(tmp_path / "v")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ProblemForPerson):
        backups.choose(vault, tmp_path / "file")
    assert backups.chosen(vault) is None
    vault.lock()


def test_a_damaged_copy_is_told_at_the_next_unlock(
    backups: Backups, tmp_path: Path, place: Path
) -> None:
    vault = reopened(tmp_path / "v")
    backups.choose(vault, place)
    vault.lock()
    made = backups.after_lock()
    assert made is not None
    (made.path / "vault.db").write_bytes((made.path / "vault.db").read_bytes()[:-4096])
    again = reopened(tmp_path / "v")
    assert "backup_failed" in codes(backups, again)
    again.lock()
    assert [one.is_good for one in backup.listed(place)] == [False]


def test_a_folder_that_is_gone_is_told_and_locks_all_the_same(
    backups: Backups, tmp_path: Path, place: Path
) -> None:
    vault = reopened(tmp_path / "v")
    backups.choose(vault, place)
    vault.lock()
    place.rmdir()
    with pytest.raises(ProblemForPerson) as caught:
        backups.after_lock()
    assert caught.value.code == "folder_missing"
    again = reopened(tmp_path / "v")
    assert codes(backups, again) == ["backup_failed"]
    again.lock()


def test_a_backup_that_grows_old_is_told(
    backups: Backups, tmp_path: Path, place: Path, clock: SteppingClock
) -> None:
    vault = reopened(tmp_path / "v")
    backups.choose(vault, place)
    backups.make_now(vault, place)
    assert vault.is_locked
    again = reopened(tmp_path / "v")
    assert codes(backups, again) == []
    clock.time += timedelta(days=8)
    assert codes(backups, again) == ["backup_old"]
    again.lock()
