"""Couples and former couples: cards as of any list, and above them pairs to say something of.

A pair that is offered is not a couple until somebody presses it.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from ffd_desktop.councils.forms import Section
from ffd_desktop.drafting.couples import Pair, pairs_to_offer
from ffd_desktop.referral.edits import put
from ffd_desktop.referral.ids import new_id
from ui.editors.context import EditorContext
from ui.screens.draft.items_page import ItemsPage
from ui.screens.draft.presenter import DraftPresenter
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.panel import Panel, beside
from ui.widgets.words import Kind, Words

OFFERED = "Nothing is said yet of these two together. Press a pair to say what they are or were."
MOST = 8
PARTNERSHIPS = "partnerships"


class CouplesPage(ItemsPage):
    """The couples, and who might be one."""

    def __init__(
        self,
        presenter: DraftPresenter,
        section: Section,
        context: EditorContext,
        item: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(presenter, section, context, item, parent)
        self._offered: tuple[tuple[Pair, str], ...] = ()
        self.pairs: list[Button] = []
        self._panel = Panel("sunken", gap=SPACE.small)
        self.body.insertWidget(0, self._panel)
        self._offer()

    def _keep_up(self) -> None:
        self._offer()

    def _offer(self) -> None:
        names = {one.id: one.words for one in self.context.people}
        pairs = () if self.presenter.is_fixed else pairs_to_offer(self.presenter.referral)[:MOST]
        offered = tuple(
            (pair, " and ".join(names.get(one, "somebody") for one in pair)) for pair in pairs
        )
        self._panel.setVisible(bool(offered))
        if offered == self._offered:
            return
        self._offered = offered
        self._panel.clear()
        self.pairs = [Button(words, does=partial(self._begin, pair)) for pair, words in offered]
        self._panel.add(Words(OFFERED, Kind.HINT), *(beside(one) for one in self.pairs))

    def _begin(self, pair: Pair) -> None:
        first, second = pair
        made = new_id()
        self.presenter.do(
            put(f"{PARTNERSHIPS}[{made}]", {"id": made, "first": first, "second": second})
        )
        row = self.go_to(made, f"{PARTNERSHIPS}[{made}].kind")
        if row is not None:
            row.focus_in_editor()
