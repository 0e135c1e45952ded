"""The checks besides tests: form, length, lint, types, the rooms' walls, and coverage floors.

Each check is one line on stdout; what a failed one had to say follows it.
"""

import subprocess
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from devkit.environments import Environment, ready
from devkit.floors import check_floors
from devkit.saying import ROOT

ROOMS = ("ffd_desktop", "ui", "packaging/devkit")
LONGEST = 350


@dataclass(frozen=True)
class Verdict:
    """How one check went: whether it holds, a few words, and all it said if it does not."""

    holds: bool
    words: str = ""
    said: str = ""


def hold_checks(words: list[str]) -> int:
    """Make the checks named in `words`, or all; 0 when each holds, 1 otherwise."""
    env = ready("dev")
    wanted = {name: work for name, work in _checks(env).items() if not words or name in words}
    with ThreadPoolExecutor(2) as lanes:
        started = {name: lanes.submit(_timed, work) for name, work in wanted.items()}
        verdicts = [_tell(name, *job.result()) for name, job in started.items()]
    return 0 if verdicts and all(verdicts) else 1


def _checks(env: Environment) -> dict[str, Callable[[], Verdict]]:
    python = str(env.python)
    return {
        "form": lambda: _tool([python, "-m", "ruff", "format", "--check", "--quiet", "."]),
        "length": _length,
        "lint": lambda: _tool([python, "-m", "ruff", "check", "--quiet", "."]),
        "types": lambda: _tool([python, "-m", "mypy"]),
        "rooms": lambda: _tool([str(env.tool("lint-imports"))]),
        "coverage": lambda: Verdict(*check_floors(env)),
    }


def _length() -> Verdict:
    """Hold each file of the program to the page that CONTRIBUTING promises a reader."""
    files = (one for room in ROOMS for one in (ROOT / room).rglob("*.py"))
    long = {one: len(one.read_text(encoding="utf-8").splitlines()) for one in files}
    told = [f"{one.relative_to(ROOT)}: {n} lines" for one, n in long.items() if n > LONGEST]
    return Verdict(not told, said="\n".join(told))


def _tool(command: list[str]) -> Verdict:
    done = subprocess.run(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    said = done.stdout.decode(errors="replace").strip()
    return Verdict(not done.returncode, said=said)


def _timed(work: Callable[[], Verdict]) -> tuple[Verdict, float]:
    start = time.monotonic()
    return work(), time.monotonic() - start


def _tell(name: str, verdict: Verdict, seconds: float) -> bool:
    state = "ok" if verdict.holds else "FAILED"
    print(f"{name:<9} {state:<7} {seconds:6.1f} s  {verdict.words}".rstrip(), flush=True)
    if not verdict.holds and verdict.said:
        print(verdict.said, flush=True)
    return verdict.holds
