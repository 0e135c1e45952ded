"""A strip at the head of a page that says what was done or what went wrong. Never a pop-up."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ffd_desktop.problems import ProblemForPerson
from ui.style.tokens import SPACE
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.panel import Panel
from ui.widgets.words import Kind, Words


class Notice(Panel):
    """Hidden until there is something to say; a problem stays until it is closed or solved."""

    def __init__(self) -> None:
        super().__init__("note", gap=SPACE.tight)
        self.heading = Words("", Kind.STRONG)
        self.words = Words("")
        self._next = Words("")
        close = Button("Close", "quiet", does=self.hide, says="Close this message")
        inside = QVBoxLayout()
        inside.setSpacing(SPACE.tight)
        for part in (self.heading, self.words, self._next):
            inside.addWidget(part)
        row = QHBoxLayout()
        row.addLayout(inside, 1)
        row.addWidget(close)
        self.add(row)
        self.column.setContentsMargins(SPACE.large, SPACE.small, SPACE.small, SPACE.small)
        self.hide()

    def say(self, words: str) -> None:
        """Say what was done or is being done; empty words hide the strip."""
        self._show("note", "", words, "")

    def show_problem(self, problem: ProblemForPerson) -> None:
        """Say what went wrong and what to do."""
        self._show("alarm", "There is a problem", problem.what, problem.next_step)

    def warn(self, words: str) -> None:
        """Say something to look at."""
        self._show("warn", "", words, "")

    def said(self) -> str:
        """Give all that is shown; empty when hidden."""
        if self.isHidden():
            return ""
        parts = (self.heading, self.words, self._next)
        return " ".join(part.text() for part in parts if not part.isHidden())

    def _show(self, kind: str, heading: str, words: str, next_step: str) -> None:
        self.become(kind)
        self.heading.say(heading)
        self.words.say(words)
        self._next.say(next_step)
        self.setVisible(bool(words))
        announce(self, f"{heading} {words} {next_step}".strip(), urgent=kind == "alarm")
