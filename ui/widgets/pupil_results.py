"""The pupils that were found, as a list: arrows show a pupil's card, Enter takes the pupil."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui.style.apply import style_now
from ui.style.tokens import SPACE
from ui.widgets.pupil_words import ResultLine
from ui.widgets.two_lines import draw_two_lines, two_line_height

Index = QModelIndex | QPersistentModelIndex
LineRole = Qt.ItemDataRole.UserRole
LEAST_SEEN, MOST_SEEN = 1, 6
_NOWHERE = QModelIndex()
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class ResultsModel(QAbstractListModel):
    """The lines that were found."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[ResultLine, ...] = ()

    def put(self, lines: tuple[ResultLine, ...]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Give the number of lines."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a line's name, the line itself, or the line as one sentence."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.said
        return line if role == LineRole else None


class ResultsPainter(QStyledItemDelegate):
    """Draws a pupil as two lines: the name, and what tells the child from another."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for two lines."""
        return QSize(super().sizeHint(option, index).width(), two_line_height(option.widget))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the marked ground as the style does, and the two lines upon it."""
        line = index.data(LineRole)
        if not isinstance(line, ResultLine):
            return
        colours = style_now().colours
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours.soft))
            bar = option.rect.adjusted(0, 0, SPACE.tight - option.rect.width(), 0)
            painter.fillRect(bar, QColor(colours.accent))
        place = option.rect.adjusted(SPACE.medium, 0, -SPACE.small, 0)
        draw_two_lines(painter, place, line.name, line.details, option.font)
        painter.restore()


class Results(QListView):
    """The list of pupils.

    Signals:
        looked_at: The mark is on a pupil (its key).
        taken: Enter or a press on a pupil (its key).
    """

    looked_at = Signal(str)
    taken = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.lines = ResultsModel()
        self.setModel(self.lines)
        self.setItemDelegate(ResultsPainter(self))
        self.setAccessibleName("Pupils found")
        self.setAccessibleDescription("Arrow keys show a pupil’s card, Enter takes the pupil.")
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.clicked.connect(self._on_clicked)

    def put(self, lines: tuple[ResultLine, ...]) -> None:
        """Show other pupils; the mark stays on the same pupil, if that one is among them."""
        marked = self.key()
        self.lines.put(lines)
        self._fit()
        self.mark(marked)

    def mark_first(self) -> None:
        """Put the mark on the first pupil."""
        self.setCurrentIndex(self.lines.index(0))

    def mark(self, key: str) -> None:
        """Put the mark on a pupil, if that one is among them."""
        for at in range(self.lines.rowCount()):
            index = self.lines.index(at)
            line = index.data(LineRole)
            if isinstance(line, ResultLine) and line.key == key:
                self.setCurrentIndex(index)

    def key(self) -> str:
        """Give the key of the marked pupil; empty when none is."""
        line = self.currentIndex().data(LineRole)
        return line.key if isinstance(line, ResultLine) else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a pupil by Enter."""
        if event.key() in _ENTER and self.key():
            self.taken.emit(self.key())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark the first pupil when a person comes in by keyboard and none is marked."""
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection():
            self.mark_first()

    def changeEvent(self, event: QEvent) -> None:
        """Fit the rows anew when the text grows."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        shown = min(max(self.lines.rowCount(), LEAST_SEEN), MOST_SEEN)
        self.setFixedHeight(shown * two_line_height(self) + SPACE.large)

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        line = now.data(LineRole)
        if isinstance(line, ResultLine):
            self.looked_at.emit(line.key)

    def _on_clicked(self, index: QModelIndex) -> None:
        line = index.data(LineRole)
        if isinstance(line, ResultLine):
            self.taken.emit(line.key)
