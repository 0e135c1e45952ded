"""Covers the words when the window is to be locked and the disk does not take the last of them.

The vault stays open behind it, since closing it would lose them; the passphrase uncovers.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ffd_desktop.problems import ProblemForPerson
from ui.lanes import Submits
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.page import Page
from ui.widgets.passphrase_box import PassphraseBox
from ui.widgets.question import Question
from ui.widgets.words import Kind, Words

Prove = Callable[[str], None]


class Cover(QWidget):
    """Stands in front of a screen.

    Signals:
        uncovered: The passphrase was right.
    """

    uncovered = Signal()

    def __init__(self, prove: Prove, lane: Submits) -> None:
        super().__init__()
        self._prove = prove
        self._lane = lane
        self.is_asking = False
        self.banner = Banner()
        self.passphrase = PassphraseBox()
        self.show_button = Button("Show my words again", "primary")
        page = Page()
        page.add(
            Words("Hidden, and not yet locked", Kind.TITLE),
            self.banner,
            Words(
                "Your last words are not on the disk yet. They are kept in memory behind this "
                "page, and saving is tried again every few seconds; the program locks by itself "
                "as soon as it works. Keep the computer on."
            ),
            Question("Passphrase", self.passphrase),
            self.show_button,
        )
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(page)
        self.show_button.clicked.connect(self._on_asked)
        self.passphrase.submitted.connect(self._on_asked)

    def say(self, problem: ProblemForPerson) -> None:
        """Say why the words cannot be written."""
        self.banner.show_problem(problem, sticky=True)

    def _on_asked(self) -> None:
        if self.is_asking:
            return
        self.is_asking = True
        typed = self.passphrase.text()
        self.passphrase.clear()
        self._lane.submit(self, lambda: self._prove(typed), self._on_right, self._on_wrong)

    def _on_right(self, _: None) -> None:
        self.is_asking = False
        self.uncovered.emit()

    def _on_wrong(self, problem: ProblemForPerson) -> None:
        self.is_asking = False
        self.say(problem)
        self.passphrase.line.setFocus()
