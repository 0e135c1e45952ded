"""What the locked screen does: opens the vault by passphrase or recovery code. Touches no widget.

Keeps no passphrase: what was typed goes to the lane and is forgotten here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from ffd_desktop.problems import ProblemForPerson
from ui.lanes import Lane

if TYPE_CHECKING:
    from ffd_desktop.app.desk import Desk


class Doors(Protocol):
    """What opens a vault; slow, so it belongs on the vault lane."""

    def staff(self) -> tuple[str, ...]:
        """Name whose passphrases open it, whoever is likeliest to come first.

        Raises:
            ProblemForPerson: ``keys_damaged`` and others; trying to open it tells that too.
        """
        ...

    def unlock(self, passphrase: str, whose: str = "") -> Desk:
        """Open by a passphrase: of whoever is named, or of anybody.

        Raises:
            ProblemForPerson: ``wrong_passphrase``, ``keys_damaged``, ``vault_damaged`` and others.
        """
        ...

    def unlock_with_code(self, code: str) -> Desk:
        """Open by the recovery code, read forgivingly.

        Raises:
            ProblemForPerson: As ``unlock``, and ``recovery_code_misread``.
        """
        ...


class LockedView(Protocol):
    """What the presenter asks of the screen."""

    def show_staff(self, names: Sequence[str]) -> None:
        """Offer to say who one is; called only where there are several."""
        ...

    def show_working(self, words: str) -> None:
        """Say that the vault is being opened; empty words: it is not."""
        ...

    def show_problem(self, problem: ProblemForPerson) -> None:
        """Say what went wrong, keep what was typed marked, put the focus back."""
        ...

    def show_slip(self, words: str) -> None:
        """Say what is still to type, and put the focus back."""
        ...

    def vault_opened(self, desk: Desk) -> None:
        """Leave with the open vault; what was typed is wiped from the box."""
        ...


class LockedPresenter:
    """Looks after the locked screen."""

    def __init__(self, view: LockedView, *, doors: Doors, lane: Lane) -> None:
        self._view = view
        self._doors = doors
        self._lane = lane
        self._is_opening = False

    def look(self) -> None:
        """Find out whether there is a choice of who opens it."""
        self._lane.run(self._doors.staff, done=self._on_staff, failed=_told_when_opening)

    def open(self, passphrase: str, whose: str = "") -> None:
        """Try a passphrase; a second press while one is tried does nothing."""
        if not passphrase:
            self._view.show_slip("Enter your passphrase.")
            return
        self._try(lambda: self._doors.unlock(passphrase, whose))

    def open_with_code(self, code: str) -> None:
        """Try the recovery code."""
        if not code.strip():
            self._view.show_slip("Enter the recovery code from your recovery sheet.")
            return
        self._try(lambda: self._doors.unlock_with_code(code))

    def open_by(
        self, work: Callable[[], Desk], *, handles: Callable[[ProblemForPerson], bool]
    ) -> None:
        """Try a way in that another part of the screen has; it may handle a refusal itself."""
        self._try(work, handles)

    def _try(
        self,
        work: Callable[[], Desk],
        handles: Callable[[ProblemForPerson], bool] = lambda _: False,
    ) -> None:
        if self._is_opening:
            return
        self._is_opening = True
        self._view.show_working("Opening the vault …")
        self._lane.run(
            work, done=self._on_open, failed=lambda problem: self._on_failed(problem, handles)
        )

    def _on_staff(self, names: tuple[str, ...]) -> None:
        if len(names) > 1:
            self._view.show_staff(names)

    def _on_open(self, desk: Desk) -> None:
        self._is_opening = False
        self._view.show_working("")
        self._view.vault_opened(desk)

    def _on_failed(
        self, problem: ProblemForPerson, handles: Callable[[ProblemForPerson], bool]
    ) -> None:
        self._is_opening = False
        self._view.show_working("")
        if not handles(problem):
            self._view.show_problem(problem)


def _told_when_opening(_: ProblemForPerson) -> None:
    """A damaged vault is told of when it is opened; until then whom to phone is what matters."""
