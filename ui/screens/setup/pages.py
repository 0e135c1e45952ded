"""The pages of setting up that ask: school, council, you, passphrase. Decide nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QLineEdit

from ffd_desktop.councils.pack import Pack
from ffd_desktop.vault.passphrase import Strength, Verdict
from ui.screens.setup.answers import Answers, Slip
from ui.screens.setup.boxes import Box, BoxesPage, SetUpPage
from ui.style.apply import style_now
from ui.widgets.choice import Radio
from ui.widgets.passphrase_box import PassphraseBox
from ui.widgets.question import Question
from ui.widgets.words import Kind, Words

SCHOOL = (
    Box("school_name", "School’s name"),
    Box(
        "number",
        "DfE number",
        "Three digits of the council and four of the school, such as 885/4000",
        optional=True,
        width=220,
    ),
    Box("address", "Address", "On one line, with the postcode", optional=True),
    Box("school_phone", "Telephone", optional=True, width=280),
)
YOU = (
    Box("staff_name", "Your name", "As it should stand on a referral"),
    Box("staff_phone", "Your direct telephone", optional=True, width=280),
    Box("staff_email", "Your e-mail address", optional=True),
)
_STRENGTHS = {
    Strength.TOO_SHORT: Kind.QUIET,
    Strength.EASY: Kind.WARN,
    Strength.FAIR: Kind.GOOD,
    Strength.STRONG: Kind.GOOD,
    Strength.VERY_STRONG: Kind.GOOD,
}


class CouncilPage(SetUpPage):
    """Which council the school refers to, from the packs that come with the program."""

    def __init__(self, packs: Mapping[str, Pack]) -> None:
        super().__init__()
        self.group = QButtonGroup(self)
        self.radios: dict[str, Radio] = {}
        self._slip = Words("", Kind.ALARM)
        self._slip.hide()
        self.column.addWidget(self._slip)
        for key, pack in packs.items():
            forms = ", ".join(form.title for form in pack.forms)
            radio = Radio(pack.name, note=forms, tile=True)
            radio.clicked.connect(self._chooses(key))
            self.group.addButton(radio)
            self.radios[key] = radio
            self.column.addWidget(radio)

    def fill(self, answers: Answers) -> None:
        """Mark the council that was chosen before."""
        if answers.council in self.radios:
            self.radios[answers.council].setChecked(True)

    def first(self) -> Radio:
        """Start at the marked council, or the first."""
        marked = (one for one in self.radios.values() if one.isChecked())
        return next(marked, next(iter(self.radios.values())))

    def show_slips(self, slips: Sequence[Slip]) -> None:
        """Say that a council is still to be chosen."""
        self._slip.say(slips[0].words if slips else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on by Enter, as on the pages of boxes."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def _chooses(self, key: str) -> Callable[[], None]:
        return lambda: self.typed.emit("council", key)


class YouPage(BoxesPage):
    """Who sits here, and their role."""

    def __init__(self, roles: Mapping[str, str]) -> None:
        super().__init__(YOU)
        self.role = QComboBox()
        self.role.setMaximumWidth(style_now().pixels(420))
        self.role.addItem("", "")
        for code, label in roles.items():
            self.role.addItem(label, code)
        asked = Question("Your role", self.role, optional=True)
        self.column.insertWidget(1, asked)
        self.questions["staff_role"] = asked
        self.role.activated.connect(self._on_role)

    def fill(self, answers: Answers) -> None:
        """Show what was answered before."""
        super().fill(answers)
        self.role.setCurrentIndex(max(self.role.findData(answers.staff_role), 0))

    def _on_role(self) -> None:
        self.typed.emit("staff_role", self.role.currentData())


class PassphrasePage(SetUpPage):
    """A passphrase, its strength in words while it is typed; a second time only while hidden."""

    def __init__(self) -> None:
        super().__init__()
        self.passphrase = PassphraseBox("Passphrase")
        self.again = PassphraseBox("The same passphrase again")
        self.again.button.hide()
        self.strength = Words("", Kind.QUIET)
        first = Question(
            "Passphrase",
            self.passphrase,
            hint="At least 12 characters, or three words that do not belong together",
        )
        self._second = Question("The same passphrase again", self.again)
        self.questions = {"passphrase": first, "again": self._second}
        for part in (first, self.strength, self._second):
            self.column.addWidget(part)
        self.passphrase.changed.connect(self._on_typed)
        self.again.changed.connect(lambda: self.typed.emit("again", self.again.text()))
        self.passphrase.button.clicked.connect(self._on_shown)
        self.passphrase.submitted.connect(self._on_enter)
        self.again.submitted.connect(self.done)

    def fill(self, answers: Answers) -> None:
        """Show what was typed before, hidden or in clear as it was left."""
        for box, text in ((self.passphrase, answers.passphrase), (self.again, answers.again)):
            if box.text() != text:
                box.line.setText(text)
        self.passphrase.show_words(on=answers.shown)
        self._second.setVisible(not answers.shown)

    def show_slips(self, slips: Sequence[Slip]) -> None:
        """Say what to put right; of the passphrase in one place, not in two."""
        super().show_slips(slips)
        self.strength.setVisible(not self.questions["passphrase"].slip_words())

    def put_right(self, name: str) -> None:
        """Take back what was said; the strength stands there again."""
        super().put_right(name)
        self.strength.setVisible(not self.questions["passphrase"].slip_words())

    def show_verdict(self, verdict: Verdict, *, is_typed: bool) -> None:
        """Say how strong the passphrase is; nothing before anything is typed."""
        self.strength.become(_STRENGTHS[verdict.strength] if is_typed else Kind.QUIET)
        self.strength.setText(verdict.words if is_typed else "Its strength is said here.")

    def _on_typed(self) -> None:
        self.typed.emit("passphrase", self.passphrase.text())

    def _on_shown(self) -> None:
        shown = self.passphrase.line.echoMode() is QLineEdit.EchoMode.Normal
        self._second.setVisible(not shown)
        self.typed.emit("shown", shown)

    def _on_enter(self) -> None:
        if self._second.isVisible():
            self.again.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.done.emit()
