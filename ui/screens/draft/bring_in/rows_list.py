"""The list of rows that wait to be brought in: arrows mark, Space ticks."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ffd_desktop.concern_log.rows import LogRow
from ui.screens.draft.bring_in.model import BriefRole, RowsModel
from ui.screens.draft.bring_in.words import Shown
from ui.style.apply import style_now
from ui.style.tokens import SPACE
from ui.widgets.choice_drawing import draw_tick
from ui.widgets.two_lines import draw_two_lines, two_line_height

Index = QModelIndex | QPersistentModelIndex


class RowsPainter(QStyledItemDelegate):
    """Draws a row: its tick, its date and whom it is about, the beginning of its words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Ask for two lines."""
        return QSize(SPACE.measure, two_line_height(option.widget))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        colours = style_now().colours
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.soft))
            painter.fillRect(
                QRect(rect.left(), rect.top(), SPACE.tight, rect.height()), QColor(colours.accent)
            )
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        size = tick_size(option)
        checked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        _draw_box(painter, QRectF(_tick_place(rect, size)), checked=checked)
        words = rect.adjusted(size + SPACE.large + SPACE.medium, 0, -SPACE.small, 0)
        title = str(index.data(Qt.ItemDataRole.DisplayRole))
        brief = str(index.data(BriefRole))
        draw_two_lines(painter, words, title, brief, option.font)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,  # noqa: ARG002 - what Qt hands over
        model: QAbstractItemModel,  # noqa: ARG002
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: Index,  # noqa: ARG002
    ) -> bool:
        """Leave ticking to the list, or a press on the box would turn it over twice."""
        return False


class RowsList(QListView):
    """Rows with their ticks.

    Signals:
        marked: Another row is marked; carries the ``LogRow``, or ``None``.
    """

    marked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rows = RowsModel()
        self.setModel(self.rows)
        self.setItemDelegate(RowsPainter(self))
        self.setProperty("list", "rows")
        self.setAccessibleName("Rows to bring in")
        self.setAccessibleDescription("Arrow keys go from row to row, Space ticks a row.")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.selectionModel().currentChanged.connect(
            lambda now, _before: self.marked.emit(self.rows.row(now))
        )

    def put(self, shown: Shown) -> None:
        """Show rows, the mark on the same row as before, else on the first."""
        at = max(self.currentIndex().row(), 0)
        self.rows.put(shown)
        if not self.currentIndex().isValid() and shown.rows:
            self.setCurrentIndex(self.rows.index(min(at, len(shown.rows) - 1)))
        self.marked.emit(self.row())

    def row(self) -> LogRow | None:
        """Give the marked row."""
        return self.rows.row(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick by Space or Enter."""
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.rows.toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick by a press on the box."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        edge = QFontMetrics(self.font()).height() + 2 * SPACE.large
        if index.isValid() and event.position().x() <= edge:
            self.rows.toggle(index)

    def changeEvent(self, event: QEvent) -> None:
        """Lay the rows out anew when the text grows."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self.scheduleDelayedItemsLayout()


def tick_size(option: QStyleOptionViewItem) -> int:
    """Give the side of a tick box, in pixels."""
    return max(QFontMetrics(option.font).height(), 18)


def _tick_place(rect: QRect, size: int) -> QRect:
    top = rect.top() + (rect.height() - size) // 2
    return QRect(rect.left() + SPACE.large, top, size, size)


def _draw_box(painter: QPainter, box: QRectF, *, checked: bool) -> None:
    colours = style_now().colours
    box = box.adjusted(1, 1, -1, -1)
    painter.setPen(QPen(QColor(colours.accent if checked else colours.edge), 2))
    painter.setBrush(QColor(colours.accent if checked else colours.surface))
    painter.drawRoundedRect(box, 3, 3)
    if checked:
        draw_tick(painter, box, colours.on_accent)
