"""A problem or a piece of news on the page itself: what happened, and what to do. Never a box."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from ffd_desktop.problems import ProblemForPerson
from ui.messages import THERE_IS_A_PROBLEM
from ui.style.tokens import SPACE
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.rows import column
from ui.widgets.words import Kind, Words, restyle

_SHAPES = {"alarm": "✕", "warn": "⚠", "good": "✓", "note": "ℹ"}


class Banner(QFrame):
    """A strip across a page, hidden while there is nothing to say.

    Signals:
        dismissed: A person closed it; one that is sticky cannot be closed.
        pressed: The person wants what its action names.
    """

    dismissed = Signal()
    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._sticky = False
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.large, SPACE.medium, SPACE.medium, SPACE.medium)
        row.setSpacing(SPACE.medium)
        self.shape = Words("", Kind.HEADING, wraps=False)
        self.heading = Words("", Kind.STRONG)
        self.what = Words("")
        self.next_step = Words("")
        self.action = Button("")
        self.action.clicked.connect(self.pressed)
        self.close_button = Button("Close", "quiet", says="Close this message")
        self.close_button.clicked.connect(self._on_close)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.medium)
        # aligned, or the lower button's height would be the most that the row may have
        for button in (self.action, self.close_button):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        at_top = column(gap=0)
        at_top.addLayout(buttons)
        at_top.addStretch(1)
        row.addLayout(self._said(), 1)
        row.addLayout(at_top)
        self.hide()

    def show_problem(
        self, problem: ProblemForPerson, *, action: str = "", sticky: bool = False
    ) -> None:
        """Show a problem; ``action`` puts a button beside it."""
        self._show("alarm", THERE_IS_A_PROBLEM, problem.what, problem.next_step)
        self._offer(action, sticky=sticky)
        announce(self, self.spoken(), urgent=True)

    def tell(
        self, kind: str, heading: str, what: str = "", *, action: str = "", sticky: bool = False
    ) -> None:
        """Show news; ``kind`` is good, warn, note or alarm."""
        self._show(kind, heading, what, "")
        self._offer(action, sticky=sticky)
        announce(self, self.spoken())

    def clear(self) -> None:
        """Say nothing."""
        self.hide()

    def spoken(self) -> str:
        """Give its words in order."""
        parts = (self.heading.text(), self.what.text(), self.next_step.text())
        return ". ".join(part.rstrip(".") for part in parts if part)

    def sizeHint(self) -> QSize:
        """Ask for the height of the words at this width, and take no more."""
        return QSize(super().sizeHint().width(), self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask anew when the words wrap otherwise."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Escape, unless it is sticky."""
        if event.key() == Qt.Key.Key_Escape and not self._sticky:
            self._on_close()
        else:
            super().keyPressEvent(event)

    def _said(self) -> QVBoxLayout:
        """Lay the shape beside the words, in the middle of the strip when a button is higher."""
        lines = column(gap=SPACE.tight)
        for words in (self.heading, self.what, self.next_step):
            lines.addWidget(words)
        beside = QHBoxLayout()
        beside.setSpacing(SPACE.medium)
        beside.addWidget(self.shape, 0, Qt.AlignmentFlag.AlignTop)
        beside.addLayout(lines, 1)
        middle = column(gap=0)
        middle.addStretch(1)
        middle.addLayout(beside)
        middle.addStretch(1)
        return middle

    def _show(self, kind: str, heading: str, what: str, next_step: str) -> None:
        self.setProperty("card", kind)
        restyle(self)
        self.shape.setText(_SHAPES[kind])
        self.heading.setText(heading)
        self.what.say(what)
        self.next_step.say(next_step)
        self.setAccessibleName(self.spoken())
        self.show()

    def _offer(self, action: str, *, sticky: bool) -> None:
        self._sticky = sticky
        self.action.setText(action)
        self.action.setAccessibleName(action)
        self.action.setVisible(bool(action))
        self.close_button.setVisible(not sticky)

    def _on_close(self) -> None:
        self.hide()
        self.dismissed.emit()
