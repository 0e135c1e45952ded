"""After a lock, begins again in a new process, so that neither key nor words stay in memory.

The vault is closed by then and needs nothing more; an export that was asked for may still finish.
A proof of a backup is not waited for: it ends with the process and is begun anew.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from ffd_desktop.adapters.afresh import Handover, Window, start_afresh
from ui.destinations import ToLocked
from ui.shell.building import Builder

PATIENCE_MS = 5000
Begin = Callable[[Handover], object]


class Afresh(QObject):
    """Begins the program again.

    Args:
        builder: Whose vault is locked; the papers it still makes are waited for, not for ever.
        running: The open file that says that the program runs; -1 for none.
        begin: Takes this process's place; returns only by ``OSError``.
        patience_ms: How long papers are waited for.
    """

    def __init__(
        self,
        builder: Builder,
        *,
        running: int = -1,
        begin: Begin = start_afresh,
        patience_ms: int = PATIENCE_MS,
    ) -> None:
        super().__init__()
        self._builder = builder
        self._running = running
        self._begin = begin
        self._due: tuple[Handover, Callable[[], None]] | None = None
        self._patience = QTimer(self, singleShot=True, interval=patience_ms)
        self._patience.timeout.connect(self._now)

    def begin_again(
        self,
        window: QWidget,
        locking: ToLocked,
        trouble: tuple[str, str],
        failed: Callable[[], None],
    ) -> None:
        """Wait for the papers that are being made, then begin again.

        Calls ``failed`` when the system does not let us; nothing else follows then.
        """
        program = self._builder.program
        handover = Handover(
            why=locking.why,
            to_restore=locking.to_restore,
            trouble=trouble,
            folder=str(program.folder.absolute()),
            hint=self._builder.doors.hint,
            window=stance_of(window),
            copy=program.backups.copy_due(),
            running=self._running,
        )
        self._due = handover, failed
        self._patience.start()
        self._builder.lanes.papers.submit(window, _nothing, self._now, self._now)

    def give_up(self) -> None:
        """Begin nothing: the window closes."""
        self._patience.stop()
        self._due = None

    def _now(self, _: object = None) -> None:
        if self._due is None:
            return
        handover, failed = self._due
        self.give_up()
        try:
            self._begin(handover)
        except OSError:
            failed()


def stance_of(window: QWidget) -> Window:
    """Say how a window stands."""
    geometry = bytes(window.saveGeometry().toBase64().data()).decode("ascii")
    return Window(geometry, window.isMinimized(), window.isActiveWindow())


def show_as(window: QWidget, stance: Window) -> None:
    """Show a window as another one stood; it takes the keyboard only where that one had it."""
    window.restoreGeometry(QByteArray.fromBase64(QByteArray(stance.geometry.encode())))
    window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not stance.is_in_front)
    if stance.is_minimised:
        window.showMinimized()
    else:
        window.show()
        if stance.is_in_front:
            window.activateWindow()
    window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, False)


def _nothing() -> None:
    """A job that marks a place in the queue."""
