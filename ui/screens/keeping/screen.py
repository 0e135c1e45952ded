"""How long records are kept: what somebody should look at now, with each decision on the page.

Nothing is destroyed by itself, and nothing at all while it is held.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ffd_desktop.app.following import ToReview
from ffd_desktop.drafting.destroying import Destroying
from ffd_desktop.referral.dates import DateKind, read_date
from ui.destinations import ToAfter, ToBoard, ToDraft
from ui.lanes import Lane, Submits
from ui.screen import Screen, text_of
from ui.screens.keeping.ports import Keeper, Looked
from ui.screens.keeping.review_card import ReviewCard
from ui.style.tokens import SPACE
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.destroy_panel import DestroyPanel
from ui.widgets.focus import give_focus
from ui.widgets.page import Page
from ui.widgets.panel import Panel, beside, empty
from ui.widgets.words import Kind, Words
from ui.widgets.wrapping_link import WrappingLink

NOTHING = "No record has to be looked at now."
HELD, UNDATED = "Held: nobody can destroy these", "No day: a date of birth is missing"
NO_DAY = "Write a day to come, such as 1 March 2040."
NO_REASON = "Write why."


class KeepingScreen(Screen):
    """Which records somebody should look at."""

    title = "How long records are kept"

    def __init__(self, *, keeper: Keeper, lane: Submits) -> None:
        super().__init__()
        self._keeper, self._lane = keeper, Lane(lane, self)
        self._awaited: Mapping[str, object] = {}
        self.cards: list[ReviewCard] = []
        self.banner = Banner()
        self.back = Button("‹ Back to what is due", "quiet", says="Back to what is due")
        self.back.clicked.connect(lambda: self.wants(ToBoard()))
        self.count = Words("", Kind.LEAD)
        self.destroy_panel = DestroyPanel()
        self.destroy_panel.agreed.connect(self._on_agreed)
        self.destroy_panel.let_be.connect(self._on_let_be)
        self._lines = QWidget()
        self._column = QVBoxLayout(self._lines)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.medium)
        page = Page(widest=860)
        page.add(
            beside(self.back),
            Words("How long records are kept", Kind.TITLE),
            self.banner,
            self.count,
            self.destroy_panel,
            self._lines,
        )
        self._page = page
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(page)

    def entered(self) -> None:
        """Look through the records."""
        give_focus(self.back)
        self._look()

    def half_typed(self) -> Mapping[str, object]:
        """Give what is being decided and why; the reference, which agrees, is typed anew."""
        asking = next((one for one in self.cards if one.is_asking), None)
        if asking is None:
            return self.destroy_panel.half_typed()
        return {
            "asking": asking.found.id,
            "holding": asking.is_holding,
            "until": asking.until.text(),
            "reason": asking.reason.text(),
        }

    def put_back(self, typed: Mapping[str, object]) -> None:
        """Ask the same again once the records are read."""
        self._awaited = typed

    # ---- what was found ---------------------------------------------------------------------

    def _look(self) -> None:
        self._lane.run(self._keeper.look, done=self._show, failed=self.banner.show_problem)

    def _show(self, looked: Looked) -> None:
        empty(self._column)
        due = f"{len(looked.due)} to look at now." if looked.due else NOTHING
        later = f" {looked.later} kept until a later day." if looked.later else ""
        self.count.setText(f"{due}{later}")
        self.cards = [self._card(one) for one in looked.due]
        for card in self.cards:
            self._column.addWidget(card)
        self._list(HELD, looked.held, lambda one: ToAfter(one.id, section="after_keeping"))
        self._list(UNDATED, looked.undated, lambda one: ToDraft(one.id))
        self._ask_again()

    def _card(self, found: ToReview) -> ReviewCard:
        card = ReviewCard(found, lambda one: self.wants(ToAfter(one.id, section="after_keeping")))
        card.destroy_button.clicked.connect(partial(self._on_destroy, found))
        card.done.clicked.connect(partial(self._on_decided, card))
        return card

    def _list(
        self,
        title: str,
        found: Sequence[ToReview],
        where: Callable[[ToReview], ToAfter | ToDraft],
    ) -> None:
        if not found:
            return
        panel = Panel("sunken")
        panel.add(Words(title, Kind.STRONG))
        for one in found:
            names = ", ".join(one.children)
            link = WrappingLink("  ·  ".join(part for part in (one.reference, names) if part))
            link.clicked.connect(lambda _=False, one=one: self.wants(where(one)))
            panel.add(link)
            if one.review.held:
                panel.add(Words(one.review.held, Kind.HINT))
        self._column.addWidget(panel)

    def _ask_again(self) -> None:
        typed, self._awaited = self._awaited, {}
        ids = {card.found.id: card for card in self.cards}
        card = ids.get(text_of(typed, "asking"))
        destroying = ids.get(text_of(typed, "destroying"))
        if card is not None:
            card.ask(holding=typed.get("holding") is True)
            card.until.setText(text_of(typed, "until"))
            card.reason.setText(text_of(typed, "reason"))
        elif destroying is not None:
            self._on_destroy(destroying.found)
            self.destroy_panel.reason.setText(text_of(typed, "reason"))

    # ---- what is decided --------------------------------------------------------------------

    def _on_decided(self, card: ReviewCard) -> None:
        until, reason = read_date(card.until.text(), today=_NO_AGE), card.reason.text()
        is_day = until is not None and until.kind is DateKind.DAY
        why = "" if reason.strip() else NO_REASON
        if card.is_holding:
            card.slip(why=why)
            if not why:
                words = f"{card.found.reference} is held."
                self._do(lambda: self._keeper.hold(card.found.id, reason), words)
            return
        card.slip(until="" if is_day else NO_DAY, why=why)
        if until is not None and is_day and not why:
            words = f"{card.found.reference} is kept until {until.words()}."
            self._do(lambda: self._keeper.keep_longer(card.found.id, until, reason), words)

    def _on_destroy(self, found: ToReview) -> None:
        self.destroy_panel.ask(found.id, found.reference)
        self._page.view.reveal(self.destroy_panel)

    def _on_agreed(self, asked: Destroying) -> None:
        self.destroy_panel.hide()
        words = f"{asked.reference} is destroyed. Who, when and why is kept in Settings."
        self._do(lambda: self._keeper.destroy(asked.referral_id, asked.reason), words)

    def _on_let_be(self) -> None:
        self.destroy_panel.hide()
        give_focus(self.cards[0].link if self.cards else self.back)

    def _do(self, work: Callable[[], None], words: str) -> None:
        give_focus(self.back)  # the card that had it goes

        def done(_: None) -> None:
            self.banner.tell("good", words)
            self._look()

        self._lane.run(work, done=done, failed=self.banner.show_problem)


_NO_AGE = date.min  # ``today`` matters to ages alone, which are no day
