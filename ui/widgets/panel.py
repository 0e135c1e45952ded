"""A card that holds widgets one under the other. Holds no words of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ui.style.tokens import SPACE
from ui.widgets.words import restyle


class Panel(QFrame):
    """A column of widgets on a card; ``kind`` as in the stylesheet: plain, sunken, note, warn."""

    def __init__(self, kind: str = "plain", *, gap: int = SPACE.small) -> None:
        super().__init__()
        self.setProperty("card", kind)
        self.column = QVBoxLayout(self)
        edge = SPACE.large if kind != "plain" else SPACE.wide - SPACE.tight
        self.column.setContentsMargins(edge, edge, edge, edge)
        self.column.setSpacing(gap)

    def become(self, kind: str) -> None:
        """Change the kind of card."""
        self.setProperty("card", kind)
        restyle(self)

    def add(self, *parts: QWidget | QLayout | int) -> None:
        """Put parts at the end; a number is a distance in pixels."""
        fill(self.column, *parts)

    def clear(self) -> None:
        """Take everything out."""
        empty(self.column)


def fill(column: QVBoxLayout, *parts: QWidget | QLayout | int) -> None:
    """Put parts at the end of a column; a number is a distance in pixels."""
    for part in parts:
        if isinstance(part, int):
            column.addSpacing(part)
        elif isinstance(part, QLayout):
            column.addLayout(part)
        else:
            column.addWidget(part)


def empty(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            empty(inner)


_BEFORE_WORDS = {"link": 5, "quiet": 7}
"""Border and padding before the words of a button without a ground; see style/sheet_buttons.py."""


def beside(*parts: QWidget) -> QHBoxLayout:
    """Set parts side by side from the leading edge; a link's words begin at it, not its ring."""
    row = QHBoxLayout()
    row.setSpacing(SPACE.small)
    row.addSpacing(-_before_words(parts[0]))
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row


def _before_words(part: QWidget) -> int:
    return _BEFORE_WORDS.get(str(part.property("kind")), 0)
