"""Disks that are full, read-only or gone, and a second program at the same vault."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ffd_desktop.adapters import files
from ffd_desktop.adapters.sqlcipher.open_vault import OpenVault
from ffd_desktop.adapters.sqlcipher.opening import open_vault
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.edits import put, replay
from ffd_desktop.referral.model import Referral
from tests.builders import referrals as built
from tests.builders.vaults import PASSPHRASE, SteppingClock, by, new_vault, reopened

CLOCK = SteppingClock()
ROOT = Path(__file__).parents[2]


@contextlib.contextmanager
def file_size_limit(most_bytes: int) -> Iterator[None]:
    """Let no file of this process grow past a size, as a full quota does."""
    import resource

    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, old[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)


@contextlib.contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Make a folder read-only, by a mount for root, whom rights do not stop."""
    if os.geteuid() != 0:
        folder.chmod(0o500)
        try:
            yield
        finally:
            folder.chmod(0o700)
        return
    where = str(folder)
    if _run("mount", "--bind", where, where) or _run("mount", "-o", "remount,ro,bind", where):
        _run("umount", where)
        pytest.skip("root without the right to mount")
    try:
        yield
    finally:
        _run("umount", where)


def _run(*command: str) -> int:
    return subprocess.run(command, capture_output=True, check=False).returncode


def fill(vault: OpenVault, here: Referral, acknowledged: list[str]) -> str:
    """Append until the disk refuses; give the code of the refusal."""
    for number in range(10_000):
        edit = put("concern.what_happened", f"word {number} " * 500)
        after = replay(here, [edit])
        try:
            vault.referrals.append(here.id, [edit], after, by=by())
        except ProblemForPerson as problem:
            return problem.code
        here = after
        acknowledged.append(str(edit.value))
    pytest.fail("the disk never filled")


def test_a_full_disk_is_said_and_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    vault, _ = new_vault(tmp_path / "v")
    vault.referrals.create(built.small(), by=by())
    acknowledged: list[str] = []
    with file_size_limit(600_000):
        code = fill(vault, built.small(), acknowledged)
        assert code in {"disk_full", "vault_io"}
        kept = [one.edit.value for one in vault.referrals.history("r-small")]
        assert kept == acknowledged
        assert vault.referrals.load("r-small").concern.what_happened == acknowledged[-1]
        assert [row.id for row in vault.referrals.shelf()] == ["r-small"]
    edit = put("concern.what_happened", "There is space again.")
    after = replay(vault.referrals.load("r-small"), [edit])
    vault.referrals.append("r-small", [edit], after, by=by())
    vault.lock()
    again = reopened(tmp_path / "v")
    kept = [one.edit.value for one in again.referrals.history("r-small")]
    assert kept == [*acknowledged, "There is space again."]
    assert again.verify().faults == ()
    again.lock()


