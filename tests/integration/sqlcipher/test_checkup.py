"""A check of an open vault: saves go on, nobody else gets in, and it stops when it is asked to."""

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from ffd_desktop.adapters.sqlcipher.connection import database_path
from ffd_desktop.adapters.sqlcipher.open_vault import OpenVault
from ffd_desktop.adapters.sqlcipher.verifying import FaultKind, VerifyReport
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.progress import SILENT, WHOLE
from ffd_desktop.referral.edits import put, replay
from tests.builders import referrals as built
from tests.builders.vaults import by, new_vault, reopened

ROOT = Path(__file__).parents[3]
PAGE = 4096
EDITS = 400
MANY = 8000
"""Edits whose pages are more than the WAL keeps before the file takes them in."""


class Heard:
    """A progress that keeps what it hears, and does something at the first step of a part."""

    def __init__(self, at: str = "", does: Callable[[], object] = list) -> None:
        self.steps: list[tuple[int, str]] = []
        self.stops = False
        self._at, self._does = at, does

    def step(self, done: int, total: int, words: str) -> None:
        assert total == WHOLE
        self.steps.append((done, words))
        if self._at and self._at in words:
            self._at = ""
            self._does()

    def is_stopped(self) -> bool:
        return self.stops


def fill(vault: OpenVault, name: str, edits: int = EDITS) -> None:
    here = msgspec.structs.replace(built.small(), id=name, reference=f"FFD-{name}")
    vault.referrals.create(here, by=by())
    for first in range(0, edits, 100):
        numbers = range(first, min(first + 100, edits))
        batch = [put("concern.what_happened", f"{name} {number} " * 60) for number in numbers]
        here = replay(here, batch)
        vault.referrals.append(here.id, batch, here, by=by())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    vault, _ = new_vault(tmp_path / "v")
    fill(vault, "r1")
    vault.lock()
    return tmp_path / "v"


def elsewhere(work: Callable[[], object]) -> object:
    """Do some work on another thread and give its answer, or the problem it met."""
    answers: list[object] = []

    def run() -> None:
        try:
            answers.append(work())
        except ProblemForPerson as problem:
            answers.append(problem.code)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    return answers[0]


def checked(vault: OpenVault, heard: Heard | None = None) -> object:
    checkup = vault.begin_check()
    try:
        return elsewhere(lambda: checkup.run(heard or SILENT))
    finally:
        checkup.end()


def test_a_sound_vault_is_found_sound_and_counted(folder: Path) -> None:
    vault = reopened(folder)
    report = checked(vault)
    assert isinstance(report, VerifyReport)
    assert report.is_sound
    assert (report.referrals, report.records) == (1, EDITS + 1)
    assert report.pages == database_path(folder).stat().st_size // PAGE
    assert report == vault.verify()
    vault.lock()


def test_it_tells_how_far_it_is_without_going_back(folder: Path) -> None:
    heard = Heard()
    vault = reopened(folder)
    checked(vault, heard)
    vault.lock()
    done = [at for at, _ in heard.steps]
    assert done == sorted(done)
    assert len({words for _, words in heard.steps}) == 3
    assert len(heard.steps) >= 5


def test_what_is_saved_meanwhile_is_durable_and_does_not_disturb_it(folder: Path) -> None:
    vault = reopened(folder)
    checkup = vault.begin_check()
    begun, may_go = threading.Event(), threading.Event()

    def hold() -> None:
        begun.set()
        assert may_go.wait(20)

    answers: list[object] = []
    thread = threading.Thread(target=lambda: answers.append(checkup.run(Heard("seal", hold))))
    thread.start()
    assert begun.wait(20)
    fill(vault, "r2", MANY)
    may_go.set()
    thread.join()
    checkup.end()
    assert isinstance(answers[0], VerifyReport)
    assert answers[0].is_sound
    assert answers[0].referrals == 1
    again = checked(vault)
    assert isinstance(again, VerifyReport)
    assert (again.is_sound, again.referrals, again.records) == (True, 2, EDITS + MANY + 2)
    vault.lock()
    vault = reopened(folder)
    assert str(vault.referrals.load("r2").concern.what_happened).startswith(f"r2 {MANY - 1}")
    vault.lock()


OPENING = """
import sys
from pathlib import Path
from ffd_desktop.problems import ProblemForPerson
from tests.builders.vaults import reopened
try:
    reopened(Path(sys.argv[1]))
except ProblemForPerson as problem:
    print(problem.code)
"""


def test_after_a_check_a_second_program_is_still_kept_out(folder: Path) -> None:
    """Closing any handle of the file would drop this process's locks on it."""
    vault = reopened(folder)
    checked(vault)
    vault.verify()
    command = [sys.executable, "-c", OPENING, str(folder)]
    other = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert other.stdout == "vault_in_use\n"
    vault.lock()


@pytest.mark.parametrize("part", ["seal", "hang together", "record"])
def test_it_stops_at_its_next_step(folder: Path, part: str) -> None:
    vault = reopened(folder)
    heard = Heard(part, lambda: setattr(heard, "stops", True))
    assert checked(vault, heard) == "stopped"
    assert part in heard.steps[-1][1]
    vault.lock()


def test_locking_ends_the_check_and_waits_for_it(folder: Path) -> None:
    vault = reopened(folder)
    checkup = vault.begin_check()
    begun = threading.Event()
    seen: list[object] = []

    def hold() -> None:
        begun.set()
        assert checkup._over.wait(20)
        seen.append(vault.is_locked)

    def run() -> None:
        try:
            checkup.run(Heard("seal", hold))
        except ProblemForPerson as problem:
            seen.append(problem.code)

    thread = threading.Thread(target=run)
    thread.start()
    assert begun.wait(20)
    vault.lock()
    thread.join()
    assert seen == [False, "stopped"]
    assert vault.is_locked
    vault = reopened(folder)
    assert vault.verify().is_sound
    vault.lock()


def test_a_check_that_was_begun_before_the_lock_does_not_run_after_it(folder: Path) -> None:
    vault = reopened(folder)
    checkup = vault.begin_check()
    vault.lock()
    assert elsewhere(lambda: checkup.run(SILENT)) == "stopped"
    checkup.end()


def test_a_file_that_was_written_meanwhile_makes_the_check_void(folder: Path) -> None:
    vault = reopened(folder)
    checkup = vault.begin_check()
    fill(vault, "r2", 5)
    vault._database.checkpoint()
    assert elsewhere(lambda: checkup.run(SILENT)) == "check_disturbed"
    checkup.end()
    vault.lock()


def test_every_kind_of_fault_is_told_with_its_kind(folder: Path) -> None:
    vault = reopened(folder)
    fill(vault, "r2", 3 * EDITS)  # the pages that an opening needs are then in the first quarter
    vault.lock()
    path = database_path(folder)
    data = bytearray(path.read_bytes())
    for page in range(len(data) // PAGE // 4, len(data) // PAGE * 3 // 4):
        data[page * PAGE + 50] ^= 1
    path.write_bytes(bytes(data))
    vault = reopened(folder)
    report = checked(vault)
    assert isinstance(report, VerifyReport)
    assert FaultKind.SEAL in report.kinds
    assert FaultKind.CHAIN in report.kinds
    assert any("more of this kind" in fault for fault in report.faults)
    assert len(report.faults) < 70
    vault._database.close()


def test_a_vault_goes_on_taking_the_wal_in_after_a_check(folder: Path) -> None:
    vault = reopened(folder)
    checked(vault)
    size = database_path(folder).stat().st_size
    fill(vault, "r2", MANY)
    assert database_path(folder).stat().st_size > size
    vault.lock()
