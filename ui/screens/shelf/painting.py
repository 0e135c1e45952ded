"""How a row of the shelf is drawn: the children above, the reference beneath, a mark for the state.

Draws plain text only: no name is ever read as markup.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ffd_desktop.drafting.ports import DraftState
from ui.screens.shelf.model import RowRole
from ui.screens.shelf.rows import Row
from ui.style.apply import style_now
from ui.style.tokens import SPACE, TYPE, Style
from ui.widgets.two_lines import draw_line, draw_two_lines, font_of, two_line_height

_CHILDREN, _FORM, _STATE = 0, 1, 3


class ShelfPainter(QStyledItemDelegate):
    """Draws the cells of the shelf."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Ask for two lines."""
        return QSize(super().sizeHint(option, index).width(), two_line_height(option.widget))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one cell."""
        row = index.data(RowRole)
        if not isinstance(row, Row):
            return
        style = style_now()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option, index, style)
        place = option.rect.adjusted(SPACE.large, 0, -SPACE.small, 0)
        if row.is_hidden and index.column() in {_CHILDREN, _FORM}:
            place = _over_both(place, index.column(), option)
            draw_two_lines(painter, place, row.children, row.beneath, option.font)
        elif index.column() == _CHILDREN:
            draw_two_lines(painter, place, row.children, row.beneath, option.font)
        elif index.column() == _STATE:
            _state(painter, place, row, style, option)
        else:
            words = str(index.data(Qt.ItemDataRole.DisplayRole))
            draw_line(painter, place, words, font_of(option.font, TYPE.body), style.colours.ink)
        painter.restore()

    def _ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        style: Style,
    ) -> None:
        rect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(style.colours.soft))
            if index.column() == _CHILDREN:
                bar = QRect(rect.left(), rect.top(), SPACE.tight, rect.height())
                painter.fillRect(bar, QColor(style.colours.accent))
        painter.setPen(QPen(QColor(style.colours.line), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())


def _over_both(place: QRect, column: int, option: QStyleOptionViewItem) -> QRect:
    """Give whom to ask the room of the form, of which nothing is told; either cell draws it all."""
    table = option.widget
    if not isinstance(table, QTableView):
        return place
    if column == _CHILDREN:
        return place.adjusted(0, 0, table.columnWidth(_FORM), 0)
    return place.adjusted(-table.columnWidth(_CHILDREN), 0, 0, 0)


def _state(
    painter: QPainter, place: QRect, row: Row, style: Style, option: QStyleOptionViewItem
) -> None:
    """Draw a mark beside the words: a ring while it is written, filled once it went out."""
    font = font_of(option.font, TYPE.body)
    size = QFontMetrics(font).capHeight()
    centre = QPointF(place.left() + size / 2, place.center().y() + 0.5)
    mark = QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size)
    colour = QColor(style.colours.quiet if row.is_archived else style.colours.link)
    painter.setPen(QPen(colour, 1.6))
    filled = row.state in {DraftState.SENT, DraftState.CLOSED, DraftState.SEALED}
    painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
    if row.is_archived:
        painter.drawRect(mark)
    else:
        painter.drawEllipse(mark)
    words = place.adjusted(size + SPACE.small, 0, 0, 0)
    draw_line(painter, words, row.state_words, font, style.colours.ink)
