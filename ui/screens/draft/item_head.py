"""The head of an item's card: its summary on one line, pressed to open or fold the card."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.screens.draft.pills import Pill, draw_pills, place_pills
from ui.screens.draft.words import Summary
from ui.style.apply import style_now
from ui.style.tokens import SPACE, TYPE

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
_MOST_MEASURED = 24
_TALL = 10_000
_PAD = 10


_Places = tuple[QRect, QRect, tuple[Pill, ...]]


class ItemHead(QAbstractButton):
    """One item on a line; checked while its card is open.

    Signals:
        moved: An arrow key asks for the head above (-1) or below (1).
    """

    moved = Signal(int)

    def __init__(self, summary: Summary) -> None:
        super().__init__()
        self.summary = summary
        self._measured: dict[tuple[int, str], _Places] = {}
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.toggled.connect(self._tell)
        self.show_summary(summary)

    def show_summary(self, summary: Summary) -> None:
        """Show another summary; asks for another height only when it needs one."""
        before = self.heightForWidth(self.width())
        self.summary = summary
        self._measured.clear()
        self._tell()
        if self.heightForWidth(self.width()) != before:
            self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Tell that the words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the wrapped summary."""
        title, note, pills = self._places(width)
        lowest = max((place.bottom() for place, _ in pills), default=0)
        return max(title.bottom(), note.bottom(), lowest) + 1 + _PAD

    def sizeHint(self) -> QSize:
        """Ask for a wide line."""
        return QSize(400, self.heightForWidth(400))

    def minimumSizeHint(self) -> QSize:
        """Wrap down to a narrow column."""
        return QSize(160, 2 * _PAD + self.fontMetrics().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter or Space; go to the next head by the arrows."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.click()
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the ground, the words and the focus ring."""
        colours = style_now().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.soft))
            painter.drawRoundedRect(self.rect(), SPACE.radius, SPACE.radius)
        self.draw_words(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.focus), SPACE.ring))
            painter.drawRoundedRect(self.rect().adjusted(2, 2, -3, -3), 5, 5)
        painter.end()

    def draw_words(self, painter: QPainter) -> None:
        """Draw the arrow and the summary."""
        colours = style_now().colours
        title, note, pills = self._places(self.width())
        self._draw_arrow(painter, title, colours.link)
        painter.setPen(QColor(colours.ink))
        painter.setFont(self._strong())
        painter.drawText(title, _WRAP, self.summary.title)
        painter.setFont(self._small())
        painter.setPen(QColor(colours.quiet))
        painter.drawText(note, _WRAP, self.summary.note)
        draw_pills(painter, pills, colours)

    def _words_start(self) -> int:
        return SPACE.large + style_now().pixels(10) + SPACE.medium

    def _draw_arrow(self, painter: QPainter, title: QRect, ink: str) -> None:
        size = style_now().pixels(5)
        x = SPACE.large + size
        y = title.top() + QFontMetrics(self._strong()).height() / 2
        pen = QPen(QColor(ink), 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        turned = self.isChecked()
        points = ((-size, -size / 2), (0, size / 2), (size, -size / 2)) if turned else (
            (-size / 2, -size), (size / 2, 0), (-size / 2, size)
        )  # fmt: skip
        painter.drawPolyline(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in points]))

    def _places(self, width: int) -> _Places:
        """Measure once for each width and font: a layout asks many times for each line typed."""
        key = (width, self.font().key())
        if key not in self._measured:
            if len(self._measured) >= _MOST_MEASURED:
                self._measured.clear()
            self._measured[key] = self._measure(width)
        return self._measured[key]

    def _measure(self, width: int) -> _Places:
        title, note, left, room = self._lines(width)
        below = max(title.bottom(), note.bottom()) + 1 + SPACE.tight
        within = QRect(left, below, room, _TALL)
        return title, note, place_pills(self.summary.whom, QFontMetrics(self._small()), within)

    def _lines(self, width: int) -> tuple[QRect, QRect, int, int]:
        left = self._words_start()
        room = max(width - left - SPACE.medium, 60)
        title = QFontMetrics(self._strong()).boundingRect(
            QRect(left, _PAD, room, _TALL), _WRAP, self.summary.title
        )
        if not self.summary.note:
            return title, title, left, room
        below = QRect(left, title.bottom() + 2, room, _TALL)
        note = QFontMetrics(self._small()).boundingRect(below, _WRAP, self.summary.note)
        return title, note, left, room

    def _tell(self) -> None:
        self.setAccessibleName(self.summary.words)
        self.setAccessibleDescription("Open" if self.isChecked() else "Folded")

    def _strong(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight(TYPE.strong))
        return font

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(style_now().points(TYPE.small))
        return font
