"""A link whose words wrap and are never cut. Goes nowhere itself: it tells that it was pressed."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.style.apply import style_now
from ui.style.tokens import SPACE, TYPE

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
_TALL = 100_000
_ACROSS, _DOWN = 4, 3


class WrappingLink(QAbstractButton):
    """Words to press, underlined, on as many lines as they need; ``strong`` makes them heavier."""

    def __init__(self, words: str, *, strong: bool = False) -> None:
        super().__init__()
        self._strong = strong
        self._words = words
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def words(self) -> str:
        """The words that are shown."""
        return self._words

    def hasHeightForWidth(self) -> bool:
        """Tell that the words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the wrapped words, at least a comfortable target."""
        return max(self._place(width).height() + 2 * _DOWN, SPACE.wide)

    def sizeHint(self) -> QSize:
        """Ask for one line up to a comfortable measure."""
        metrics = QFontMetrics(self._face())
        widest = min(metrics.horizontalAdvance(self._words) + 1, metrics.averageCharWidth() * 60)
        width = widest + 2 * _ACROSS
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Wrap down to a dozen characters."""
        return QSize(QFontMetrics(self._face()).averageCharWidth() * 12, SPACE.wide)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow the link by Enter as well as by Space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the words, and the ring when they have the focus."""
        colours = style_now().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(self.rect(), QColor(colours.soft))
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.focus), SPACE.ring))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 4, 4)
        painter.setFont(self._face())
        painter.setPen(QColor(colours.link))
        painter.drawText(self._place(self.width()), _WRAP, self._words)
        painter.end()

    def _place(self, width: int) -> QRect:
        room = QRect(_ACROSS, _DOWN, max(width - 2 * _ACROSS, 1), _TALL)
        return QFontMetrics(self._face()).boundingRect(room, _WRAP, self._words)

    def _face(self) -> QFont:
        font = QFont(self.font())
        font.setUnderline(True)
        if self._strong:
            font.setWeight(QFont.Weight(TYPE.strong))
        return font
