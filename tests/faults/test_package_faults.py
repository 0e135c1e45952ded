"""The disk is full, or the program is killed, while a package comes in: all of it or nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ffd_desktop.app import attaching, handing_over, sealing
from ffd_desktop.app.program import Program
from ffd_desktop.app.setting_up import SetUp
from ffd_desktop.app.taking_in import Taking, look, take_in
from ffd_desktop.drafting.ports import SchoolProfile
from ffd_desktop.drafting.session import DraftSession
from ffd_desktop.drafting.shelf import Aim
from ffd_desktop.problems import ProblemForPerson
from tests.builders import referrals as built
from tests.builders.files import photo
from tests.builders.packages import PASSPHRASE as SPOKEN
from tests.builders.packages import draft_parts, written
from tests.builders.vaults import CHEAP, PASSPHRASE
from tests.faults.test_vault_disk import file_size_limit

ROOT = Path(__file__).parents[2]
SCHOOL = SchoolProfile(school_name="Saltmarsh Green Primary (fictional)", council="worcestershire")
TAKES_IN = """
import os, signal, sys
from pathlib import Path
from ffd_desktop.app.program import Program
from ffd_desktop.app.taking_in import Taking, look
folder, package, steps = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
program = Program(folder=folder)
desk = program.unlock(sys.argv[4])
taking = Taking(desk, look(program, package, sys.argv[5]), screen="test")
for _ in range(steps):
    if taking.step() >= taking.total:
        print("IN", flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def vault(folder: Path) -> Program:
    desk, _ = Program(folder=folder).create(SetUp(PASSPHRASE, SCHOOL, params=CHEAP))
    desk.close()
    return Program(folder=folder)


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A sealed record with two photographs, one of several pieces."""
    program = vault(tmp_path / "here")
    desk = program.unlock(PASSPHRASE)
    made = desk.start(Aim("worcestershire", "csc", "1"), screen="test")
    session = DraftSession(made, monotonic=program.clock.monotonic)
    for name, data in (("a.jpg", photo()), ("b.jpg", photo(width=1600, height=1200))):
        kept = attaching.bring_in(desk, made.id, attaching.looked_at(name, data))
        session.apply(*attaching.attach(kept, referral=session.referral))
    batch = session.take_unsaved()
    assert batch is not None
    desk.save(made.id, batch, screen="test")
    sealing.seal(program, desk, made.id, screen="test")
    path = tmp_path / "p.ffd"
    handing_over.pack(
        program, desk, made.id, path, passphrase=SPOKEN, to="", screen="test", cost=CHEAP
    )
    desk.close()
    return path


def bodies(desk: object) -> object:
    return desk.vault._database.value("SELECT count(*) FROM file_bodies")  # type: ignore[attr-defined]


def code_at_the_end(taking: Taking) -> str:
    try:
        while taking.step() < taking.total:
            pass
    except ProblemForPerson as problem:
        return problem.code
    return ""


@pytest.mark.parametrize("steps", range(1, 9))
def test_a_kill_leaves_all_of_it_or_nothing(package: Path, tmp_path: Path, steps: int) -> None:
    program = vault(tmp_path / "there")
    words = [str(tmp_path / "there"), str(package), str(steps), PASSPHRASE, SPOKEN]
    done = subprocess.run(
        [sys.executable, "-c", TAKES_IN, *words], cwd=ROOT, capture_output=True, check=False
    )
    assert done.returncode == -9, done.stderr
    desk = program.unlock(PASSPHRASE)
    is_in = b"IN" in done.stdout
    assert len(desk.shelf()) == (1 if is_in else 0)
    if not is_in:
        assert bodies(desk) == 0
    assert desk.vault.verify().faults == ()  # type: ignore[attr-defined]
    if not is_in:
        take_in(desk, look(program, package, SPOKEN), screen="test")
        assert len(desk.shelf()) == 1
    desk.close()


def test_a_full_disk_leaves_nothing_of_it_and_the_next_try_works(
    package: Path, tmp_path: Path
) -> None:
    program = vault(tmp_path / "there")
    desk = program.unlock(PASSPHRASE)
    looked = look(program, package, SPOKEN)
    with (
        file_size_limit(64 * 1024),
        pytest.raises(ProblemForPerson) as raised,
    ):
        take_in(desk, looked, screen="test")
    assert raised.value.code in {"disk_full", "vault_io"}
    assert desk.shelf() == ()
    take_in(desk, looked, screen="test")
    assert len(desk.shelf()) == 1
    assert desk.vault.verify().faults == ()  # type: ignore[attr-defined]
    desk.close()


def test_a_full_disk_leaves_no_half_package(package: Path, tmp_path: Path) -> None:
    program = Program(folder=tmp_path / "here")
    desk = program.unlock(PASSPHRASE)
    (row,) = desk.shelf()
    target = tmp_path / "out" / "p.ffd"
    target.parent.mkdir()
    with file_size_limit(package.stat().st_size // 2), pytest.raises(ProblemForPerson) as raised:
        handing_over.pack(
            program, desk, row.id, target, passphrase=SPOKEN, to="", screen="test", cost=CHEAP
        )
    assert raised.value.code == "disk_full"
    assert list(target.parent.iterdir()) == []
    assert len(desk.handovers.of(row.id)) == 1
    desk.close()


def test_another_package_under_the_same_key_is_not_taken_in_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = vault(tmp_path / "there")
    monkeypatch.setattr("secrets.token_bytes", bytes)
    path = written(tmp_path, draft_parts(built.typical()))
    looked = look(program, path, SPOKEN)
    written(tmp_path, draft_parts(built.typical()), by="Somebody else")
    monkeypatch.undo()
    desk = program.unlock(PASSPHRASE)
    assert code_at_the_end(Taking(desk, looked, screen="test")) == "package_damaged"
    assert desk.shelf() == ()
    desk.close()


def test_a_package_that_changes_after_it_was_looked_at_is_not_taken_in(
    package: Path, tmp_path: Path
) -> None:
    program = vault(tmp_path / "there")
    desk = program.unlock(PASSPHRASE)
    taking = Taking(desk, look(program, package, SPOKEN), screen="test")
    data = package.read_bytes()
    package.write_bytes(data[:-40] + bytes(40))
    assert code_at_the_end(taking) == "package_damaged"
    while taking.give_up():
        pass
    assert desk.shelf() == ()
    assert bodies(desk) == 0
    desk.close()
