"""Buttons by what they are for: primary, secondary, quiet, link, danger."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton


class Button(QPushButton):
    """A button that Enter presses as well as Space; its name is its words without the mnemonic."""

    def __init__(
        self,
        words: str,
        kind: str = "secondary",
        *,
        does: Callable[[], object] | None = None,
        says: str = "",
    ) -> None:
        super().__init__(words)
        self.setProperty("kind", kind)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(says or words.replace("&", ""))
        self._does = does
        self.clicked.connect(self._on_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def _on_clicked(self) -> None:
        if self._does is not None:
            self._does()
