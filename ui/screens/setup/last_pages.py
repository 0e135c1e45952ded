"""The pages after the vault is made: recovery sheet, numbers, roll. Decide nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ffd_desktop.app.office_details import Found
from ffd_desktop.councils.details import Detail
from ffd_desktop.councils.pack import Pack
from ui.screens.setup.answers import Answers
from ui.screens.setup.boxes import Box, SetUpPage
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.code_card import CodeCard
from ui.widgets.details_form import DetailsForm
from ui.widgets.panel import beside, fill
from ui.widgets.words import Kind, Words

WHY_SHEET = (
    "If the passphrase is ever forgotten, this code is the only other way in. Print the sheet or "
    "save it on a stick, and lock it away where the head can find it. Keep it apart from this "
    "computer. Nobody, not even the makers of this program, can open the vault without one of "
    "the two."
)
TYPE_BACK = "Type two groups back from the sheet, so that you know it can be read."


class RecoveryPage(SetUpPage):
    """The code, ways to put it on paper, and two groups typed back.

    Signals:
        sheet: The sheet is wanted; ``True`` for the printer, ``False`` to save it.
    """

    sheet = Signal(bool)

    def __init__(self, asked: tuple[str, str]) -> None:
        super().__init__()
        self.code = CodeCard()
        self.print_button = Button("Print the sheet", does=lambda: self.sheet.emit(True))
        self.save_button = Button("Save the sheet as a PDF …", does=lambda: self.sheet.emit(False))
        self.delivered = Words("", Kind.GOOD)
        self.delivered.hide()
        self.lines = (QLineEdit(), QLineEdit())
        back = QHBoxLayout()
        back.setSpacing(SPACE.large)
        for name, line, words in zip(("first_back", "second_back"), self.lines, asked, strict=True):
            box = Box(name, f"The {words} group", width=180)
            back.addWidget(self.ask(box, line), 0, Qt.AlignmentFlag.AlignBottom)
        back.addStretch(1)
        self.lines[0].returnPressed.connect(self.lines[1].setFocus)
        self.lines[1].returnPressed.connect(self.done)
        fill(self.column, Words(WHY_SHEET), self.code)
        fill(self.column, beside(self.print_button, self.save_button), self.delivered)
        fill(self.column, SPACE.tight, Words(TYPE_BACK, Kind.STRONG), back)

    def first(self) -> QWidget:
        """Start at printing."""
        return self.print_button

    def fill(self, answers: Answers) -> None:
        """Show what was typed before."""
        for line, text in zip(self.lines, (answers.first_back, answers.second_back), strict=True):
            if line.text() != text:
                line.setText(text)


class NumbersPage(SetUpPage):
    """The council's numbers, hours and addresses, to confirm, correct or leave.

    Signals:
        found: Somebody found one right; carries a ``Found``.
    """

    found = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.form: DetailsForm | None = None
        self.column.addWidget(
            Words(
                "These stand on the locked screen and on every page where they may be needed. "
                "Compare them with the council’s own page or phone once; correct what has "
                "changed, fill in what is blank, and leave for later what you cannot check now."
            )
        )

    def show_pack(self, pack: Pack, details: Sequence[Detail]) -> None:
        """Show a council's details."""
        if self.form is None:
            self.form = DetailsForm(pack, details)
            self.form.found.connect(self.found)
            self.column.addWidget(self.form)

    def show_details(self, details: Sequence[Detail]) -> None:
        """Show how they stand now."""
        if self.form is not None:
            self.form.show_details(details)

    def as_found(self) -> tuple[Found, ...]:
        """Give all that stands in the boxes."""
        return self.form.as_found() if self.form else ()

    def corrected(self) -> tuple[Found, ...]:
        """Give only what was typed and not yet kept."""
        return self.form.corrected() if self.form else ()

    def first(self) -> QWidget | None:
        """Start at the first that can be corrected."""
        return next((row.box for row in self.form.rows.values()), None) if self.form else None


class RollPage(SetUpPage):
    """Whether the roll is brought in now or later."""

    def __init__(self) -> None:
        super().__init__()
        self.column.addWidget(
            Words(
                "With the school’s roll here, a UPN or a name fills in child, family, addresses "
                "and telephone numbers. Your office staff can export it from the school’s "
                "management system: a Common Transfer File (CTF), a table, or OneRoster."
            )
        )
        self.column.addWidget(
            Words("It can wait: a referral can be written without it, by typing the names.")
        )
