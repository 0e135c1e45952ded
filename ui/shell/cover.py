"""Covers the words when the window is to be locked and the disk does not take the last of them.

The vault stays open behind it, since closing it would lose them; the passphrase or the recovery
code uncovers.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault.recovery import read_printed
from ffd_desktop.vault.slots import Secret
from ui.lanes import Submits
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.focus import give_focus
from ui.widgets.page import Page
from ui.widgets.panel import beside
from ui.widgets.passphrase_box import PassphraseBox
from ui.widgets.question import Question
from ui.widgets.rows import column
from ui.widgets.words import Kind, Words

Prove = Callable[[Secret], None]


class Cover(QWidget):
    """Stands in front of a screen. ``prove`` needs no disk: that may be what is gone.

    Signals:
        uncovered: The passphrase or the recovery code was right.
    """

    uncovered = Signal()

    def __init__(self, prove: Prove, lane: Submits) -> None:
        super().__init__()
        self._prove = prove
        self._lane = lane
        self.is_asking = False
        self.banner = Banner()
        self.passphrase = PassphraseBox()
        self.code = PassphraseBox("Recovery code")
        self.show_button = Button("Show my words again", "primary")
        self.other_way = Button("", "link")
        self._asked = Question("Passphrase", self.passphrase)
        self._asked_code = Question(
            "Recovery code",
            self.code,
            hint="The groups and the last symbol, from the recovery sheet or the school’s key",
        )
        self._lay_out()
        self._take(by_code=False)
        self.show_button.clicked.connect(self._on_asked)
        self.passphrase.submitted.connect(self._on_asked)
        self.code.submitted.connect(self._on_asked)
        self.other_way.clicked.connect(self._on_other_way)

    @property
    def box(self) -> PassphraseBox:
        """The box that is asked for now."""
        return self.passphrase if self._asked_code.isHidden() else self.code

    def say(self, problem: ProblemForPerson) -> None:
        """Say why the words cannot be written."""
        self.banner.show_problem(problem, sticky=True)

    def _lay_out(self) -> None:
        page = Page()
        page.add(
            Words("Hidden, and not yet locked", Kind.TITLE),
            self.banner,
            Words(
                "Your last words are not on the disk yet. They are kept in memory behind this "
                "page, and saving is tried again every few seconds; the program locks by itself "
                "as soon as it works. Keep the computer on."
            ),
            self._asked,
            self._asked_code,
            beside(self.show_button, self.other_way),
        )
        column(self).addWidget(page)

    def _take(self, *, by_code: bool) -> None:
        self._asked.setVisible(not by_code)
        self._asked_code.setVisible(by_code)
        other = "passphrase" if by_code else "recovery code"
        self.other_way.setText(f"Use the {other} instead")
        self.other_way.setAccessibleName(self.other_way.text())

    def _on_other_way(self) -> None:
        self.box.clear()
        self._take(by_code=self._asked_code.isHidden())
        give_focus(self.box.line)

    def _on_asked(self) -> None:
        if self.is_asking:
            return
        self.is_asking = True
        by_code, typed = self.box is self.code, self.box.text()
        self.box.clear()

        def prove() -> None:
            self._prove(read_printed(typed) if by_code else typed)

        self._lane.submit(self, prove, self._on_right, self._on_wrong)

    def _on_right(self, _: None) -> None:
        self.is_asking = False
        self.uncovered.emit()

    def _on_wrong(self, problem: ProblemForPerson) -> None:
        self.is_asking = False
        self.say(problem)
        give_focus(self.box.line)
