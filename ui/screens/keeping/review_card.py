"""One record to look at: whose it is, since when, and what can be decided. Decides nothing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit

from ffd_desktop.app.following import ToReview
from ffd_desktop.following.retention import SOURCE
from ffd_desktop.referral.dates import on
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.focus import give_focus
from ui.widgets.panel import Panel, beside
from ui.widgets.question import Question
from ui.widgets.words import Kind, Words
from ui.widgets.wrapping_link import WrappingLink

WHY_DUE = "25 years from the birth of the youngest child, or the later day that was decided."


class ReviewCard(Panel):
    """A record whose time of keeping has come."""

    def __init__(self, found: ToReview, follow: Callable[[ToReview], object]) -> None:
        super().__init__("plain", gap=SPACE.small)
        self.found = found
        names = ", ".join(found.children) or "No child is named"
        self.link = WrappingLink(f"{found.reference}  ·  {names}", strong=True)
        self.link.clicked.connect(lambda: follow(found))
        self.keep, self.hold, self.destroy_button = (
            Button(words, says=f"{words.removesuffix(' …')}: {found.reference}")
            for words in ("Keep it longer …", "Hold it …", "Destroy …")
        )
        self.until, self.reason = QLineEdit(), QLineEdit()
        self._until = Question("Keep it until", self.until, hint="A day, such as 1 March 2040")
        self._why = Question("Why?", self.reason)
        self.done = Button("Keep it longer", "primary")
        self.let_be = Button("Let it be", "quiet", does=self.fold)
        since = found.review.on
        self.add(
            self.link,
            Words(f"To be looked at since {on(since).words()}." if since else ""),
            Words(f"{WHY_DUE} Source: {SOURCE}.", Kind.HINT),
            beside(self.keep, self.hold, self.destroy_button),
            self._until,
            self._why,
            beside(self.done, self.let_be),
        )
        self.is_holding = False
        self.keep.clicked.connect(lambda: self.ask(holding=False))
        self.hold.clicked.connect(lambda: self.ask(holding=True))
        self._inside = (self._until, self._why, self.done, self.let_be)
        for part in self._inside:
            part.hide()

    def ask(self, *, holding: bool) -> None:
        """Ask until when it is kept, or why it is held."""
        self.is_holding = holding
        for part in self._inside:
            part.show()
        self._until.setVisible(not holding)
        words = "Hold it" if holding else "Keep it longer"
        self._why.ask("Why is it held, and who asked for it?" if holding else "Why?")
        self.done.setText(words)
        self.done.setAccessibleName(f"{words}: {self.found.reference}")
        give_focus(self.reason if holding else self.until)

    def fold(self) -> None:
        """Put the boxes away."""
        for part in self._inside:
            part.hide()
        give_focus(self.keep)

    def slip(self, *, until: str = "", why: str = "") -> None:
        """Say what to put right."""
        self._until.slip(until)
        self._why.slip(why)
        if until or why:
            give_focus(self.until if until else self.reason)

    @property
    def is_asking(self) -> bool:
        """Whether the boxes are open."""
        return not self._why.isHidden()
