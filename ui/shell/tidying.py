"""Python’s collections of memory: on the window’s thread, and thorough ones while nobody types.

Left to itself Python collects on whichever thread happens to
allocate, and a widget that is freed on a lane's thread ends the program. So nothing is collected
but here. A thorough collection looks at every object there is, 30 ms with the largest referral
open, and would come in the middle of a word.
"""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 250
QUIET_MS = 1500
YOUNG = 2000
MIDDLING = 10
ENOUGH = 10
TOO_MUCH = 500


class Tidying(QObject):
    """Collects when it is worth it; ``quiet_ms`` tells for how long nobody touched the window."""

    def __init__(self, parent: QObject, quiet_ms: Callable[[], int]) -> None:
        super().__init__(parent)
        self._quiet_ms = quiet_ms
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Take all collections over from Python."""
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Give them back."""
        self._timer.stop()
        gc.enable()

    def look(self) -> int | None:
        """Collect if this is the moment; give the generation, 2 for a thorough one."""
        generation = self._due(*gc.get_count())
        if generation is not None:
            gc.collect(generation)
        return generation

    def _due(self, young: int, middling: int, piled_up: int) -> int | None:
        if piled_up >= TOO_MUCH or (piled_up >= ENOUGH and self._quiet_ms() >= QUIET_MS):
            return 2
        if middling >= MIDDLING:
            return 1
        return 0 if young >= YOUNG else None
