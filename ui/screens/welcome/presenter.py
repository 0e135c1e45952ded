"""What the first screen does: opens a folder with a vault, or the fictional school.

Touches no widget; setting up is another screen's work.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from ffd_desktop.app.desk import Desk
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault.surroundings import Concern
from ui.lanes import Lane


class FirstDoors(Protocol):
    """What the first screen asks of the program; both belong on the vault lane."""

    def doubts(self, folder: Path) -> tuple[Concern, ...]:
        """Say what speaks against the folder of a vault that is there.

        Raises:
            ProblemForPerson: ``vault_missing`` and others.
        """
        ...

    def use_folder(self, folder: Path, agreed_to: tuple[str, ...]) -> None:
        """Take the vault in a folder as this computer's own from now on.

        Raises:
            ProblemForPerson: ``vault_missing`` and others; then nothing is changed.
        """
        ...

    def look_round(self) -> Desk:
        """Make the fictional school's vault and open it.

        Raises:
            ProblemForPerson: It could not be made.
        """
        ...


class WelcomeView(Protocol):
    """What the presenter asks of the screen."""

    def show_working(self, words: str) -> None:
        """Say what is being done; empty words: nothing is."""
        ...

    def show_problem(self, problem: ProblemForPerson) -> None:
        """Say in the window what went wrong."""
        ...

    def ask_about(self, folder: Path, concerns: tuple[Concern, ...]) -> None:
        """Explain what speaks against a folder, and ask whether it is opened all the same."""
        ...

    def go_to_lock(self) -> None:
        """Leave for the locked screen of the folder that was chosen."""
        ...

    def vault_opened(self, desk: Desk) -> None:
        """Leave with an open vault."""
        ...


class WelcomePresenter:
    """Looks after the first screen."""

    def __init__(self, view: WelcomeView, *, doors: FirstDoors, lane: Lane) -> None:
        self._view = view
        self._doors = doors
        self._lane = lane

    def use_folder(self, folder: Path) -> None:
        """Open the vault in a folder, after what speaks against the folder was explained."""
        self._view.show_working("Looking for a vault in that folder …")

        def looked(concerns: tuple[Concern, ...]) -> None:
            if concerns:
                self._view.show_working("")
                self._view.ask_about(folder, concerns)
            else:
                self.use_all_the_same(folder, ())

        self._lane.run(lambda: self._doors.doubts(folder), done=looked, failed=self._on_failed)

    def use_all_the_same(self, folder: Path, concerns: tuple[Concern, ...]) -> None:
        """Open the vault in a folder by way of the locked screen; what was explained is known."""
        agreed = tuple(one.code for one in concerns if not one.passing and not one.final)

        def taken(_: None) -> None:
            self._view.show_working("")
            self._view.go_to_lock()

        self._lane.run(
            lambda: self._doors.use_folder(folder, agreed), done=taken, failed=self._on_failed
        )

    def look_round(self) -> None:
        """Open the fictional school."""
        self._view.show_working(
            "Making a vault for the fictional school, and reading its roll. "
            "This takes a few seconds."
        )

        def made(desk: Desk) -> None:
            self._view.show_working("")
            self._view.vault_opened(desk)

        self._lane.run(self._doors.look_round, done=made, failed=self._on_failed)

    def _on_failed(self, problem: ProblemForPerson) -> None:
        self._view.show_working("")
        self._view.show_problem(problem)
