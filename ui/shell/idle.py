"""Notices that nobody has touched keyboard or mouse for a while. Locks nothing itself."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)
WARNING_S = 20
_LONG_MS = 3_600_000


class Idle(QObject):
    """Watches the whole application.

    Signals:
        warned: Nobody has been here for the time set, less 20 s (WCAG 2.2.1: time to stay).
        passed: Nobody came back.
        touched: Somebody came back after the warning.
    """

    warned = Signal()
    passed = Signal()
    touched = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._minutes = 5
        self._is_warning = False
        self._touched_at = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.time_is_up)
        application = QCoreApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._on_window)
            for window in application.topLevelWindows():
                window.installEventFilter(self)

    def watch(self, minutes: int) -> None:
        """Begin to watch; 0 minutes never warns."""
        self._minutes = minutes
        self._again()

    def rest(self) -> None:
        """Stop watching (there is nothing to lock)."""
        self._timer.stop()
        self._is_warning = False

    @property
    def is_watching(self) -> bool:
        """Whether it would warn and pass in time."""
        return self._timer.isActive()

    def quiet_ms(self) -> int:
        """Tell for how long nobody has touched anything; very long before the first touch."""
        return self._touched_at.elapsed() if self._touched_at.isValid() else _LONG_MS

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Note every touch; swallow nothing."""
        if event.type() in _TOUCHES:
            self._touched_at.start()
            if self._timer.isActive():
                if self._is_warning:
                    self.touched.emit()
                self._again()
        return False

    def _on_window(self, window: QWindow | None) -> None:
        """Watch a window that came to the front: all keys and pointers reach it first.

        The application's own filter would see every event of every widget, and make opening a
        draft a quarter slower.
        """
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def _again(self) -> None:
        self._is_warning = False
        if self._minutes > 0:
            self._timer.start(max(1, self._minutes * 60 - WARNING_S) * 1000)
        else:
            self._timer.stop()

    def time_is_up(self) -> None:
        """Warn; when nobody came back after the warning, say so."""
        if self._is_warning:
            self._is_warning = False
            self.passed.emit()
            return
        self._is_warning = True
        self.warned.emit()
        self._timer.start(WARNING_S * 1000)
