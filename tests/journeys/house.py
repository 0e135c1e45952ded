"""The real program in its real window, for a walk: made as ``ui/shell/starting.py`` makes it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from ffd_desktop.app.program import Program
from ffd_desktop.drafting.ports import Clock
from ui.background import Lanes, make_lanes
from ui.bugs import Bug
from ui.sentry.port import Sentry
from ui.shell.afresh import Afresh
from ui.shell.building import Builder
from ui.shell.dismissal import Dismissal
from ui.shell.guarding import Guard
from ui.shell.window import Shell


class StrayWindows(QObject):
    """Sees every window that comes up beside the program's own, its dialogs and its menus.

    A widget that is shown before it has a parent flashes up as one, and takes the focus away.
    """

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self._application = QApplication.instance()
        if self._application is not None:
            self._application.installEventFilter(self)

    def rest(self) -> None:
        """Look no more."""
        if self._application is not None:
            self._application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a stray window."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and is_stray(watched):
            self.seen.append(type(watched).__name__)
        return False


def is_stray(widget: QWidget) -> bool:
    """Tell whether a widget is a window that nobody asked for."""
    is_plain = widget.windowType() in {Qt.WindowType.Widget, Qt.WindowType.Window}
    return widget.isWindow() and is_plain and not isinstance(widget, Shell)


class House:
    """One run of the program, over the vault in a folder."""

    def __init__(
        self,
        folder: Path,
        clock: Clock | None = None,
        *,
        afresh: Callable[[Builder], Afresh] | None = None,
        sentry: Sentry | None = None,
    ) -> None:
        self.bugs: list[Bug] = []
        self.strays = StrayWindows()
        self.program = Program(folder=folder, clock=clock)
        self.lanes: Lanes = make_lanes(on_bug=self.bugs.append)
        self.builder = Builder(self.program, self.lanes)
        self.shell = Shell(self.builder, afresh(self.builder) if afresh else None)
        self.sentry = sentry or Sentry()
        self.guard = Guard(self.shell, self.builder, self.sentry)
        self.is_closed = False
        self.shell.closed.connect(self._on_closed)

    def open(self) -> None:
        """Show the window."""
        self.shell.begin()
        self.shell.show()
        self.shell.activateWindow()
        self.guard.begin()

    def on_lane(self, job: Callable[[], object]) -> object:
        """Do a job where the vault lives, and wait for it."""
        answers: list[object] = []
        self.lanes.vault.submit(self.shell, job, answers.append, answers.append)
        self.lanes.vault.drain()
        while not answers:
            QApplication.processEvents()
        return answers[0]

    def end(self) -> None:
        """End the run, whatever it was at; a bug met on the way fails the test."""
        if self.builder.desk is not None:
            self.on_lane(self.builder.desk.close)
        self.lanes.close()
        self.sentry.end()
        self.shell.hide()
        for locking in self.shell.findChildren(Dismissal):
            locking.end()  # or a lock that ended the process sends the next test's window away
        self.strays.rest()
        self.shell.deleteLater()
        QApplication.processEvents()
        assert self.bugs == [], self.bugs
        assert self.strays.seen == [], self.strays.seen

    def _on_closed(self) -> None:
        self.is_closed = True
