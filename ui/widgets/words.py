"""Words on the screen: titles, headings, body, hints. Plain text only, whatever it holds."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.style.tokens import SPACE


class Kind(StrEnum):
    """What weight the words have; the stylesheet gives each its size and colour."""

    TITLE = "title"
    HEADING = "heading"
    LEAD = "lead"
    LABEL = "label"
    STRONG = "strong"
    BODY = "body"
    NUMBER = "number"
    HINT = "hint"
    QUIET = "quiet"
    SMALL = "small"
    ALARM = "alarm"
    WARN = "warn"
    GOOD = "good"


class Words(QLabel):
    """A label that wraps and shows its text as it is.

    SECURITY: plain text always, so that no name or pasted words are ever read as markup.
    """

    def __init__(self, text: str = "", kind: Kind = Kind.BODY, *, wraps: bool = True) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("words", kind.value)
        self.setWordWrap(wraps)
        if wraps:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setText(text)

    def become(self, kind: Kind) -> None:
        """Change the weight of the words."""
        if self.property("words") != kind.value:
            self.setProperty("words", kind.value)
            restyle(self)

    def say(self, text: str) -> None:
        """Show other words, and hide the label when there are none."""
        self.setText(text)
        self.setVisible(bool(text))


def restyle(widget: QWidget) -> None:
    """Make the stylesheet look again after a property changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def measure_width(widget: QWidget, characters: int = SPACE.measure) -> int:
    """Give the width of a comfortable line in the widget's font, in pixels."""
    return widget.fontMetrics().averageCharWidth() * characters
