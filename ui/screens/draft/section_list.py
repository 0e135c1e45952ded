"""The list of sections at the left, each with its state in words and by a shape.

Arrow keys and clicks choose; the list decides nothing about order or state.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import overload

import msgspec
from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QListView

from ffd_desktop.checking.progress import STATE_WORDS, SectionState
from ffd_desktop.councils.forms import Form
from ui.screens.draft.section_drawing import STATE_WORDS_ROLE, SectionDelegate

Index = QModelIndex | QPersistentModelIndex


class Row(msgspec.Struct, frozen=True):
    """A line of the list: a section, or a heading that has no key."""

    title: str
    key: str = ""


class SectionRows(QAbstractListModel):
    """Headings and sections in the order of the form."""

    def __init__(self, form: Form, parent: QObject) -> None:
        super().__init__(parent)
        self.rows = tuple(_rows(form))
        self._states: Mapping[str, SectionState] = {}
        self._comments: Mapping[str, int] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Give the number of lines."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let sections be chosen and headings not."""
        if self.rows[index.row()].key:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a line's title, its state, or both in words for assistive technology."""
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.UserRole:
                return self.state(row.key) if row.key else None
            case _ if role == STATE_WORDS_ROLE:
                return self._words(row.key)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.title}: {self._words(row.key)}" if row.key else row.title
        return None

    def state(self, key: str) -> SectionState:
        """Give the state of a section."""
        return self._states.get(key, SectionState.NOT_STARTED)

    def show_states(self, states: Mapping[str, SectionState]) -> None:
        """Show new states, redrawing only the lines that differ."""
        before, self._states = self._states, states
        for number, row in enumerate(self.rows):
            if row.key and before.get(row.key) != states.get(row.key):
                self.dataChanged.emit(self.index(number), self.index(number))

    def show_comments(self, counts: Mapping[str, int]) -> None:
        """Show how many open comments each section has."""
        before, self._comments = self._comments, counts
        for number, row in enumerate(self.rows):
            if row.key and before.get(row.key) != counts.get(row.key):
                self.dataChanged.emit(self.index(number), self.index(number))

    def _words(self, key: str) -> str:
        count = self._comments.get(key, 0)
        said = f" · {count} {'comment' if count == 1 else 'comments'}" if count else ""
        return f"{STATE_WORDS[self.state(key)]}{said}"

    def place(self, key: str) -> QModelIndex:
        """Give the line of a section."""
        numbers = (number for number, row in enumerate(self.rows) if row.key == key)
        return self.index(next(numbers, -1))


class SectionList(QListView):
    """The sections of the form.

    Signals:
        chosen: A person went to a section; carries its key.
    """

    chosen = Signal(str)

    def __init__(self, form: Form) -> None:
        super().__init__()
        self._showing = False
        self.setProperty("list", "sections")
        self.setAccessibleName("Sections of this referral")
        self.rows = SectionRows(form, self)
        self.setModel(self.rows)
        self.setItemDelegate(SectionDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def show_section(self, key: str) -> None:
        """Mark the section that is shown; emits nothing."""
        self._showing = True
        select = QItemSelectionModel.SelectionFlag.ClearAndSelect
        place = self.rows.place(key)
        self.selectionModel().setCurrentIndex(place, select)
        if not self.hasFocus():
            self.scrollTo(place, QListView.ScrollHint.PositionAtCenter)
        self._showing = False

    def current_key(self) -> str:
        """Give the key of the section that is marked."""
        index = self.currentIndex()
        return self.rows.rows[index.row()].key if index.isValid() else ""

    @overload
    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None: ...
    @overload
    def currentChanged(
        self, current: QPersistentModelIndex, previous: QPersistentModelIndex
    ) -> None: ...
    def currentChanged(self, current: Index, previous: Index) -> None:
        """Go where the arrow keys or the pointer went."""
        super().currentChanged(current, previous)
        if not self._showing and current.isValid() and (key := self.rows.rows[current.row()].key):
            self.chosen.emit(key)


def _rows(form: Form) -> list[Row]:
    rows: list[Row] = []
    group = ""
    for section in form.sections:
        if section.group and section.group != group:
            rows.append(Row(section.group))
        group = section.group
        rows.append(Row(section.title, section.key))
    return rows
