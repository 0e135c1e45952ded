"""The recovery sheet in Settings: whether its code was typed back, and how to make a new one."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault.recovery import PrintedCode
from ui.lanes import Lane, Submits
from ui.screens.settings.sheet_presenter import SheetKeeper, SheetPresenter
from ui.sheets import SheetPrinter
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.code_card import CodeCard
from ui.widgets.focus import give_focus
from ui.widgets.panel import Panel, beside
from ui.widgets.passphrase_box import PassphraseBox
from ui.widgets.question import Question
from ui.widgets.words import Kind, Words

PROVED = "The code was typed back from its sheet, so the sheet can be read."
UNPROVED = (
    "Nobody has typed the code back from its sheet yet, so nobody knows whether the sheet can be "
    "read. Make a new sheet, and type two groups of its code back."
)
WHY = (
    "If a passphrase is forgotten, the code on the recovery sheet is the other way in. A new "
    "sheet makes the old one worthless at once: destroy it."
)


class Says(msgspec.Struct, frozen=True):
    """What the card of one kind of sheet says."""

    heading: str
    why: str
    proved: str
    unproved: str
    asks: str
    make: str
    works: str
    unproved_kind: Kind = Kind.WARN


RECOVERY = Says(
    heading="Recovery sheet",
    why=WHY,
    proved=PROVED,
    unproved=UNPROVED,
    asks="Your passphrase, for a new sheet",
    make="Make a new recovery sheet",
    works="The new recovery sheet works. Lock it away, and destroy the old one.",
)


class SheetPart(Panel):
    """The card.

    Signals:
        failed: Something went wrong; carries the ``ProblemForPerson``.
        done: A new code was typed back; carries words.
    """

    failed = Signal(object)
    done = Signal(str)

    def __init__(
        self,
        keeper: SheetKeeper,
        lane: Submits,
        printer: SheetPrinter,
        *,
        asks_old: bool,
        says: Says = RECOVERY,
    ) -> None:
        super().__init__(gap=SPACE.medium)
        self.says = says
        self.presenter = SheetPresenter(self, keeper, Lane(lane, self))
        self._printer = printer
        self.state = Words("", Kind.STRONG)
        self.old = PassphraseBox(says.asks)
        self._asked_old = Question(says.asks, self.old)
        self.make = Button(says.make, does=self._on_make)
        self.code = CodeCard()
        self.print_button = Button(
            "Print the sheet", does=lambda: self.presenter.sheet(to_printer=True)
        )
        self.save_button = Button(
            "Save the sheet as a PDF …", does=lambda: self.presenter.sheet(to_printer=False)
        )
        self.delivered = Words("", Kind.GOOD)
        self.lines = (QLineEdit(), QLineEdit())
        self.questions = tuple(Question("", line) for line in self.lines)
        self.keep = Button("I have typed both groups", "primary", does=self._on_type_back)
        self.lines[0].returnPressed.connect(self.lines[1].setFocus)
        self.lines[1].returnPressed.connect(self._on_type_back)
        self.old.submitted.connect(self._on_make)
        if not asks_old:
            self._asked_old.hide()
        self.fresh = Panel("sunken", gap=SPACE.medium)
        self._lay_out()

    def start(self) -> None:
        """Put the caret where a new sheet begins."""
        give_focus(self.make if self._asked_old.isHidden() else self.old.line)

    def show_state(self, *, is_proved: bool) -> None:
        """Say whether the code was typed back."""
        self.state.become(Kind.GOOD if is_proved else self.says.unproved_kind)
        self.state.setText(self.says.proved if is_proved else self.says.unproved)

    def show_code(self, code: PrintedCode, asked: tuple[str, str]) -> None:
        """Show a new code and the two groups that are asked."""
        self.old.clear()
        self.code.show_code(code)
        for question, ordinal in zip(self.questions, asked, strict=True):
            question.ask(f"The {ordinal} group")
        self.fresh.show()
        self.show_state(is_proved=False)
        give_focus(self.print_button)

    def show_slips(self, slips: tuple[str, str]) -> None:
        """Say what to put right; the caret goes to the first."""
        for question, words in zip(self.questions, slips, strict=True):
            question.slip(words)
        wrong = [line for line, words in zip(self.lines, slips, strict=True) if words]
        if wrong:
            give_focus(wrong[0])

    def deliver(self, pdf: bytes, *, to_printer: bool) -> None:
        """Hand the sheet to the printer, or ask where to save it."""
        way = self._printer.print_pdf if to_printer else self._printer.save_pdf
        way(self, pdf, self.delivered.say)

    def show_problem(self, problem: ProblemForPerson) -> None:
        """Pass on what went wrong."""
        self.failed.emit(problem)

    def finish(self) -> None:
        """Put the code away and say that it is done."""
        self.fresh.hide()
        for line in self.lines:
            line.clear()
        give_focus(self.make)
        self.done.emit(self.says.works)

    def _on_make(self) -> None:
        self.presenter.renew(self.old.text())

    def _on_type_back(self) -> None:
        self.presenter.type_back(self.lines[0].text(), self.lines[1].text())

    def _lay_out(self) -> None:
        inner = self.fresh
        self.delivered.hide()
        inner.add(self.code, beside(self.print_button, self.save_button), self.delivered)
        inner.add(Words("Type two groups back from the sheet.", Kind.STRONG))
        inner.add(beside(*self.questions), beside(self.keep))
        inner.hide()
        self.add(Words(self.says.heading, Kind.HEADING), Words(self.says.why), self.state)
        self.add(self._asked_old, beside(self.make, *self._more()), inner)

    def _more(self) -> tuple[QWidget, ...]:
        """Give what else can be done with this kind of sheet."""
        return ()
