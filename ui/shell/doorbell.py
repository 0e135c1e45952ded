"""Hears when another copy of the program asks this one to come to the front, and answers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ffd_desktop.adapters.only_one import OnlyOne

POLL_MS = 400
_ECHO_MS = 50


class Doorbell(QObject):
    """Watches the place where the other copy asks; looks itself, too, where watching fails."""

    def __init__(self, only: OnlyOne, come: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._only = only
        self._come = come
        self._watcher = QFileSystemWatcher([str(only.folder)], self)
        self._watcher.directoryChanged.connect(self.look)
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self.look)
        self._poll.start()

    def watch_no_more(self) -> None:
        """Only look now and then, as on a disk that tells nobody of changes."""
        self._watcher.removePaths(self._watcher.directories())

    def look(self) -> None:
        """Come to the front, if somebody asked, and then answer."""
        if self._only.is_wanted():
            self._come()
            self._only.answer()


def come_to_front(window: QWidget) -> None:
    """Bring a window before all others, also one that was put away.

    X11 lets nobody come to the front on an old clock: a program that was not touched for a while
    learns the display's time from the echo of a change to its window, and asks once more then.
    """
    state = window.windowState() & ~Qt.WindowState.WindowMinimized
    window.setWindowState(state | Qt.WindowState.WindowActive)
    window.show()
    window.raise_()
    window.activateWindow()
    QApplication.alert(window)
    if (handle := window.windowHandle()) is not None:
        handle.setTitle(window.windowTitle())
    QTimer.singleShot(_ECHO_MS, window, window.activateWindow)
