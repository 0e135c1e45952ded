"""What the board does: looks what is due, and finds the words to ask for it. Touches no widget."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from ffd_desktop.following.board import Line
from ffd_desktop.following.waiting import When
from ffd_desktop.problems import ProblemForPerson
from ui.lanes import Lane

Groups = Mapping[When, Sequence[Line]]


class Follows(Protocol):
    """What the board uses of the vault; every method belongs to the vault lane."""

    def look(self) -> Groups:
        """Give what is due, grouped by how near it is."""
        ...

    def words_for(self, line: Line) -> str:
        """Give words that ask the council for it; they name no child."""
        ...


class BoardView(Protocol):
    """What the presenter asks of the screen."""

    def show_groups(self, groups: Groups) -> None:
        """Show what is due."""
        ...

    def show_problem(self, problem: ProblemForPerson) -> None:
        """Say what went wrong."""
        ...


class BoardPresenter:
    """Looks after the board."""

    def __init__(self, view: BoardView, *, follows: Follows, lane: Lane) -> None:
        self._view = view
        self._follows = follows
        self._lane = lane

    def look(self) -> None:
        """Look what is due now."""
        self._lane.run(
            self._follows.look, done=self._view.show_groups, failed=self._view.show_problem
        )

    def ask(self, line: Line, done: Callable[[str], None]) -> None:
        """Find the words to ask for a thing that is due."""
        self._lane.run(
            lambda: self._follows.words_for(line), done=done, failed=self._view.show_problem
        )
