"""One thing that is due: a link to where it is noted, when, why, and words to ask for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ffd_desktop.following.board import Line
from ui.screens.board.words import about, day, heading
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.panel import Panel, beside
from ui.widgets.words import Kind, Words
from ui.widgets.words_to_paste import WordsToPaste
from ui.widgets.wrapping_link import WrappingLink


class DueCard(Panel):
    """A line of the board. ``asks`` is called for words to paste, where the council owes it."""

    def __init__(
        self, line: Line, follow: Callable[[Line], object], asks: Callable[[DueCard], object]
    ) -> None:
        super().__init__("plain", gap=SPACE.tight)
        self.line = line
        self.link = WrappingLink(heading(line), strong=True)
        self.link.setAccessibleDescription(f"{about(line)}. {day(line)}")
        self.link.clicked.connect(lambda: follow(line))
        self.ask = Button("Words to ask for it", "link", does=lambda: asks(self))
        self.ask.setAccessibleName(f"Words to ask for it: {heading(line)}, {line.of.reference}")
        self.words = WordsToPaste("Words to ask the council; read them before you send them")
        self.text, self.copy, self.copied = self.words.text, self.words.copy, self.words.copied
        self._lay_out()

    def show_text(self, words: str) -> None:
        """Show words to paste, with the caret in them."""
        self.ask.hide()
        self.words.show_words(words)

    def _lay_out(self) -> None:
        due = self.line.waiting
        self.add(self.link)
        self._indented(
            Words(about(self.line), Kind.HINT),
            Words(day(self.line), Kind.BODY),
            Words(due.how, Kind.BODY),
            Words(f"{due.why} Source: {due.source}", Kind.HINT),
        )
        if not due.is_ours:
            self.add(beside(self.ask))
        self.add(self.words)
        self.column.setContentsMargins(SPACE.medium, SPACE.medium, SPACE.large, SPACE.medium)

    def _indented(self, *parts: QWidget) -> None:
        for part in parts:
            part.setContentsMargins(SPACE.tight, 0, 0, 0)
            self.add(part)
