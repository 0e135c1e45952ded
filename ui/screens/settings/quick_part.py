"""This computer: whether its own sign-in may open the vault, and what that means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ffd_desktop.problems import ProblemForPerson
from ui.lanes import Lane, Submits
from ui.screens.settings.quick_presenter import QuickKeeper, QuickPartPresenter
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.focus import give_focus
from ui.widgets.panel import Panel, beside
from ui.widgets.words import Kind, Words

if TYPE_CHECKING:
    from ffd_desktop.app.quick_unlock import Standing

_WHAT = "unlocking with this computer’s sign-in"


class QuickPart(Panel):
    """The card.

    Signals:
        failed: Something went wrong; carries the ``ProblemForPerson``.
        done: It is on or off now; carries words.
    """

    failed = Signal(object)
    done = Signal(str)

    def __init__(self, keeper: QuickKeeper, *, vault: Submits, keyring: Submits) -> None:
        super().__init__(gap=SPACE.medium)
        self.presenter = QuickPartPresenter(
            self, keeper=keeper, vault=Lane(vault, self), keyring=Lane(keyring, self)
        )
        self.state = Words("", Kind.STRONG)
        self._was_pressed = False
        self.on = Button("Turn it on for me", does=self.presenter.turn_on, says=f"Turn on {_WHAT}")
        self.off = Button("Turn it off", does=self.presenter.turn_off, says=f"Turn off {_WHAT}")
        self.add(
            Words("This computer", Kind.HEADING),
            Words(
                "You can unlock with this computer’s own sign-in instead of typing your "
                "passphrase. Then whoever can sign in to this computer as you, or finds it signed "
                "in, can open the vault and read all that you can read. Leave it off where others "
                "use the same sign-in. Your passphrase always works as well."
            ),
            self.state,
            beside(self.on, self.off),
        )
        self.off.hide()
        self.show_waiting("")

    def show_standing(self, standing: Standing) -> None:
        """Say whether it is on, and offer what can be done."""
        self.state.setText(" ".join(_state(standing)))
        self.on.setVisible(not standing.is_on)
        self.on.setEnabled(not standing.why_not)
        self.off.setVisible(standing.is_on or standing.elsewhere > 0)
        self.off.setEnabled(True)
        if self._was_pressed:
            self._was_pressed = False
            give_focus(self.off if self.off.isVisible() else self.on)

    def show_waiting(self, words: str) -> None:
        """Say that the keyring is asked, and offer nothing meanwhile."""
        self.state.setText(words)
        self._was_pressed = self.on.hasFocus() or self.off.hasFocus()
        for button in (self.on, self.off):
            button.setEnabled(False)

    def say(self, words: str) -> None:
        """Say what was done."""
        self.done.emit(words)

    def show_problem(self, problem: ProblemForPerson) -> None:
        """Say what went wrong."""
        self.failed.emit(problem)


def _state(standing: Standing) -> Iterator[str]:
    yield "On for you on this computer." if standing.is_on else "Off on this computer."
    if standing.elsewhere:
        places = "place" if standing.elsewhere == 1 else "places"
        yield (
            f"On for you in {standing.elsewhere} other {places}: another computer, or this one "
            "before it was set up afresh. Turning it off ends them all."
        )
    if standing.why_not:
        yield standing.why_not
