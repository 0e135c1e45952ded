"""Turning the pages of a long list: which items are shown, of how many. Holds no item."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.words import Kind, Words


class Pager(QWidget):
    """Buttons to the pages before and after; hidden while one page holds everything.

    Signals:
        turned: A person turned the page.
    """

    turned = Signal()

    def __init__(self, size: int) -> None:
        super().__init__()
        self._size, self._count, self._page = size, 0, 0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.small)
        self.before = Button("Earlier", does=lambda: self._turn(-1), says="Earlier in the list")
        self.after = Button("Later", does=lambda: self._turn(1), says="Later in the list")
        self._words = Words("", Kind.HINT, wraps=False)
        for widget in (self.before, self.after, self._words):
            row.addWidget(widget)
        row.addStretch(1)

    def show_count(self, count: int) -> None:
        """Take the number of items in the list, keeping the page where it can."""
        self._count = count
        self._page = min(self._page, self._last())
        self._tell()

    def show_number(self, number: int) -> bool:
        """Turn to the page of an item; tell whether it was another page."""
        page = number // self._size
        turned = page != self._page
        self._page = page
        self._tell()
        return turned

    def numbers(self) -> range:
        """Give the numbers of the items on this page, from 0."""
        start = self._page * self._size
        return range(start, min(start + self._size, self._count))

    def _turn(self, step: int) -> None:
        self._page = min(max(self._page + step, 0), self._last())
        self._tell()
        self.turned.emit()

    def _last(self) -> int:
        return max(self._count - 1, 0) // self._size

    def _tell(self) -> None:
        shown = self.numbers()
        self.setVisible(self._count > self._size)
        self._words.setText(f"{shown.start + 1} to {shown.stop} of {self._count}")
        self.before.setEnabled(self._page > 0)
        self.after.setEnabled(self._page < self._last())
