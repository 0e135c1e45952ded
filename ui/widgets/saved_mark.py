"""The promise in words: "Saved 14:03:07" and only after the commit. Decides nothing itself."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from PySide6.QtWidgets import QFrame

from ffd_desktop.problems import ProblemForPerson
from ui.messages import KEEP_OPEN, NOT_SAVED, NOTHING_TO_SAVE, SAVING, saved_at
from ui.style.tokens import SPACE
from ui.widgets.announce import announce
from ui.widgets.rows import column
from ui.widgets.words import Kind, Words


class Mark(StrEnum):
    """How saving stands, as far as it is shown."""

    NOTHING = "nothing"
    SAVED = "saved"
    SAVING = "saving"
    NOT_SAVED = "not_saved"


_KINDS = {
    Mark.NOTHING: Kind.QUIET,
    Mark.SAVED: Kind.GOOD,
    Mark.SAVING: Kind.WARN,
    Mark.NOT_SAVED: Kind.ALARM,
}
_SHAPES = {Mark.NOTHING: "", Mark.SAVED: "✓  ", Mark.SAVING: "●  ", Mark.NOT_SAVED: "✕  "}


class SavedMark(QFrame):
    """Green with a tick, amber with a dot, red with a cross: always in words too.

    The presenter says ``saving`` once two seconds went by unsaved; until then the last time stays.
    """

    def __init__(self) -> None:
        super().__init__()
        self.mark = Mark.NOTHING
        lines = column(self, gap=SPACE.hair)
        self.words = Words(NOTHING_TO_SAVE, Kind.QUIET, wraps=False)
        self.what_to_do = Words("", Kind.SMALL)
        self.what_to_do.hide()
        lines.addWidget(self.words)
        lines.addWidget(self.what_to_do)

    def saved(self, moment: datetime) -> None:
        """Say when the last word was made durable; spoken only when it was in doubt before."""
        was_in_doubt = self.mark in {Mark.SAVING, Mark.NOT_SAVED}
        self._become(Mark.SAVED, saved_at(moment))
        if was_in_doubt:
            announce(self, saved_at(moment))

    def saving(self) -> None:
        """Say that words are waiting for longer than they should."""
        if self.mark not in {Mark.SAVING, Mark.NOT_SAVED}:
            self._become(Mark.SAVING, SAVING)
            announce(self, SAVING)

    def not_saved(self, problem: ProblemForPerson) -> None:
        """Say that a write failed, and what to do; stays until a save succeeds."""
        is_news = self.mark is not Mark.NOT_SAVED
        self._become(Mark.NOT_SAVED, f"{NOT_SAVED}: {problem.what}")
        self.what_to_do.say(f"{problem.next_step} {KEEP_OPEN}")
        if is_news:
            announce(self, f"{self.words.text()} {self.what_to_do.text()}", urgent=True)

    def _become(self, mark: Mark, words: str) -> None:
        self.mark = mark
        self.words.setText(_SHAPES[mark] + words)
        self.words.setWordWrap(mark is Mark.NOT_SAVED)
        self.words.become(_KINDS[mark])
        self.words.setAccessibleName(words)
        self.what_to_do.say("")
