"""The keys of the draft screen, in one table."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

KEYS: dict[str, str] = {
    "undo": "Ctrl+Z",
    "redo": "Ctrl+Shift+Z",
    "redo_too": "Ctrl+Y",
    "find": "Ctrl+F",
    "next_section": "Ctrl+PgDown",
    "previous_section": "Ctrl+PgUp",
    "next_pane": "F6",
    "previous_pane": "Shift+F6",
    "numbers": "F9",
    "save": "Ctrl+S",
}
NEXT_MISSPELT = "F7"


def bind(widget: QWidget, acts: dict[str, Callable[[], object]]) -> None:
    """Give every key of the table its act, wherever within the widget the focus is."""
    for name, keys in KEYS.items():
        shortcut = QShortcut(QKeySequence(keys), widget)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        act = acts[name]
        shortcut.activated.connect(lambda act=act: act())
