"""``vault verify`` at a terminal: it shows how far it is, and Ctrl+C stops it cleanly."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from ffd_desktop.referral.edits import put, replay
from tests.builders import referrals as built
from tests.builders.vaults import PASSPHRASE, by, new_vault, reopened
from tests.tools import only_on

ROOT = Path(__file__).parents[2]
EDITS = 40_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A locked vault whose check takes some tenths of a second."""
    vault, _ = new_vault(tmp_path / "v")
    here = msgspec.structs.replace(built.small(), id="r1")
    vault.referrals.create(here, by=by())
    edits = [put("concern.what_happened", f"word {number}") for number in range(EDITS)]
    vault.referrals.append(here.id, edits, replay(here, edits), by=by())
    vault.lock()
    (tmp_path / "secret").write_text(f"{PASSPHRASE}\n")
    return tmp_path / "v"


def verify_at_a_terminal(folder: Path, *, stop_at: str = "") -> tuple[int, str]:
    """Give the exit code and everything that the terminal showed."""
    reading, writing = os.openpty()
    words = ("vault", "verify", "--vault", str(folder))
    secret = ("--passphrase-file", str(folder.parent / "secret"))
    command = [sys.executable, "-m", "ffd_desktop", *words, *secret]
    shown = ""
    with subprocess.Popen(command, cwd=ROOT, stdout=writing, stderr=writing) as process:
        os.close(writing)
        while True:
            try:
                data = os.read(reading, 4096)
            except OSError:  # Linux says so when the other end is closed
                break
            shown += data.decode()
            if stop_at and stop_at in shown:
                stop_at = ""
                process.send_signal(signal.SIGINT)
    os.close(reading)
    return process.returncode, shown


@only_on("Linux")
def test_at_a_terminal_it_shows_how_far_it_is(folder: Path) -> None:
    code, shown = verify_at_a_terminal(folder)
    assert code == 0
    assert "Checking the seal of each page" in shown
    assert " %" in shown
    assert "The vault is sound." in shown


@only_on("Linux")
def test_ctrl_c_stops_a_check_with_plain_words_and_its_own_exit_code(folder: Path) -> None:
    before = (folder / "vault.db").read_bytes()
    code, shown = verify_at_a_terminal(folder, stop_at="Checking")
    assert code == 130
    assert "Stopped. Nothing was changed." in shown
    assert "Traceback" not in shown
    assert (folder / "vault.db").read_bytes() == before
    vault = reopened(folder)
    assert vault.verify().is_sound
    vault.lock()


def test_without_a_terminal_nothing_is_drawn(folder: Path) -> None:
    words = ("vault", "verify", "--vault", str(folder))
    secret = ("--passphrase-file", str(folder.parent / "secret"))
    command = [sys.executable, "-m", "ffd_desktop", *words, *secret]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stderr == ""
