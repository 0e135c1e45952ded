"""The children's page: each child's card, and beside it whether the child is referred.

Where a section asks only of those who are referred, the others are named below, a press away.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ffd_desktop.councils.forms import Section
from ffd_desktop.drafting.referring import DUE, refer, unborn_baby
from ffd_desktop.referral.ids import new_id
from ffd_desktop.referral.people import Child
from ui.editors.context import EditorContext
from ui.lanes import Lane
from ui.screens.draft.items_page import ItemsPage
from ui.screens.draft.ports import Tools
from ui.screens.draft.presenter import DraftPresenter
from ui.screens.draft.referring import button_words, done_words, meaning
from ui.screens.draft.roll_panel import RollPanel
from ui.screens.draft.roll_presenter import RollPresenter
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.focus import give_focus
from ui.widgets.words import Kind, Words

ROLL = "roll"


class ChildrenPage(ItemsPage):
    """The children of the family, or those of them whom a section asks about."""

    def __init__(
        self,
        presenter: DraftPresenter,
        section: Section,
        context: EditorContext,
        item: str = "",
        parent: QWidget | None = None,
        *,
        tools: Tools,
    ) -> None:
        self.referring: dict[str, Button] = {}
        super().__init__(presenter, section, context, item, parent)
        self._tools = tools
        self.roll: RollPanel | None = None
        self.from_roll = Button("Add a child from the roll", does=self.open_roll)
        self.unborn = Button("Add an unborn baby", does=self._on_unborn)
        if self._adds:
            self._put_together(self.add, self.from_roll, self.unborn)
        self.others = QWidget(self)
        self._others_line = Flow(self.others, gap=SPACE.small)
        self.body.addWidget(self.others)
        self._offered: tuple[str, ...] = ()
        self._show_others()

    def _keep_up(self) -> None:
        self._show_referring()

    def half_typed(self) -> Mapping[str, object]:
        """Give what is looked for on the roll."""
        words = "" if self.roll is None or self.roll.isHidden() else self.roll.search.line.text()
        return {ROLL: words} if words else {}

    def put_back(self, typed: Mapping[str, object]) -> None:
        """Look for it again."""
        if self._adds and typed.get(ROLL):
            self.open_roll(str(typed[ROLL]))

    def open_roll(self, text: str = "") -> None:
        """Look for a child on the roll, below the children who are here."""
        if self._open in self.cards:
            self._on_head(self._open)
        if self.roll is None:
            self.roll = self._roll_panel()
        self.roll.open_with(text)
        self.from_roll.hide()

    def _roll_panel(self) -> RollPanel:
        panel = RollPanel()
        self._panel_place.addWidget(panel)
        lane = Lane(self._tools.vault_lane, panel)
        looks = RollPresenter(panel, self.presenter, self._tools.roll, lane, joined=self._on_joined)
        panel.search.sought.connect(looks.look_for)
        panel.results.looked_at.connect(looks.choose)
        panel.results.taken.connect(lambda key: self._on_taken(looks, key))
        panel.kin.decided.connect(looks.decide)
        panel.stood.connect(looks.stand)
        panel.add_button.clicked.connect(looks.add)
        panel.closed.connect(self._on_closed)
        return panel

    def _on_taken(self, looks: RollPresenter, key: str) -> None:
        looks.choose(key)
        if self.roll is not None:
            give_focus(self.roll.add_button)

    def _on_closed(self) -> None:
        self._close_roll()
        self.from_roll.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_roll(self) -> None:
        self.from_roll.show()
        if self.roll is not None:
            self._panel_place.removeWidget(self.roll)
            self.roll.hide()
            self.roll.deleteLater()
            self.roll = None

    def _on_joined(self, child_id: str) -> None:
        self._close_roll()
        if child_id in self.cards:
            self.cards[child_id].head.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.from_roll.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_unborn(self) -> None:
        made = new_id()
        path = f"children[{made}].date_of_birth"
        self.presenter.do(unborn_baby(made))
        self.presenter.went.emit(path)
        asked = self.asked()
        if asked is not None and path in asked.rows:
            asked.rows[path].set_caret(len(DUE))

    def _put_together(self, *buttons: Button) -> None:
        """Set the ways to add a child in one line, and leave room for the roll below it."""
        line = QWidget(self)
        flow = Flow(line, gap=SPACE.small)
        self.body.removeWidget(self.add)
        for button in buttons:
            flow.addWidget(button)
        self.body.addWidget(line)
        self._panel_place = QVBoxLayout()
        self.body.addLayout(self._panel_place)

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
