"""The reference portal beside the program, for its fictional school; see tests/reference_portal."""

import atexit
import json
import os
import subprocess
from pathlib import Path

from devkit.environments import environment
from devkit.saying import ROOT

VARIABLE = "FFD_REFERENCE_PORTAL"
FOLDER = ROOT / ".env" / "portal"
_FILE = "portal.json"


def beside() -> dict[str, str]:
    """Give what the program is told of a portal: of one that runs, or of one started with it.

    The portal needs the developers' environment. Where that is not made yet, there is none, so
    that a first start does not wait for it.
    """
    running = FOLDER / _FILE
    if _runs(running):
        return {VARIABLE: str(running)}
    dev = environment("dev")
    if not dev.is_ready():
        return {}
    folder = FOLDER / f"with-{os.getpid()}"
    command = [str(dev.python), "-P", "-m", "tests.reference_portal", "--folder", str(folder)]
    started = subprocess.Popen(
        [*command, "--with-parent", str(os.getpid())],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    atexit.register(started.terminate)  # on Windows; elsewhere it sees that its parent is gone
    return {VARIABLE: str(folder / _FILE)}


def _runs(told: Path) -> bool:
    """Whether the portal that wrote this still runs; on Windows asking would end it."""
    if os.name == "nt":
        return told.exists()
    try:
        os.kill(json.loads(told.read_text())["process"], 0)
    except (OSError, ValueError, KeyError):
        return False
    return True
