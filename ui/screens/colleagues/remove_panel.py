"""The panel that says what removing somebody does, and asks for one's own passphrase."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from ffd_desktop.app.colleagues import Colleague
from ui.screens.colleagues.presenter import Room
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.choice import Tick
from ui.widgets.focus import give_focus
from ui.widgets.panel import Panel, beside
from ui.widgets.passphrase_box import PassphraseBox
from ui.widgets.question import Question
from ui.widgets.words import Kind, Words


class RemovePanel(Panel):
    """Says what it does before it can be done.

    Signals:
        agreed: The ``Colleague``, what was typed, and the references that were told of.
        let_be: The person thought better of it.
    """

    agreed = Signal(object, str, object)
    let_be = Signal()

    def __init__(self) -> None:
        super().__init__("alarm", gap=SPACE.medium)
        self._colleague: Colleague | None = None
        self.heading = Words("", Kind.HEADING)
        self.does = Words("")
        self.backups = Words("")
        self.left = Words("", Kind.STRONG)
        self.knows = Tick("I know that only the recovery code opens them then")
        self.secret = PassphraseBox("Your passphrase")
        self._asked = Question("Your passphrase", self.secret)
        self._asked_code = Question("The recovery code", PassphraseBox("The recovery code"))
        self.button = Button("Remove", "danger", does=self._on_press)
        self.leave = Button("Leave it as it is", does=self.let_be.emit)
        self.add(self.heading, self.does, self.backups, self.left, self.knows)
        self.add(self._asked, self._asked_code, beside(self.button, self.leave))
        self._by_sheet = False
        self.secret.submitted.connect(self._on_press)
        self.code.submitted.connect(self._on_press)
        self.hide()

    @property
    def code(self) -> PassphraseBox:
        """The box for the recovery code, when that opened the vault."""
        box = self._asked_code.box
        if not isinstance(box, PassphraseBox):
            raise TypeError(box)
        return box

    def ask(self, colleague: Colleague, room: Room) -> None:
        """Say what removing somebody does, and ask."""
        self._colleague, self._by_sheet = colleague, room.staff.by_sheet
        name = colleague.name
        self.heading.setText(f"Take {name}’s way in away?")
        self.does.setText(
            f"The vault gets another key. {name}’s passphrase opens nothing from then on, and "
            "neither does a copy of the keys file that somebody took. Nobody else needs to do "
            "anything: all other passphrases stay. What they wrote stays, under their name."
        )
        self.backups.setText(_backups_words(name, room.backup_folder))
        self.left.say(_left_words(colleague))
        self.knows.setVisible(bool(colleague.leaves))
        self.knows.setChecked(False)
        self._asked.setVisible(not self._by_sheet)
        self._asked_code.setVisible(self._by_sheet)
        self.button.setText(f"Remove {name}")
        self.button.setAccessibleName(self.button.text())
        self.show()
        give_focus(self.knows if colleague.leaves else self._box().line)

    def forget(self) -> None:
        """Put it away, and forget what was typed."""
        self.secret.clear()
        self.code.clear()
        self._asked.slip("")
        self._asked_code.slip("")
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Think better of it by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.let_be.emit()
        else:
            super().keyPressEvent(event)

    def refuse(self, words: str) -> None:
        """Say why nobody was removed, where it is put right; nothing while it is put away."""
        if not self.isHidden():
            self._question().slip(words)

    def _question(self) -> Question:
        return self._asked_code if self._by_sheet else self._asked

    def _box(self) -> PassphraseBox:
        return self.code if self._by_sheet else self.secret

    def _on_press(self) -> None:
        one = self._colleague
        if one is None:
            return
        asked = self._question()
        typed = self._box().text()
        which = "the recovery code" if self._by_sheet else "your passphrase"
        asked.slip("" if typed else f"Enter {which}.")
        if one.leaves and not self.knows.isChecked():
            give_focus(self.knows)
        elif not typed:
            give_focus(self._box().line)
        else:
            self.agreed.emit(one, typed, one.leaves)


def _backups_words(name: str, folder: str) -> str:
    if not folder:
        return (
            f"Copies of the vault that were made before still open with {name}’s passphrase. "
            "No folder for backups is chosen; think of copies that somebody made by hand."
        )
    return (
        f"Backups made before still open with {name}’s passphrase. They lie in {folder}. Lock the "
        "vault once afterwards, so that a backup under the new key is made; then delete the older "
        "ones, or lock them away."
    )


def _left_words(one: Colleague) -> str:
    if not one.leaves:
        return ""
    count = len(one.leaves)
    drafts = "1 restricted referral" if count == 1 else f"{count} restricted referrals"
    return (
        f"Nobody else of the staff may read {drafts}: {', '.join(one.leaves)}. Ask {one.name} to "
        "let somebody read them first, if you can."
    )
