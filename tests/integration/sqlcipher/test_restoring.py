"""Putting backups back: as a copy, proved first, with nothing deleted and nothing overwritten."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ffd_desktop.adapters import file_troubles, files
from ffd_desktop.adapters.sqlcipher import backup
from ffd_desktop.adapters.sqlcipher.backup import Backup
from ffd_desktop.adapters.sqlcipher.keys_on_disk import KeysOnDisk
from ffd_desktop.adapters.sqlcipher.restoring import restore
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral import codec
from ffd_desktop.referral.edits import put, replay
from ffd_desktop.vault.recovery import RecoveryCode
from tests.builders import referrals as built
from tests.builders.vaults import PASSPHRASE, SteppingClock, by, new_vault, reopened

ROOT = Path(__file__).parents[3]
DATA = Path(__file__).parents[2] / "data"
KINDS = sorted(path.name for path in (DATA / "backups").iterdir())
WRONG = "kettle violin mosses"
CLOCK = SteppingClock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A locked vault with three good backups, of one, two and three records, and one edit more."""
    vault, _ = new_vault(tmp_path / "v")
    vault.referrals.create(built.typical(), by=by())
    vault.lock()
    place = tmp_path / "backups"
    place.mkdir()
    for number in range(3):
        if number:
            write(tmp_path / "v", f"written {number}")
        back_up(tmp_path / "v", place)
    write(tmp_path / "v", "written last")
    return tmp_path / "v"


def write(folder: Path, words: str) -> None:
    vault = reopened(folder)
    here = vault.referrals.load(built.typical().id)
    edit = put("concern.what_happened", words)
    vault.referrals.append(here.id, [edit], replay(here, [edit]), by=by(59))
    vault.lock()


def back_up(folder: Path, place: Path) -> Backup:
    vault = reopened(folder)
    prover = vault.prover()
    vault.lock()
    made = backup.copy_locked(folder, place, clock=CLOCK)
    assert made is not None
    return backup.prove(made, prover)


def words_in(folder: Path) -> str:
    vault = reopened(folder)
    words = vault.referrals.load(built.typical().id).concern.what_happened
    assert vault.notices == ()
    assert vault.verify().faults == ()
    vault.lock()
    return str(words)


def all_files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def refused(source: Path, folder: Path, secret: str = PASSPHRASE) -> str:
    """Try to restore; give the refusal's code, and make sure that nothing else came of it."""
    before = {name: data for name, data in all_files(folder).items() if "guesses" not in name}
    with pytest.raises(ProblemForPerson) as caught:
        restore(source, folder, secret, clock=CLOCK)
    after = {name: data for name, data in all_files(folder).items() if "guesses" not in name}
    assert after == before
    left = [path for path in folder.parent.iterdir() if path.name not in {"v", "backups"}]
    assert [path for path in left if "other" not in path.name] == []
    return caught.value.code


def test_the_newest_good_backup_takes_the_place_and_the_old_vault_is_set_aside(
    folder: Path,
) -> None:
    place = folder.parent / "backups"
    vault_before, backups_before = all_files(folder), all_files(place)
    done = restore(place, folder, PASSPHRASE, clock=CLOCK)
    assert done.source.name.endswith("-3.ffdbackup")
    assert done.report.records == 3
    assert words_in(folder) == "written 2"
    assert done.aside is not None
    aside = all_files(done.aside)
    assert {name: data for name, data in aside.items() if "guesses" not in name} == {
        name: data for name, data in vault_before.items() if "guesses" not in name
    }
    assert all_files(place) == backups_before


def test_one_chosen_backup_is_put_back_and_can_be_worked_on(folder: Path) -> None:
    oldest = backup.listed(folder.parent / "backups")[-1]
    restore(oldest.path, folder, PASSPHRASE, clock=CLOCK)
    write(folder, "written after restoring")
    assert words_in(folder) == "written after restoring"


