"""Marking found words in a box of text. Changes no text."""

from __future__ import annotations

from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from ui.style.apply import style_now

MOST_MARKS = 200


def mark_found(box: QPlainTextEdit, words: str) -> bool:
    """Mark each place where words occur, case forgiven; select the first. No words: no marks."""
    marks: list[QTextEdit.ExtraSelection] = []
    cursor = QTextCursor(box.document())
    while words and len(marks) < MOST_MARKS:
        cursor = box.document().find(words, cursor)
        if cursor.isNull():
            break
        marks.append(_mark(cursor))
    box.setExtraSelections(marks)
    if not marks:
        return False
    first = QTextCursor(box.document().find(words))
    box.setTextCursor(first)
    box.ensureCursorVisible()
    return True


def _mark(cursor: QTextCursor) -> QTextEdit.ExtraSelection:
    colours = style_now().colours
    mark = QTextEdit.ExtraSelection()
    found = mark.format
    found.setBackground(QColor(colours.warn_soft))
    found.setForeground(QColor(colours.ink))
    found.setFontUnderline(True)
    mark.cursor = QTextCursor(cursor)
    mark.format = found
    return mark
