"""A label above a box: pressing it puts the caret in the box."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.words import Kind, Words


class Caption(Words):
    """The words of a question, tied to what answers it, also for assistive technology."""

    def __init__(self, words: str, box: QWidget) -> None:
        super().__init__(words, Kind.LABEL)
        self._box = box
        self.setBuddy(box)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Go to the box."""
        self._box.setFocus(Qt.FocusReason.MouseFocusReason)
