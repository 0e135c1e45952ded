"""Asks quietly to look at the council's details again; hidden while there is nothing to ask."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtGui import QShowEvent

from ui.widgets.buttons import Button
from ui.widgets.panel import Panel, beside
from ui.widgets.words import Kind, Words

if TYPE_CHECKING:
    from ffd_desktop.councils.review import LookAgain

Again: TypeAlias = "Callable[[], LookAgain | None]"


class LookAgainCard(Panel):
    """Why to look, and the way there; ``link`` is pressed by whoever goes."""

    def __init__(self, again: Again) -> None:
        super().__init__("note")
        self._again = again
        self.heading = Words("", Kind.STRONG)
        self.details = Words("")
        self.link = Button("Look through them", "link", says="Look through the council’s details")
        self.add(self.heading, self.details, beside(self.link))
        self.refresh()

    def refresh(self) -> None:
        """Ask anew whether there is anything to look at."""
        found = self._again()
        if found is None:
            self.hide()
        else:
            if self.parentWidget() is not None:  # without one it would be a window of its own
                self.show()
            self.become("warn" if found.is_urgent else "note")
            self.heading.setText(found.heading)
            self.details.setText(found.words)
            self.setAccessibleName(f"{found.heading}. {found.words}")

    def showEvent(self, event: QShowEvent) -> None:
        """Ask anew: a day may have passed."""
        super().showEvent(event)
        self.refresh()
