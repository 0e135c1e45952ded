"""How the children are related: what follows from their parents, and what a person states besides.

What follows is shown so that nobody types it; it is no answer and is stored nowhere.
"""

from __future__ import annotations

from ffd_desktop.exporting.related import by_parents, sentences
from ui.screens.draft.items_page import ItemsPage
from ui.style.tokens import SPACE
from ui.widgets.panel import Panel
from ui.widgets.words import Kind, Words

SIBLING_TIES = "sibling_ties"
TITLE = "What follows from the parents"
HINT = "From “Who belongs to whom” and the couples. What you state below wins."
NOBODY = "With two children or more, what follows from their parents stands here."


class RelatedPage(ItemsPage):
    """The pairs that a person states, below what follows by itself."""

    def _put_beside(self) -> None:
        panel = Panel("sunken", gap=SPACE.small)
        self.follows = Words("")
        panel.add(Words(TITLE, Kind.STRONG), self.follows, Words(HINT, Kind.QUIET))
        self.body.insertWidget(0, panel)
        self._say()

    def _keep_up(self) -> None:
        self._say()

    def _say(self) -> None:
        words = "\n".join(self._following()) or NOBODY
        if words != self.follows.text():
            self.follows.setText(words)

    def _following(self) -> list[str]:
        referral = self.presenter.referral
        if len(referral.children) < 2:
            return []
        short = {one.id: one.short or one.words for one in self.context.children}
        names = {**short, **{one.id: one.words for one in self.context.people}}

        def name(item_id: str) -> str:
            return names.get(item_id, "Somebody")

        groups = (f"{children}: {parents}." for parents, children in by_parents(referral, name))
        return [*groups, *sentences(referral, name)]
