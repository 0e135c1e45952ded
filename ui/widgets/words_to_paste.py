"""Words to read and to paste elsewhere: a box that cannot be changed, and a button that copies it.

Hidden until there are words.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.growing_text import GrowingText
from ui.widgets.panel import beside
from ui.widgets.words import Kind, Words

COPIED = "Copied. The clipboard is cleared when the vault is locked."


class WordsToPaste(QWidget):
    """A box of words and its button."""

    def __init__(self, name: str, *, most: int = 16) -> None:
        super().__init__()
        self.text = GrowingText(lines=4, most=most)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(name)
        self.copy = Button("Copy", does=self._copy)
        self.copied = Words("", Kind.HINT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.small)
        column.addWidget(self.text)
        column.addLayout(beside(self.copy, self.copied))
        self._parts = (self.text, self.copy, self.copied)
        for part in (*self._parts, self):
            part.hide()

    def show_words(self, words: str) -> None:
        """Show words, with the caret in them."""
        self.text.set_text(words)
        self.copied.setText("")
        for part in (*self._parts, self):
            part.show()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _copy(self) -> None:
        """Copy by the box itself, so that the window knows its own words on the clipboard."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.text.selectAll()
        self.text.copy()
        self.copied.setText(COPIED)
