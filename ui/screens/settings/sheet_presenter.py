"""What the card of the recovery sheet does: a new code, its sheet, two groups typed back.

Touches no widget. The code is forgotten as soon as it was typed back.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault.recovery import ORDINALS, PrintedCode, is_typed_back, two_groups
from ui.lanes import Lane


class SheetKeeper(Protocol):
    """The recovery code of the open vault; on the vault lane."""

    def is_proved(self) -> bool:
        """Say whether the code was typed back from its sheet."""
        ...

    def renew(self, passphrase: str) -> PrintedCode:
        """Make a new code; the old sheet no longer opens the vault.

        Raises:
            ProblemForPerson: ``wrong_passphrase`` and others; the old code then still opens it.
        """
        ...

    def sheet(self, code: PrintedCode) -> bytes:
        """Draw the sheet as a PDF."""
        ...

    def note_typed_back(self) -> None:
        """Keep that the code was typed back."""
        ...


class SheetView(Protocol):
    """What the presenter asks of the card."""

    def show_state(self, *, is_proved: bool) -> None:
        """Say whether the code was typed back."""
        ...

    def show_code(self, code: PrintedCode, asked: tuple[str, str]) -> None:
        """Show a new code and the two groups that are asked."""
        ...

    def show_slips(self, slips: tuple[str, str]) -> None:
        """Say what to put right in the two boxes."""
        ...

    def deliver(self, pdf: bytes, *, to_printer: bool) -> None:
        """Hand the sheet to the printer, or ask where to save it."""
        ...

    def show_problem(self, problem: ProblemForPerson) -> None:
        """Say what went wrong."""
        ...

    def finish(self) -> None:
        """Put the code away and say that it is done."""
        ...


class SheetPresenter:
    """Looks after the card."""

    def __init__(
        self,
        view: SheetView,
        keeper: SheetKeeper,
        lane: Lane,
        *,
        asked: Callable[[], tuple[int, int]] = two_groups,
    ) -> None:
        self._view, self._keeper, self._lane = view, keeper, lane
        self._draw = asked
        self._asked = (0, 1)
        self.code: PrintedCode | None = None

    def look_up(self) -> None:
        """Read whether the code was typed back."""
        self._lane.run(
            self._keeper.is_proved,
            done=lambda is_proved: self._view.show_state(is_proved=is_proved),
            failed=self._view.show_problem,
        )

    def renew(self, passphrase: str) -> None:
        """Make a new code and show it."""

        def made(code: PrintedCode) -> None:
            self.code, self._asked = code, self._draw()
            first, second = self._asked
            self._view.show_code(code, (ORDINALS[first], ORDINALS[second]))

        self._lane.run(
            lambda: self._keeper.renew(passphrase), done=made, failed=self._view.show_problem
        )

    def sheet(self, *, to_printer: bool) -> None:
        """Draw the sheet and hand it over."""
        code = self.code
        if code is not None:
            self._lane.run(
                lambda: self._keeper.sheet(code),
                done=lambda pdf: self._view.deliver(pdf, to_printer=to_printer),
                failed=self._view.show_problem,
            )

    def type_back(self, first: str, second: str) -> None:
        """Hold what was typed against the code; when both groups fit, it is kept and put away."""
        code = self.code
        if code is None:
            return
        one, other = (
            ""
            if is_typed_back(code, at, text)
            else f"The {ORDINALS[at]} group must be as it stands on the sheet."
            for at, text in zip(self._asked, (first, second), strict=True)
        )
        self._view.show_slips((one, other))
        if not one and not other:
            self._lane.run(
                self._keeper.note_typed_back, done=self._on_noted, failed=self._view.show_problem
            )

    def _on_noted(self, _: None) -> None:
        self.code = None
        self._view.finish()
        self._view.show_state(is_proved=True)
