"""Choosing any of very many things of the referral: a list with marks, and a line that narrows it.

One list widget however long the list is; a tick box for each of 700 rows took a third of a second.
"""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from ffd_desktop.councils.forms import Field
from ui.editors.base import Editor
from ui.editors.choosing import evidence_choices, with_stray
from ui.editors.context import EditorContext
from ui.style.apply import style_now
from ui.style.tokens import SPACE
from ui.widgets.clean import one_line
from ui.widgets.line import Line
from ui.widgets.words import Kind, Words

SHOWN_LINES = 6.6
_ID = Qt.ItemDataRole.UserRole
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class _Marked(QListWidget):
    """A list whose rows Space marks; the narrowing line leads here by the arrow down."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark by Enter as well as by Space."""
        item = self.currentItem()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and item is not None:
            item.setCheckState(_OFF if item.checkState() is _ON else _ON)
        else:
            super().keyPressEvent(event)


class EvidenceEditor(Editor):
    """Any of the things that can show something."""

    def __init__(self, field: Field, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(field, context, parent)
        self._held: tuple[str, ...] = ()
        self.filter = Line()
        self.filter.setPlaceholderText("Look in this list")
        self.list = _Marked()
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTabKeyNavigation(False)
        self.summary = Words("", Kind.HINT)
        self.summary.hide()
        for part in (self.filter, self.list, self.summary):
            self.column.addWidget(part)
        self.setFocusProxy(self.filter)
        self._fill()
        self.watch(self.filter, self.list)
        self.filter.textEdited.connect(self._on_sought)
        self.list.itemChanged.connect(self._on_changed)

    def value(self) -> tuple[str, ...] | None:
        """Give the ids of what is marked, in the order of the list; ``None`` for nothing."""
        return self._held or None

    def set_value(self, value: object) -> None:
        """Mark things by their ids."""
        chosen = value if isinstance(value, tuple | list) else ()
        self._held = tuple(one for one in chosen if isinstance(one, str))
        self._fill()

    def words(self) -> str:
        """Give the words of what is marked."""
        return "; ".join(item.text() for item in self._items() if item.checkState() is _ON)

    def controls(self) -> tuple[QWidget, ...]:
        """Give the narrowing line and the list."""
        return self.filter, self.list

    def set_context(self, context: EditorContext) -> None:
        """Offer what there is now, and rebuild only when it differs."""
        before = self._offered()
        super().set_context(context)
        if self._offered() != before:
            self._fill()

    def describe(self, name: str, description: str) -> None:
        """Name both controls by the question."""
        super().describe(name, description)
        self.filter.setAccessibleName(f"Look in the list: {name}" if name else "Look")
        self.list.setAccessibleName(name or "List")
        self.list.setAccessibleDescription(f"{description}. Space marks a row.".lstrip(". "))

    def _offered(self) -> tuple[tuple[str, str], ...]:
        offered = evidence_choices(self.field, self.context)
        strays = with_stray(offered, self._held, self.field.kind)
        return tuple((one.id, one.words) for one in strays)

    def _fill(self) -> None:
        blocked = QSignalBlocker(self.list)
        current = self.list.currentRow()
        self.list.clear()
        for id_, words in self._offered():
            item = QListWidgetItem(words)
            item.setData(_ID, id_)
            item.setToolTip(words)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_ON if id_ in self._held else _OFF)
            self.list.addItem(item)
        self.list.setCurrentRow(min(max(current, 0), self.list.count() - 1))
        blocked.unblock()
        self._narrow()
        self.list.setFixedHeight(round(style_now().pixels(SPACE.target) * self._lines()))
        self._tell()

    def _lines(self) -> float:
        return min(max(self.list.count(), 1) + 0.4, SHOWN_LINES)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _tell(self) -> None:
        self.summary.say(f"Chosen: {self.words()}" if self._held else "")

    def _narrow(self) -> None:
        wanted = one_line(self.filter.text()).casefold().split()
        for item in self._items():
            item.setHidden(not all(word in item.text().casefold() for word in wanted))

    def _on_sought(self, _: str) -> None:
        self._narrow()

    def _on_changed(self, _: QListWidgetItem) -> None:
        now = tuple(str(item.data(_ID)) for item in self._items() if item.checkState() is _ON)
        if now != self._held:
            self._held = now
            self._tell()
            self.edited.emit(self.value())
