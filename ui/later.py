"""Something done once after a pause, however often it is asked for meanwhile."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def later(owner: QObject, pause: int, act: Callable[[], None]) -> QTimer:
    """Make a timer that does something ``pause`` milliseconds after it was last started."""
    timer = QTimer(owner, singleShot=True, interval=pause)
    timer.timeout.connect(act)
    return timer
