"""Two columns side by side, or one above the other when the window is narrow for its text."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui.style.apply import style_now
from ui.style.tokens import SPACE
from ui.widgets.fitting import Fitting

_ANY = 16_777_215


class TwoColumns(Fitting, QWidget):
    """A main column that takes the room, and a side column of a set width.

    ``side`` and ``least`` are pixels at 100 %: the side's width, and the window's width from which
    the two stand side by side.
    """

    def __init__(self, *, side: int = 340, least: int = 860) -> None:
        super().__init__()
        self._side, self._least = side, least
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(SPACE.wide)
        left = QWidget()
        self._right = QWidget()
        self.main, self.side = QVBoxLayout(left), QVBoxLayout(self._right)
        for column in (self.main, self.side):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(SPACE.medium)
        self._both.addWidget(left, 1)
        self._both.addWidget(self._right)

    @property
    def is_stacked(self) -> bool:
        """Whether one column stands above the other."""
        return self._both.direction() is QBoxLayout.Direction.TopToBottom

    def _fit(self) -> None:
        """Stack when there is no room side by side."""
        style = style_now()
        stacked = self.width() < style.pixels(self._least)
        ways = QBoxLayout.Direction
        self._both.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)
        self._right.setMinimumWidth(0 if stacked else style.pixels(self._side))
        self._right.setMaximumWidth(_ANY if stacked else style.pixels(self._side))
