"""Long work on the page: what is being done, how much of it, and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QProgressBar

from ui.messages import STOP
from ui.widgets.buttons import Button
from ui.widgets.panel import Panel, beside
from ui.widgets.words import Kind, Words


class Working(Panel):
    """A card that is hidden while nothing is being done."""

    def __init__(self, name: str, *, stops: Callable[[], object]) -> None:
        super().__init__("note")
        self.words = Words("", Kind.STRONG)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(name)
        self.more = Words("", Kind.QUIET)
        self.more.hide()
        self.stop = Button(STOP, does=stops, says=f"{STOP}: {name.lower()}")
        self.add(self.words, self.bar, self.more, beside(self.stop))
        self.hide()

    def show_work(self, words: str, *, percent: int | None = None) -> None:
        """Say what is being done and how much of it is; empty words: nothing is."""
        self.words.setText(words)
        self.bar.setRange(0, 0 if percent is None else 100)
        self.bar.setValue(percent or 0)
        self.setVisible(bool(words))
