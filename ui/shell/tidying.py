"""Python's thorough collections of memory, put off until nobody types. Frees nothing itself.

A full collection looks at every object there is: 30 ms with the largest referral open, and it would
come in the middle of a word. The quick ones, of what was made lately, go on as ever.
"""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 2000
QUIET_MS = 1500
ENOUGH = 10
TOO_MUCH = 500
_NEVER = 1_000_000


class Tidying(QObject):
    """Collects when it is worth it and nobody has touched the window for a moment.

    ``quiet_ms`` tells for how long nobody has.
    """

    def __init__(self, parent: QObject, quiet_ms: Callable[[], int]) -> None:
        super().__init__(parent)
        self._quiet_ms = quiet_ms
        self._before = gc.get_threshold()
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Take the thorough collections over from Python."""
        quick, middling, _ = self._before
        gc.set_threshold(quick, middling, _NEVER)
        self._timer.start()

    def stop(self) -> None:
        """Give them back."""
        self._timer.stop()
        gc.set_threshold(*self._before)

    def look(self) -> bool:
        """Collect if this is the moment; tell whether it was."""
        piled_up = gc.get_count()[2]
        now = piled_up >= TOO_MUCH or (piled_up >= ENOUGH and self._quiet_ms() >= QUIET_MS)
        if now:
            gc.collect()
        return now
