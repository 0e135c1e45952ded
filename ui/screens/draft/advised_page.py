"""A section with a card beneath it that says what follows from its answers. Holds no rule."""

from __future__ import annotations

from ffd_desktop.drafting.session import Changes
from ui.screens.draft.section_page import PlainPage
from ui.widgets.panel import Panel
from ui.widgets.words import Kind, Words


class AdvisedPage(PlainPage):
    """A page whose card comes and goes with the answers.

    Subclasses say in ``title`` what heads the card, in ``watched`` where the paths of the answers
    begin that it hangs on, and in ``advice`` what stands on it.
    """

    title = ""
    watched: tuple[str, ...] = ()

    def _put_beside(self) -> None:
        super()._put_beside()
        self.card = Panel("note")
        self._shown: tuple[str, ...] = ()
        self.card.hide()
        self.body.addWidget(self.card)
        self.show_advice()

    def advice(self) -> tuple[str, ...]:
        """Give the lines of the card, the source last; none for no card."""
        raise NotImplementedError

    def show_moved(self, changes: Changes) -> None:
        """Say anew what follows."""
        super().show_moved(changes)
        self.show_advice()

    def show_answered(self, path: str) -> None:
        """Say anew what follows once an answer that matters has changed."""
        if path.startswith(self.watched):
            self.show_advice()

    def show_advice(self) -> None:
        """Fill the card, or hide it when there is nothing to say."""
        lines = self.advice()
        if lines == self._shown:
            return
        self._shown = lines
        self.card.clear()
        if lines:
            *body, source = lines
            self.card.add(Words(self.title, Kind.STRONG), *map(Words, body))
            self.card.add(Words(f"Source: {source}", Kind.HINT))
        self.card.setVisible(bool(lines))
