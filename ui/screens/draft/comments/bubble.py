"""The quiet mark at the question that has the focus or the pointer: comment on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLineF, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from ui.editors.field_row import FieldRow
from ui.style.apply import style_now
from ui.style.tokens import SPACE


class Bubble(QAbstractButton):
    """A speech bubble in the corner of one question; Tab passes over it, a key does the same."""

    def __init__(self, row: FieldRow, keys: str) -> None:
        super().__init__(row)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(f"Comment on “{row.field.label}”")
        self.setAccessibleDescription(f"{keys} does the same.")
        self.setToolTip(f"Comment ({keys})")
        self.resize(self.sizeHint())
        row.installEventFilter(self)
        self._place(row)
        self.show()
        self.raise_()

    def sizeHint(self) -> QSize:
        """Be a comfortable target."""
        side = max(SPACE.target, style_now().pixels(SPACE.target))
        return QSize(side, side)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner when the question grows."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, FieldRow):
            self._place(watched)
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the bubble with a plus in it, clear of a box that begins right beneath."""
        colours, side = style_now().colours, self.width()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.soft))
            painter.drawRoundedRect(self.rect(), SPACE.radius, SPACE.radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.link), side / 15))
        painter.drawPath(_outline(side))
        middle, across = side * 0.32, side * 0.11
        painter.drawLine(QLineF(side / 2 - across, middle, side / 2 + across, middle))
        painter.drawLine(QLineF(side / 2, middle - across, side / 2, middle + across))
        painter.end()

    def _place(self, row: FieldRow) -> None:
        self.move(row.width() - self.width(), 0)


def _outline(side: float) -> QPainterPath:
    left, right, top, foot = side * 0.18, side * 0.82, side * 0.08, side * 0.56
    body = QPainterPath()
    body.addRoundedRect(QRectF(left, top, right - left, foot - top), side * 0.1, side * 0.1)
    tail = QPainterPath()
    tail.moveTo(left + side * 0.1, foot - 1)
    tail.lineTo(left + side * 0.1, side * 0.74)
    tail.lineTo(left + side * 0.3, foot - 1)
    return body.united(tail)
