"""Where a recovery sheet goes, as the screens ask for it. Holds no code of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QWidget


class SheetPrinter(Protocol):
    """Where the recovery sheet goes; both ask the person by the system's own dialog."""

    def print_pdf(self, over: QWidget, pdf: bytes, told: Callable[[str], None]) -> None:
        """Print from memory, then tell in words what became of it."""
        ...

    def save_pdf(self, over: QWidget, pdf: bytes, told: Callable[[str], None]) -> None:
        """Ask where to save it, save it, then tell in words what became of it."""
        ...
