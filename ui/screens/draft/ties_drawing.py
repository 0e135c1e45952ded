"""How a square of the grid is drawn: what they are to each other first, and below it the rest."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableWidget

from ui.screens.draft.ties_words import EMPTY, FROM_ROLL, NOBODY
from ui.style.apply import style_now
from ui.style.tokens import SPACE, TYPE

Index = QModelIndex | QPersistentModelIndex
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
_TALL = 10_000
_MOST_MEASURED = 2_000


class TieDelegate(QStyledItemDelegate):
    """Draws squares; words wrap and are never cut."""

    def __init__(self, grid: QTableWidget) -> None:
        super().__init__(grid)
        self._grid = grid
        self._measured: dict[tuple[str, int, str], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Give the height of the wrapped words; measured once for each text and width."""
        width = self._grid.columnWidth(index.column()) - self._grid.showGrid()
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        key = (text, width, self._grid.font().key())
        if key not in self._measured:
            if len(self._measured) >= _MOST_MEASURED:
                self._measured.clear()
            self._measured[key] = _Parts(text, width, self._grid.font()).height
        return QSize(width, self._measured[key])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one square."""
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        colours = style_now().colours
        painter.save()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(colours.soft))
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        _Parts(text, box.width(), self._grid.font()).draw(painter, box)
        if chosen:
            ink = colours.focus if self._grid.hasFocus() else colours.accent
            painter.setPen(QPen(QColor(ink), SPACE.ring))
            painter.drawRect(QRectF(box).adjusted(1.5, 1.5, -1.5, -1.5))
        painter.restore()


class _Parts:
    """Where the lines of one square stand within a width."""

    def __init__(self, text: str, width: int, font: QFont) -> None:
        first, _, rest = text.partition("\n")
        self.title, self.rest = first, rest
        self.is_empty = first in (NOBODY, EMPTY)
        self.strong = QFont(font)
        self.strong.setWeight(QFont.Weight(TYPE.regular if self.is_empty else TYPE.strong))
        self.small = QFont(font)
        self.small.setPointSizeF(style_now().points(TYPE.small))
        self.edge = SPACE.small
        room = QRect(0, 0, max(width - 2 * self.edge, 40), _TALL)
        self.room = room.width()
        self.title_height = QFontMetrics(self.strong).boundingRect(room, _WRAP, first).height()
        below = QFontMetrics(self.small).boundingRect(room, _WRAP, rest).height() if rest else 0
        self.height = self.title_height + below + 2 * self.edge

    def draw(self, painter: QPainter, box: QRect) -> None:
        colours = style_now().colours
        left, top = box.x() + self.edge, box.y() + self.edge
        painter.setFont(self.strong)
        painter.setPen(QColor(colours.quiet if self.is_empty else colours.ink))
        painter.drawText(QRect(left, top, self.room, self.title_height), _WRAP, self.title)
        painter.setFont(self.small)
        painter.setPen(QColor(colours.ink if self.rest != FROM_ROLL else colours.quiet))
        under = QRect(left, top + self.title_height, self.room, _TALL)
        painter.drawText(under, _WRAP, self.rest)
