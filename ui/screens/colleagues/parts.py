"""The parts that ask: who is let in, and another name for whoever sits here. Keep nothing."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit

from ffd_desktop.app.colleagues import Colleague
from ui.screen import text_of
from ui.style.apply import style_now
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.clean import one_line
from ui.widgets.focus import give_focus
from ui.widgets.new_passphrase import NewPassphrase
from ui.widgets.panel import Panel, beside
from ui.widgets.passphrase_box import PassphraseBox
from ui.widgets.question import Question
from ui.widgets.words import Kind, Words


class RoleBox(QComboBox):
    """The roles of the council's list."""

    def __init__(self, roles: Mapping[str, str]) -> None:
        super().__init__()
        self.setMaximumWidth(style_now().pixels(420))
        self.addItem("", "")
        for code, label in roles.items():
            self.addItem(label, code)

    def role(self) -> str:
        """Give the code of the role that is marked."""
        return str(self.currentData() or "")

    def mark(self, role: str) -> None:
        """Mark a role; one that the list does not know is added to it."""
        if self.findData(role) < 0:
            self.addItem(role, role)
        self.setCurrentIndex(self.findData(role))


class AddPart(Panel):
    """Who is let in, and a passphrase that they type themselves.

    Signals:
        typed: The passphrase is another one now.
        wanted: Name, role and passphrase are there.
    """

    typed = Signal(str)
    wanted = Signal(str, str, str)

    def __init__(self, roles: Mapping[str, str]) -> None:
        super().__init__(gap=SPACE.medium)
        self.name = QLineEdit()
        self.role = RoleBox(roles)
        self.passphrase = NewPassphrase("Their passphrase")
        self.button = Button("Let them in", "primary", does=self._on_wanted)
        self._named = Question("Their name", self.name, hint="As it should stand on a referral")
        self.add(
            Words("Let a colleague in", Kind.HEADING),
            Words(
                "They type their passphrase themselves, here; nobody else needs to know it. They "
                "read every referral that is not restricted, and can do all that you can."
            ),
            self._named,
            Question("Their role", self.role, optional=True),
            self.passphrase,
            beside(self.button),
        )
        self.passphrase.typed.connect(self.typed)
        self.passphrase.submitted.connect(self._on_wanted)

    def forget(self) -> None:
        """Empty the boxes."""
        self.name.clear()
        self.role.setCurrentIndex(0)
        self.passphrase.forget()

    def _on_wanted(self) -> None:
        name = one_line(self.name.text()).strip()
        self._named.slip("" if name else "Enter their name.")
        if not name:
            give_focus(self.name)
        elif self.passphrase.is_good():
            self.wanted.emit(name, self.role.role(), self.passphrase.text())


class RenamePart(Panel):
    """Another name or role for whoever sits here; what stands on their way in is sealed with it.

    Signals:
        wanted: Name, role and the passphrase are there.
        let_be: The person thought better of it.
    """

    wanted = Signal(str, str, str)
    let_be = Signal()

    def __init__(self, roles: Mapping[str, str]) -> None:
        super().__init__("sunken", gap=SPACE.medium)
        self.name = QLineEdit()
        self.role = RoleBox(roles)
        self.passphrase = PassphraseBox("Your passphrase")
        self.button = Button("Keep this name", "primary", does=self._on_wanted)
        self.leave = Button("Leave it as it is", does=self.let_be.emit)
        self._named = Question("Your name", self.name, hint="As it should stand on a referral")
        self._secret = Question("Your passphrase", self.passphrase)
        self.add(
            Words("Your name and role", Kind.HEADING),
            self._named,
            Question("Your role", self.role),
            self._secret,
            beside(self.button, self.leave),
        )
        self.passphrase.submitted.connect(self._on_wanted)
        self.hide()

    def ask(self, me: Colleague) -> None:
        """Ask, beginning with what is so now."""
        self.name.setText(me.name)
        self.role.mark(me.role)
        self.show()
        give_focus(self.name)

    def half_typed(self) -> Mapping[str, object]:
        """Give the name and role as they stand; never the passphrase."""
        if self.isHidden():
            return {}
        return {"my_name": self.name.text(), "my_role": self.role.role()}

    def put_back(self, typed: Mapping[str, object]) -> None:
        """Show them again, after ``ask``."""
        self.name.setText(text_of(typed, "my_name"))
        self.role.mark(text_of(typed, "my_role"))

    def forget(self) -> None:
        """Put it away, and forget the passphrase."""
        self.passphrase.clear()
        self.hide()

    def _on_wanted(self) -> None:
        name = one_line(self.name.text()).strip()
        self._named.slip("" if name else "Enter your name.")
        self._secret.slip("" if self.passphrase.text() else "Enter your passphrase.")
        if not name:
            give_focus(self.name)
        elif not self.passphrase.text():
            give_focus(self.passphrase.line)
        else:
            self.wanted.emit(name, self.role.role(), self.passphrase.text())
