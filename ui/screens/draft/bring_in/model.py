"""The rows that wait to be brought in, as Qt's lists read them: each with a tick."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from ffd_desktop.concern_log.rows import LogRow
from ui.screens.draft.bring_in.words import Shown, brief, said, title

RowRole = Qt.ItemDataRole.UserRole
BriefRole = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class RowsModel(QAbstractListModel):
    """Rows and their ticks. Keeps what it is shown; a tick is asked for, not set here.

    Signals:
        ticked: A person ticked a row or took the tick away (its number, whether).
    """

    ticked = Signal(int, bool)

    def __init__(self) -> None:
        super().__init__()
        self._shown: Shown | None = None

    def put(self, shown: Shown) -> None:
        """Show rows; the list stays where it is when only ticks differ."""
        before, self._shown = self._shown, shown
        if before is not None and before.rows == shown.rows:
            self.dataChanged.emit(self.index(0), self.index(len(shown.rows) - 1))
            return
        self.beginResetModel()
        self.endResetModel()

    def row(self, index: Index) -> LogRow | None:
        """Give the row at an index; ``None`` for none."""
        rows = self._shown.rows if self._shown is not None else ()
        return rows[index.row()] if index.isValid() and index.row() < len(rows) else None

    def is_ticked(self, row: LogRow) -> bool:
        """Tell whether a row would come in."""
        return self._shown is not None and row.number in self._shown.ticked

    def toggle(self, index: Index) -> None:
        """Ask for a row's tick to be turned over."""
        row = self.row(index)
        if row is not None:
            self.ticked.emit(row.number, not self.is_ticked(row))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Give the number of rows."""
        return 0 if parent.isValid() or self._shown is None else len(self._shown.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:  # noqa: ARG002 - Qt's signature
        """Let every row be marked and ticked."""
        kinds = Qt.ItemFlag
        return kinds.ItemIsEnabled | kinds.ItemIsSelectable | kinds.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a row, its tick, or the row said in one sentence."""
        row, shown = self.row(index), self._shown
        if row is None or shown is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return title(row, shown.names)
            case Qt.ItemDataRole.CheckStateRole:
                states = Qt.CheckState
                return states.Checked if self.is_ticked(row) else states.Unchecked
            case Qt.ItemDataRole.AccessibleTextRole:
                return said(row, shown.names, ticked=self.is_ticked(row))
        return {RowRole: row, BriefRole: brief(row)}.get(role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a tick that assistive technology sets."""
        row = self.row(index)
        if row is None or role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.ticked.emit(row.number, Qt.CheckState(value) == Qt.CheckState.Checked)
        return True
