"""A box to write in that grows with its words, up to a height, and then scrolls. Has no limit.

Keeps no undo of its own: undo goes across fields and belongs to the draft.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetricsF,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from ui.widgets.clean import clean, one_line
from ui.widgets.misspelt import Misspelt, open_menu
from ui.widgets.text_found import mark_found
from ui.widgets.units import units

_UNDO_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_EDGES = 14
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class GrowingText(QPlainTextEdit):
    """A plain-text box.

    Signals:
        written: The whole text, after a person changed it; never after ``set_text``.
        submitted: Enter was pressed in a box of one line.
    """

    written = Signal(str)
    submitted = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, lines: int = 1, most: int = 1, single: bool = False
    ) -> None:
        super().__init__(parent)
        self._least, self._most, self._single = lines, max(lines, most), single
        self._setting = False
        self.misspelt: Misspelt | None = None
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(1)
        self.textChanged.connect(self._on_text_changed)

    def text(self) -> str:
        """Give the words, lines parted by a line feed."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def set_text(self, text: str) -> None:
        """Show other words, leaving the caret by the words that stayed."""
        wanted, now = self._clean(text), self.text()
        if wanted == now:
            return
        self._setting = True
        try:
            self._replace_what_differs(now, wanted)
        finally:
            self._setting = False
        self._grow()

    def caret(self) -> int:
        """Give the caret's place, counted in UTF-16 units as Qt does."""
        return self.textCursor().position()

    def set_caret(self, place: int) -> None:
        """Put the caret at a place, or at the end when the text is shorter."""
        cursor = self.textCursor()
        cursor.setPosition(min(max(place, 0), self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def find_words(self, words: str) -> bool:
        """Mark each place where words occur, select the first, and tell whether there is one."""
        return mark_found(self, words)

    def watch_spelling(self) -> Misspelt:
        """Have what misspelled words need: marks, the menu of a word."""
        if self.misspelt is None:
            self.misspelt = Misspelt(self)
        return self.misspelt

    def _replace_what_differs(self, now: str, wanted: str) -> None:
        head = _shared(now, wanted)
        room = min(len(now), len(wanted)) - head
        tail = min(_shared(now[::-1], wanted[::-1]), room)
        cursor = QTextCursor(self.document())
        cursor.setPosition(units(now[:head]))
        end = units(now[: len(now) - tail])
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(wanted[head : len(wanted) - tail])

    def _clean(self, text: str) -> str:
        return one_line(text) if self._single else clean(text)

    def _on_text_changed(self) -> None:
        if self._setting:
            return
        self._grow()
        self.written.emit(self.text())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain words only, cleaned."""
        self.textCursor().insertText(self._clean(source.text()))
        self.ensureCursorVisible()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take composed text, cleaned of what no file could hold."""
        text = event.commitString()
        if text != self._clean(text):
            event.setCommitString(
                self._clean(text), event.replacementStart(), event.replacementLength()
            )
        super().inputMethodEvent(event)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the draft, also when this box has the focus."""
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and _is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take keys; Tab is never a letter, and Enter makes no line in a box of one line."""
        if self._single and event.key() in _ENTER:
            self.submitted.emit()
            event.ignore()
        elif event.key() == Qt.Key.Key_Tab:
            event.ignore()
        elif _asks_for_menu(event):
            self._open_menu()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done here; first of all about a misspelled word."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._open_menu()
        else:
            open_menu(self, self.cursorForPosition(event.pos()).position(), event.globalPos())

    def _open_menu(self) -> None:
        """Open the menu at the caret, as the keys do that not every system turns into an event."""
        below = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        open_menu(self, self.textCursor().position(), below)

    def blocks_in_view(self) -> Iterator[tuple[float, float, QTextBlock]]:
        """Give the paragraphs that are in view, each after its top and its left."""
        block, offset = self.firstVisibleBlock(), self.contentOffset()
        top = self.blockBoundingGeometry(block).translated(offset).top()
        while block.isValid() and top <= self.viewport().height():
            yield top, offset.x(), block
            top += self.blockBoundingRect(block).height()
            block = block.next()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, and the lines beneath those that are misspelled."""
        super().paintEvent(event)
        if self.misspelt is not None:
            self.misspelt.paint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many lines as the new width needs."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._grow()

    def changeEvent(self, event: QEvent) -> None:
        """Grow when the type grows."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._grow()
            if self.misspelt is not None:
                self.misspelt.draw()

    def sizeHint(self) -> QSize:
        """Ask for the height of the lines there are."""
        return QSize(super().sizeHint().width(), self._height(self._lines()))

    def minimumSizeHint(self) -> QSize:
        """Never be narrower than a word or lower than one line."""
        return QSize(self.fontMetrics().averageCharWidth() * 10, self._height(1))

    def _grow(self) -> None:
        lines = self._lines()
        overflows = lines >= self._most and self._counted() > self._most
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if overflows else policy.ScrollBarAlwaysOff
        )
        height = self._height(lines)
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)

    def _lines(self) -> int:
        return min(max(self._counted(), self._least), self._most)

    def _counted(self) -> int:
        """Count lines as wrapped, but no further than needed to know that they overflow."""
        layout = self.document().documentLayout()
        count, block = 0, self.document().begin()
        while block.isValid() and count <= self._most:
            layout.blockBoundingRect(block)
            count += max(block.layout().lineCount(), 1)
            block = block.next()
        return count

    def _height(self, lines: int) -> int:
        one = ceil(QFontMetricsF(self.font()).lineSpacing()) + 1
        return one * lines + 2 * int(self.document().documentMargin()) + _EDGES


def _asks_for_menu(event: QKeyEvent) -> bool:
    shifted = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
    return event.key() == Qt.Key.Key_Menu or (event.key() == Qt.Key.Key_F10 and shifted)


def _is_undo(event: QKeyEvent) -> bool:
    return any(event.matches(key) for key in _UNDO_KEYS)


def _shared(one: str, other: str) -> int:
    """Count the characters that two texts begin with alike, by halving."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[:middle] == other[:middle] else (low, middle - 1)
    return low
