"""Changing the passphrase: the present one, a new one with its strength in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from ffd_desktop.vault.passphrase import Strength, Verdict
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.focus import give_focus
from ui.widgets.panel import Panel, beside
from ui.widgets.passphrase_box import PassphraseBox
from ui.widgets.question import Question
from ui.widgets.words import Kind, Words


class PassphrasePart(Panel):
    """Boxes for the change; nothing leaves them before both are good.

    Signals:
        typed: The new passphrase is another one now.
        wanted: The present and the new passphrase, and whose; nobody named: one's own.
    """

    typed = Signal(str)
    wanted = Signal(str, str, str)

    def __init__(self, *, asks_old: bool = True) -> None:
        super().__init__(gap=SPACE.medium)
        self._asks_old = asks_old
        self.whose = QComboBox()
        self._asked_whose = Question("Whose passphrase", self.whose)
        self._asked_whose.hide()
        self.old = PassphraseBox("Present passphrase")
        self.new = PassphraseBox("New passphrase")
        self.again = PassphraseBox("The new passphrase again")
        self.again.button.hide()
        self.strength = Words("", Kind.QUIET)
        self.button = Button("Change the passphrase", does=self._on_change)
        self._verdict: Verdict | None = None
        self.asked = (
            Question("Present passphrase", self.old),
            Question(
                "New passphrase",
                self.new,
                hint="At least 12 characters, or three words that do not belong together",
            ),
            Question("The new passphrase again", self.again),
        )
        if not asks_old:
            self.asked[0].hide()
        self.add(Words("Passphrase", Kind.HEADING))
        self.add(self._asked_whose, self.asked[0], self.asked[1], self.strength, self.asked[2])
        self.add(beside(self.button))
        self.new.changed.connect(lambda: self.typed.emit(self.new.text()))
        self.again.submitted.connect(self._on_change)

    def show_staff(self, names: Sequence[str]) -> None:
        """Ask whose it is, where the recovery code opened the vault of several staff."""
        if self._asks_old or len(names) < 2:
            return
        self.whose.clear()
        self.whose.addItems(names)
        self._asked_whose.show()

    def show_verdict(self, verdict: Verdict) -> None:
        """Say how strong the new passphrase is."""
        self._verdict = verdict
        weak = verdict.strength in {Strength.TOO_SHORT, Strength.EASY}
        self.strength.become(Kind.WARN if weak else Kind.GOOD)
        self.strength.setText(verdict.words if self.new.text() else "")

    def forget(self, words: str = "") -> None:
        """Forget what was typed; words say what became of it."""
        for box in (self.old, self.new, self.again):
            box.clear()
        self.strength.become(Kind.GOOD)
        self.strength.setText(words)

    def refuse(self, words: str) -> None:
        """Say why nothing was changed, where it is put right: the top may be out of sight."""
        asked = self.asked[0 if self._asks_old else 1]
        asked.slip(words)
        give_focus(asked.box)

    def _on_change(self) -> None:
        slips = self._slips()
        for question, words in zip(self.asked, slips, strict=True):
            question.slip(words)
        for question, words in zip(self.asked, slips, strict=True):
            if words:
                give_focus(question.box)
                return
        self.wanted.emit(self.old.text(), self.new.text(), self.whose.currentText())

    def _slips(self) -> tuple[str, str, str]:
        verdict = self._verdict
        fits = verdict is not None and verdict.is_accepted and bool(self.new.text())
        words = verdict.words if verdict and self.new.text() else "Enter a new passphrase."
        same = self.new.text() == self.again.text()
        return (
            "" if self.old.text() or not self._asks_old else "Enter the present passphrase.",
            "" if fits else words,
            "" if same else "The two new passphrases must be the same. Show the first to compare.",
        )
