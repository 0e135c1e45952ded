"""A page that scrolls: one column, no wider than is comfortable, in the middle of the window."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from ui.style.apply import style_now
from ui.style.tokens import SPACE
from ui.widgets.fitting import Fitting
from ui.widgets.keep_in_view import KeepInView
from ui.widgets.panel import fill


class _Inside(QWidget):
    """What scrolls: as high as its wrapped words at this width, no higher.

    Qt would else keep room for every line of words as if each wrapped once more.
    """

    def minimumSizeHint(self) -> QSize:
        """Leave the height to the width."""
        return QSize(super().minimumSizeHint().width(), 0)


class Page(Fitting, QWidget):
    """A scrolling column; ``column`` takes the parts. ``widest`` is in pixels at 100 %."""

    def __init__(self, *, widest: int = 760, middle: bool = False) -> None:
        super().__init__()
        self._widest = widest
        self.setObjectName("page")
        inside = _Inside()
        self._edges = QVBoxLayout(inside)
        self.column = QVBoxLayout()
        self.column.setSpacing(SPACE.medium)
        if middle:
            self._edges.addStretch(1)
        self._edges.addLayout(self.column)
        self._edges.addStretch(1)
        self.view = KeepInView(inside)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.view)

    def add(self, *parts: QWidget | QLayout | int) -> None:
        """Put parts at the end; a number is a distance in pixels."""
        fill(self.column, *parts)

    def fills(self) -> None:
        """Let the column take the whole height, for a part that wants to grow."""
        self._edges.setStretch(self._edges.count() - 1, 0)
        self._edges.setStretch(0, 1)

    def _fit(self) -> None:
        """Keep the column in the middle."""
        side = max(SPACE.page, (self.width() - style_now().pixels(self._widest)) // 2)
        self._edges.setContentsMargins(side, SPACE.page, side, SPACE.page)
