"""Small layouts that every page needs. Hold nothing themselves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.style.tokens import SPACE


def leading(widget: QWidget) -> QHBoxLayout:
    """Keep a widget that must not grow past its measure at the leading edge."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(widget, 1)
    row.addStretch(0)
    return row


def in_a_row(*widgets: QWidget, gap: int = SPACE.small) -> QHBoxLayout:
    """Set widgets side by side at the leading edge, their tops level."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    for widget in widgets:
        row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
    row.addStretch(1)
    return row


def column(parent: QWidget | None = None, *, gap: int = SPACE.small, edge: int = 0) -> QVBoxLayout:
    """Make a column with the same distance on every side."""
    made = QVBoxLayout(parent) if parent is not None else QVBoxLayout()
    made.setContentsMargins(edge, edge, edge, edge)
    made.setSpacing(gap)
    return made
