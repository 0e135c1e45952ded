"""What speaks against a folder, one card for each thing, with what to do instead. Asks nothing."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ffd_desktop.vault.surroundings import Concern
from ui.style.tokens import SPACE
from ui.widgets.panel import Panel, empty
from ui.widgets.words import Kind, Words


class ConcernList(QWidget):
    """The folder and the cards below it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Words("", Kind.STRONG)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(SPACE.medium)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.medium)
        column.addWidget(self.folder)
        column.addLayout(self._cards)

    def show_concerns(self, folder: str, concerns: Iterable[Concern]) -> None:
        """Show others."""
        self.folder.setText(_breakable(folder))
        self.folder.setAccessibleName(folder)
        empty(self._cards)
        for one in concerns:
            card = Panel("alarm" if one.final else "warn", gap=SPACE.tight)
            card.add(Words(one.why), Words(one.instead, Kind.STRONG))
            card.setAccessibleName(one.words)
            self._cards.addWidget(card)


def _breakable(path: str) -> str:
    """Let a long path go on in the next line after each stroke."""
    return path.replace("/", "/\u200b").replace("\\", "\\\u200b")
