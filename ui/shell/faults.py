"""The top-level hook: a bug becomes a note without values, and the words go on being saved.

One of the two named places that meet every exception. Shows nothing of the error itself.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Qt, Signal

from ffd_desktop.app.program import Program
from ui.bugs import Bug, bug_of


class Faults(QObject):
    """Takes every error that nobody expected, from any thread.

    Signals:
        noted: A fault outside the lanes was kept for the next start; comes on the window's thread.
    """

    noted = Signal()
    _met = Signal()

    def __init__(self, program: Program) -> None:
        super().__init__()
        self._program = program
        self._is_noting = False
        self._met.connect(self.noted, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take errors from now on."""
        sys.excepthook = lambda _kind, error, _trace: self.on_error(error)
        sys.unraisablehook = lambda found: self.on_error(found.exc_value)

    def keep(self, bug: Bug) -> None:
        """Keep a fault that a lane met; the screen whose work it was tells of it."""
        self._program.keep_fault(bug.kind, bug.frames)

    def on_error(self, error: BaseException | None) -> None:
        """Take an error: keep what may be kept, and tell."""
        if error is None or isinstance(error, KeyboardInterrupt) or self._is_noting:
            return
        self._is_noting = True
        try:
            self.keep(bug_of(error))
            self._met.emit()
        finally:
            self._is_noting = False
