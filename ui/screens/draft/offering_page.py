"""A list above which the program offers what may belong in it, one press each. Adds none itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ui.screens.draft.items_page import ItemsPage
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.panel import Panel, beside
from ui.widgets.words import Kind, Words


class Offer(NamedTuple):
    """One thing that may belong in the list; ``id`` is the same for the same thing."""

    id: str
    words: str
    begin: Callable[[], object]


class OfferingPage(ItemsPage):
    """Subclasses say in ``offered`` what may belong, and in ``why`` why it is offered."""

    why = ""

    def offered(self) -> tuple[Offer, ...]:
        """Give what may belong in the list as things stand."""
        raise NotImplementedError

    def begin(self, item_id: str, path: str) -> None:
        """Go on in an item that was just begun, at the first thing that is not known of it."""
        row = self.go_to(item_id, path)
        if row is not None:
            row.focus_in_editor()

    def _put_beside(self) -> None:
        self._seen: list[tuple[str, str]] = []
        self.offers: list[Button] = []
        self._panel = Panel("sunken", gap=SPACE.small)
        self.body.insertWidget(0, self._panel)
        self._keep_up()

    def _keep_up(self) -> None:
        offered = () if self.presenter.is_fixed else self.offered()
        self._panel.setVisible(bool(offered))
        now = [(one.id, one.words) for one in offered]
        if now == self._seen:
            return
        self._seen = now
        self._panel.clear()
        self.offers = [Button(one.words, does=one.begin) for one in offered]
        self._panel.add(Words(self.why, Kind.HINT), *(beside(one) for one in self.offers))
