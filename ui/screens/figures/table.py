"""The table of figures: what, how many, each group under its name. Counts nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from ffd_desktop.following.figures import Figure
from ui.style.apply import style_now

_COLUMNS: Final = ("Group", "What", "Number")


class FiguresTable(QTableWidget):
    """Read by arrow keys and by screen readers; as high as its rows."""

    def __init__(self) -> None:
        super().__init__(0, len(_COLUMNS))
        self.setHorizontalHeaderLabels(list(_COLUMNS))
        self.setAccessibleName("The office’s figures")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)

    def show_figures(self, found: Sequence[Figure]) -> None:
        """Show the figures; a group is named once."""
        self.setRowCount(len(found))
        before = ""
        for row, one in enumerate(found):
            group = "" if one.group == before else one.group
            before = one.group
            number = QTableWidgetItem(f"{one.value:g}")
            number.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            name = QTableWidgetItem(one.name)
            name.setData(Qt.ItemDataRole.AccessibleTextRole, f"{one.group}: {one.name}")
            for column, item in enumerate((QTableWidgetItem(group), name, number)):
                self.setItem(row, column, item)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height again: words wrap otherwise at another width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        head = max(self.horizontalHeader().sizeHint().height(), style_now().pixels(30))
        self.setFixedHeight(head + rows + 2 * self.frameWidth() + 6)
