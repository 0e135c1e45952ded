"""A section that repeats: one card for each item, a page of cards at a time, one of them open.

However long the list is, only the cards of one page and the questions of one item exist.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ffd_desktop.councils.forms import Section
from ffd_desktop.drafting.session import Changes
from ffd_desktop.referral.people import Item
from ui.editors.context import EditorContext
from ui.editors.field_row import FieldRow
from ui.screens.draft.item_card import ItemCard
from ui.screens.draft.items import (
    PAGE,
    answered_count,
    home_section,
    item_word,
    with_article,
)
from ui.screens.draft.pager import Pager
from ui.screens.draft.presenter import DraftPresenter
from ui.screens.draft.questions import Questions
from ui.screens.draft.section_page import SectionPage
from ui.screens.draft.whereabouts import item_of
from ui.screens.draft.words import Summary, summary
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.words import Words


class ItemsPage(SectionPage):
    """The items of one list, such as children or worries."""

    def __init__(
        self,
        presenter: DraftPresenter,
        section: Section,
        context: EditorContext,
        item: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(presenter, section, context, parent)
        self._home = home_section(presenter.form, section)
        self._owns = self._home is section
        self._adds = self._owns and not presenter.is_fixed
        self._items: tuple[Item, ...] = ()
        self.cards: dict[str, ItemCard] = {}
        self._open = item
        self._pager = Pager(PAGE)
        self._pager.turned.connect(self._turned)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(SPACE.small)
        self._empty = Words("")
        self.add = self._add_button()
        room = self._room_for_cards()
        for part in (self._empty, self._pager):
            room.addWidget(part)
        room.addLayout(self._lines)
        room.addWidget(self.add, alignment=Qt.AlignmentFlag.AlignLeft)
        self.add.setVisible(self._adds or not self._owns)
        self._rebuild()
        if len(self._items) == 1:
            self.open_card(self._items[0].id)
        self._put_beside()

    # ---- what a page of one kind of item may do otherwise ------------------------------------

    def _room_for_cards(self) -> QVBoxLayout:
        """Give the column in which the cards stand."""
        return self.body

    def _shown(self) -> tuple[Item, ...]:
        """Give the items that have cards here, in their order."""
        return self.section.of(self.presenter.referral)

    def _above_questions(self, item_id: str) -> QWidget | None:  # noqa: ARG002
        """Give what stands above the questions of an item; ``None`` for nothing."""
        return None

    def _put_beside(self) -> None:
        """Put what stands above or beneath the cards into the body."""

    def _keep_up(self) -> None:
        """Show anew what stands beside the cards, after anything in the draft moved."""

    def _write(self, path: str, value: object) -> None:
        """Take an answer from its editor."""
        self.presenter.edited(path, value)

    # ---- what the screen asks ----------------------------------------------------------------

    def open_item(self) -> str:
        """Give the id of the open item; empty for none."""
        return self._open

    def asked(self) -> Questions | None:
        """Give the questions of the open card."""
        card = self.cards.get(self._open)
        return card.questions if card else None

    def start(self) -> QWidget | None:
        """Give the open card's first question, the first card, or the add button."""
        asked = self.asked()
        if asked is not None:
            return asked.first_row()
        return next((card.head for card in self.cards.values()), self.add)

    def go_to(self, item_id: str, path: str) -> FieldRow | None:
        """Open an item and give the question at a path; its first for no path."""
        if item_id and item_id != self._open:
            self.open_card(item_id)
        asked = self.asked()
        return asked.reach(path) if asked is not None else None

    def show_moved(self, changes: Changes) -> None:
        """Show what moved; rebuild the cards only when the list gained or lost an item."""
        if self._order() != [item.id for item in self._items]:
            self._rebuild()
        else:
            super().show_moved(changes)
            self._sum_up(changes.paths)
        self._keep_up()

    def show_answered(self, path: str) -> None:
        """Sum up the item anew whose answer changed."""
        self._sum_up((path,))
        self._keep_up()

    def sum_up(self) -> None:
        """Sum up every item anew, with how many comments are open."""
        self._sum_up_all(self.cards)

    def set_context(self, context: EditorContext) -> None:
        """Offer new names and addresses, and call everybody by them."""
        super().set_context(context)
        self._sum_up_all(self.cards)
        self._keep_up()

    # ---- cards -------------------------------------------------------------------------------

    def open_card(self, item_id: str) -> None:
        """Open one card and fold the one that was open."""
        self._open = item_id
        if self._order() != [item.id for item in self._items]:
            self._rebuild()
        number = self._number(item_id)
        if number < 0:
            return
        if self._pager.show_number(number):
            self._rebuild()
        for card in self.cards.values():
            if card.item_id != item_id and card.questions is not None:
                card.fold()
        self._fill(self.cards[item_id], number)

    def _fill(self, card: ItemCard, number: int) -> None:
        if card.questions is not None:
            return
        item_id = card.item_id

        def ask(inside: QWidget) -> Questions:
            return Questions(
                self.presenter,
                self.section.fields,
                self.context,
                item_id=item_id,
                item=lambda: self._item(item_id),
                write=self._write,
                parent=inside,
            )

        last = number == len(self._items) - 1
        above = self._above_questions(item_id)
        card.open_with(ask, first=number == 0, last=last, above=above)

    def _rebuild(self) -> None:
        self._items = self._shown()
        word = item_word(self.section)
        nothing = "" if self._items else f"No {word} has been added yet."
        self._empty.say(nothing)
        self._pager.show_count(len(self._items))
        number = self._number(self._open)
        if number >= 0:
            self._pager.show_number(number)
        self._clear()
        for number in self._pager.numbers():
            self._place(number)
        number = self._number(self._open)
        if self._open in self.cards:
            self._fill(self.cards[self._open], number)
        elif number < 0:
            self._open = ""

    def _clear(self) -> None:
        for card in self.cards.values():
            self._lines.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = {}

    def _place(self, number: int) -> None:
        item = self._items[number]
        summed = self._summed(number)
        word = item_word(self.section)
        card = ItemCard(item.id, summed, word=word, owns=self._adds, parent=self)
        card.head.clicked.connect(lambda: self._on_head(item.id))
        card.head.moved.connect(lambda step: self._on_arrow(item.id, step))
        card.stepped.connect(lambda step: self._on_step(item.id, step))
        card.taken_out.connect(lambda: self._on_taken_out(item.id))
        card.can_comment = not self.presenter.is_fixed
        card.comment_wanted.connect(lambda: self.presenter.comments.want(self.section, item.id))
        self.cards[item.id] = card
        self._lines.addWidget(card)

    def _on_head(self, item_id: str) -> None:
        if self._open == item_id:
            self.cards[item_id].fold()
            self._open = ""
        else:
            self.open_card(item_id)

    def _on_arrow(self, item_id: str, step: int) -> None:
        heads = list(self.cards)
        at = heads.index(item_id) + step
        if 0 <= at < len(heads):
            self.cards[heads[at]].head.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_step(self, item_id: str, step: int) -> None:
        at = self._number(item_id) + step
        if 0 <= at < len(self._items):
            target = self._items[at].id
            self.open_card(target)
            self.cards[target].head.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_taken_out(self, item_id: str) -> None:
        number = self._number(item_id)
        self.presenter.take_out(self.section, item_id, self._summary(number).title)
        left = min(number, len(self._items) - 1)
        if left >= 0 and self._items[left].id in self.cards:
            self.cards[self._items[left].id].head.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_add(self) -> None:
        if not self._owns:
            self.wanted.emit(self._home.key)
            return
        made = self.presenter.add_item(self.section)
        row = self.go_to(made, "")
        if row is not None:
            row.focus_in_editor()

    def _turned(self) -> None:
        self._open = ""
        self._rebuild()

    # ---- words -------------------------------------------------------------------------------

    def _sum_up(self, paths: tuple[str, ...]) -> None:
        touched = {item for items, item, _ in map(item_of, paths) if items == self.section.repeats}
        self._sum_up_all(touched & self.cards.keys())

    def _sum_up_all(self, items: Iterable[str]) -> None:
        for item_id in items:
            head, summed = self.cards[item_id].head, self._summed(self._number(item_id))
            if head.summary != summed:
                head.show_summary(summed)

    def _summed(self, number: int) -> Summary:
        """Sum an item up with the comments on it that are open."""
        summed = self._summary(number)
        said = self.presenter.comments.mark_within(self.section, self._items[number].id)
        note = " · ".join(part for part in (summed.note, said) if part)
        return msgspec.structs.replace(summed, note=note) if said else summed

    def _summary(self, number: int) -> Summary:
        item = self._item(self._items[number].id) or self._items[number]
        summed = summary(self.section, item, self.context, number=number + 1)
        if self._owns:
            return summed
        done = f"{answered_count(self.section, item)} of {len(self.section.fields)} answered"
        return Summary(summed.title, " · ".join(part for part in (summed.note, done) if part))

    def _add_button(self) -> Button:
        word = item_word(self.section)
        words = f"Add {with_article(word)}" if self._owns else f"Go to “{self._home.title}”"
        return Button(words, "secondary" if self._owns else "quiet", does=self._on_add)

    def _order(self) -> list[str]:
        return [item.id for item in self._shown()]

    def _item(self, item_id: str) -> Item | None:
        items = self.section.of(self.presenter.referral)
        return next((one for one in items if one.id == item_id), None)

    def _number(self, item_id: str) -> int:
        ids = [item.id for item in self._items]
        return ids.index(item_id) if item_id in ids else -1
