"""How the council's details stand, and the way to the page on which they are looked through."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent

from ffd_desktop.councils.details import day_words
from ffd_desktop.councils.pack import Pack
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.look_again import Again
from ui.widgets.panel import Panel, beside
from ui.widgets.words import Kind, Words


class CouncilPart(Panel):
    """A card of Settings; ``link`` leads to the page of the council's details."""

    def __init__(self, pack: Pack, again: Again) -> None:
        super().__init__(gap=SPACE.medium)
        self._again = again
        self.state = Words("")
        self.link = Button("Look through the council’s details")
        self.add(
            Words(f"Whom to reach in {pack.name}", Kind.HEADING),
            Words(
                "Its numbers, hours and addresses, which your office confirms or corrects. The "
                f"council’s pack was last reviewed on {day_words(pack.reviewed_on)}."
            ),
            self.state,
            beside(self.link),
        )
        self.refresh()

    def refresh(self) -> None:
        """Say how they stand today."""
        found = self._again()
        if found is None:
            self.state.setText("Your office has checked all that is published.")
        else:
            self.state.setText(f"{found.heading}. {found.words}")

    def showEvent(self, event: QShowEvent) -> None:
        """Say it anew when the page comes back."""
        super().showEvent(event)
        self.refresh()
