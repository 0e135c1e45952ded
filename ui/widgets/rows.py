"""The column that most widgets begin with. Holds nothing itself."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.style.tokens import SPACE


def column(parent: QWidget | None = None, *, gap: int = SPACE.small, edge: int = 0) -> QVBoxLayout:
    """Make a column with the same distance on every side."""
    made = QVBoxLayout(parent) if parent is not None else QVBoxLayout()
    made.setContentsMargins(edge, edge, edge, edge)
    made.setSpacing(gap)
    return made
