"""A label above a box: pressing it puts the caret in the box."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.words import Kind, Words


class Caption(Words):
    """The words of a question, tied to what answers it, also for assistive technology.

    Signals:
        pressed: A person pressed the words, and so wants the box.
    """

    pressed = Signal()

    def __init__(self, words: str, box: QWidget) -> None:
        super().__init__(words, Kind.LABEL)
        self.setBuddy(box)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell that the box is wanted."""
        event.accept()
        self.pressed.emit()
