"""Small outlined words on the head of a card, such as whom an entry concerns. Holds no state."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from ui.style.tokens import SPACE, Colours

_ACROSS, _DOWN = 8, 2
Pill = tuple[QRect, str]


def place_pills(words: Sequence[str], metrics: QFontMetrics, within: QRect) -> tuple[Pill, ...]:
    """Set words in lines from the top of a place, each in a frame of its own."""
    height = metrics.height() + 2 * _DOWN
    x, y = within.left(), within.top()
    placed: list[Pill] = []
    for one in words:
        width = min(metrics.horizontalAdvance(one) + 2 * _ACROSS, within.width())
        if placed and x + width > within.right():
            x, y = within.left(), y + height + SPACE.tight
        placed.append((QRect(x, y, width, height), one))
        x += width + SPACE.tight
    return tuple(placed)


def draw_pills(painter: QPainter, pills: Sequence[Pill], colours: Colours) -> None:
    """Draw pills in the painter's font; a name too long for the line is cut with dots."""
    for place, words in pills:
        painter.setPen(QPen(QColor(colours.edge), 1))
        painter.setBrush(QColor(colours.soft))
        round_ = place.height() / 2
        painter.drawRoundedRect(place, round_, round_)
        painter.setPen(QColor(colours.ink))
        room = place.width() - 2 * _ACROSS + 1
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), shown)
