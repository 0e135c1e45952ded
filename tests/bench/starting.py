"""From nothing to a lock screen that can be typed into, beside a bare window with one line edit.

The two are ``started.py``, which imports nothing that they do not need.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.bench.measuring import Row, Size, against

OFFSCREEN = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


def starting(folder: Path, size: Size) -> Row:
    """Start both in turn, from the process's beginning to the painted line edit."""
    ours, bare = list[float](), list[float]()
    for _ in range(size.starts + 1):
        ours.append(start("ours", folder))
        bare.append(start("bare", folder))
    return against(
        "start to a lock screen that can be typed into",
        ours[1:],
        bare[1:],
        most=1.5,
        of_bare="PySide6 window, one line edit",
    )


def start(which: str, folder: Path) -> float:
    """Start a process and time it until it says that it can be typed into."""
    begun = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "tests.bench.started", which, str(folder)],
        stdout=subprocess.PIPE,
        env=OFFSCREEN,
    ) as child:
        assert child.stdout is not None
        line = child.stdout.readline()
        taken = time.perf_counter() - begun
        child.stdout.read()
    assert line == b"shown\n", line
    return taken
