"""Two copies of the real program on one display: the first comes to the front, or that is said."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ffd_desktop.adapters.only_one import place_for
from ffd_desktop.adapters.system import data_folder
from tests.tools import needs_tool, only_on

ROOT = Path(__file__).parents[2]
PROMISED_S = 2.0
WAIT_S = 30
pytestmark = [only_on("Linux"), pytest.mark.slow]


class Display:
    """A virtual display, and what is on it."""

    def __init__(self) -> None:
        self.xdotool = needs_tool("xdotool")
        reading, writing = os.pipe()
        server = [needs_tool("Xvfb", package="xvfb"), "-displayfd", str(writing), "-noreset"]
        self._server = subprocess.Popen(
            [*server, "-nolisten", "tcp", "-screen", "0", "1366x768x24"],
            pass_fds=[writing],
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as told:
            self.name = f":{told.readline().strip()}"
        self._programs: list[subprocess.Popen[bytes]] = []

    def start(self, folder: Path) -> subprocess.Popen[bytes]:
        """Start the program for a vault."""
        made = subprocess.Popen(
            [sys.executable, "-m", "ui", "--vault", str(folder)], cwd=ROOT, env=self._env()
        )
        self._programs.append(made)
        return made

    def has_window_of(self, process: subprocess.Popen[bytes]) -> bool:
        """Tell whether a process shows a window."""
        words = ["search", "--onlyvisible", "--all", "--pid", str(process.pid), "--name", "FFD"]
        return bool(self._asks(*words))

    def waits_for(self, process: subprocess.Popen[bytes]) -> None:
        """Wait until a process shows a window."""
        until = time.monotonic() + WAIT_S
        while not self.has_window_of(process):
            assert time.monotonic() < until, "no window came"

    def puts_in_front(self, process: subprocess.Popen[bytes]) -> None:
        """Give a process's window the keyboard, as a window manager does for a new one."""
        words = ["search", "--onlyvisible", "--all", "--pid", str(process.pid), "--name", "FFD"]
        self._asks(*words, "windowfocus")
        self.waits_until_in_front(process)

    def waits_until_in_front(self, process: subprocess.Popen[bytes]) -> None:
        """Wait until the window of a process has the keyboard."""
        until = time.monotonic() + WAIT_S
        while self._asks("getwindowfocus", "getwindowpid") != str(process.pid):
            assert time.monotonic() < until, "it did not come to the front"

    def end(self) -> None:
        """End everything on it, and itself."""
        for program in self._programs:
            program.kill()
            program.wait()
        self._server.terminate()
        self._server.wait()

    def _asks(self, *words: str) -> str:
        done = subprocess.run(
            [self.xdotool, *words], env=self._env(), capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    def _env(self) -> dict[str, str]:
        return {**os.environ, "DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb"}


@pytest.fixture
def display() -> Iterator[Display]:
    made = Display()
    yield made
    made.end()


def holder(folder: Path) -> int:
    """Give the process that holds a vault's place."""
    return int((place_for(data_folder(), folder) / "lock").read_bytes() or b"0")


def slowness() -> float:
    """Say how much slower than usual this computer starts a bare window just now; 1 at least."""
    start = time.monotonic()
    subprocess.run([sys.executable, "-c", "import PySide6.QtWidgets"], check=True)
    return max(1.0, (time.monotonic() - start) / 0.2)


def test_a_second_start_brings_the_first_to_the_front_and_ends(
    display: Display, tmp_path: Path
) -> None:
    first = display.start(tmp_path / "vault")
    display.waits_for(first)
    other = display.start(tmp_path / "another vault")
    display.waits_for(other)
    display.puts_in_front(other)
    start = time.monotonic()
    second = display.start(tmp_path / "vault")
    assert second.wait(WAIT_S) == 0
    assert time.monotonic() - start < PROMISED_S * slowness()
    display.waits_until_in_front(first)
    assert not display.has_window_of(second)
    assert first.poll() is None
    assert other.poll() is None


def test_a_second_start_says_within_two_seconds_that_the_first_does_not_answer(
    display: Display, tmp_path: Path
) -> None:
    first = display.start(tmp_path / "vault")
    display.waits_for(first)
    first.send_signal(signal.SIGSTOP)
    start = time.monotonic()
    second = display.start(tmp_path / "vault")
    display.waits_for(second)
    assert time.monotonic() - start < PROMISED_S * slowness()
    first.send_signal(signal.SIGCONT)
    assert second.wait(WAIT_S) == 0
    display.waits_until_in_front(first)


def test_a_second_start_takes_the_place_of_a_frozen_first_that_ends(
    display: Display, tmp_path: Path
) -> None:
    first = display.start(tmp_path / "vault")
    display.waits_for(first)
    first.send_signal(signal.SIGSTOP)
    second = display.start(tmp_path / "vault")
    display.waits_for(second)
    first.kill()
    first.wait()
    while holder(tmp_path / "vault") != second.pid:
        assert second.poll() is None
        time.sleep(0.05)
    third = display.start(tmp_path / "vault")
    assert third.wait(WAIT_S) == 0
    display.waits_until_in_front(second)


def test_a_first_that_was_killed_does_not_block_the_next_start(
    display: Display, tmp_path: Path
) -> None:
    first = display.start(tmp_path / "vault")
    display.waits_for(first)
    first.kill()
    first.wait()
    second = display.start(tmp_path / "vault")
    display.waits_for(second)
    assert holder(tmp_path / "vault") == second.pid
