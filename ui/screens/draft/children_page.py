"""The children's page: each child's card, and beside it whether the child is referred.

Where a section asks only of those who are referred, the others are named below, a press away.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ffd_desktop.councils.forms import Section
from ffd_desktop.drafting.referring import refer
from ffd_desktop.drafting.session import Changes
from ffd_desktop.referral.people import Child
from ui.editors.context import EditorContext
from ui.screens.draft.items_page import ItemsPage
from ui.screens.draft.presenter import DraftPresenter
from ui.screens.draft.referring import button_words, done_words, meaning
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.words import Kind, Words


class ChildrenPage(ItemsPage):
    """The children of the family, or those of them whom a section asks about."""

    def __init__(
        self,
        presenter: DraftPresenter,
        section: Section,
        context: EditorContext,
        item: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self.referring: dict[str, Button] = {}
        super().__init__(presenter, section, context, item, parent)
        self.others = QWidget(self)
        self._others_line = Flow(self.others, gap=SPACE.small)
        self.body.addWidget(self.others)
        self._offered: tuple[str, ...] = ()
        self._show_others()

    def show_moved(self, changes: Changes) -> None:
        """Show what moved, and who is referred."""
        super().show_moved(changes)
        self._show_referring()

    def show_answered(self, path: str) -> None:
        """Sum up the child anew, and say what can be done."""
        super().show_answered(path)
        self._show_referring()

    def set_context(self, context: EditorContext) -> None:
        """Call everybody by their new names."""
        super().set_context(context)
        self._show_referring()

    def _place(self, number: int) -> None:
        super()._place(number)
        child = self._items[number]
        if self._adds and isinstance(child, Child):
            self.referring[child.id] = self._button(child.id)
            self.cards[child.id].put_beside(self.referring[child.id])
            self._say_on_button(child)

    def _clear(self) -> None:
        super()._clear()
        self.referring = {}

    def _button(self, child_id: str) -> Button:
        return Button("", "quiet", does=lambda: self._on_pressed(child_id))

    def _on_pressed(self, child_id: str) -> None:
        child = self._child(child_id)
        if child is None:
            return
        name = self._name(child_id)
        words = done_words(name, child, self.presenter.form, self.presenter.referral)
        self.presenter.do_and_say(words, refer(child, too=not child.referred))
        if child_id not in self.referring and child_id in self.cards:
            self.cards[child_id].head.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_referring(self) -> None:
        for child_id in self.referring:
            child = self._child(child_id)
            if child is not None:
                self._say_on_button(child)
        self._show_others()

    def _say_on_button(self, child: Child) -> None:
        button, words = self.referring[child.id], button_words(child)
        spoken = f"{words}: {self._name(child.id)}"
        if button.accessibleName() != spoken or button.text() != words:
            button.setText(words)
            button.setAccessibleName(spoken)
            button.setAccessibleDescription(meaning(child))
            button.setToolTip(meaning(child))

    def _show_others(self) -> None:
        """Offer those whom this section passes over, because they are not referred."""
        asked = {one.id for one in self.section.of(self.presenter.referral)}
        out = tuple(
            f"{one.id} {self._name(one.id)}"
            for one in self.presenter.referral.children
            if one.id not in asked and not one.referred and not self.presenter.is_fixed
        )
        if out == self._offered:
            return
        self._offered = out
        for old in self.others.findChildren(QWidget):
            self._others_line.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.others.setVisible(bool(out))
        if out:
            self._others_line.addWidget(Words("Not referred:", Kind.QUIET, wraps=False))
        for child_id, _, name in (one.partition(" ") for one in out):
            self._others_line.addWidget(self._other(child_id, name))

    def _other(self, child_id: str, name: str) -> Button:
        button = self._button(child_id)
        button.setText(f"Refer {name} too".replace("&", "&&"))
        button.setAccessibleName(f"Refer {name} too")
        child = self._child(child_id)
        if child is not None:
            button.setAccessibleDescription(meaning(child))
            button.setToolTip(meaning(child))
        return button

    def _child(self, child_id: str) -> Child | None:
        children = self.presenter.referral.children
        return next((one for one in children if one.id == child_id), None)

    def _name(self, child_id: str) -> str:
        found = (one.short or one.words for one in self.context.children if one.id == child_id)
        return next(found, "This child")
