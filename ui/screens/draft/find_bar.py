"""The bar that finds words in the whole draft: n of m, onward and back. Searches nothing itself."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.style.tokens import SPACE
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.search_box import SearchBox
from ui.widgets.words import Kind, Words

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class FindBar(QFrame):
    """A line to find words in every answer.

    Signals:
        sought: The words, a moment after a person stopped typing.
        stepped: Go to the next answer found (1), or the one before (-1).
        closed: The bar was put away.
    """

    sought = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("bar", "find")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.wide, SPACE.small, SPACE.wide, SPACE.small)
        row.setSpacing(SPACE.small)
        self.box = SearchBox("Find in every answer of this draft")
        self.found = Words("", Kind.HINT, wraps=False)
        self.before = self._button("Previous", -1)
        self.after = self._button("Next", 1)
        self.put_away = Button("Close", "quiet", does=self.close_bar, says="Close: find")
        row.addWidget(self.box, 1)
        for widget in (self.found, self.before, self.after, self.put_away):
            row.addWidget(widget)
        self.box.sought.connect(self.sought)
        self.box.line.installEventFilter(self)
        self.hide()

    def open_bar(self) -> None:
        """Show the bar with the caret in it, what stood there marked."""
        self.show()
        self.box.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.line.selectAll()

    def half_typed(self) -> Mapping[str, object]:
        """Give the words that are looked for, while the bar is shown."""
        words = self.box.line.text()
        return {} if self.isHidden() or not words else {"find": words}

    def put_back(self, typed: Mapping[str, object]) -> None:
        """Show the bar with words in it, without looking for them and without the caret."""
        if "find" not in typed:
            return
        with QSignalBlocker(self.box.line):
            self.box.line.setText(str(typed["find"]))
        for button in (self.before, self.after):
            button.setEnabled(True)
        self.show()

    def close_bar(self) -> None:
        """Put the bar away."""
        self.hide()
        self.closed.emit()

    def tell(self, number: int, count: int) -> None:
        """Say which answer of how many is shown; ``number`` counts from 1."""
        words = f"{number} of {count}" if count else "Not found"
        self.found.setText(words if self.box.text() else "")
        self.before.setEnabled(count > 0)
        self.after.setEnabled(count > 0)
        announce(self, self.found.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on by Enter, back by Shift and Enter, away by Escape."""
        if event.key() in _ENTER:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.stepped.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Escape put the bar away also while there are words in it."""
        pressed = event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.close_bar()
            return True
        return super().eventFilter(watched, event)

    def _button(self, words: str, step: int) -> Button:
        says = f"{words} answer found"
        button = Button(words, does=lambda: self.stepped.emit(step), says=says)
        button.setEnabled(False)
        return button
