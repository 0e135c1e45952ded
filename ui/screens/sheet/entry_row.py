"""One box of the web form: what it is called there, the words, and a button for each part."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy

from ffd_desktop.sending.sheet import Entry
from ui.screens.sheet.words import deed, limit_words
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.panel import Panel, beside
from ui.widgets.status_tag import StatusTag, Tone
from ui.widgets.words import Kind, Words


class Part:
    """One part of an answer: its words, its button, and whether it is done."""

    def __init__(self, entry: Entry, number: int, does: Callable[[Part], object]) -> None:
        self.text = entry.parts[number]
        self.mark = entry.mark(number)
        self.is_choice = entry.is_choice
        self.words = Words(self.text, Kind.BODY)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = Button(deed(entry, number), does=lambda: does(self))
        self.button.setAccessibleName(f"{deed(entry, number)}: {entry.asks}")
        self.button.setAccessibleDescription(self.text)
        self.button.setAutoDefault(True)
        self.done = StatusTag("Done", Tone.GOOD)
        # A row is never higher than its lowest part may be: the tag may grow with the button.
        keeps = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        keeps.setRetainSizeWhenHidden(True)
        self.done.setSizePolicy(keeps)

    def show_done(self, *, done: bool) -> None:
        """Say whether it was copied."""
        self.done.setVisible(done)


class EntryRow(Panel):
    """One box with its parts; one without an answer says so quietly."""

    def __init__(
        self, entry: Entry, copied: Collection[str], does: Callable[[Part], object]
    ) -> None:
        super().__init__("plain", gap=SPACE.tight)
        self.parts = [Part(entry, number, does) for number in range(len(entry.parts))]
        self.add(Words(entry.asks, Kind.STRONG))
        limit = limit_words(entry)
        if limit:
            self.add(Words(limit, Kind.HINT))
        for part in self.parts:
            part.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            self.add(part.words, beside(part.button, part.done))
            part.show_done(done=part.mark in copied)
        if not self.parts:
            self.add(Words(entry.absent, Kind.HINT))
        self.column.setContentsMargins(SPACE.large, SPACE.medium, SPACE.large, SPACE.medium)