def test_a_lost_vault_comes_back_where_there_is_nothing(folder: Path) -> None:
    shutil.rmtree(folder)
    done = restore(folder.parent / "backups", folder, PASSPHRASE, clock=CLOCK)
    assert done.aside is None
    assert words_in(folder) == "written 2"
    assert sorted(path.name for path in folder.iterdir()) == [
        "vault.db",
        "vault.guesses",
        "vault.guesses.copy",
        "vault.keys",
        "vault.keys.copy",
    ]


def test_a_damaged_backup_gives_way_to_the_one_before(folder: Path) -> None:
    newest, middle, _ = backup.listed(folder.parent / "backups")
    (newest.path / "vault.db").write_bytes((newest.path / "vault.db").read_bytes()[:-4096])
    done = restore(folder.parent / "backups", folder, PASSPHRASE, clock=CLOCK)
    assert done.source == middle.path
    assert words_in(folder) == "written 1"


def test_a_good_backup_goes_before_a_newer_one_that_was_never_proved(folder: Path) -> None:
    made = backup.copy_locked(folder, folder.parent / "backups", clock=CLOCK)
    assert made is not None
    restore(folder.parent / "backups", folder, PASSPHRASE, clock=CLOCK)
    assert words_in(folder) == "written 2"


def test_a_backup_that_was_never_proved_is_proved_when_it_is_asked_for(folder: Path) -> None:
    made = backup.copy_locked(folder, folder.parent / "backups", clock=CLOCK)
    assert made is not None
    restore(made.path, folder, PASSPHRASE, clock=CLOCK)
    assert words_in(folder) == "written last"


def test_what_is_no_backup_is_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    assert refused(tmp_path / "other", folder) == "backup_missing"
    assert refused(tmp_path / "other-that-is-nowhere", folder) == "backup_missing"


def test_when_every_backup_is_damaged_nothing_is_moved(folder: Path) -> None:
    for one in backup.listed(folder.parent / "backups"):
        (one.path / "vault.db").write_bytes(b"x" * 8192)
    assert refused(folder.parent / "backups", folder) in {"vault_damaged", "backup_not_good"}
    assert words_in(folder) == "written last"


def test_guesses_at_a_backup_are_counted_at_the_vault(folder: Path) -> None:
    place = folder.parent / "backups"
    assert refused(place, folder, WRONG) == "wrong_passphrase"
    CLOCK.seconds -= 1.0
    assert refused(place, folder, PASSPHRASE) == "wait_before_guessing"
    CLOCK.seconds += 5.0
    restore(place, folder, PASSPHRASE, clock=CLOCK)


