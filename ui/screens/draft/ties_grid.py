"""The grid of adults down and children across: in each square what they are to each other.

Shows and chooses, and tells which key was pressed on a square; changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from ffd_desktop.councils.forms import Section
from ffd_desktop.referral.people import Relationship
from ui.editors.context import Choice
from ui.screens.draft.ties_drawing import TieDelegate
from ui.screens.draft.ties_words import TieView, TieWords, tie_words
from ui.style.apply import style_now

LEAST_TALL = 320


def _in_two_lines(name: str) -> str:
    """Break a name after its first word, for the narrow head of a row."""
    return name.replace(" ", "\n", 1) if name.count(" ") != 1 or not name[-1].isdigit() else name


def _head(one: Choice, words: str) -> QTableWidgetItem:
    """Make the head of a row or column; who has to be taken care of bears a mark, and says why."""
    made = QTableWidgetItem(f"⚠ {words}" if one.care else words)
    heard = f"{one.words}. {one.care}" if one.care else one.words
    made.setToolTip(one.care)
    made.setData(Qt.ItemDataRole.AccessibleTextRole, heard)
    return made


_WITH_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class Square(msgspec.Struct, frozen=True):
    """One adult and one child, by their ids."""

    person: str
    child: str


class TiesGrid(QTableWidget):
    """Adults by children.

    Signals:
        chosen: A square was chosen; carries a ``Square``.
        entered: The questions of the chosen square are wanted.
        typed: A letter or a figure was typed on the chosen square; carries it.
    """

    chosen = Signal(object)
    entered = Signal()
    typed = Signal(str)

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
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(TieDelegate(self))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setHighlightSections(False)
        self.currentCellChanged.connect(self._on_current)
        self._setting = False

    def show_ties(self, ties: Iterable[Relationship], view: TieView) -> None:
        """Show all squares; the chosen one stays chosen."""
        chosen = self.current()
        self._setting = True
        self._people, self._children = view.context.people, view.context.children
        self.setRowCount(len(self._people))
        self.setColumnCount(len(self._children))
        for number, one in enumerate(self._children):
            self.setHorizontalHeaderItem(number, _head(one, one.short or one.words))
        for number, one in enumerate(self._people):
            self.setVerticalHeaderItem(number, _head(one, _in_two_lines(one.words)))
        by_pair = {(one.person, one.child): one for one in ties}
        for row, person in enumerate(self._people):
            for column, child in enumerate(self._children):
                tie = by_pair.get((person.id, child.id))
                item = QTableWidgetItem()
                self._say(item, Square(person.id, child.id), tie_words(tie, self._fields, view))
                self.setItem(row, column, item)
        if chosen is not None:
            self.choose(chosen)
        self._setting = False
        self._fit()

    def show_tie(self, tie: Relationship, view: TieView) -> None:
        """Show one square anew."""
        square = Square(tie.person, tie.child)
        spot = self._spot(square)
        if spot is not None and (item := self.item(*spot)) is not None:
            words = tie_words(tie, self._fields, view)
            if item.text() != words.shown:
                self._say(item, square, words)
                before = self.rowHeight(spot[0])
                self.resizeRowToContents(spot[0])
                if self.rowHeight(spot[0]) != before:
                    self._fit_height()

    def heard(self) -> str:
        """Give what a screen reader says of the chosen square."""
        item = self.currentItem()
        return str(item.data(Qt.ItemDataRole.AccessibleTextRole)) if item is not None else ""

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

    def care_of(self, square: Square) -> str:
        """Say what has to be taken care of with the two of a square; empty for nothing."""
        both = (one for one in (*self._people, *self._children) if one.care)
        wanted = (square.person, square.child)
        return ". ".join(f"{one.words}: {one.care}" for one in both if one.id in wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as the way to the questions, and tell what was typed."""
        typed = event.text().strip()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self._on_current()
            self.entered.emit()
        elif typed.isalnum() and not event.modifiers() & _WITH_COMMANDS:
            self.typed.emit(typed)
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

    def _say(self, item: QTableWidgetItem, square: Square, words: TieWords) -> None:
        item.setText(words.shown)
        heard = f"{self.words_of(square)}: {words.heard}"
        if care := self.care_of(square):
            heard += f". {care}"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, heard)

    def _fit(self) -> None:
        """Give each child an equal share of the width, and the rows the height of their words."""
        if not self.columnCount():
            return
        self.verticalHeader().setMaximumWidth(max(self.width() // 3, 80))
        bar = self.verticalScrollBar()
        beside = bar.sizeHint().width() if bar.isVisible() else 0
        heads = self.verticalHeader().sizeHint().width()
        room = self.width() - heads - beside - 2 * self.frameWidth()
        least = self.fontMetrics().averageCharWidth() * 14
        share = max(room // self.columnCount(), least)
        for column in range(self.columnCount()):
            self.setColumnWidth(column, share)
        self.resizeRowsToContents()
        self._fit_height()

    def _fit_height(self) -> None:
        """Be as tall as all rows, but no taller than leaves room for the questions beneath."""
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        wide = sum(self.columnWidth(column) for column in range(self.columnCount()))
        is_wider = wide > self.width() - self.verticalHeader().sizeHint().width()
        bar = self.horizontalScrollBar().sizeHint().height() if is_wider else 0
        head = self.horizontalHeader().sizeHint().height()
        whole = rows + head + bar + 2 * self.frameWidth() + 2
        most = max(style_now().pixels(LEAST_TALL), self.window().height() * 55 // 100)
        self.setFixedHeight(min(whole, most))
