"""Coverage floors: how much of each room the tests must at least reach, lines and branches.

The floors stand in packaging/coverage-floors.toml. A room without a floor fails, so that a new
room cannot be forgotten.
"""

import json
import os
import subprocess
import tomllib
from collections import defaultdict
from pathlib import PurePath
from typing import TypedDict

from devkit.environments import Environment
from devkit.saying import ROOT
from devkit.testing import COVERAGE_DATA, MEASURED_STAGES, coverage_is_current, run_stages


class Counts(TypedDict):
    """The counts of one file in coverage's JSON report that a percentage is made of."""

    num_statements: int
    covered_lines: int
    num_branches: int
    covered_branches: int


def check_floors(env: Environment) -> tuple[bool, str, str]:
    """Hold the rooms against their floors, measuring first when the data is not of this tree.

    Gives whether all hold, a summary, and a line for each room below its floor.
    """
    reused = coverage_is_current()
    if not reused and run_stages(MEASURED_STAGES, measured=True, quiet=True):
        return False, "the measured tests do not pass", ""
    floors = tomllib.loads((ROOT / "packaging" / "coverage-floors.toml").read_text("utf-8"))
    reached = by_room(_counts(env))
    low = below(reached, floors["floors"])
    source = "of the test run just made" if reused else "measured now"
    return not low, f"{len(reached)} rooms, {source}", "\n".join(low)


def by_room(files: dict[str, Counts]) -> dict[str, float]:
    """Percent of lines and branches reached, per room; a room is the folder below a root.

    Files that stand in a root itself count for the root; rooms without code are left out.
    """
    reached: dict[str, int] = defaultdict(int)
    whole: dict[str, int] = defaultdict(int)
    for name, counts in files.items():
        room = "/".join(PurePath(name.replace("\\", "/")).parts[:-1][:2])
        reached[room] += counts["covered_lines"] + counts["covered_branches"]
        whole[room] += counts["num_statements"] + counts["num_branches"]
    return {room: 100 * reached[room] / total for room, total in whole.items() if total}


def below(reached: dict[str, float], floors: dict[str, float]) -> list[str]:
    """A line for each room that is below its floor or has none."""
    lines = []
    for room, percent in sorted(reached.items()):
        floor = floors.get(room)
        if floor is None:
            lines.append(f"  {room}: no floor; add it to packaging/coverage-floors.toml")
        elif percent < floor:
            lines.append(f"  {room}: {percent:.1f} %, floor {floor} %")
    return lines


def _counts(env: Environment) -> dict[str, Counts]:
    done = subprocess.run(
        [str(env.python), "-m", "coverage", "json", "--quiet", "-o", "-"],
        cwd=ROOT,
        env={**os.environ, "COVERAGE_FILE": str(COVERAGE_DATA)},
        stdout=subprocess.PIPE,
        check=True,
    )
    files = json.loads(done.stdout)["files"]
    return {name: file["summary"] for name, file in files.items()}
