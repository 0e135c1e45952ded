"""Hardening of the process, seen from outside it; the clock."""

import subprocess
import sys
from pathlib import Path

import pytest

from ffd_desktop.adapters.clock import SystemClock

ROOT = Path(__file__).parents[3]
HARDENED = """
import os, resource, sys
from pathlib import Path
{harden}
(Path(sys.argv[1]) / "made").write_bytes(b"")
print(resource.getrlimit(resource.RLIMIT_CORE)[0])
import ctypes
print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
print(oct((Path(sys.argv[1]) / "made").stat().st_mode & 0o777))
"""
HARDEN = "from ffd_desktop.adapters.system import harden_process; harden_process()"


def seen(folder: Path, harden: str) -> dict[str, str]:
    """Run a process with the usual rights and say what it is like."""
    code = "import os; os.umask(0o022)\n" + HARDENED.format(harden=harden)
    command = [sys.executable, "-c", code, str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    core, dumpable, mode = done.stdout.split()
    return {"core": core, "dumpable": dumpable, "mode": mode}


@pytest.mark.skipif(sys.platform != "linux", reason="prctl is of Linux")
def test_a_hardened_process_leaves_no_core_and_no_file_for_others(tmp_path: Path) -> None:
    hardened = seen(tmp_path, HARDEN)
    assert hardened == {"core": "0", "dumpable": "0", "mode": "0o600"}
    (tmp_path / "made").unlink()
    plain = seen(tmp_path, "")
    assert plain["dumpable"] == "1"
    assert plain["mode"] == "0o644"


def test_the_clock_is_aware_and_of_the_schools_zone() -> None:
    clock = SystemClock()
    now = clock.now()
    assert str(now.tzinfo) == "Europe/London"
    assert clock.monotonic() <= clock.monotonic()
