"""A row of a task list: the whole row is pressed, its state stands at the end."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QSizePolicy

from ui.style.tokens import SPACE
from ui.widgets.status_tag import StatusTag, Tone
from ui.widgets.words import Kind, Words

CROWDED = 0.42


class TaskRow(QPushButton):
    """A section or a thing to do, with its state; ``clicked`` when a person wants it."""

    def __init__(self, title: str, state: str = "", tone: Tone = Tone.QUIET) -> None:
        super().__init__()
        self.setProperty("kind", "row")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.medium, SPACE.small, SPACE.small, SPACE.small)
        row.setSpacing(SPACE.small)
        self.title = Words(title, Kind.BODY)
        self.tag = StatusTag(state, tone)
        for widget in (self.title, self.tag):
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(self.title, 1)
        row.addWidget(self.tag, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        self._name()

    def say(self, state: str, tone: Tone) -> None:
        """Show another state."""
        self.tag.say(state, tone)
        self._name()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the state under the title when it would leave the title too little room."""
        super().resizeEvent(event)
        crowded = self.tag.sizeHint().width() > event.size().width() * CROWDED
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if crowded else ways.LeftToRight)

    def hasHeightForWidth(self) -> bool:
        """Tell that the title wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the wrapped title."""
        return max(self._row.heightForWidth(width), SPACE.target)

    def sizeHint(self) -> QSize:
        """Ask for the title on one line."""
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Wrap down to what the layout can."""
        return self._row.minimumSize()

    def _name(self) -> None:
        state = self.tag.accessibleName()
        self.setAccessibleName(f"{self.title.text()}, {state}" if state else self.title.text())
