"""The card that holds the vault against the foot of a printed page, and says whether it fits."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from ffd_desktop.problems import ProblemForPerson
from ui.lanes import Lane, Submits
from ui.screens.vault.paper_presenter import Compares, PaperPresenter
from ui.screens.vault.words import Comparison, numbered
from ui.style.apply import style_now
from ui.style.tokens import SPACE
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.focus import give_focus
from ui.widgets.panel import Panel, beside
from ui.widgets.question import Question
from ui.widgets.words import Kind, Words

HEADING = "Does it fit what was printed?"
WHY = (
    "At the foot of each page that this program makes stands a record: how much the vault held "
    "then, and a mark of it. If somebody puts an older copy of the whole vault in this one’s "
    "place, nothing in it tells. A page that was printed since does."
)
ASKS = "Compare with the foot of a printed page"
HINT = (
    "Such as Record 1 284 · 4F2A91-C07XYZ-QK3M7P. Capitals, spaces and dashes do not matter; "
    "O and 0 are the same."
)
_WIDTH = 480


class PaperPart(Panel):
    """The card.

    Signals:
        failed: Something went wrong; carries the ``ProblemForPerson``.
        told: An outcome is there to be read; carries the widget that says it.
    """

    failed = Signal(object)
    told = Signal(object)

    def __init__(self, compares: Compares, lane: Submits) -> None:
        super().__init__(gap=SPACE.medium)
        self._presenter = PaperPresenter(self, compares, Lane(lane, self))
        self.line = QLineEdit()
        self.line.setMaximumWidth(style_now().pixels(_WIDTH))
        self.question = Question(ASKS, self.line, hint=HINT)
        self.button = Button("Compare with this page", does=self._on_compare)
        self.heading = Words("", Kind.STRONG)
        self.what = Words("")
        self._what_to_do = Words("What to do", Kind.STRONG)
        self.steps = Words("")
        self._outcome = Panel("plain", gap=SPACE.small)
        self._outcome.add(self.heading, self.what, self._what_to_do, self.steps)
        self._outcome.hide()
        self.line.returnPressed.connect(self._on_compare)
        self.add(Words(HEADING, Kind.HEADING), Words(WHY), self.question)
        self.add(beside(self.button), self._outcome)

    def show_comparison(self, comparison: Comparison | None) -> None:
        """Show what came of it; nothing while none did."""
        self._outcome.setVisible(comparison is not None)
        if comparison is None:
            return
        self.heading.setText(comparison.heading)
        self.what.setText(comparison.what)
        self._what_to_do.setVisible(bool(comparison.steps))
        self.steps.say(numbered(comparison.steps))
        self._outcome.become("good" if comparison.fits else "alarm")
        self.told.emit(self._outcome)
        announce(self.button, f"{comparison.heading}. {comparison.what}", urgent=True)

    def show_slip(self, words: str) -> None:
        """Say what to put right, with the caret there."""
        self.question.slip(words)
        if words:
            give_focus(self.line)

    def show_problem(self, problem: ProblemForPerson) -> None:
        """Pass on what went wrong."""
        self.failed.emit(problem)

    def _on_compare(self) -> None:
        self._presenter.compare(self.line.text())
