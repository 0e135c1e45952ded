"""A layout that sets its widgets in lines and wraps them, as words are. Knows no widget by name."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from ui.style.tokens import SPACE

Line = list[tuple[QLayoutItem, QSize]]


class Flow(QLayout):
    """Lays widgets from the leading edge, on as many lines as the width asks for."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = SPACE.small) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end (Qt calls this)."""
        self._items.append(item)

    def count(self) -> int:
        """Give the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Give an item, or nothing past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Hand an item back, or nothing past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Want no more room than is needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Tell that height follows width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the lines that a width makes."""
        if width not in self._heights:
            edges = self.contentsMargins()
            lines = self._lines(width - edges.left() - edges.right())
            self._heights[width] = _tall(lines, self.spacing()) + edges.top() + edges.bottom()
        return self._heights[width]

    def invalidate(self) -> None:
        """Measure anew: a widget came, went or changed its size (Qt calls this)."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Put the widgets in their places, the middles of a line level."""
        super().setGeometry(rect)
        room = rect.marginsRemoved(self.contentsMargins())
        y = room.y()
        for line in self._lines(room.width()):
            x, tallest = room.x(), _height(line)
            for item, size in line:
                item.setGeometry(QRect(QPoint(x, y + (tallest - size.height()) // 2), size))
                x += size.width() + self.spacing()
            y += tallest + self.spacing()

    def sizeHint(self) -> QSize:
        """Ask for one line when there is room."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        gaps = self.spacing() * max(len(shown) - 1, 0)
        tallest = max((hint.height() for hint in shown), default=0)
        size = QSize(sum(hint.width() for hint in shown) + gaps, tallest)
        return size.grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        """Never be narrower than the widest widget."""
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _lines(self, width: int) -> list[Line]:
        lines: list[Line] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = _size_within(item, width)
            if not lines or used + self.spacing() + size.width() > width:
                lines.append([])
                used = -self.spacing()
            lines[-1].append((item, size))
            used += self.spacing() + size.width()
        return lines


def _tall(lines: list[Line], gap: int) -> int:
    return sum(_height(line) for line in lines) + gap * max(len(lines) - 1, 0)


def _height(line: Line) -> int:
    return max(size.height() for _, size in line)


def _size_within(item: QLayoutItem, width: int) -> QSize:
    size = item.sizeHint()
    if size.width() <= width:
        return size
    height = item.heightForWidth(width) if item.hasHeightForWidth() else size.height()
    return QSize(width, height)
