"""The portal as a developer starts it: `python3 dev.py portal`."""

import json
import signal
import subprocess
import sys
from pathlib import Path

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
