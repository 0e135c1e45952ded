"""How a row of the shelf is drawn: the children above, the reference beneath, a mark for the state.

Draws plain text only: no name is ever read as markup.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ffd_desktop.drafting.ports import DraftState
from ui.screens.shelf.model import RowRole
from ui.screens.shelf.rows import Row
from ui.style.apply import style_now
from ui.style.tokens import SPACE, TYPE, Style

_CHILDREN, _STATE = 0, 3
_FLAGS = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


def row_height(widget: QWidget) -> int:
    """Give the height of a row: two lines of text and air."""
    style = style_now()
    strong = QFontMetrics(_font(widget.font(), style, TYPE.body, strong=True)).height()
    small = QFontMetrics(_font(widget.font(), style, TYPE.small)).height()
    return strong + small + SPACE.large


class ShelfPainter(QStyledItemDelegate):
    """Draws the cells of the shelf."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Ask for two lines."""
        return QSize(super().sizeHint(option, index).width(), row_height(option.widget))

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
        if index.column() == _CHILDREN:
            _two_lines(painter, place, row, style, option)
        elif index.column() == _STATE:
            _state(painter, place, row, style, option)
        else:
            words = str(index.data(Qt.ItemDataRole.DisplayRole))
            _line(painter, place, words, _font(option.font, style, TYPE.body), style.colours.ink)
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


def _two_lines(
    painter: QPainter, place: QRect, row: Row, style: Style, option: QStyleOptionViewItem
) -> None:
    strong = _font(option.font, style, TYPE.body, strong=True)
    small = _font(option.font, style, TYPE.small)
    upper, lower = QFontMetrics(strong).height(), QFontMetrics(small).height()
    top = place.top() + (place.height() - upper - lower) // 2
    above = QRect(place.left(), top, place.width(), upper)
    below = QRect(place.left(), top + upper, place.width(), lower)
    _line(painter, above, row.children, strong, style.colours.ink)
    _line(painter, below, row.reference, small, style.colours.quiet)


def _state(
    painter: QPainter, place: QRect, row: Row, style: Style, option: QStyleOptionViewItem
) -> None:
    """Draw a mark beside the words: a ring while it is written, filled once it went out."""
    font = _font(option.font, style, TYPE.body)
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
    _line(painter, words, row.state_words, font, style.colours.ink)


def _line(painter: QPainter, place: QRect, text: str, font: QFont, colour: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, int(_FLAGS), shown)


def _font(base: QFont, style: Style, size: float, *, strong: bool = False) -> QFont:
    font = QFont(base)
    font.setPointSizeF(style.points(size))
    if strong:
        font.setWeight(QFont.Weight.DemiBold)
    return font
