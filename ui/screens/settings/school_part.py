"""The school's recovery key in Settings: make one for the head teacher's safe, or end it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtWidgets import QWidget

from ui.lanes import Lane, Submits
from ui.screens.settings.sheet_part import Says, SheetPart
from ui.screens.settings.sheet_presenter import SheetKeeper
from ui.sheets import SheetPrinter
from ui.widgets.buttons import Button
from ui.widgets.words import Kind

SAYS = Says(
    heading="School recovery key (optional)",
    why=(
        "A key for the head teacher’s safe. It opens the vault when nobody who knows a passphrase "
        "is there, and it reads everything, restricted referrals too. It works once two groups "
        "were typed back from its sheet; a new key makes the old one worthless."
    ),
    proved="The school has a recovery key.",
    unproved="The school has no recovery key.",
    asks="Your passphrase, to make or end the school’s key",
    make="Make a school recovery key",
    works=(
        "The school’s recovery key works. Give the sheet to the head teacher, and destroy an "
        "older one."
    ),
    unproved_kind=Kind.STRONG,
)
ENDED = "The school’s recovery key is ended. Its sheet opens nothing any more: destroy it."


class SchoolKeeper(SheetKeeper, Protocol):
    """The school's key of the open vault; on the vault lane."""

    def withdraw(self, passphrase: str) -> None:
        """End it.

        Raises:
            ProblemForPerson: ``wrong_passphrase``, ``school_key_in_use`` and others.
        """
        ...


class SchoolPart(SheetPart):
    """The card of the recovery sheet with other words, and a way to end the key."""

    def __init__(
        self, keeper: SchoolKeeper, lane: Submits, printer: SheetPrinter, *, asks_old: bool
    ) -> None:
        super().__init__(keeper, lane, printer, asks_old=asks_old, says=SAYS)
        self._keeper = keeper
        self._lane = Lane(lane, self)

    def show_state(self, *, is_proved: bool) -> None:
        """Say whether there is a key; only then can it be ended."""
        super().show_state(is_proved=is_proved)
        self.end.setVisible(is_proved)

    def _more(self) -> tuple[QWidget, ...]:
        self.end = Button("End the school’s key", does=self._on_end)
        self.end.hide()
        return (self.end,)

    def _on_end(self) -> None:
        passphrase = self.old.text()
        self._lane.run(
            lambda: self._keeper.withdraw(passphrase), done=self._on_ended, failed=self.show_problem
        )

    def _on_ended(self, _: None) -> None:
        self.old.clear()
        self.show_state(is_proved=False)
        self.done.emit(ENDED)
