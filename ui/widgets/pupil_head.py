"""Who a pupil of the roll is: name, birth, number, home, and what asks for care."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.style.tokens import SPACE
from ui.widgets.panel import Panel, empty, fill
from ui.widgets.pupil_words import PupilCard
from ui.widgets.words import Kind, Words


class PupilHead(QWidget):
    """Shows one pupil at a time."""

    def __init__(self) -> None:
        super().__init__()
        self.name = Words("", Kind.HEADING)
        self.about = Words("", Kind.BODY)
        self.upn = Words("", Kind.QUIET)
        self.home = Words("", Kind.BODY)
        self._cares = QVBoxLayout()
        self._cares.setSpacing(SPACE.small)
        who = QVBoxLayout()
        who.setSpacing(SPACE.hair)
        fill(who, self.name, self.about, self.upn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.small)
        fill(column, who, self.home, self._cares)

    def show_pupil(self, card: PupilCard) -> None:
        """Show a pupil."""
        self.name.setText(card.name)
        called = f"Known as {card.known_as} · " if card.known_as else ""
        self.about.setText(f"{called}{_born(card.born)}")
        self.upn.setText(card.details)
        self.home.setText(card.home)
        empty(self._cares)
        for care in card.cares:
            warning = Panel("warn")
            warning.add(Words(care))
            self._cares.addWidget(warning)


def _born(born: str) -> str:
    return f"Born {born}" if born[:1].isdigit() else born
