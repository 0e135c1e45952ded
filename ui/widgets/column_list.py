"""The columns of a table: the heading and examples of each, and a box that says what it is.

Shows and asks; what a column may be is handed in.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ffd_desktop.referral.private import Private
from ui.style.tokens import SPACE
from ui.widgets.still_combo import StillCombo
from ui.widgets.words import Kind, Words

LEFT_OUT = "Leave this column out"
_EXAMPLES = 3
_LONGEST_EXAMPLE = 28

Choices = Sequence[tuple[str, str]]
"""What a column may be: words, and the text that stands for it."""


class ColumnWords(Private, frozen=True):
    """A column: its heading, and some of what stands under it."""

    heading: str
    examples: str

    @property
    def said(self) -> str:
        """Both as one, for a screen reader."""
        return f"{self.heading}, {self.examples}"


def column_words(
    headings: Sequence[str], sample: Sequence[Sequence[str]]
) -> tuple[ColumnWords, ...]:
    """Put each column in words, with what stands under it in some rows."""
    return tuple(
        ColumnWords(heading or f"Column {place + 1:,}, without a heading", _examples(sample, place))
        for place, heading in enumerate(headings)
    )


def _examples(sample: Sequence[Sequence[str]], place: int) -> str:
    cells = (row[place].strip() for row in sample if place < len(row))
    unlike = list(dict.fromkeys(" ".join(cell.split()) for cell in cells if cell))
    if not unlike:
        return "empty in the first rows"
    return "such as " + " · ".join(_short(one) for one in unlike[:_EXAMPLES])


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_EXAMPLE else f"{text[: _LONGEST_EXAMPLE - 1]}…"


class ColumnRow(QWidget):
    """One column: its heading and examples, and the box that says what it is.

    Signals:
        picked: Another meaning was picked (its text; empty: left out).
    """

    picked = Signal(str)

    def __init__(self, words: ColumnWords, model: QStandardItemModel) -> None:
        super().__init__()
        self.combo = StillCombo()
        self.combo.setModel(model)
        self.combo.setAccessibleName(words.heading)
        self.combo.setAccessibleDescription(words.examples)
        self.combo.activated.connect(self._on_activated)
        left = QVBoxLayout()
        left.setSpacing(0)
        heading = Words(words.heading, Kind.STRONG)
        heading.setBuddy(self.combo)
        left.addWidget(heading)
        left.addWidget(Words(words.examples, Kind.QUIET))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, SPACE.tight, SPACE.hair, SPACE.tight)
        row.setSpacing(SPACE.medium)
        row.addLayout(left, 1)
        row.addWidget(self.combo, 1, Qt.AlignmentFlag.AlignVCenter)

    def show_meaning(self, text: str) -> None:
        """Show what the column is."""
        at = max(self.combo.findData(text), 0)
        if at != self.combo.currentIndex():
            self.combo.setCurrentIndex(at)

    def _on_activated(self, index: int) -> None:
        self.picked.emit(str(self.combo.itemData(index) or ""))


class ColumnList(QWidget):
    """All columns of a table, one under the other.

    Signals:
        picked: A column was set (its place, the meaning's text; empty: left out).
    """

    picked = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[ColumnRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.hair)

    def show_columns(
        self, columns: Sequence[ColumnWords], choices: Choices, onward: Sequence[QWidget] = ()
    ) -> None:
        """Show the columns of another table; Tab goes down them and then to ``onward``."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        model = _model(choices, self)
        self.rows = [ColumnRow(words, model) for words in columns]
        for place, row in enumerate(self.rows):
            self._column.addWidget(row)
            row.picked.connect(lambda text, at=place: self.picked.emit(at, text))
        stops = [*(row.combo for row in self.rows), *onward] if self.rows else []
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def show_meanings(self, texts: Sequence[str]) -> None:
        """Show what each column is."""
        for row, text in zip(self.rows, texts, strict=True):
            row.show_meaning(text)

    def first_left_out(self) -> QWidget | None:
        """Give the first box whose column is left out, else the first box."""
        boxes = [row.combo for row in self.rows]
        return next((box for box in boxes if not box.currentData()), boxes[0] if boxes else None)


def _model(choices: Choices, parent: QWidget) -> QStandardItemModel:
    """Make the list that every box drops down."""
    model = QStandardItemModel(parent)
    for label, text in ((LEFT_OUT, ""), *choices):
        item = QStandardItem(label)
        item.setData(text, Qt.ItemDataRole.UserRole)
        model.appendRow(item)
    return model
