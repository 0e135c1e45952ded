"""How a section's state is drawn: a ring, a half moon, a tick, a triangle; never colour only.

Knows no section and no list.
"""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from ffd_desktop.checking.progress import SectionState
from ui.style.tokens import Colours


def draw_mark(painter: QPainter, box: QRectF, state: SectionState, colours: Colours) -> None:
    """Draw the mark of a state within a square box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    match state:
        case SectionState.NOT_STARTED:
            _ring(painter, box, colours.edge)
        case SectionState.IN_PROGRESS:
            _ring(painter, box, colours.link)
            painter.setBrush(QColor(colours.link))
            painter.drawPie(box.adjusted(2, 2, -2, -2), 90 * 16, 180 * 16)
        case SectionState.DONE:
            _tick(painter, box, colours)
        case SectionState.PUT_RIGHT:
            _triangle(painter, box, colours)
        case _:
            assert_never(state)
    painter.restore()


def _ring(painter: QPainter, box: QRectF, ink: str) -> None:
    painter.setPen(QPen(QColor(ink), 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box.adjusted(1, 1, -1, -1))


def _tick(painter: QPainter, box: QRectF, colours: Colours) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.good))
    painter.drawEllipse(box)
    pen = QPen(QColor(colours.surface), box.width() / 8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(_points(box, ((0.27, 0.52), (0.44, 0.69), (0.74, 0.34))))


def _triangle(painter: QPainter, box: QRectF, colours: Colours) -> None:
    pen = QPen(QColor(colours.warn), 1.6)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(QColor(colours.warn_soft))
    painter.drawPolygon(_points(box, ((0.5, 0.06), (0.97, 0.92), (0.03, 0.92))))
    pen.setWidthF(box.width() / 9)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawPolyline(_points(box, ((0.5, 0.38), (0.5, 0.58))))
    painter.drawPolyline(_points(box, ((0.5, 0.75), (0.5, 0.76))))


def _points(box: QRectF, parts: tuple[tuple[float, float], ...]) -> QPolygonF:
    return QPolygonF(
        [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in parts]
    )
