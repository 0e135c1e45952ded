"""What holding the vault against a printed page does. Touches no widget, keeps nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault import head_code
from ffd_desktop.vault.head_code import HeadCode
from ui.lanes import Lane
from ui.screens.vault.words import Comparison, comparison_words

Compares = Callable[[HeadCode], str | None]


class PaperView(Protocol):
    """What the presenter asks of the card."""

    def show_comparison(self, comparison: Comparison | None) -> None:
        """Show what came of it, or nothing yet."""
        ...

    def show_slip(self, words: str) -> None:
        """Say what to put right in what was typed."""
        ...

    def show_problem(self, problem: ProblemForPerson) -> None:
        """Say what went wrong."""
        ...


class PaperPresenter:
    """Looks after the card."""

    def __init__(self, view: PaperView, compares: Compares, lane: Lane) -> None:
        self._view = view
        self._compares = compares
        self._lane = lane

    def compare(self, typed: str) -> None:
        """Hold the vault against a page's foot; a slip in typing is told before it is asked."""
        self._view.show_comparison(None)
        try:
            code = head_code.read(typed)
        except ProblemForPerson as slip:
            self._view.show_slip(f"{slip.what} {slip.next_step}")
            return
        self._view.show_slip("")
        self._lane.run(
            lambda: self._compares(code),
            done=lambda fault: self._view.show_comparison(comparison_words(code, fault)),
            failed=self._view.show_problem,
        )