def test_a_real_full_disk_has_its_own_words(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    mount = ("mount", "-t", "tmpfs", "-o", "size=900k", "none", str(tmp_path / "disk"))
    if os.geteuid() != 0 or _run(*mount):
        pytest.skip("needs the right to mount a small disk")
    try:
        vault, _ = new_vault(tmp_path / "disk" / "v")
        vault.referrals.create(built.small(), by=by())
        acknowledged: list[str] = []
        assert fill(vault, built.small(), acknowledged) == "disk_full"
        kept = [one.edit.value for one in vault.referrals.history("r-small")]
        assert kept == acknowledged
        vault.lock()
        again = reopened(tmp_path / "disk" / "v")
        assert again.referrals.load("r-small").concern.what_happened == acknowledged[-1]
        again.lock()
    finally:
        _run("umount", str(tmp_path / "disk"))


@pytest.mark.parametrize("most_bytes", [0, 300, 5_000, 50_000])
def test_no_vault_is_half_made_on_a_full_disk(tmp_path: Path, most_bytes: int) -> None:
    with file_size_limit(most_bytes), pytest.raises(ProblemForPerson) as caught:
        new_vault(tmp_path / "v")
    assert caught.value.code in {"disk_full", "vault_io"}
    assert list((tmp_path / "v").iterdir()) == []
    new_vault(tmp_path / "v")[0].lock()


def test_a_read_only_folder_is_said_and_left_as_it_was(tmp_path: Path) -> None:
    vault, _ = new_vault(tmp_path / "v")
    vault.referrals.create(built.small(), by=by())
    vault.lock()
    before = {path.name: path.read_bytes() for path in (tmp_path / "v").iterdir()}
    with read_only(tmp_path / "v"):
        with pytest.raises(ProblemForPerson) as caught:
            open_vault(tmp_path / "v", PASSPHRASE, clock=CLOCK)
        assert caught.value.code == "vault_read_only"
    assert {path.name: path.read_bytes() for path in (tmp_path / "v").iterdir()} == before
    assert reopened(tmp_path / "v").referrals.load("r-small") == built.small()


def test_no_vault_is_made_in_a_read_only_folder(tmp_path: Path) -> None:
    (tmp_path / "v").mkdir()
    with read_only(tmp_path / "v"):
        with pytest.raises(ProblemForPerson) as caught:
            new_vault(tmp_path / "v")
        assert caught.value.code == "folder_read_only"


def test_a_vault_cannot_be_made_under_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(ProblemForPerson) as caught:
            new_vault(folder)
        assert caught.value.code in {"not_a_folder", "folder_missing"}


SECOND = """
import sys, time
from pathlib import Path
from ffd_desktop.adapters.sqlcipher.opening import open_vault
from ffd_desktop.problems import ProblemForPerson
from tests.builders.vaults import PASSPHRASE, SteppingClock
start = time.monotonic()
try:
    vault = open_vault(Path(sys.argv[1]), PASSPHRASE, clock=SteppingClock())
    vault.lock()
    print("opened")
except ProblemForPerson as problem:
    print(problem.code, time.monotonic() - start)
"""


def second_program(folder: Path) -> list[str]:
    command = [sys.executable, "-c", SECOND, str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_a_second_program_is_told_within_two_seconds_and_harms_nothing(tmp_path: Path) -> None:
    vault, _ = new_vault(tmp_path / "v")
    vault.referrals.create(built.small(), by=by())
    code, seconds = second_program(tmp_path / "v")
    assert code == "vault_in_use"
    assert float(seconds) < 2.0
    edit = put("concern.what_happened", "Still writing.")
    after = replay(built.small(), [edit])
    vault.referrals.append("r-small", [edit], after, by=by())
    vault.lock()
    assert second_program(tmp_path / "v") == ["opened"]
    assert reopened(tmp_path / "v").referrals.load("r-small") == after


def test_when_the_first_program_is_killed_the_second_opens(tmp_path: Path) -> None:
    new_vault(tmp_path / "v")[0].lock()
    holding = SECOND.replace("vault.lock()", "print('open', flush=True); time.sleep(60)")
    command = [sys.executable, "-c", holding, str(tmp_path / "v")]
    first = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    with first:
        assert first.stdout is not None
        assert first.stdout.readline() == "open\n"
        with pytest.raises(ProblemForPerson) as caught:
            reopened(tmp_path / "v")
        assert caught.value.code == "vault_in_use"
        first.kill()
    reopened(tmp_path / "v").lock()


def test_an_export_to_a_full_or_read_only_place_leaves_nothing_partial(tmp_path: Path) -> None:
    with file_size_limit(1000), pytest.raises(ProblemForPerson) as caught:
        files.write_once(tmp_path / "a.pdf", bytes(5000))
    assert caught.value.code == "disk_full"
    (tmp_path / "b.pdf").write_bytes(b"old")
    with file_size_limit(1000), pytest.raises(ProblemForPerson):
        files.write_once(tmp_path / "b.pdf", bytes(5000), replacing=True)
    assert [path.name for path in tmp_path.iterdir()] == ["b.pdf"]
    assert (tmp_path / "b.pdf").read_bytes() == b"old"
    with read_only(tmp_path), pytest.raises(ProblemForPerson) as caught:
        files.write_once(tmp_path / "c.pdf", b"new")
    assert caught.value.code == "folder_read_only"
