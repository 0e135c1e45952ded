"""A question with its label above the box, a hint, and what to put right beneath the label."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.style.tokens import SPACE
from ui.widgets.announce import announce
from ui.widgets.words import Kind, Words


class Question(QWidget):
    """A label, a hint and a box that belong together, also for assistive technology."""

    def __init__(self, label: str, box: QWidget, *, hint: str = "", optional: bool = False) -> None:
        super().__init__()
        self.box = box
        self._hint = hint
        words = f"{label} (optional)" if optional else label
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.tight)
        self.label = _Caption(words, box)
        self._slip = Words("", Kind.ALARM)
        self._slip.hide()
        column.addWidget(self.label)
        if hint:
            column.addWidget(Words(hint, Kind.HINT))
        column.addWidget(self._slip)
        column.addWidget(box)
        box.setAccessibleName(words)
        box.setAccessibleDescription(hint)
        self.setFocusProxy(box)

    def ask(self, label: str) -> None:
        """Ask something else of the same box."""
        self.label.setText(label)
        self.box.setAccessibleName(label)

    def slip(self, words: str) -> None:
        """Say what to put right; empty words: nothing is."""
        self._slip.say(words)
        said = ". ".join(part for part in (words, self._hint) if part)
        self.box.setAccessibleDescription(said)
        if words:
            announce(self.box, words, urgent=True)

    def slip_words(self) -> str:
        """Give what is said to put right."""
        return "" if self._slip.isHidden() else self._slip.text()


class _Caption(Words):
    """A label that puts the caret in its box when it is pressed."""

    def __init__(self, words: str, box: QWidget) -> None:
        super().__init__(words, Kind.LABEL)
        self._box = box
        self.setBuddy(box)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Put the caret in the box."""
        self._box.setFocus(Qt.FocusReason.MouseFocusReason)
