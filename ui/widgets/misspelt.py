"""Misspelled words in a box: a wavy line beneath each, and what can be done about one.

Lies over the words and never changes them. The word that is being typed is not marked yet. Knows no
dictionary: whoever looks after spelling hands the words in, and fills the menu.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPen,
    QPixmap,
    QPolygonF,
    QTextBlock,
    QTextCursor,
    QTextLine,
)
from PySide6.QtWidgets import QApplication, QMenu

from ffd_desktop.spelling.words import Word
from ui.style.apply import style_now
from ui.widgets.announce import announce
from ui.widgets.units import units

if TYPE_CHECKING:
    from ui.widgets.growing_text import GrowingText

MOST_MARKS = 100
TOLD = "is not in the dictionary"
_UNDO = {"edit-undo", "edit-redo"}


class Misspelt(QObject):
    """The marks of one box.

    Signals:
        asked: The menu of a misspelled word opens; carries the ``QMenu`` and a cursor on the word.
    """

    asked = Signal(object, object)

    def __init__(self, box: GrowingText) -> None:
        super().__init__(box)
        self._box = box
        self._cursors: list[QTextCursor] = []
        self._typed_at = -1
        self._hidden: QTextCursor | None = None
        self._told = ""
        self._wave: tuple[object, QPixmap] = (None, QPixmap())
        box.document().contentsChange.connect(self._on_typed)
        box.cursorPositionChanged.connect(self._on_moved)

    def show_words(self, text: str, words: Iterable[Word]) -> None:
        """Mark the words of the text that stands in the box."""
        self._cursors = [self._cursor(text, word) for word in islice(words, MOST_MARKS)]
        self.draw()

    def draw(self) -> None:
        """Have the lines drawn anew."""
        self._hidden = self._being_typed()
        self._box.viewport().update()

    def paint(self) -> None:
        """Draw the lines, as part of painting the box.

        Marks of Qt's own (extra selections) would be drawn each as a text of its own: two hundred
        take 20 ms at each key.
        """
        shown = self._shown()
        if not shown:
            return
        box = self._box
        wave = self._wave_now()
        painter = QPainter(box.viewport())
        for top, left, block in box.blocks_in_view():
            begin, end = block.position(), block.position() + block.length()
            for one in shown:
                start = one.selectionStart()
                if begin <= start < end:
                    stretch = (start - begin, one.selectionEnd() - begin)
                    _underline(painter, QPointF(left, top), block, stretch, wave)
        painter.end()

    def word_at(self, place: int) -> QTextCursor | None:
        """Give a cursor on the misspelled word at a place, as it stands now."""
        for one in self._cursors:
            if one.hasSelection() and one.selectionStart() <= place <= one.selectionEnd():
                return QTextCursor(one)
        return None

    def marked(self) -> tuple[str, ...]:
        """Give the marked words."""
        return tuple(one.selectedText() for one in self._shown())

    def _shown(self) -> list[QTextCursor]:
        return [one for one in self._cursors if one is not self._hidden and one.hasSelection()]

    def _wave_now(self) -> QPixmap:
        box = self._box
        looks = (style_now().colours.alarm, box.fontMetrics().height(), box.devicePixelRatioF())
        if self._wave[0] != looks:
            self._wave = (looks, _wave(*looks))
        return self._wave[1]

    def _cursor(self, text: str, word: Word) -> QTextCursor:
        cursor = QTextCursor(self._box.document())
        start = units(text[: word.start])
        cursor.setPosition(start)
        cursor.setPosition(start + units(word.text), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _being_typed(self) -> QTextCursor | None:
        caret = self._box.textCursor()
        if caret.position() != self._typed_at or not self._box.hasFocus():
            return None
        return next((one for one in self._cursors if one.selectionEnd() == self._typed_at), None)

    def _on_typed(self, place: int, _gone: int, came: int) -> None:
        self._typed_at = place + came

    def _on_moved(self) -> None:
        if not self._cursors:
            return
        if self._being_typed() is not self._hidden:
            self.draw()
        self._tell()

    def _tell(self) -> None:
        """Tell a screen reader of the word that the caret has come into, once."""
        found = self.word_at(self._box.textCursor().position()) if self._hidden is None else None
        word = found.selectedText() if found is not None else ""
        if word and word != self._told:
            announce(self._box, f"“{word}” {TOLD}")
        self._told = word


def open_menu(box: GrowingText, place: int, at: QPoint) -> None:
    """Open the menu of a box; undo is not in it, for it belongs to the draft (Ctrl+Z)."""
    if isinstance(QApplication.activePopupWidget(), QMenu):
        return  # some systems say twice that a key asks for it
    menu = box.createStandardContextMenu()
    for action in menu.actions():
        if action.objectName() in _UNDO:
            menu.removeAction(action)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    word = box.misspelt.word_at(place) if box.misspelt is not None else None
    if word is not None and box.misspelt is not None and not box.isReadOnly():
        box.misspelt.asked.emit(menu, word)
    menu.popup(at)


def _underline(
    painter: QPainter, at: QPointF, block: QTextBlock, stretch: tuple[int, int], wave: QPixmap
) -> None:
    """Draw the line beneath a stretch of a block, on each line that it is broken to."""
    start, end = stretch
    layout = block.layout()
    first = layout.lineForTextPosition(start).lineNumber()
    for number in range(max(first, 0), layout.lineCount()):
        line = layout.lineAt(number)
        if line.textStart() >= end:
            return
        left, right = sorted((_x(line, max(start, line.textStart())), _x(line, end)))
        below = at.y() + line.y() + line.ascent() + 1
        painter.drawTiledPixmap(
            QRectF(at.x() + left, below, right - left, wave.deviceIndependentSize().height()), wave
        )


def _x(line: QTextLine, place: int) -> float:
    x: float | tuple[float, int] = line.cursorToX(  # type: ignore[assignment]  # it says object
        min(place, line.textStart() + line.textLength())
    )
    return x[0] if isinstance(x, tuple) else x


def _wave(colour: str, height: int, ratio: float) -> QPixmap:
    """Draw one swing of the wavy line, as thick as the letters want it."""
    across = max(round(height * ratio / 4), 4)
    unit = across / ratio / 4
    made = QPixmap(across, round(3 * unit * ratio) + 1)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), unit))
    swing = [(-2, 2.5), (0, 0.5), (2, 2.5), (4, 0.5), (6, 2.5)]
    painter.drawPolyline(QPolygonF([QPointF(x * unit, y * unit) for x, y in swing]))
    painter.end()
    return made
