"""How the window looks: keeps it outside the vault and puts it on at once."""

from __future__ import annotations

import contextlib

import msgspec
from PySide6.QtWidgets import QApplication

from ffd_desktop.app.program import Program
from ffd_desktop.problems import ProblemForPerson
from ui.look import Look
from ui.style.apply import apply_style
from ui.style.tokens import Mode


class ProgramWardrobe:
    """The looks of the real program."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def look(self) -> Look:
        """Give the look in force; an unknown one is taken as the system's."""
        kept = self._program.look()
        mode = kept.mode if kept.mode in Mode.__members__.values() else Mode.SYSTEM.value
        return Look(mode, kept.percent)

    def put_on(self) -> None:
        """Wear the kept look."""
        self._wear(self.look())

    def wear(self, look: Look) -> None:
        """Put a look on and keep it; when it cannot be kept it is worn all the same."""
        self._wear(look)
        kept = msgspec.structs.replace(self._program.look(), mode=look.mode, percent=look.percent)
        with contextlib.suppress(ProblemForPerson):
            self._program.keep_look(kept)

    def _wear(self, look: Look) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            apply_style(application, Mode(look.mode), look.percent / 100)
