"""Ending dev.py by becoming the program that was asked for."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

from devkit.saying import ROOT


def hand_over(python: Path, *words: str, variables: Mapping[str, str] | None = None) -> NoReturn:
    """Replace this process by `python words...`; never returns.

    The person's folder stays the current one, so file names they typed mean what they say.
    """
    command = [str(python), "-P", *words]
    environ = {**os.environ, "PYTHONPATH": str(ROOT), **(variables or {})}
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name != "nt":
        os.execve(command[0], command, environ)
    sys.exit(_wait_for(command, environ))


def _wait_for(command: list[str], environ: Mapping[str, str]) -> int:
    """Windows has no exec that keeps the terminal, so wait; Ctrl+C is the child's to answer."""
    with subprocess.Popen(command, env=dict(environ)) as child:
        while True:
            try:
                return child.wait()
            except KeyboardInterrupt:
                continue
