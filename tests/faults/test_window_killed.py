"""The window is killed in mid-sentence: nothing shown as saved is lost, nor more than a second."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, islice
from pathlib import Path

import msgspec
import pytest

from ffd_desktop.app import fictional
from ffd_desktop.app.program import Program

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("FFD_WINDOW_KILLS", "30"))  # 200 for a long look
AT_ONCE = 2
PROMISED_S = 1.0
COMMIT_S = 0.5
LATEST_KILL_S = 4.0


class Told(msgspec.Struct):
    """What a killed window said: letters with their moments, and how many were shown as saved."""

    typed: dict[int, float]
    acknowledged: int

    def must_be_kept(self) -> int:
        """Give the last letter that was typed longer ago than the promise allows to lose."""
        end = max(self.typed.values(), default=0.0)
        old = (n for n, at in self.typed.items() if at < end - PROMISED_S - COMMIT_S)
        return max(self.acknowledged, *old, 0)


def killed_window(folder: Path, marker: str, after_s: float) -> Told:
    """Run the window, kill it some time after the typing began, give what it told."""
    command = [sys.executable, "-m", "tests.faults.window_writer", str(folder), marker]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as window:
        assert window.stdout is not None
        assert window.stdout.readline() == "READY\n"
        time.sleep(after_s)
        window.kill()
        lines = window.stdout.read().splitlines(keepends=True)
    words = [line.split() for line in lines if line.endswith("\n")]
    return Told(
        typed={int(one[1]): float(one[2]) for one in words if one[0] == "TYPED"},
        acknowledged=max((int(one[1]) for one in words if one[0] == "ACK"), default=0),
    )


def kept(folder: Path, marker: str) -> int:
    """Count the letters behind the marker that the vault holds, in their order and no other."""
    desk = Program(folder=folder).unlock(fictional.PASSPHRASE)
    try:
        text = str(desk.open(desk.shelf()[0].id).referral.concern.what_happened)
    finally:
        desk.close()
    if not text.startswith(marker):
        return 0
    letters = text.removeprefix(marker)
    assert letters == "".join(islice(cycle("1234567890"), len(letters)))
    return len(letters)


def kill_again_and_again(folder: Path, runs: range, seed: int) -> list[int]:
    """Kill the window of one vault for each run; give how many letters each had acknowledged."""
    chance = random.Random(seed)
    acknowledged = []
    for run in runs:
        marker = f"Run {run}: "
        told = killed_window(folder, marker, chance.uniform(0.1, LATEST_KILL_S))
        assert kept(folder, marker) >= told.must_be_kept(), f"run {run}"
        acknowledged.append(told.acknowledged)
    return acknowledged


@pytest.mark.slow
def test_what_was_shown_as_saved_outlives_kills_and_at_most_a_second_is_lost(
    tmp_path: Path,
) -> None:
    fictional.look_round(Program(folder=tmp_path / "first" / "vault")).close()
    vaults = [tmp_path / f"{one}" / fictional.FOLDER for one in range(AT_ONCE)]
    for vault in vaults:
        shutil.copytree(tmp_path / "first" / fictional.FOLDER, vault)
    runs = [range(one, KILLS, AT_ONCE) for one in range(AT_ONCE)]
    with ThreadPoolExecutor(AT_ONCE) as lanes:
        told = list(lanes.map(kill_again_and_again, vaults, runs, range(AT_ONCE)))
    assert sum(1 for lane in told for letters in lane if letters) > KILLS // 3
