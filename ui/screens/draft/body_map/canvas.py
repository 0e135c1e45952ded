"""The picture that marks are set on, by pointer or by keys. Draws and tells; writes nothing.

Arrows move the cross, or the chosen mark; what was moved is told once, when the key or the button
is let go.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QScrollArea, QSizePolicy

from ffd_desktop.exporting.drawing import Drawing
from ffd_desktop.exporting.pictures.body.bubbles import RADIUS, Bubble
from ffd_desktop.exporting.pictures.body.plates import Plate
from ui.screens.draft.body_map.crosshair import Crosshair
from ui.style.apply import style_now
from ui.style.tokens import SPACE
from ui.widgets.painting import paint

_TALLEST: Final = 520
_MOST_GROWTH: Final = 1.5
_EDGE: Final = SPACE.small
_ARM: Final = 9
_SLIP: Final = 4  # pixels that a click may slip without being a drag
_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
_ALONG: Final = {Qt.Key.Key_N: 1, Qt.Key.Key_P: -1}
_PLACES: Final = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_ENDS: Final = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


class BodyCanvas(QLabel):
    """One picture with its numbered marks and a cross; a label, for its role as a graphic.

    Signals:
        placed: A mark is wanted here; carries x and y, from 0 to 1.
        moved: The chosen mark was moved here; carries x and y.
        dragging: The chosen mark is on its way; carries x and y.
        pressed: A mark was pressed; carries its number.
        along: The next mark (1) or the one before (-1) is wanted.
        opened: The questions of the chosen mark are wanted.
        let_go: No mark is to be chosen any more.
        taken_out: The chosen mark is to be taken out.
        looked: The cross came to another point.
    """

    placed = Signal(float, float)
    moved = Signal(float, float)
    dragging = Signal(float, float)
    pressed = Signal(int)
    along = Signal(int)
    opened = Signal()
    let_go = Signal()
    taken_out = Signal()
    looked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.cross = Crosshair()
        self.sheet = Plate(1, 1, (), ())
        self.is_fixed = False
        self._drawing = Drawing(1, 1, ())
        self._bubbles: tuple[Bubble, ...] = ()
        self._chosen = 0
        self._held: QPointF | None = None
        self._is_moving = False
        self._scale = 1.0
        blank = QPixmap(1, 1)
        blank.fill(Qt.GlobalColor.transparent)
        self.setPixmap(blank)  # what tells assistive technology that a label is a graphic
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def show_sheet(
        self, sheet: Plate, drawing: Drawing, bubbles: tuple[Bubble, ...], chosen: int
    ) -> None:
        """Show a picture with its marks; the chosen number is the one that arrows move."""
        other = sheet is not self.sheet
        self.sheet, self._drawing, self._bubbles = sheet, drawing, bubbles
        self._chosen = chosen
        bubble = self._bubble(chosen)
        if bubble is not None and not self._is_moving:
            self.cross.put(bubble.spot[0] / sheet.width, bubble.spot[1] / sheet.height)
        elif other:
            self.cross.centre()
        if other:
            self._fit()
        self.update()

    @property
    def chosen(self) -> int:
        """The number of the chosen mark; 0 for none."""
        return self._chosen

    def point_of(self, x: float, y: float) -> QPointF:
        """Give where a point of the picture is on the widget, in pixels."""
        size = self._size()
        return QPointF(self._left() + x * size[0], _EDGE + y * size[1])

    # ---- size --------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw as large as the room allows."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit anew when the text grows."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        tallest = _TALLEST * min(style_now().scale, _MOST_GROWTH)
        room = self.width() - 2 * _EDGE
        self._scale = max(min(room / self.sheet.width, tallest / self.sheet.height), 0.1)
        height = round(self.sheet.height * self._scale) + 2 * _EDGE
        if height != self.height():
            self.setFixedHeight(max(height, 1))
        self.update()

    def _size(self) -> tuple[float, float]:
        return (self.sheet.width * self._scale, self.sheet.height * self._scale)

    def _left(self) -> float:
        return (self.width() - self._size()[0]) / 2

    # ---- drawing -----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the card, the picture with its marks, and the cross while the focus is here."""
        colours = style_now().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = SPACE.ring if self.hasFocus() else 1
        painter.setPen(QPen(QColor(colours.focus if self.hasFocus() else colours.line), ring))
        painter.setBrush(QColor(colours.surface))
        edge = ring / 2
        card = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        painter.drawRoundedRect(card, SPACE.radius, SPACE.radius)
        painter.save()
        painter.translate(self._left(), _EDGE)
        paint(painter, self._drawing, self._scale, colours)
        painter.restore()
        if self.hasFocus() and not self.is_fixed:
            self._draw_cross(painter, colours.ink, colours.surface)
        painter.end()

    def _draw_cross(self, painter: QPainter, ink: str, ground: str) -> None:
        at = self.point_of(self.cross.x, self.cross.y)
        gap = RADIUS * self._scale + 3 if self._chosen else 3
        for colour, width in ((ground, 5), (ink, 2)):
            painter.setPen(QPen(QColor(colour), width))
            for across, down in _ARROWS.values():
                way = QPointF(across, down)
                painter.drawLine(at + way * gap, at + way * (gap + _ARM))

    # ---- keys --------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, set, choose and take out."""
        if not self._took(Qt.Key(event.key()), event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Tell where the chosen mark was moved to."""
        super().keyReleaseEvent(event)
        if Qt.Key(event.key()) in _ARROWS and not event.isAutoRepeat():
            self._end_move()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the cross."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was being moved, and put the cross away."""
        super().focusOutEvent(event)
        self._end_move()
        self.update()

    def _took(self, key: Qt.Key, event: QKeyEvent) -> bool:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | _KEYPAD):
            return False
        if key in _ARROWS:
            self._step(*_ARROWS[key], far=shift)
        elif key in _ENTER and not event.isAutoRepeat():
            self._enter(key)
        elif key in _ALONG:
            self.along.emit(_ALONG[key])
        elif key in _PLACES or key in _ENDS:
            self._go_to_place(_PLACES.get(key, 0), _ENDS.get(key))
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and self._chosen:
            self.taken_out.emit()
        elif key == Qt.Key.Key_Escape and self._chosen:
            self.let_go.emit()
        else:
            return False
        return True

    def _step(self, across: int, down: int, *, far: bool) -> None:
        self.cross.step(across, down, self.sheet, far=far)
        if self._chosen and not self.is_fixed:
            self._is_moving = True
            self.dragging.emit(self.cross.x, self.cross.y)
        self._look()

    def _enter(self, key: Qt.Key) -> None:
        if self._chosen and key != Qt.Key.Key_Space:
            self.opened.emit()
        elif not self._chosen and not self.is_fixed:
            self.placed.emit(self.cross.x, self.cross.y)

    def _go_to_place(self, step: int, end: int | None) -> None:
        """Go on by a place of the body; or to the first (0) or last (-1) of them."""
        if self._chosen:
            self.let_go.emit()
        if end is None:
            self.cross.next_region(self.sheet, step)
        else:
            self.cross.put(*self.sheet.middle_of(self.sheet.regions[end]))
        self._look()

    def _end_move(self) -> None:
        if self._is_moving:
            self._is_moving = False
            self.moved.emit(self.cross.x, self.cross.y)

    def _look(self) -> None:
        self.update()
        self.looked.emit()
        self._keep_cross_in_view()

    def _keep_cross_in_view(self) -> None:
        """Scroll where the picture is taller than what can be seen of it."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        inside = around.widget() if around is not None else None
        if around is not None and inside is not None:
            at = self.mapTo(inside, self.point_of(self.cross.x, self.cross.y).toPoint())
            around.ensureVisible(0, at.y(), 0, SPACE.page)

    # ---- pointer -----------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the mark that is pressed, and hold it."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._held = event.position()
        number = self._number_at(event.position())
        if number:
            self.pressed.emit(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the mark that is held."""
        if self._held is None or self.is_fixed or not self._chosen:
            return
        held = self._number_at(self._held) == self._chosen
        far = (event.position() - self._held).manhattanLength() > _SLIP
        if self._is_moving or (held and far):
            self._is_moving = True
            self.cross.put(*self._place_at(event.position()))
            self.dragging.emit(self.cross.x, self.cross.y)
            self._look()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep where the mark was moved to, or set a new one."""
        if self._held is None or event.button() != Qt.MouseButton.LeftButton:
            return
        held, self._held = self._held, None
        if self._is_moving:
            self._end_move()
        elif not self._number_at(held) and not self.is_fixed:
            self.cross.put(*self._place_at(held))
            self.placed.emit(self.cross.x, self.cross.y)

    def _place_at(self, at: QPointF) -> tuple[float, float]:
        wide, high = self._size()
        return ((at.x() - self._left()) / wide, (at.y() - _EDGE) / high)

    def _number_at(self, at: QPointF) -> int:
        """Give the number of the mark under the pointer; a target is never under 24 pixels."""
        reach = max(RADIUS * self._scale, SPACE.medium)
        for bubble in reversed(self._bubbles):
            middle = self.point_of(
                bubble.at[0] / self.sheet.width, bubble.at[1] / self.sheet.height
            )
            if (at - middle).manhattanLength() <= reach * 1.3:
                return bubble.number
        return 0

    def _bubble(self, number: int) -> Bubble | None:
        return next((one for one in self._bubbles if one.number == number), None)


_KEYPAD: Final = Qt.KeyboardModifier.KeypadModifier
