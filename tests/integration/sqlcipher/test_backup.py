"""Backups of a real vault: copied without a key, proved with it, thinned."""

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from ffd_desktop.adapters.sqlcipher import backup
from ffd_desktop.adapters.sqlcipher.backup import Backup
from ffd_desktop.adapters.sqlcipher.keys_on_disk import KeysOnDisk
from ffd_desktop.adapters.sqlcipher.proving import Prover
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.edits import put, replay
from tests.builders import referrals as built
from tests.builders.vaults import SteppingClock, by, new_vault, reopened

PAGE = 4096
Damage = Callable[[Path], object]


@pytest.fixture
def clock() -> SteppingClock:
    return SteppingClock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A locked vault with one referral."""
    vault, _ = new_vault(tmp_path / "v")
    vault.referrals.create(built.typical(), by=by())
    vault.lock()
    return tmp_path / "v"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "backups").mkdir()
    return tmp_path / "backups"


def prover_of(folder: Path) -> Prover:
    vault = reopened(folder)
    prover = vault.prover()
    vault.lock()
    return prover


def vault_id_of(folder: Path) -> str:
    return KeysOnDisk(folder).read()[0].content.vault_id


def write_more(folder: Path, words: str = "Written later.") -> None:
    """Add one edit in a session of its own."""
    vault = reopened(folder)
    here = vault.referrals.load(built.typical().id)
    edit = put("concern.what_happened", words)
    vault.referrals.append(here.id, [edit], replay(here, [edit]), by=by(59))
    vault.lock()


def copied(folder: Path, place: Path, clock: SteppingClock) -> Backup:
    made = backup.copy_locked(folder, place, clock=clock)
    assert made is not None
    return made


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_copy_counts_only_once_it_was_proved(
    folder: Path, place: Path, clock: SteppingClock
) -> None:
    before = snapshot(folder)
    made = copied(folder, place, clock)
    assert backup.listed(place) == (made,)
    assert not made.is_good
    assert made.path.name == "vault-20261120-090001-1.ffdbackup-unproved"
    good = backup.prove(made, prover_of(folder))
    assert good.path.name == "vault-20261120-090001-1.ffdbackup"
    assert backup.listed(place) == (good,)
    assert snapshot(folder) == before
    assert snapshot(good.path) == {name: before[name] for name in ("vault.db", "vault.keys")}


def test_a_backup_is_the_owners_alone_and_unreadable(
    folder: Path, place: Path, clock: SteppingClock
) -> None:
    made = copied(folder, place, clock)
    assert made.path.stat().st_mode & 0o777 == 0o700
    for path in made.path.iterdir():
        assert path.stat().st_mode & 0o777 == 0o600
    assert not (made.path / "vault.db").read_bytes().startswith(b"SQLite")


def test_an_unchanged_vault_is_not_copied_again(
    folder: Path, place: Path, clock: SteppingClock
) -> None:
    backup.prove(copied(folder, place, clock), prover_of(folder))
    assert backup.copy_locked(folder, place, clock=clock) is None
    vault = reopened(folder)
    vault.settings.put("school", {"name": "Larkrise"})
    vault.lock()
    again = copied(folder, place, clock)
    assert again.count == 1
    assert len(backup.listed(place)) == 2


def test_an_open_vault_is_not_copied(folder: Path, place: Path, clock: SteppingClock) -> None:
    vault = reopened(folder)
    vault.settings.put("school", "open")
    with pytest.raises(ProblemForPerson) as caught:
        backup.copy_locked(folder, place, clock=clock)
    assert caught.value.code == "backup_not_now"
    assert list(place.iterdir()) == []
    vault.lock()
    copied(folder, place, clock)


def test_a_vault_that_is_written_meanwhile_is_not_copied(
    folder: Path, place: Path, clock: SteppingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_files = backup.copy_files

    def disturbed(source: Path, to: Path) -> None:
        copy_files(source, to)
        write_more(folder)

    monkeypatch.setattr(backup, "copy_files", disturbed)
    with pytest.raises(ProblemForPerson) as caught:
        backup.copy_locked(folder, place, clock=clock)
    assert caught.value.code == "backup_not_now"
    assert list(place.iterdir()) == []


def test_what_a_killed_copy_left_goes_with_the_next(
    folder: Path, place: Path, clock: SteppingClock
) -> None:
    vault_id = vault_id_of(folder)
    leftover = place / f".ffd-part-{vault_id}"
    leftover.mkdir()
    (leftover / "vault.db").write_bytes(b"half")
    assert backup.listed(place) == ()
    made = copied(folder, place, clock)
    assert list(place.iterdir()) == [made.path]


def flip(path: Path, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(bytes(data))


DAMAGES: dict[str, Damage] = {
    "a byte of a page": lambda path: flip(path / "vault.db", 5 * PAGE + 9),
    "a byte of the first page": lambda path: flip(path / "vault.db", 40),
    "the end cut off": lambda path: (path / "vault.db").write_bytes(
        (path / "vault.db").read_bytes()[: -2 * PAGE]
    ),
    "no database": lambda path: (path / "vault.db").unlink(),
    "no keys": lambda path: (path / "vault.keys").unlink(),
    "a byte of the keys": lambda path: flip(path / "vault.keys", 300),
    "an older database": lambda path: shutil.copy(path.parent / "older.db", path / "vault.db"),
    "a newer database": lambda path: shutil.copy(path.parent / "newer.db", path / "vault.db"),
    "a link": lambda path: (
        (path / "vault.db").rename(path.parent / "elsewhere.db"),
        (path / "vault.db").symlink_to(path.parent / "elsewhere.db"),
    ),
}


@pytest.mark.parametrize("name", DAMAGES)
@pytest.mark.parametrize("was_good", [False, True])
def test_a_damaged_copy_never_counts(
    folder: Path, place: Path, clock: SteppingClock, name: str, was_good: bool
) -> None:
    shutil.copy(folder / "vault.db", place / "older.db")
    write_more(folder)
    made, prover = copied(folder, place, clock), prover_of(folder)
    write_more(folder)
    shutil.copy(folder / "vault.db", place / "newer.db")
    if was_good:
        made = backup.prove(made, prover)
    DAMAGES[name](made.path)
    with pytest.raises(ProblemForPerson) as caught:
        backup.prove(made, prover)
    assert caught.value.code in {"backup_not_good", "vault_damaged", "keys_damaged"}
    assert made.path.is_dir()


def test_the_backup_of_another_vault_is_never_proved_by_this_one(
    folder: Path, place: Path, clock: SteppingClock, tmp_path: Path
) -> None:
    new_vault(tmp_path / "other")[0].lock()
    with pytest.raises(ProblemForPerson) as caught:
        backup.prove(copied(folder, place, clock), prover_of(tmp_path / "other"))
    assert caught.value.code == "backup_not_good"


def test_thinning_keeps_the_rule_and_leaves_other_vaults_alone(
    folder: Path, place: Path, clock: SteppingClock, tmp_path: Path
) -> None:
    new_vault(tmp_path / "other")[0].lock()
    theirs = [copied(tmp_path / "other", place, clock)]
    stranger = place / "vault-20200101-000000-1.ffdbackup"
    stranger.mkdir()
    (stranger / "holiday.txt").write_text("not ours")
    prover, vault_id = prover_of(folder), vault_id_of(folder)
    for number in range(12):
        write_more(folder, f"word {number}")
        clock.time += timedelta(minutes=1)
        made = copied(folder, place, clock)
        if number != 3:
            backup.prove(made, prover)
    gone = backup.thin(place, vault_id)
    stay = backup.listed(place, vault_id)
    assert [one.count for one in stay] == [13, 12, 11, 10, 9, 8, 7]
    assert {one.count for one in gone} == {2, 3, 4, 5, 6}
    assert all(one.is_good for one in stay)
    assert theirs[0].path.is_dir()
    assert (stranger / "holiday.txt").exists()


def test_a_copy_that_was_never_proved_stays_while_there_is_no_newer_good_one(
    folder: Path, place: Path, clock: SteppingClock
) -> None:
    vault_id = vault_id_of(folder)
    made = copied(folder, place, clock)
    assert backup.thin(place, vault_id) == ()
    assert backup.listed(place) == (made,)
