"""Guesses are slowed whatever is done to the program, the date or the files that count them."""

import contextlib
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Barrier, BrokenBarrierError

import pytest

from ffd_desktop.adapters.sqlcipher.opening import open_vault, prove_secret
from ffd_desktop.adapters.sqlcipher.vault import NewVault, create_vault
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault import throttle
from ffd_desktop.vault.recovery import RecoveryCode
from ffd_desktop.vault.slots import Secret
from ffd_desktop.vault.throttle import Guesses
from tests.builders.vaults import CHEAP, PASSPHRASE, STAFF, SteppingClock

ROOT = Path(__file__).parents[2]
WRONG = "kettle violin mosses"
FIVE_YEARS = timedelta(days=5 * 365)


class StillClock(SteppingClock):
    """A clock that stands still between the test's own pushes."""

    def monotonic(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> StillClock:
    clock = StillClock()
    clock.seconds = 1000.0
    return clock


@pytest.fixture
def folder(tmp_path: Path, clock: StillClock) -> Path:
    new = NewVault(tmp_path / "v", STAFF, PASSPHRASE, params=CHEAP)
    create_vault(new, clock=clock)[0].lock()
    return tmp_path / "v"


def told(folder: Path, secret: Secret, clock: SteppingClock) -> str:
    """Guess once; give the code that a person is told, or "opened"."""
    try:
        open_vault(folder, secret, clock=clock).lock()
    except ProblemForPerson as problem:
        return problem.code
    return "opened"


def guess_wrong(folder: Path, clock: StillClock, times: int) -> None:
    """Guess wrong some times, each as soon as it may be."""
    for _ in range(times):
        clock.seconds += 300
        assert told(folder, WRONG, clock) == "wrong_passphrase"


def test_each_wrong_guess_doubles_the_wait_and_the_right_secret_ends_it(
    folder: Path, clock: StillClock
) -> None:
    for wait_s in (1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300):
        assert told(folder, WRONG, clock) == "wrong_passphrase"
        clock.seconds += wait_s - 0.01
        assert told(folder, PASSPHRASE, clock) == "wait_before_guessing"
        clock.seconds += 0.01
    assert told(folder, PASSPHRASE, clock) == "opened"
    assert told(folder, WRONG, clock) == "wrong_passphrase"
    clock.seconds += 1
    assert told(folder, PASSPHRASE, clock) == "opened"


def test_a_wrong_secret_says_how_long_the_next_one_has_to_wait(
    folder: Path, clock: StillClock
) -> None:
    said = []
    for _ in range(4):
        with pytest.raises(ProblemForPerson) as caught:
            open_vault(folder, WRONG, clock=clock)
        said.append(caught.value.next_step)
        clock.seconds += 300
    assert "has to wait" not in said[0]
    assert said[3].endswith("The next try has to wait 8 seconds.")


def test_passphrases_and_recovery_codes_share_one_count(folder: Path, clock: StillClock) -> None:
    guess_wrong(folder, clock, 3)
    code = RecoveryCode.fresh()
    assert told(folder, code, clock) == "wait_before_guessing"
    clock.seconds += 4
    assert told(folder, code, clock) == "wrong_recovery_code"
    clock.seconds += 4
    assert told(folder, WRONG, clock) == "wait_before_guessing"


def test_proving_a_passphrase_in_an_open_vault_is_slowed_too(
    folder: Path, clock: StillClock
) -> None:
    opened = open_vault(folder, PASSPHRASE, clock=clock)
    with pytest.raises(ProblemForPerson) as caught:
        prove_secret(folder, WRONG, clock=clock)
    assert caught.value.code == "wrong_passphrase"
    with pytest.raises(ProblemForPerson) as caught:
        prove_secret(folder, PASSPHRASE, clock=clock)
    assert caught.value.code == "wait_before_guessing"
    opened.lock()


@pytest.mark.parametrize("shift", [-FIVE_YEARS, FIVE_YEARS])
def test_changing_the_date_changes_nothing(
    folder: Path, clock: StillClock, shift: timedelta
) -> None:
    guess_wrong(folder, clock, 5)
    clock.time += shift
    assert told(folder, PASSPHRASE, clock) == "wait_before_guessing"
    clock.seconds += 16
    assert told(folder, PASSPHRASE, clock) == "opened"


def test_a_reboot_waits_the_full_delay_anew(folder: Path, clock: StillClock) -> None:
    guess_wrong(folder, clock, 5)
    clock.seconds = 20.0
    assert told(folder, PASSPHRASE, clock) == "wait_before_guessing"
    clock.seconds += 15.9
    assert told(folder, PASSPHRASE, clock) == "wait_before_guessing"
    clock.seconds += 0.1
    assert told(folder, PASSPHRASE, clock) == "opened"


KILLED_WHILE_CHECKING = """
import os, signal, sys
from pathlib import Path
from ffd_desktop.adapters.sqlcipher.opening import open_vault
from ffd_desktop.vault import keys
from ffd_desktop.vault.throttle import Guesses
from tests.builders.vaults import SteppingClock
clock = SteppingClock()
clock.seconds = float(sys.argv[2])
keys.argon2id = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)
open_vault(Path(sys.argv[1]), "a guess that nobody waits for", clock=clock)
"""


def test_a_guess_counts_though_the_program_is_killed_before_it_is_checked(
    folder: Path, clock: StillClock
) -> None:
    for _ in range(3):
        clock.seconds += 300
        command = [sys.executable, "-c", KILLED_WHILE_CHECKING, str(folder), str(clock.seconds)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
        assert done.returncode == -signal.SIGKILL, done.stderr
    clock.seconds += 4
    assert told(folder, PASSPHRASE, clock) == "wait_before_guessing"
    clock.seconds += 1
    assert told(folder, PASSPHRASE, clock) == "opened"


TAMPERINGS: dict[str, Callable[[Path], object]] = {
    "deleted": lambda path: path.unlink(),
    "emptied": lambda path: path.write_bytes(b""),
    "garbled": lambda path: path.write_bytes(b"{" * 256),
    "negative": lambda path: path.write_bytes(
        re.sub(rb'"failed":[0-9]+', b'"failed":-9', path.read_bytes())
    ),
    "of another vault": lambda path: path.write_bytes(
        re.sub(rb'"vault_id":"....', b'"vault_id":"????', path.read_bytes())
    ),
    "set to none": lambda path: path.write_bytes(
        re.sub(rb'"failed":[0-9]+', b'"failed":0', path.read_bytes())
    ),
}


@pytest.mark.parametrize("name", TAMPERINGS)
@pytest.mark.parametrize("copy", ["vault.guesses", "vault.guesses.copy"])
def test_tampering_with_one_copy_shortens_nothing(
    folder: Path, clock: StillClock, name: str, copy: str
) -> None:
    guess_wrong(folder, clock, 9)
    TAMPERINGS[name](folder / copy)
    clock.seconds += 255
    assert told(folder, PASSPHRASE, clock) == "wait_before_guessing"
    clock.seconds += 1
    assert told(folder, PASSPHRASE, clock) == "opened"


@pytest.mark.parametrize("name", [name for name in TAMPERINGS if name != "set to none"])
def test_tampering_with_both_copies_is_not_taken_for_a_fresh_start(
    folder: Path, clock: StillClock, name: str
) -> None:
    guess_wrong(folder, clock, 2)
    for copy in ("vault.guesses", "vault.guesses.copy"):
        TAMPERINGS[name](folder / copy)
    clock.seconds += 300
    assert told(folder, PASSPHRASE, clock) == "wait_before_guessing"
    clock.seconds += 32
    assert told(folder, PASSPHRASE, clock) == "opened"


def test_counting_needs_no_space_so_a_full_disk_keeps_nobody_out(
    folder: Path, clock: StillClock
) -> None:
    before = {path.name: (path.stat().st_ino, path.stat().st_size) for path in folder.iterdir()}
    assert told(folder, WRONG, clock) == "wrong_passphrase"
    assert {p.name: (p.stat().st_ino, p.stat().st_size) for p in folder.iterdir()} == before


def test_two_guesses_at_the_same_moment_are_not_counted_as_one(
    folder: Path, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each is held up between reading the count and writing it, until the other is there too."""
    meeting, counted = Barrier(2), throttle.counted

    def held_up(known: Guesses, now: float) -> Guesses:
        with contextlib.suppress(BrokenBarrierError):
            meeting.wait(0.3)
        return counted(known, now)

    monkeypatch.setattr(throttle, "counted", held_up)
    with ThreadPoolExecutor(2) as both:
        answers = sorted(both.map(lambda _: told(folder, WRONG, clock), range(2)))
    assert answers == ["wait_before_guessing", "wrong_passphrase"]
