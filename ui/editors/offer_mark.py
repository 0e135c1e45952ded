"""What could stand in an answer instead, such as what the roll says now: to take, or to leave."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.rows import column
from ui.widgets.words import Kind, Words

_LONGEST = 200
ROLL = "The roll now says"


class OfferMark(QWidget):
    """A quiet offer; the answer stays as it is until it is taken.

    Signals:
        taken: The person wants what is offered.
    """

    taken = Signal()

    def __init__(self, about: str) -> None:
        super().__init__()
        self._about = about
        self.words = Words("", Kind.HINT)
        self.button = Button("Take it", "link")
        self.button.clicked.connect(self.taken)
        lines = column(self, gap=SPACE.hair)
        lines.addWidget(self.words)
        foot = QWidget()
        Flow(foot, gap=SPACE.tight).addWidget(self.button)
        lines.addWidget(foot)
        self.hide()

    def say(self, words: str, *, whose: str = ROLL) -> None:
        """Offer words, saying whose they are, or nothing."""
        short = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
        self.words.setText(f"{whose}: {short}" if words else "")
        takes = "Take what the roll says now" if whose == ROLL else "Take it"
        self.button.setAccessibleName(f"{takes}: {self._about}")
        self.setVisible(bool(words))
