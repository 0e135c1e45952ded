"""The rows of the shelf as Qt's tables read them. Holds what it is given, asks for nothing."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ui.screens.shelf.rows import NO_ROWS, Row, Rows

COLUMNS = ("Children", "Form", "Last changed", "State")
RowRole = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ShelfModel(QAbstractTableModel):
    """Rows and columns of the shelf; ten thousand cost nothing, for they are lazy (``Rows``)."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = NO_ROWS

    def put(self, rows: Rows) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, index: Index) -> Row | None:
        """Give the referral at an index; ``None`` for none."""
        return self._rows[index.row()] if index.isValid() else None

    def index_of(self, referral_id: str) -> QModelIndex:
        """Find a referral's row; an invalid index when it is not shown."""
        return self.index(self._rows.at(referral_id), 0)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Give the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Give the number of columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell's words, the row itself, or the row said in one sentence."""
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (row.children, row.form, row.changed, row.state_words)[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.said if index.column() == 0 else self.data(index)
        return row if role == RowRole else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Give a column's heading."""
        across = orientation is Qt.Orientation.Horizontal
        if across and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section]
        if across and role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        return None
