"""How a choice is drawn: its mark, its words, its ring. Holds no state."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton

from ui.style.apply import style_now
from ui.style.tokens import SPACE, TYPE, Colours

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
_TALL = 100_000


class Face(msgspec.Struct, frozen=True):
    """What a choice shows."""

    words: str
    note: str = ""
    tile: bool = False
    round: bool = True
    pips: str = ""
    compact: bool = False

    @property
    def pad(self) -> tuple[int, int]:
        """Distance of mark and words from the border, across and down."""
        if self.compact:
            return (8, 8)
        return (12, 8) if self.tile else (5, 5)


def face_size(button: QAbstractButton, face: Face, width: int) -> QSize:
    """Give the room that a face takes within a width, in pixels."""
    across, down = face.pad
    start = across + _mark_size(button) + SPACE.small
    room = max(width - start - across, 1)
    words = _words_font(button, face).boundingRect(QRect(0, 0, room, _TALL), _WRAP, _line(face))
    height, widest = words.height(), words.width()
    if face.note:
        note = _note_metrics(button).boundingRect(QRect(0, 0, room, _TALL), _WRAP, face.note)
        height, widest = height + SPACE.hair + note.height(), max(widest, note.width())
    tall = max(height + 2 * down, _mark_size(button) + 2 * down, SPACE.target)
    return QSize(min(start + widest + 1 + across, max(width, start)), tall)


def draw(painter: QPainter, button: QAbstractButton, face: Face) -> None:
    """Draw a face on its button in the style in force."""
    colours = style_now().colours
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw_ground(painter, button, face, colours)
    across, down = face.pad
    size = _mark_size(button)
    metrics = _words_font(button, face)
    top = down + max((metrics.height() - size) / 2, 0)
    x = button.width() - across - size if _is_rtl(button) else across
    _draw_mark(painter, QRectF(x, top, size, size), button, face, colours)
    _draw_words(painter, button, face, colours)


def _draw_ground(painter: QPainter, button: QAbstractButton, face: Face, c: Colours) -> None:
    ring = button.hasFocus()
    if not (face.tile or ring or button.underMouse()):
        return
    width = SPACE.ring if ring else 2 if button.isChecked() else 1
    edge = c.focus if ring else c.accent if button.isChecked() else c.edge
    if not face.tile and not ring:
        edge = "#00000000"
    ground = c.soft if button.isChecked() and face.tile else c.surface
    if button.underMouse() and button.isEnabled():
        ground = c.soft
    painter.setPen(QPen(QColor(edge), width))
    painter.setBrush(QColor(ground) if face.tile or button.underMouse() else Qt.BrushStyle.NoBrush)
    inset = width / 2
    box = QRectF(_extent(button, face)).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(box, SPACE.radius, SPACE.radius)


def _extent(button: QAbstractButton, face: Face) -> QRect:
    """A tile fills its place; a plain line is as wide as its words."""
    if face.tile:
        return button.rect()
    width = face_size(button, face, button.width()).width()
    left = button.width() - width if _is_rtl(button) else 0
    return QRect(left, 0, width, button.height())


def _draw_mark(
    painter: QPainter, box: QRectF, button: QAbstractButton, face: Face, c: Colours
) -> None:
    box = box.adjusted(1, 1, -1, -1)
    on = button.isChecked()
    ink = c.accent if button.isEnabled() else c.quiet
    painter.setPen(QPen(QColor(ink if on else c.edge), 2))
    painter.setBrush(QColor(ink if on and not face.round else c.surface))
    if face.round:
        painter.drawEllipse(box)
        if on:
            _draw_dot(painter, box, ink)
        return
    painter.drawRoundedRect(box, 3, 3)
    if on:
        draw_tick(painter, box, c.on_accent)


def _draw_dot(painter: QPainter, box: QRectF, ink: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ink))
    painter.drawEllipse(box.center(), box.width() * 0.27, box.height() * 0.27)


def draw_tick(painter: QPainter, box: QRectF, ink: str) -> None:
    """Draw the stroke of a tick in a box."""
    pen = QPen(QColor(ink), max(box.width() / 8, 2))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    points = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.30))
    places = [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in points]
    painter.drawPolyline(places)


def _draw_words(painter: QPainter, button: QAbstractButton, face: Face, c: Colours) -> None:
    across, down = face.pad
    start = across + _mark_size(button) + SPACE.small
    left = across if _is_rtl(button) else start
    room = QRect(left, down, max(button.width() - start - across, 1), _TALL)
    metrics = _words_font(button, face)
    one_line = metrics.height()
    room.translate(0, max((_mark_size(button) - one_line) // 2, 0))
    painter.setPen(QColor(c.ink if button.isEnabled() else c.quiet))
    painter.setFont(_strong(button) if face.note else button.font())
    painter.drawText(room, _WRAP, _line(face))
    if face.note:
        used = metrics.boundingRect(QRect(0, 0, room.width(), _TALL), _WRAP, _line(face))
        painter.setFont(_small(button))
        painter.setPen(QColor(c.quiet))
        painter.drawText(room.translated(0, used.height() + SPACE.hair), _WRAP, face.note)


def _line(face: Face) -> str:
    return f"{face.words}   {face.pips}" if face.pips else face.words


def _mark_size(button: QAbstractButton) -> int:
    return max(QFontMetrics(button.font()).height(), 18)


def _words_font(button: QAbstractButton, face: Face) -> QFontMetrics:
    return QFontMetrics(_strong(button) if face.note else button.font())


def _note_metrics(button: QAbstractButton) -> QFontMetrics:
    return QFontMetrics(_small(button))


def _strong(button: QAbstractButton) -> QFont:
    font = QFont(button.font())
    font.setWeight(QFont.Weight(TYPE.strong))
    return font


def _small(button: QAbstractButton) -> QFont:
    font = QFont(button.font())
    font.setPointSizeF(style_now().points(TYPE.small))
    return font


def _is_rtl(button: QAbstractButton) -> bool:
    return button.layoutDirection() == Qt.LayoutDirection.RightToLeft
