"""The passphrase of a file that was just saved: shown once, large, to be said on the telephone.

Keeps it nowhere; whoever loses it saves the file again.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from ffd_desktop.sending.spoken import Spoken
from ui.style.tokens import SPACE
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.code_card import CodeCard
from ui.widgets.panel import Panel, beside
from ui.widgets.words import Kind, Words

TELL = "Tell it by telephone, on a number that you know. Never in the same e-mail as the file."
HOW = (
    "It is typed without gaps. It is shown until you leave this page and kept nowhere: if it is "
    "lost, save the file again."
)
COPIED = "Copied. The clipboard is cleared when the vault is locked."


class Telling(Panel):
    """Shows one passphrase until it is put away.

    Signals:
        copies: The passphrase, for the clipboard.
    """

    copies = Signal(str)

    def __init__(self) -> None:
        super().__init__("note")
        self._spoken: Spoken | None = None
        self.heading = Words("", Kind.STRONG)
        self.code = CodeCard()
        self.copy = Button("Copy", does=self._copy, says="Copy the passphrase")
        self.away = Button("Hide it", does=self.put_away, says="Hide the passphrase")
        self.copied = Words("", Kind.HINT)
        self.add(self.heading, self.code, Words(TELL), Words(HOW, Kind.HINT))
        self.add(SPACE.small, beside(self.copy, self.away), self.copied)
        self.hide()

    def show_passphrase(self, spoken: Spoken, name: str) -> None:
        """Show the passphrase of a file, with the focus on the button that copies it."""
        self._spoken = spoken
        self.heading.say(f"The passphrase of {name}")
        self.copied.say("")
        self.code.show_code(spoken)
        self.show()
        self.copy.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{self.heading.text()}. {self.code.accessibleName()}. {TELL}")

    def put_away(self) -> None:
        """Forget it."""
        self._spoken = None
        self.code.clear_code()
        self.hide()

    def _copy(self) -> None:
        if self._spoken is not None:
            self.copies.emit(str(self._spoken))
            self.copied.say(COPIED)
