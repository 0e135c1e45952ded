"""Painting a drawing's shapes with Qt, in the colours of the style in force. Holds no state."""

from __future__ import annotations

from typing import Final, assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from ffd_desktop.exporting import drawing as shapes
from ffd_desktop.exporting.drawing import AnyOutline, Drawing, Ink, Label
from ui.style.tokens import TYPE, Colours

_LINES: Final[dict[Ink, str]] = {
    Ink.TEXT: "ink",
    Ink.QUIET: "quiet",
    Ink.ACCENT: "link",
    Ink.WASH: "line",
    Ink.DANGER: "alarm",
    Ink.PAPER: "surface",
}
_FILLS: Final[dict[Ink, str]] = {**_LINES, Ink.ACCENT: "accent", Ink.WASH: "soft"}
POINTS_PER_INCH: Final = 72.0


def line_colour(ink: Ink, colours: Colours) -> QColor:
    """Give the colour of a line or of words."""
    return QColor(getattr(colours, _LINES[ink]))


def fill_colour(ink: Ink, colours: Colours) -> QColor:
    """Give the colour inside a shape."""
    return QColor(getattr(colours, _FILLS[ink]))


def paint(painter: QPainter, drawing: Drawing, scale: float, colours: Colours) -> None:
    """Paint a drawing from the painter's origin, each of its units ``scale`` pixels long."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in drawing.shapes:
        if isinstance(shape, Label):
            _words(painter, shape, scale, colours)
        else:
            painter.setPen(_pen(shape, scale, colours))
            fill = shape.fill
            painter.setBrush(fill_colour(fill, colours) if fill else Qt.BrushStyle.NoBrush)
            painter.drawPath(_path(shape, scale))


def _pen(shape: AnyOutline, scale: float, colours: Colours) -> QPen:
    if shape.line is None:
        return QPen(Qt.PenStyle.NoPen)
    width = max(shape.width * scale, 1.0)
    pen = QPen(line_colour(shape.line, colours), width)
    if shape.dashed:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([3 * scale / width, 2 * scale / width])
    return pen


def _path(shape: AnyOutline, scale: float) -> QPainterPath:
    path = QPainterPath()
    match shape:
        case shapes.Line():
            path.moveTo(shape.x1 * scale, shape.y1 * scale)
            path.lineTo(shape.x2 * scale, shape.y2 * scale)
        case shapes.Rect():
            box = QRectF(shape.x * scale, shape.y * scale, shape.w * scale, shape.h * scale)
            path.addRoundedRect(box, shape.radius * scale, shape.radius * scale)
        case shapes.Circle():
            path.addEllipse(_at(shape.x, shape.y, scale), shape.r * scale, shape.r * scale)
        case shapes.Ellipse():
            path.addEllipse(_at(shape.x, shape.y, scale), shape.rx * scale, shape.ry * scale)
        case shapes.Polygon():
            path.addPolygon(QPolygonF([_at(*point, scale) for point in shape.points]))
            path.closeSubpath()
        case shapes.Path():
            for step in shape.steps:
                _step(path, step, scale)
        case _:
            assert_never(shape)
    return path


def _step(path: QPainterPath, step: tuple[str | float, ...], scale: float) -> None:
    pen, *rest = step
    numbers = [float(number) for number in rest]
    points = [_at(x, y, scale) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
    match pen:
        case "M":
            path.moveTo(points[0])
        case "L":
            path.lineTo(points[0])
        case "C":
            path.cubicTo(points[0], points[1], points[2])
        case _:
            path.closeSubpath()


def _at(x: float, y: float, scale: float) -> QPointF:
    return QPointF(x * scale, y * scale)


def _words(painter: QPainter, label: Label, scale: float, colours: Colours) -> None:
    font = _font(painter, label, scale)
    device = painter.device()
    wide = QFontMetricsF(font, device).horizontalAdvance(label.text)
    room = label.room * scale
    if room and wide > room:
        font.setPointSizeF(font.pointSizeF() * room / wide)
        wide = QFontMetricsF(font, device).horizontalAdvance(label.text)
    back = {"start": 0.0, "middle": wide / 2, "end": wide}[label.anchor]
    painter.setFont(font)
    painter.setPen(line_colour(label.line or Ink.TEXT, colours))
    painter.drawText(QPointF(label.x * scale - back, label.y * scale), label.text)


def _font(painter: QPainter, label: Label, scale: float) -> QFont:
    font = QFont(painter.font())
    dots = painter.device().logicalDpiY()
    font.setPointSizeF(max(label.size * scale * POINTS_PER_INCH / dots, 1.0))
    font.setWeight(QFont.Weight(TYPE.strong if label.strong else TYPE.regular))
    return font
