"""A bug is told once: by the screen whose work it was, or else by the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from ffd_desktop.app.program import Program
from ffd_desktop.problems import ProblemForPerson
from ui.background import make_lanes
from ui.messages import BUG_PROBLEM
from ui.shell.faults import Faults


def test_a_bug_in_a_lane_is_kept_and_told_by_its_screen_alone(qtbot, tmp_path: Path) -> None:
    program = Program(folder=tmp_path / "vault")
    faults, screen = Faults(program), QObject()
    lanes = make_lanes(on_bug=faults.keep)
    told: list[ProblemForPerson] = []

    def broken() -> None:
        raise KeyError("CANARY")

    with qtbot.assertNotEmitted(faults.noted, wait=50):
        lanes.vault.submit(screen, broken, lambda _: None, told.append)
        qtbot.waitUntil(lambda: told == [BUG_PROBLEM])
    lanes.close()
    assert "KeyError" in program.take_fault()


def test_a_bug_outside_the_lanes_is_told_by_the_window(qtbot, tmp_path: Path) -> None:
    faults = Faults(Program(folder=tmp_path / "vault"))
    with qtbot.waitSignal(faults.noted):
        faults.on_error(KeyError("CANARY"))
