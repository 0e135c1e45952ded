"""The table of the shelf: arrows choose, Enter opens, the menu key offers the rest."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui.screens.shelf.model import ShelfModel
from ui.screens.shelf.painting import ShelfPainter
from ui.screens.shelf.rows import Row, Rows
from ui.style.apply import style_now
from ui.style.tokens import SPACE
from ui.widgets.two_lines import two_line_height

_WIDEST = ("", "Request for help", "yesterday 20:00", "Arrival not known")
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class ShelfTable(QTableView):
    """Rows of the shelf.

    Signals:
        chosen: Another row is marked, or none (``None``).
        opened: Enter or a double press on a row.
        destroyed_by_key: Delete was pressed on a row.
        asked: The menu was asked for at a place on the screen.
    """

    chosen = Signal(object)
    opened = Signal(object)
    destroyed_by_key = Signal(object)
    asked = Signal(object, QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.rows = ShelfModel()
        self.setModel(self.rows)
        self.setItemDelegate(ShelfPainter(self))
        self.setAccessibleName("Referrals on the shelf")
        self.setAccessibleDescription("Arrow keys choose a referral, Enter opens it.")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self._fit()
        self.doubleClicked.connect(self._on_open)
        self.customContextMenuRequested.connect(self._on_menu)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self.rows.modelReset.connect(lambda: self.chosen.emit(None))

    def row(self) -> Row | None:
        """Give the marked row."""
        return self.rows.row(self.currentIndex())

    def put(self, rows: Rows) -> None:
        """Show other rows, keeping the mark on the same referral, else on the first."""
        before = self.row()
        self.rows.put(rows)
        index = self.rows.index_of(before.id) if before else QModelIndex()
        self.mark(index if index.isValid() else self.rows.index(0, 0))

    def height_of(self, rows: int) -> int:
        """Give the height that shows the headings and some rows."""
        return (
            self.horizontalHeader().sizeHint().height() + rows * two_line_height(self) + SPACE.small
        )

    def mark(self, index: QModelIndex) -> None:
        """Put the mark on a row and show it."""
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter, offer to destroy by Delete; all else is the table's own."""
        row = self.row()
        if row is not None and event.key() in _ENTER:
            self.opened.emit(row)
        elif row is not None and event.key() == Qt.Key.Key_Delete:
            self.destroyed_by_key.emit(row)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark the first row when a person comes in by keyboard and none is marked."""
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection():
            self.mark(self.rows.index(0, 0))

    def changeEvent(self, event: QEvent) -> None:
        """Fit the rows anew when the text grows."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self._fit()

    def _fit(self) -> None:
        """Give every column the width of its widest words, and the rest to the children."""
        header, measure = self.horizontalHeader(), QFontMetrics(self.font())
        self.verticalHeader().setDefaultSectionSize(two_line_height(self))
        gap = style_now().pixels(SPACE.page) + SPACE.wide
        for column, words in enumerate(_WIDEST):
            if words:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
                header.resizeSection(column, measure.horizontalAdvance(words) + gap)
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.chosen.emit(self.rows.row(now))

    def _on_open(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows.row(index))

    def _on_menu(self, place: QPoint) -> None:
        row = self.row()
        if row is not None:
            self.asked.emit(row, self.viewport().mapToGlobal(place))
