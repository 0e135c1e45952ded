"""How a line of the list of sections is drawn. Holds no state."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ffd_desktop.checking.progress import SectionState
from ui.screens.draft.section_marks import draw_mark
from ui.style.apply import style_now
from ui.style.tokens import SPACE, TYPE

Index = QModelIndex | QPersistentModelIndex
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
STATE_WORDS_ROLE = Qt.ItemDataRole.UserRole + 1
_MARK = 16
_TALL = 10_000


class SectionDelegate(QStyledItemDelegate):
    """Draws headings and sections; titles wrap and are never cut."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Give the height of the wrapped title and the state beneath it."""
        width = self._view.viewport().width()
        return QSize(width, _Layout(index, width).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        layout = _Layout(index, box.width())
        if isinstance(layout.state, SectionState):
            self._draw_ground(painter, box, state)
        layout.draw(painter, box, chosen=bool(state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _draw_ground(self, painter: QPainter, box: QRect, state: QStyle.StateFlag) -> None:
        colours = style_now().colours
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(colours.soft))
        if chosen:
            painter.fillRect(QRect(box.x(), box.y(), 4, box.height()), QColor(colours.accent))
        if chosen and self._view.hasFocus():
            painter.setPen(QPen(QColor(colours.focus), SPACE.ring))
            painter.drawRect(QRectF(box).adjusted(1.5, 1.5, -1.5, -1.5))


class _Layout:
    """Where the parts of one line stand within a width."""

    def __init__(self, index: Index, width: int) -> None:
        style = style_now()
        self.title = str(index.data(Qt.ItemDataRole.DisplayRole))
        state = index.data(Qt.ItemDataRole.UserRole)
        self.state = SectionState(state) if state else None
        self.words = str(index.data(STATE_WORDS_ROLE)) if state else ""
        self.is_heading = self.state is None
        self.mark = style.pixels(_MARK)
        self.left = SPACE.large if self.is_heading else SPACE.large + self.mark + SPACE.small + 2
        self.font = _font(style.points(TYPE.small if self.is_heading else TYPE.body))
        self.font.setWeight(QFont.Weight(TYPE.strong if self.is_heading else TYPE.regular))
        self.small = _font(style.points(TYPE.small))
        self.room = max(width - self.left - SPACE.small, 40)
        self.title_height = self._tall(self.font)
        self.above = SPACE.large if self.is_heading else 5
        below = SPACE.tight if self.is_heading else QFontMetrics(self.small).height() + 6
        self.height = self.above + self.title_height + below

    def draw(self, painter: QPainter, box: QRect, *, chosen: bool) -> None:
        colours = style_now().colours
        bold = QFont(self.font)
        bold.setWeight(QFont.Weight(TYPE.strong))
        # Bold only where it takes no more lines: the row was measured without it.
        if chosen and self._tall(bold) <= self.title_height:
            self.font = bold
        painter.setFont(self.font)
        painter.setPen(QColor(colours.quiet if self.is_heading else colours.ink))
        top = box.y() + self.above
        place = QRect(box.x() + self.left, top, self.room, self.title_height)
        painter.drawText(place, _WRAP, self.title)
        if self.state is not None:
            self._draw_state(painter, box, top, self.state)

    def _tall(self, font: QFont) -> int:
        """Give the height of the wrapped title in a font."""
        room = QRect(0, 0, self.room, _TALL)
        return QFontMetrics(font).boundingRect(room, _WRAP, self.title).height()

    def _draw_state(self, painter: QPainter, box: QRect, top: int, state: SectionState) -> None:
        colours = style_now().colours
        line = QFontMetrics(self.font).height()
        mark_top = top + (line - self.mark) / 2
        draw_mark(
            painter,
            QRectF(box.x() + SPACE.large, mark_top, self.mark, self.mark),
            state,
            colours,
        )
        painter.setFont(self.small)
        wrong = state is SectionState.PUT_RIGHT
        painter.setPen(QColor(colours.warn if wrong else colours.quiet))
        under = QRect(box.x() + self.left, top + self.title_height, self.room, _TALL)
        painter.drawText(under, _WRAP, self.words)


def _font(points: float) -> QFont:
    font = QFont()
    font.setPointSizeF(points)
    return font
