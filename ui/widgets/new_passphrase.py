"""A new passphrase, typed twice, with its strength in words. Judges nothing itself."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ffd_desktop.vault.passphrase import Strength, Verdict
from ui.style.tokens import SPACE
from ui.widgets.focus import give_focus
from ui.widgets.panel import fill
from ui.widgets.passphrase_box import PassphraseBox
from ui.widgets.question import Question
from ui.widgets.rows import column
from ui.widgets.words import Kind, Words

HINT = "At least 12 characters, or three words that do not belong together"


class NewPassphrase(QWidget):
    """Two boxes; pasting is welcome in both.

    Signals:
        typed: It is another one now.
        submitted: Enter was pressed in the second box.
    """

    typed = Signal(str)
    submitted = Signal()

    def __init__(self, label: str) -> None:
        super().__init__()
        self.new = PassphraseBox(label)
        self.again = PassphraseBox("The same passphrase again")
        self.again.button.hide()
        self.strength = Words("", Kind.QUIET)
        self._first = Question(label, self.new, hint=HINT)
        self._second = Question("The same passphrase again", self.again)
        self._verdict: Verdict | None = None
        lines = column(self)
        lines.setSpacing(SPACE.medium)
        fill(lines, self._first, self.strength, self._second)
        self.strength.hide()
        self.new.changed.connect(lambda: self.typed.emit(self.new.text()))
        self.again.submitted.connect(self.submitted)

    def show_verdict(self, verdict: Verdict) -> None:
        """Say how strong it is; nothing before anything is typed."""
        self._verdict = verdict
        weak = verdict.strength in {Strength.TOO_SHORT, Strength.EASY}
        self.strength.become(Kind.WARN if weak else Kind.GOOD)
        self.strength.say(verdict.words if self.new.text() else "")

    def text(self) -> str:
        """Give it as it was typed."""
        return self.new.text()

    def is_good(self) -> bool:
        """Say what is to be put right, with the caret at it; whether nothing is."""
        typed, verdict = self.new.text(), self._verdict
        weak = "" if verdict is not None and verdict.is_accepted else "Choose another."
        if not typed:
            weak = "Enter a passphrase."
        elif weak and verdict is not None:
            weak = verdict.words
        differ = "" if typed == self.again.text() else "The two must be the same."
        self._first.slip(weak)
        self._second.slip(differ)
        if weak or differ:
            give_focus(self.new.line if weak else self.again.line)
        return not weak and not differ

    def forget(self) -> None:
        """Forget what was typed."""
        self.new.clear()
        self.again.clear()
        self.strength.say("")