HOLDING = """
import sys, time
from pathlib import Path
from tests.builders.vaults import reopened
vault = reopened(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""


def test_a_vault_that_is_open_elsewhere_is_not_moved(folder: Path) -> None:
    command = [sys.executable, "-c", HOLDING, str(folder)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        with pytest.raises(ProblemForPerson) as caught:
            restore(folder.parent / "backups", folder, PASSPHRASE, clock=CLOCK)
        other.kill()
    assert caught.value.code == "vault_in_use"
    assert words_in(folder) == "written last"


def test_when_the_last_move_fails_the_old_vault_is_in_its_place(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    move, moves = files.move, []

    def failing(path: Path, to: Path) -> None:
        moves.append(to)
        if len(moves) == 2:
            raise file_troubles.problem_of(OSError(5, "no"))
        move(path, to)

    monkeypatch.setattr(files, "move", failing)
    assert refused(folder.parent / "backups", folder) == "file_io"
    assert len(moves) == 3
    assert words_in(folder) == "written last"


def vault_id_in(folder: Path) -> str:
    return KeysOnDisk(folder).read()[0].content.vault_id


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("way", ["passphrase", "recovery code"])
def test_every_kind_of_backup_ever_made_can_be_restored(
    tmp_path: Path, kind: str, way: str
) -> None:
    kept = Path(shutil.copytree(DATA / "backups" / kind, tmp_path / kind))
    vaults = (path for path in (DATA / "vaults").iterdir() if path.is_dir())
    released = next(one for one in vaults if vault_id_in(one) == vault_id_in(kept))
    sheet = (released / "recovery-code.txt").read_text(encoding="utf-8")
    secret = PASSPHRASE if way == "passphrase" else RecoveryCode.read(sheet)
    done = restore(kept, tmp_path / "v", secret, clock=CLOCK)
    expected = codec.decode((released / "referral.json").read_bytes())
    vault = reopened(tmp_path / "v")
    assert vault.referrals.load(expected.id) == expected
    assert done.report.is_sound
    assert vault.verify().faults == ()
    vault.lock()


class StopsAt:
    """A progress that is stopped at the first step of a part."""

    def __init__(self, words: str) -> None:
        self.heard: list[str] = []
        self._words = words

    def step(self, done: int, total: int, words: str) -> None:
        assert 0 <= done <= total
        self.heard.append(words)

    def is_stopped(self) -> bool:
        return any(self._words in words for words in self.heard)


@pytest.mark.parametrize("part", ["Copying", "each page", "hang together", "each record"])
def test_stopped_at_any_part_nothing_is_changed(folder: Path, part: str) -> None:
    before = all_files(folder)
    progress = StopsAt(part)
    with pytest.raises(ProblemForPerson, match="Stopped"):
        restore(folder.parent / "backups", folder, PASSPHRASE, clock=CLOCK, progress=progress)
    assert part in progress.heard[-1]
    after = all_files(folder)
    assert {name: data for name, data in after.items() if "guesses" not in name} == {
        name: data for name, data in before.items() if "guesses" not in name
    }
    assert sorted(path.name for path in folder.parent.iterdir()) == ["backups", "v"]


def lose_keys(folder: Path, how: str) -> None:
    for name in ("vault.keys", "vault.keys.copy"):
        if how == "deleted":
            (folder / name).unlink()
        else:
            (folder / name).write_bytes(b"{" + b"x" * 300)


@pytest.mark.parametrize("how", ["deleted", "damaged"])
def test_lost_keys_are_put_back_and_nothing_written_since_is_lost(folder: Path, how: str) -> None:
    lose_keys(folder, how)
    oldest = backup.listed(folder.parent / "backups")[-1]
    done = restore(oldest.path, folder, PASSPHRASE, clock=CLOCK)
    assert (done.is_keys_only, done.aside) == (True, None)
    assert words_in(folder) == "written last"
    kept = [path for path in folder.iterdir() if "damaged" in path.name]
    assert len(kept) == (2 if how == "damaged" else 0)
    write(folder, "written after it")
    assert words_in(folder) == "written after it"


def test_when_the_vault_is_damaged_too_the_whole_backup_is_put_back(folder: Path) -> None:
    lose_keys(folder, "deleted")
    path = folder / "vault.db"
    data = bytearray(path.read_bytes())
    data[-100] ^= 1
    path.write_bytes(bytes(data))
    done = restore(folder.parent / "backups", folder, PASSPHRASE, clock=CLOCK)
    assert not done.is_keys_only
    assert done.aside is not None
    assert (done.aside / "vault.db").read_bytes() == bytes(data)
    assert words_in(folder) == "written 2"


def test_the_keys_of_another_vault_are_not_put_beside_this_one(
    folder: Path, tmp_path: Path
) -> None:
    other, _ = new_vault(tmp_path / "other")
    other.referrals.create(built.small(), by=by())
    other.lock()
    lose_keys(folder, "deleted")
    before = (folder / "vault.db").read_bytes()
    done = restore(tmp_path / "other", folder, PASSPHRASE, clock=CLOCK)
    assert not done.is_keys_only
    assert done.aside is not None
    assert (done.aside / "vault.db").read_bytes() == before


def test_a_wrong_passphrase_is_told_as_one_of_the_backups_time(folder: Path) -> None:
    with pytest.raises(ProblemForPerson) as caught:
        restore(folder.parent / "backups", folder, WRONG, clock=CLOCK)
    assert "when it was made" in caught.value.next_step
