"""The quiet mark of an answer that the program filled in: where from, and a way to confirm it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from ffd_desktop.referral.dates import MONTHS
from ffd_desktop.referral.model import Origin
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.rows import column
from ui.widgets.words import Kind, Words

_SOURCES = {"roll": "from the roll", "profile": "from your office details"}


class OriginMark(QWidget):
    """Where an answer came from, until a person confirms or changes it.

    Signals:
        confirmed: The person says that it is right.
    """

    confirmed = Signal()

    def __init__(self, about: str) -> None:
        super().__init__()
        self._about = about
        self._is_built = False
        self.hide()

    def _build(self) -> None:
        self._is_built = True
        flow = Flow(self, gap=SPACE.tight)
        self.words = Words("", Kind.HINT, wraps=False)
        self.words.setMinimumHeight(SPACE.target)
        self.button = Button("Confirm", "link", says=f"Confirm: {self._about}")
        self.button.clicked.connect(self.confirmed)
        flow.addWidget(self.words)
        flow.addWidget(self.button)

    def show_origin(self, origin: Origin | None, *, today: date) -> None:
        """Show where the answer came from; nothing when a person wrote it."""
        if origin is not None:
            if not self._is_built:
                self._build()
            self.words.setText(origin_words(origin, today=today))
        self.setVisible(origin is not None)


class CareWords(QFrame):
    """Words of care beside a filled-in answer; amber, with a sign before them."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "warn")
        self.words: Words | None = None
        self.hide()

    def say(self, words: str) -> None:
        """Show words of care, or none."""
        if words:
            if self.words is None:
                self.words = Words("")
                column(self, edge=SPACE.small + SPACE.hair).addWidget(self.words)
            self.words.setText(f"⚠  {words}")
        self.setVisible(bool(words))


def origin_words(origin: Origin, *, today: date) -> str:
    """Say where an answer came from, such as "from the roll, 3 November"."""
    source = _SOURCES.get(origin.kind, f"from {origin.kind}")
    when = _day_words(origin.as_of, today)
    return f"{source}, {when}" if when else source


def _day_words(iso: str, today: date) -> str:
    try:
        day = date.fromisoformat(iso[:10])
    except ValueError:
        return ""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {MONTHS[day.month - 1]}{year}"
