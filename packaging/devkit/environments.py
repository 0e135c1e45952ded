"""Private environments: one to run the program, one to develop it, each from a hashed lock.

A stamp, written last, says that a folder is whole. Without the right stamp the folder is made
anew, so an interrupted or outdated set-up repairs itself. Never touches another environment.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from devkit.one_at_a_time import only_one
from devkit.saying import ROOT, SetUpProblem, say

Purpose = Literal["run", "dev"]

_INSTALL = (
    *("-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--quiet"),
    *("--progress-bar", "off", "--retries", "2", "--no-deps", "--only-binary", ":all:"),
    *("--require-hashes", "-r"),
)
_OFFLINE_SIGNS = ("name resolution", "NewConnectionError", "Max retries", "timed out", "ProxyError")


@dataclass(frozen=True)
class Environment:
    """A folder with its own Python, and the lock file that says what is in it."""

    folder: Path
    lock: Path

    @property
    def python(self) -> Path:
        """The environment's interpreter."""
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def stamp(self) -> Path:
        """The file whose text says for what this folder was made; written last."""
        return self.folder / "made-for"

    def tool(self, name: str) -> Path:
        """A command that a package put beside the interpreter."""
        return self.python.with_name(name + (".exe" if os.name == "nt" else ""))

    def fingerprint(self) -> str:
        """What the folder must have been made for: this lock, this Python, this place."""
        maker = "\n".join((sys.version, sys.base_prefix, str(self.folder)))
        return hashlib.sha256(self.lock.read_bytes() + maker.encode()).hexdigest()

    def is_ready(self) -> bool:
        """Whether it is whole and made for what is asked of it now."""
        try:
            return self.stamp.read_text() == self.fingerprint() and self.python.exists()
        except FileNotFoundError:
            return False


def environment(purpose: Purpose) -> Environment:
    """The environment for a purpose, for this Python on this kind of machine."""
    tag = f"{sys.implementation.cache_tag}-{sysconfig.get_platform()}"
    lock = ROOT / "packaging" / f"requirements-{purpose}.txt"
    return Environment(ROOT / ".env" / f"{purpose}-{tag}", lock)


def ready(purpose: Purpose) -> Environment:
    """The environment, made first if it is missing, outdated or half made."""
    env = environment(purpose)
    if not env.is_ready():
        make(env)
    return env


def make(env: Environment) -> None:
    """Make the environment, one process at a time; the second to come finds it made.

    Raises SetUpProblem when Python cannot make it or packages cannot be had.
    """
    lock_file = env.folder.with_name(env.folder.name + ".lock")
    with only_one(lock_file, lambda: say("Another dev.py is setting up; waiting.")) as handle:
        if env.is_ready():
            return
        say(f"Setting up {env.folder.name} (once; about a minute) ...")
        _clear(env.folder)
        _make_venv(env, handle)
        _install(env, handle)
        _stamp(env)


def _clear(folder: Path) -> None:
    try:
        (folder / "made-for").unlink(missing_ok=True)
        if folder.exists():
            shutil.rmtree(folder)
    except OSError as problem:
        raise SetUpProblem(
            "The old environment could not be removed; a program may still be using it.",
            f"Close FFD Desktop, or delete the folder {folder}, and start again.",
            detail=str(problem),
        ) from None


def _make_venv(env: Environment, handle: int) -> None:
    done = _quietly([sys.executable, "-m", "venv", str(env.folder)], handle)
    if done.returncode:
        raise SetUpProblem(
            "Python could not make a private environment; often its venv part is missing.",
            "On Debian or Ubuntu: sudo apt install python3-venv. Then start again.",
            detail=_last_words(done),
        )


def _install(env: Environment, handle: int) -> None:
    done = _quietly([str(env.python), *_INSTALL, str(env.lock)], handle)
    if done.returncode:
        raise _install_problem(_last_words(done), done.stdout)


def _install_problem(detail: str, output: str) -> SetUpProblem:
    if "DO NOT MATCH THE HASHES" in output:
        what = "A package is not the one that this project was made with, so it was refused."
        step = "Do not go round this. Try again; if it stays, tell the maintainers."
    elif "No space left" in output:
        what = "The disk is full."
        step = "Free about 1 GB and start again."
    elif any(sign in output for sign in _OFFLINE_SIGNS):
        what = "The packages could not be fetched: this computer seems to be offline."
        step = "The first set-up needs the internet. Connect and start again."
    elif "No matching distribution" in output:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        what = f"A package has no ready-made build for Python {version} on this computer."
        step = "Start dev.py with a Python from 3.11 to 3.14; if it was, check the connection."
    else:
        what = "The packages could not be installed."
        step = "What pip said is below. Starting again repairs a half-made set-up."
    return SetUpProblem(what, step, detail=detail)


def _stamp(env: Environment) -> None:
    half = env.stamp.with_suffix(".half")
    half.write_text(env.fingerprint())
    half.replace(env.stamp)


def _quietly(command: list[str], handle: int) -> subprocess.CompletedProcess[str]:
    """Run a command with its output kept; on POSIX it holds the lock as long as it lives."""
    held = () if os.name == "nt" else (handle,)
    return subprocess.run(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        pass_fds=held,
        check=False,
    )


def _last_words(done: subprocess.CompletedProcess[str]) -> str:
    lines = done.stdout.strip().splitlines()
    errors = [line for line in lines if line.startswith("ERROR")]
    return "\n".join((errors or lines)[-6:])
