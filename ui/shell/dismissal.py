"""Sends every dialog, menu and list away when the window locks, and keeps new ones from coming.

A dialog that is sent away was cancelled: nothing is chosen, printed or written by it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

_MOST = 50


class Dismissal(QObject):
    """Everything in front of one window. Watches the application only between begin and end."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self.send_away)

    def begin(self) -> None:
        """Send away what is there, and from now on what comes."""
        self.send_away()
        _application().installEventFilter(self)

    def end(self) -> None:
        """Let dialogs come again."""
        _application().removeEventFilter(self)
        self._again.stop()

    def send_away(self) -> None:
        """Send away what is there."""
        for _ in range(_MOST):
            popup = QApplication.activePopupWidget()
            if popup is None:
                break
            _close(popup)
        for window in QApplication.topLevelWidgets():
            if self._is_in_front(window) and window.isVisible():
                _close(window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See a window come up; it is sent away as soon as it is there."""
        if event.type() == QEvent.Type.Show and self._is_in_front(watched):
            self._again.start()
        return False

    def _is_in_front(self, one: QObject) -> bool:
        return isinstance(one, QWidget) and one.isWindow() and one is not self._window


def _close(window: QWidget) -> None:
    if isinstance(window, QDialog):
        window.reject()
    else:
        window.close()
    if window.isVisible():
        window.hide()


def _application() -> QApplication:
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise TypeError("a window without an application")
    return application
