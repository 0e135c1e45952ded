"""What the vault's screen does: checks the whole vault and says what was found. Touches no widget.

The check goes on when the person leaves; whoever comes back finds it where it is.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from ffd_desktop.app.checkups import Checked
from ffd_desktop.drafting.ports import Clock
from ffd_desktop.problems import ProblemForPerson
from ui.lanes import Lane
from ui.messages import STOPPING
from ui.progress import Moved
from ui.screens.vault.words import Outcome, outcome_words

_STOPPED = "stopped"
BEGINNING = "Beginning the check"


class Checks(Protocol):
    """The checks of the open vault (``ui/shell/checks.py``)."""

    @property
    def is_running(self) -> bool:
        """Whether a check was begun and is not over."""
        ...

    def start(self) -> None:
        """Begin a check, unless one is running."""
        ...

    def stop(self) -> None:
        """Ask the check to stop at its next step."""
        ...


class VaultView(Protocol):
    """What the presenter asks of the screen."""

    def show_outcome(self, outcome: Outcome | None) -> None:
        """Show what the last check found, or that there was none."""
        ...

    def show_working(self, words: str, *, percent: int | None = None) -> None:
        """Say how far the check is, with a way to stop it; empty words: none runs."""
        ...

    def show_problem(self, problem: ProblemForPerson) -> None:
        """Say in the window what went wrong."""
        ...

    def say(self, words: str) -> None:
        """Say what became of it."""
        ...


class VaultPresenter:
    """Looks after the vault's screen."""

    def __init__(
        self,
        view: VaultView,
        *,
        checks: Checks,
        last: Callable[[], Checked | None],
        lane: Lane,
        clock: Clock,
    ) -> None:
        self._view = view
        self._checks = checks
        self._last = last
        self._lane = lane
        self._clock = clock
        self._is_stopping = False

    def look_up(self) -> None:
        """Show what is known, and a check that is under way."""
        if self._checks.is_running:
            self._view.show_working(BEGINNING)
        self._lane.run(self._last, done=self._on_last, failed=self._view.show_problem)

    def check(self) -> None:
        """Begin a check."""
        self._is_stopping = False
        self._view.show_working(BEGINNING)
        self._checks.start()

    def stop(self) -> None:
        """Stop the check; nothing is changed by that."""
        self._is_stopping = True
        self._view.show_working(STOPPING)
        self._checks.stop()

    def on_moved(self, moved: Moved) -> None:
        """Show how far it is."""
        if not self._is_stopping:
            percent = 100 * moved.step // moved.total if moved.total else None
            self._view.show_working(moved.words, percent=percent)

    def on_ended(self, what: Checked | ProblemForPerson) -> None:
        """Show what was found, or why nothing was."""
        self._is_stopping = False
        self._view.show_working("")
        if isinstance(what, Checked):
            self._view.show_outcome(outcome_words(what, self._clock.now()))
        elif what.code == _STOPPED:
            self._view.say("Stopped. Nothing was changed, and nothing more is known than before.")
        else:
            self._view.show_problem(what)

    def _on_last(self, checked: Checked | None) -> None:
        outcome = outcome_words(checked, self._clock.now()) if checked else None
        self._view.show_outcome(outcome)
