"""A box to look for something in: finds as one types, Escape empties it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui.style.tokens import SPACE
from ui.widgets.clean import one_line
from ui.widgets.line import Line

PAUSE_MS = 60


class SearchBox(QWidget):
    """A line to look for words.

    Signals:
        sought: The words, a moment after a person stopped typing; empty when cleared.
        chosen: Enter was pressed: go to what was found.
    """

    sought = Signal(str)
    chosen = Signal()

    def __init__(self, invitation: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.small)
        self.line = Line()
        self.line.setPlaceholderText(invitation)
        self.line.setAccessibleName(invitation)
        self.line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clear_button = QPushButton("Clear")
        self.clear_button.setProperty("kind", "quiet")
        self.clear_button.setAccessibleName(f"Clear: {invitation}")
        self.clear_button.hide()
        row.addWidget(self.line)
        row.addWidget(self.clear_button)
        self.setFocusProxy(self.line)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)
        self.line.textChanged.connect(self._on_text_changed)
        self.line.returnPressed.connect(self.chosen)
        self.clear_button.clicked.connect(self.empty)

    def text(self) -> str:
        """Give the words looked for."""
        return one_line(self.line.text()).strip()

    def empty(self) -> None:
        """Look for nothing, and put the caret back in the box."""
        self.line.clear()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the box by Escape, when there is something in it."""
        if event.key() == Qt.Key.Key_Escape and self.line.text():
            self.empty()
        else:
            super().keyPressEvent(event)

    def _on_text_changed(self, text: str) -> None:
        self.clear_button.setVisible(bool(text))
        self._pause.start()

    def _on_pause(self) -> None:
        self.sought.emit(self.text())
