"""The timeline above the rows, drawn anew a moment after something changed, while it is seen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import msgspec
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ffd_desktop.exporting.drawing import Rect
from ffd_desktop.exporting.outline import Figure
from ffd_desktop.exporting.pictures.timeline import CAPTION, Spot, Timeline, timeline
from ffd_desktop.exporting.pictures.timeline_scale import LETTER
from ffd_desktop.referral.model import Referral
from ui.style.apply import style_now
from ui.style.tokens import SPACE
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.painting import POINTS_PER_INCH
from ui.widgets.picture import SMALLEST, Picture
from ui.widgets.rows import column
from ui.widgets.words import Kind, Words

PAUSE_MS = 700
NAME = "Timeline"
NARROWEST = 240.0
TALL = (200.0, 260.0)  # beyond the first, the second, more events share their marks
TALLEST = 300.0  # of a picture that is shown without being asked for
KEPT_TOO = (
    "A dashed mark without a number stays on file. Press a mark to go to its row; on the picture, "
    "the arrows up and down go from mark to mark, and Enter to the row."
)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_RING = 2.5
SHOW, HIDE = "Show the timeline", "Hide the timeline"


class LiveTimeline(QWidget):
    """A picture of the events, which is not there while fewer than two have a date.

    Signals:
        wanted: A mark was pressed; carries the id of the first of its events.
    """

    wanted = Signal(str)

    def __init__(
        self,
        referral: Callable[[], Referral],
        today: Callable[[], date],
        words: Callable[[str], str],
    ) -> None:
        super().__init__()
        self._referral, self._today, self._words = referral, today, words
        self._figure: Figure | None = None
        self._chosen = -1
        self._drawn: tuple[object, ...] = ()
        self._spots: tuple[Spot, ...] = ()
        self._is_open: bool | None = None
        self.picture = Picture(NAME)
        self.picture.canvas.installEventFilter(self)
        self.picture.canvas.setCursor(Qt.CursorShape.PointingHandCursor)
        self._hint = Words(f"{CAPTION} {KEPT_TOO}", Kind.HINT)
        self.fold = Button(HIDE, "quiet", does=self._on_fold)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.draw)
        lines = column(self, gap=SPACE.tight)
        lines.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeading)
        lines.addWidget(self.picture)
        lines.addWidget(self._hint)
        self.hide()

    def draw_soon(self) -> None:
        """Draw once nobody has typed for a moment."""
        self._pause.start()

    def draw(self) -> None:
        """Draw the events as they stand, if anything of them is another."""
        self._pause.stop()
        referral, today, width = self._referral(), self._today(), self._width()
        now = (_what_is_drawn(referral), referral.children, referral.people, today, width)
        if now == self._drawn:
            return
        self._drawn = now
        made = timeline(referral, today, width=width, tall=TALL, kept_too=True)
        self.setVisible(made is not None)
        if made is not None:
            self._show(made)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw for the width that there is."""
        super().showEvent(event)
        self._pause.start(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._pause.start(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go to the row of a mark that is pressed, or chosen by keys."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            scale = self.picture.canvas.scale or 1.0
            self.press(event.position().x() / scale, event.position().y() / scale)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._takes(Qt.Key(event.key())) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def press(self, x: float, y: float) -> None:
        """Go to the row of the mark at a place on the drawing, if one is there."""
        for spot in self._spots:
            if spot.x <= x <= spot.x + spot.w and spot.y <= y <= spot.y + spot.h:
                self.wanted.emit(spot.ids[0])
                return

    def _takes(self, key: Qt.Key) -> bool:
        if key in _STEPS:
            self._choose(self._chosen + _STEPS[key])
        elif key in _ENTER and self._chosen >= 0:
            self.wanted.emit(self._spots[self._chosen].ids[0])
        else:
            return False
        return True

    def _choose(self, number: int) -> None:
        """Put a ring round a mark, and say which rows it stands for."""
        if self._figure is None:
            return
        self._chosen = min(max(number, 0), len(self._spots) - 1)
        spot, drawing = self._spots[self._chosen], self._figure.drawing
        ring = Rect(
            x=spot.x - _RING,
            y=spot.y - _RING,
            w=spot.w + 2 * _RING,
            h=spot.h + 2 * _RING,
            radius=spot.h / 2 + _RING,
            width=2.0,
        )
        ringed = msgspec.structs.replace(drawing, shapes=(*drawing.shapes, ring))
        self.picture.show_figure(msgspec.structs.replace(self._figure, drawing=ringed))
        announce(self.picture.canvas, "; ".join(self._words(one) for one in spot.ids[:5]))

    def _show(self, made: Timeline) -> None:
        self._spots = tuple(sorted(made.spots))
        self._figure, self._chosen = made.figure, -1
        self.picture.show_figure(made.figure)
        if self._is_open is None:
            self._is_open = made.figure.drawing.height <= TALLEST
        self._open(on=self._is_open)

    def _open(self, *, on: bool) -> None:
        self._is_open = on
        self.picture.setVisible(on)
        self._hint.setVisible(on)
        self.fold.setText(HIDE if on else SHOW)
        self.fold.setAccessibleName(HIDE if on else SHOW)

    def _on_fold(self) -> None:
        self._open(on=not self._is_open)

    def _width(self) -> float:
        unit = style_now().scale * self.logicalDpiY() * SMALLEST / POINTS_PER_INCH / LETTER
        return max((self.width() - 2 * SPACE.small - 2) / unit, NARROWEST)


def _what_is_drawn(referral: Referral) -> tuple[object, ...]:
    return tuple((one.id, one.when, one.children, one.in_referral) for one in referral.events)
