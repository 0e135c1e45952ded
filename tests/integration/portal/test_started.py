"""The portal as a developer starts it: `python3 dev.py portal`."""

import hashlib
import json
import os
import select
import signal
import subprocess
import sys
from pathlib import Path

from ffd_desktop.app import fictional
from ffd_desktop.app.program import Program
from ffd_desktop.sending.submission import State, as_digest
from tests.tools import only_on

ROOT = Path(__file__).parents[3]


@only_on("Linux")
def test_it_says_where_it_is_and_takes_its_file_away_when_it_stops(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.reference_portal", "--folder", str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as started:
        assert started.stdout is not None
        said = [started.stdout.readline() for _ in range(3)]
        told = json.loads((tmp_path / "portal.json").read_text())
        started.send_signal(signal.SIGTERM)
        assert started.wait(timeout=20) == 0
    assert told["portal"]["base_url"] in said[0]
    assert told["authority"].startswith("-----BEGIN CERTIFICATE-----")
    assert not (tmp_path / "portal.json").exists()


@only_on("Linux")
def test_it_ends_with_the_program_that_it_was_started_for(tmp_path: Path) -> None:
    parent = (
        "import os, subprocess, sys;"
        f"started = subprocess.Popen([sys.executable, '-m', 'tests.reference_portal', '--folder',"
        f" {str(tmp_path)!r}, '--with-parent', str(os.getpid())], stdout=subprocess.PIPE);"
        "[started.stdout.readline() for _ in range(3)]; print(started.pid, flush=True)"
    )
    said = subprocess.run(
        [sys.executable, "-c", parent], cwd=ROOT, capture_output=True, text=True, check=True
    )
    wait_for_end(int(said.stdout))
    assert not (tmp_path / "portal.json").exists()


def wait_for_end(process: int) -> None:
    """Wait until a process that is nobody's child here is gone."""
    handle = os.pidfd_open(process)
    try:
        ready, _, _ = select.select([handle], [], [], 20)
        assert ready
    finally:
        os.close(handle)


def test_the_demonstration_ends_with_a_receipt_of_what_was_sealed(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.reference_portal.demo", "--out", str(tmp_path)]
    done = subprocess.run(
        [*command, "--json"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    told = json.loads(done.stdout)
    program = Program(folder=Path(told["vault"]))
    desk = program.unlock(fictional.PASSPHRASE)
    (sealed,), (sent,) = desk.sealed.of(told["id"]), desk.outbox.of_referral(told["id"])
    desk.close()
    assert told["receipt"]["content_digest"] == as_digest(sealed.digest)
    written = Path(told["json"]).read_bytes()
    assert hashlib.sha256(written).hexdigest() == sealed.digest
    assert hashlib.sha256(Path(told["pdf"]).read_bytes()).hexdigest() == sealed.pdf_digest
    assert sent.state is State.DELIVERED
