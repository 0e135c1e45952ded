"""A state in words with a shape before them, so that no state is told by colour alone."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.widgets.words import restyle


class Tone(StrEnum):
    """How a tag is coloured."""

    PLAIN = "plain"
    QUIET = "quiet"
    ACCENT = "accent"
    GOOD = "good"
    WARN = "warn"
    ALARM = "alarm"


_SHAPES = {
    Tone.PLAIN: "",
    Tone.QUIET: "○ ",
    Tone.ACCENT: "◐ ",
    Tone.GOOD: "✓ ",
    Tone.WARN: "▲ ",
    Tone.ALARM: "✕ ",
}


class StatusTag(QLabel):
    """A small tag: not started ○, in progress ◐, done ✓, look here ▲, a problem ✕."""

    def __init__(self, words: str = "", tone: Tone = Tone.QUIET) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.say(words, tone)

    def say(self, words: str, tone: Tone) -> None:
        """Show other words."""
        self.setText(_SHAPES[tone] + words)
        self.setAccessibleName(words)
        if self.property("tag") != tone.value:
            self.setProperty("tag", tone.value)
            restyle(self)
