"""The number card, kept up to the minute while it is seen. Reckons nothing itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent

from ui.widgets.number_card import NumberCard

if TYPE_CHECKING:
    from ffd_desktop.councils.hours import NumberCard as Numbers

EVERY_MS = 20_000
AFTER_PAINT_MS = 30

Whom: TypeAlias = "Callable[[], Numbers]"


class LiveNumbers(NumberCard):
    """Asks ``whom`` for the numbers of the moment when it is shown, and then every 20 seconds.

    With ``after_paint`` the first asking waits until the window is on the screen: reading a
    council's pack and the bank holidays must not keep anybody from typing.
    """

    def __init__(self, whom: Whom, *, narrow: bool = False, after_paint: bool = False) -> None:
        super().__init__(narrow=narrow)
        self._whom = whom
        self._waits = after_paint
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.refresh)
        if not after_paint:
            self.refresh()

    def refresh(self) -> None:
        """Show the numbers of this moment."""
        self.show_numbers(self._whom())

    def showEvent(self, event: QShowEvent) -> None:
        """Show the numbers of this moment, and go on doing so."""
        super().showEvent(event)
        if self._waits:
            self._waits = False
            QTimer.singleShot(AFTER_PAINT_MS, self, self.refresh)
        else:
            self.refresh()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody sees it."""
        super().hideEvent(event)
        self._timer.stop()
