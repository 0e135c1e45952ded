"""Saying honestly that there is no answer, and why. Chooses nothing by itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from ffd_desktop.referral.answers import REASON_WORDS, NotKnown, Reason
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.rows import column
from ui.widgets.words import Kind, Words


class Reasons(QFrame):
    """The reasons in a line, hidden until asked for; Escape puts them away.

    Signals:
        chosen: The reason that a person pressed.
        put_away: A person wants none of them.
    """

    chosen = Signal(object)
    put_away = Signal()

    def __init__(self, about: str) -> None:
        super().__init__()
        self.setProperty("card", "sunken")
        self._about = about
        self.buttons: dict[Reason, Button] = {}
        self.hide()

    def _build(self) -> None:
        inside = column(self, gap=SPACE.small, edge=SPACE.medium)
        inside.addWidget(Words("Why is there no answer?", Kind.STRONG))
        line = QWidget()
        flow = Flow(line, gap=SPACE.small)
        for reason, words in REASON_WORDS.items():
            button = Button(words, says=f"{words}: {self._about}")
            button.clicked.connect(self._on_clicked)
            self.buttons[reason] = button
            flow.addWidget(button)
        self.cancel = Button("Cancel", "quiet", says=f"Cancel: {self._about}")
        self.cancel.clicked.connect(self.put_away)
        flow.addWidget(self.cancel)
        inside.addWidget(line)

    def offer(self) -> None:
        """Come into view and take the focus."""
        if not self.buttons:
            self._build()
        self.show()
        next(iter(self.buttons.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the reasons away by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away.emit()
        else:
            super().keyPressEvent(event)

    def _on_clicked(self) -> None:
        pressed = self.sender()
        for reason, button in self.buttons.items():
            if button is pressed:
                self.chosen.emit(reason)


class Absence(QFrame):
    """What stands in the editor's place when there is an honest absence.

    Signals:
        change: Another reason is wanted.
        answer: There is an answer after all.
    """

    change = Signal()
    answer = Signal()

    def __init__(self, about: str) -> None:
        super().__init__()
        self.setProperty("card", "sunken")
        self._about = about
        self._is_built = False
        self.hide()

    def _build(self) -> None:
        self._is_built = True
        flow = Flow(self, gap=SPACE.medium)
        flow.setContentsMargins(SPACE.medium, SPACE.small, SPACE.medium, SPACE.small)
        self.words = Words("", Kind.STRONG, wraps=False)
        self.words.setMinimumHeight(SPACE.target)
        self.answer_button = Button(
            "Answer after all", "quiet", says=f"Answer after all: {self._about}"
        )
        self.change_button = Button(
            "Change the reason", "quiet", says=f"Change reason: {self._about}"
        )
        self.answer_button.clicked.connect(self.answer)
        self.change_button.clicked.connect(self.change)
        for widget in (self.words, self.answer_button, self.change_button):
            flow.addWidget(widget)

    def say(self, absence: NotKnown) -> None:
        """Show an absence in words."""
        if not self._is_built:
            self._build()
        self.words.setText(absence.words)
        self.setAccessibleName(absence.words)
        self.show()

    def take_focus(self) -> None:
        """Put the focus on the way back to an answer."""
        self.answer_button.setFocus(Qt.FocusReason.OtherFocusReason)
