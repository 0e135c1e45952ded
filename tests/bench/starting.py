"""From nothing to a lock screen that can be typed into, beside a bare window with one line edit.

The two are ``started.py``, which imports nothing that they do not need.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.bench.measuring import Row, Size, against, p50, told
from tests.builders.vaults import PASSPHRASE
from tests.faults.driven import Driven

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


def locking(folder: Path, size: Size) -> Row:
    """Lock an open vault, to the locked screen of the new process, beside the bare window."""
    ours, bare = list[float](), list[float]()
    driven = Driven(folder)
    try:
        for _ in range(size.starts + 1):
            driven.does(f"unlock {PASSPHRASE}")
            begun = time.perf_counter()
            driven.does("lock ")
            ours.append(time.perf_counter() - begun)
            bare.append(start("bare", folder))
    finally:
        driven.end()
    return Row(
        "lock, to a lock screen that can be typed into, in a new process",
        told(p50(ours[1:])),
        f"{told(p50(bare[1:]))} (PySide6 window, one line edit)",
        f"{p50(ours[1:]) / p50(bare[1:]):.2f}",
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
