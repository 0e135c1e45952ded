"""What is still to put right with one answer, in words beneath it; hidden until asked for."""

from __future__ import annotations

import msgspec
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.style.tokens import SPACE
from ui.widgets.rows import column
from ui.widgets.words import Kind, Words


class FindingLine(msgspec.Struct, frozen=True):
    """One thing to put right.

    Attributes:
        grade: ``must``, ``should`` or ``could``.
    """

    grade: str
    what: str
    how: str = ""
    source: str = ""


_CARDS = {"must": "alarm", "should": "warn", "could": "note"}
_WORDS = {"must": "To put right", "should": "Worth adding", "could": "Could help"}


class FindingLines(QWidget):
    """A card for each thing to put right, the gravest first as they are given."""

    def __init__(self) -> None:
        super().__init__()
        self._column: QVBoxLayout = column(self, gap=SPACE.tight)
        self._shown: tuple[FindingLine, ...] = ()
        self.hide()

    def show_lines(self, lines: tuple[FindingLine, ...]) -> None:
        """Show these and no others."""
        if lines != self._shown:
            self._shown = lines
            self._rebuild()
        self.setVisible(bool(lines))

    def spoken(self) -> str:
        """Give the findings as one sentence each, for assistive technology."""
        return " ".join(f"{_WORDS.get(one.grade, '')}: {one.what}" for one in self._shown)

    def _rebuild(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for one in self._shown:
            self._column.addWidget(_card(one))


def _card(one: FindingLine) -> QFrame:
    card = QFrame()
    card.setProperty("card", _CARDS.get(one.grade, "note"))
    inside = column(card, gap=SPACE.hair, edge=SPACE.small + SPACE.hair)
    inside.addWidget(Words(f"{_WORDS.get(one.grade, '')}: {one.what}", Kind.STRONG))
    if one.how:
        inside.addWidget(Words(one.how))
    if one.source:
        inside.addWidget(Words(f"Source: {one.source}", Kind.QUIET))
    return card
