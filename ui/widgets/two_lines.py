"""Drawing a row of a list as two lines: strong above, quiet beneath. Plain text only."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from ui.style.apply import style_now
from ui.style.tokens import SPACE, TYPE

_FLAGS = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


def font_of(base: QFont, size: float, *, strong: bool = False) -> QFont:
    """Give a font of a size of type, at the text scale in force."""
    font = QFont(base)
    font.setPointSizeF(style_now().points(size))
    if strong:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def two_line_height(widget: QWidget) -> int:
    """Give the height of a row of two lines and some air."""
    strong = QFontMetrics(font_of(widget.font(), TYPE.body, strong=True)).height()
    small = QFontMetrics(font_of(widget.font(), TYPE.small)).height()
    return strong + small + SPACE.large


def draw_two_lines(painter: QPainter, place: QRect, above: str, below: str, base: QFont) -> None:
    """Draw two lines in the middle of a place, cut with an ellipsis where they do not fit."""
    colours = style_now().colours
    strong, small = font_of(base, TYPE.body, strong=True), font_of(base, TYPE.small)
    upper, lower = QFontMetrics(strong).height(), QFontMetrics(small).height()
    top = place.top() + (place.height() - upper - lower) // 2
    first = QRect(place.left(), top, place.width(), upper)
    draw_line(painter, first, above, strong, colours.ink)
    draw_line(painter, first.translated(0, upper), below, small, colours.quiet)


def draw_line(painter: QPainter, place: QRect, text: str, font: QFont, colour: str) -> None:
    """Draw one line, cut with an ellipsis where it does not fit."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, int(_FLAGS), shown)
