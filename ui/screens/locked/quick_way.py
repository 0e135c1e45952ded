"""The way in by this computer's sign-in: a button for each whom its keyring may let in.

Stands under the passphrase and moves nothing above it; hidden while there is nobody to offer.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.style.tokens import SPACE
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.panel import fill
from ui.widgets.rows import column
from ui.widgets.words import Kind, Words

if TYPE_CHECKING:
    from ffd_desktop.app.quick_unlock import Offer

_HINT = "This computer’s sign-in opens it without the passphrase."


class QuickWay(QWidget):
    """The buttons and one quiet sentence.

    Signals:
        wanted: Somebody wants to come in; carries the ``Offer``.
    """

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[Button] = []
        self.said = Words("", Kind.QUIET)
        self._row = QWidget()
        self._flow = Flow(self._row, gap=SPACE.small)
        fill(column(self, gap=SPACE.tight), self._row, self.said)
        self.hide()

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show a button for each; nobody: nothing at all."""
        self._take_buttons_away()
        for offer in offers:
            button = Button(f"Unlock as {offer.name}", does=partial(self.wanted.emit, offer))
            self._flow.addWidget(button)
            self.buttons.append(button)
        self.said.setText(_HINT)
        self._row.setVisible(bool(offers))
        self.setVisible(bool(offers))

    def show_waiting(self, words: str) -> None:
        """Say that the keyring is asked; empty words: it is not, any more."""
        for button in self.buttons:
            button.setEnabled(not words)
        self.said.setText(words or _HINT)

    def shrug(self, words: str) -> None:
        """Take the buttons away and say why, once; the passphrase is there as ever."""
        self._take_buttons_away()
        self._row.hide()
        self.said.setText(words)
        announce(self.said, words)

    def _take_buttons_away(self) -> None:
        while self.buttons:
            button = self.buttons.pop()
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
