"""The grid of adults down and children across: in each square what they are to each other.

Shows and chooses; changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from ffd_desktop.councils.forms import Section
from ffd_desktop.referral.people import Relationship
from ui.editors.context import Choice, EditorContext
from ui.screens.draft.words import answer_words

EMPTY = "Nothing said yet"


def _in_two_lines(name: str) -> str:
    """Break a name after its first word, for the narrow head of a row."""
    return name.replace(" ", "\n", 1) if name.count(" ") != 1 or not name[-1].isdigit() else name


def _short(name: str) -> str:
    """Give the first word of a name, for the narrow head of a column."""
    return name.split(" ", 1)[0] if not name.startswith("Child ") else name


class Square(msgspec.Struct, frozen=True):
    """One adult and one child, by their ids."""

    person: str
    child: str


class TiesGrid(QTableWidget):
    """Adults by children.

    Signals:
        chosen: A square was chosen; carries a ``Square``.
    """

    chosen = Signal(object)

    def __init__(self, section: Section) -> None:
        super().__init__()
        self._fields = {field.attribute: field for field in section.fields}
        self._people: tuple[Choice, ...] = ()
        self._children: tuple[Choice, ...] = ()
        self.setAccessibleName("Adults and children: what they are to each other")
        self.setProperty("grid", "ties")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setHighlightSections(False)
        self.currentCellChanged.connect(self._on_current)
        self._setting = False

    def show_ties(self, ties: Iterable[Relationship], context: EditorContext) -> None:
        """Show all squares; the chosen one stays chosen."""
        chosen = self.current()
        self._setting = True
        self._people, self._children = context.people, context.children
        self.setRowCount(len(self._people))
        self.setColumnCount(len(self._children))
        self.setHorizontalHeaderLabels([_short(one.words) for one in self._children])
        self.setVerticalHeaderLabels([_in_two_lines(one.words) for one in self._people])
        by_pair = {(one.person, one.child): one for one in ties}
        for row, person in enumerate(self._people):
            for column, child in enumerate(self._children):
                tie = by_pair.get((person.id, child.id))
                self.setItem(row, column, QTableWidgetItem(self._words(tie, context)))
        if chosen is not None:
            self.choose(chosen)
        self._setting = False
        self._fit()

    def show_tie(self, tie: Relationship, context: EditorContext) -> None:
        """Show one square anew."""
        spot = self._spot(Square(tie.person, tie.child))
        if spot is not None and (item := self.item(*spot)) is not None:
            words = self._words(tie, context)
            if item.text() != words:
                item.setText(words)
                self._fit()

    def choose(self, square: Square) -> None:
        """Choose a square, as a person would."""
        spot = self._spot(square)
        if spot is not None:
            self.setCurrentCell(*spot)

    def start(self) -> Square | None:
        """Choose the first square when none is chosen, and give the chosen one."""
        if self.current() is None and self.rowCount() and self.columnCount():
            self.setCurrentCell(0, 0)
        return self.current()

    def current(self) -> Square | None:
        """Give the chosen square."""
        row, column = self.currentRow(), self.currentColumn()
        if not (0 <= row < len(self._people) and 0 <= column < len(self._children)):
            return None
        return Square(self._people[row].id, self._children[column].id)

    def words_of(self, square: Square) -> str:
        """Say whose square it is."""
        people = {one.id: one.words for one in (*self._people, *self._children)}
        return f"{people.get(square.person, '')} and {people.get(square.child, '')}"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to nobody, so that it does no harm."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_current()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the children."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit anew when the text grows."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _on_current(self, *_places: int) -> None:
        square = self.current()
        if square is not None and not self._setting:
            self.chosen.emit(square)

    def _spot(self, square: Square) -> tuple[int, int] | None:
        rows = [one.id for one in self._people]
        columns = [one.id for one in self._children]
        if square.person in rows and square.child in columns:
            return rows.index(square.person), columns.index(square.child)
        return None

    def _words(self, tie: Relationship | None, context: EditorContext) -> str:
        if tie is None:
            return "–"
        kind = self._fields.get("kind")
        lines = [answer_words(kind, tie.kind, context) if kind else ""]
        if tie.parental_responsibility is True:
            lines.append("PR")
        if tie.lives_with is True:
            lines.append("Live together")
        if tie.court_order is True:
            lines.append("Court order")
        return "\n".join(line for line in lines if line) or EMPTY

    def _fit(self) -> None:
        """Give the grid its full height, and each child an equal share of the width."""
        if not self.columnCount():
            return
        self.verticalHeader().setMaximumWidth(max(self.width() // 3, 80))
        room = self.width() - self.verticalHeader().sizeHint().width() - 2 * self.frameWidth()
        least = self.fontMetrics().averageCharWidth() * 15
        share = max(room // self.columnCount(), least)
        for column in range(self.columnCount()):
            self.setColumnWidth(column, share)
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        bar = (
            self.horizontalScrollBar().sizeHint().height()
            if share * self.columnCount() > room
            else 0
        )
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(rows + head + bar + 2 * self.frameWidth() + 2)
