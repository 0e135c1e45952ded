"""Starting the window: harden the process, dress the application, open the first screen."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ffd_desktop.app.program import Program, prepare_process
from ui.background import make_lanes
from ui.shell.building import Builder
from ui.shell.faults import Faults
from ui.shell.wardrobe import ProgramWardrobe
from ui.shell.window import Shell


def run(folder: Path | None) -> int:
    """Run the window until it is closed; give the exit code."""
    prepare_process()
    application = QApplication(sys.argv[:1])
    application.setApplicationName("FFD Desktop")
    application.setDesktopFileName("ffd-desktop")
    application.setQuitOnLastWindowClosed(False)
    program = Program(folder=folder)
    faults = Faults(program)
    faults.install()
    ProgramWardrobe(program).put_on()
    lanes = make_lanes(on_bug=faults.keep)
    shell = Shell(Builder(program, lanes))
    faults.noted.connect(shell.say_fault)
    shell.closed.connect(application.quit)
    QGuiApplication.instance().commitDataRequest.connect(shell.save_for_session_end)  # type: ignore[union-attr]
    shell.begin()
    shell.show()
    code = application.exec()
    lanes.close()
    return code
