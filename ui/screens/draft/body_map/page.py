"""The section of marks: the body map beside the marks in words, each with its questions.

Whatever can be done on the picture can be done without it; everything is an edit of the draft.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from ffd_desktop.councils.forms import Section
from ffd_desktop.drafting.session import Changes
from ffd_desktop.exporting.pictures.body.marks import (
    Group,
    group_of,
    groups_to_choose,
    is_placed,
    known,
    outline_of,
)
from ffd_desktop.exporting.pictures.body.placing import (
    belonging,
    joining,
    moving,
    new_mark,
    proposed,
    setting,
    taking_off,
)
from ffd_desktop.exporting.pictures.body.telling import SITES, looks_words, numbered, place_words
from ffd_desktop.referral.edits import put
from ffd_desktop.referral.ids import new_id
from ffd_desktop.referral.people import Item
from ffd_desktop.referral.statements import Injury
from ui.editors.context import EditorContext
from ui.editors.field_row import FieldRow
from ui.screens.draft.body_map.mark_tools import MarkTools
from ui.screens.draft.body_map.occasions import Key, Occasions, occasion_tiles
from ui.screens.draft.body_map.picture import BodyPicture
from ui.screens.draft.items_page import ItemsPage
from ui.screens.draft.presenter import DraftPresenter
from ui.screens.draft.whereabouts import item_of
from ui.screens.draft.words import Summary
from ui.style.apply import style_now
from ui.style.tokens import SPACE
from ui.widgets.announce import announce
from ui.widgets.rows import column

OCCASIONS = "examinations"
_BESIDE_FROM = 640  # pixels at 100 %: less than this, and the marks stand beneath the picture
_PICTURE = 288
_QUIET_MS = 150
_PLACED_BY = frozenset({"", "x", "y"})  # undoing these leaves the focus on the picture


class BodyMapPage(ItemsPage):
    """Marks of one child and occasion at a time."""

    def __init__(
        self,
        presenter: DraftPresenter,
        section: Section,
        context: EditorContext,
        item: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(presenter, section, context, item, parent)
        self._turn_to(item)
        self._show_map()
        self.picture.turn_to_marks()

    # ---- making ------------------------------------------------------------------------------

    def _room_for_cards(self) -> QVBoxLayout:
        presenter = self.presenter
        self._key: Key | None = None
        self._carried = ""
        self._tools: MarkTools | None = None
        self._due = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._due.timeout.connect(self._show_map)
        asking = next((one for one in presenter.form.sections if one.repeats == OCCASIONS), None)
        self.occasions = Occasions(presenter, asking, self.context, self._write_occasion)
        self.occasions.chosen.connect(self._on_group)
        self.occasions.added.connect(self._on_occasion_added)
        self.picture = BodyPicture(self._label, is_fixed=presenter.is_fixed)
        self.picture.placed.connect(self._on_placed)
        self.picture.moved.connect(self._on_moved)
        self.picture.chosen.connect(self._on_chosen)
        self.picture.opened.connect(self._on_opened)
        self.picture.taken_out.connect(self._on_delete)
        self.body.addWidget(self.occasions)
        self.body.addWidget(self.picture.tiles)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(SPACE.wide)
        self._sides.addWidget(self.picture)
        cards, beside = column(gap=SPACE.medium), column(gap=0)
        beside.addLayout(cards)
        beside.addStretch(1)
        self._sides.addLayout(beside, 1)
        self.body.addLayout(self._sides)
        return cards

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the marks beside the picture where there is room, else beneath it."""
        super().resizeEvent(event)
        style = style_now()
        is_wide = self.width() >= style.pixels(_BESIDE_FROM)
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        if self._sides.direction() != way:
            self._sides.setDirection(way)
        self.picture.setMaximumWidth(style.pixels(_PICTURE) if is_wide else 16_777_215)
        self.picture.setMinimumWidth(style.pixels(_PICTURE) if is_wide else 0)

    # ---- what the screen asks ----------------------------------------------------------------

    def start(self) -> QWidget | None:
        """Start on whose marks they are; the picture is the second stop from there."""
        return self.occasions.start()

    def go_to(self, item_id: str, path: str) -> FieldRow | None:
        """Show the occasion of a mark, open the mark, and give the question at a path."""
        self._turn_to(item_id)
        row = super().go_to(item_id, path)
        self._show_map()
        stays = self.picture.canvas.hasFocus() and item_of(path)[2] in _PLACED_BY
        return None if stays else row

    def show_moved(self, changes: Changes) -> None:
        """Show the groups, the picture and the cards anew."""
        if self._open and (group := group_of(self.presenter.referral, self._open)):
            self._key = group.key
        super().show_moved(changes)
        if self.occasions.questions is not None:
            self.occasions.questions.show_answers(changes.paths)
        self._show_map()

    def show_answered(self, path: str) -> None:
        """Sum the mark up anew, and draw once the typing pauses."""
        items, item_id, attribute = item_of(path)
        if items == self.section.repeats and attribute == "child":
            self._turn_to(item_id)
            self._rebuild()
        super().show_answered(path)
        if items in {self.section.repeats, OCCASIONS}:
            self._due.start()

    def set_context(self, context: EditorContext) -> None:
        """Offer new names."""
        super().set_context(context)
        self.occasions.set_context(context)
        self._show_map()

    # ---- cards -------------------------------------------------------------------------------

    def open_card(self, item_id: str) -> None:
        """Open the card of a mark and choose it on the picture."""
        super().open_card(item_id)
        self._show_map()

    def _shown(self) -> tuple[Item, ...]:
        return self._group().marks

    def _summary(self, number: int) -> Summary:
        item = self._item(self._items[number].id) or self._items[number]
        if not isinstance(item, Injury):
            return super()._summary(number)
        where = place_words(item, self._label)
        return Summary(f"{number + 1} \u00b7 {where}", looks_words(item, self._label))

    def _above_questions(self, item_id: str) -> QWidget | None:
        tools = MarkTools(is_fixed=self.presenter.is_fixed)
        tools.joined.connect(lambda occasion: self._on_joined(item_id, occasion))
        tools.wanted_on.connect(lambda: self._on_wanted_on(item_id))
        tools.taken_off.connect(lambda: self._on_taken_off(item_id))
        self._tools = tools
        self._show_tools()
        return tools

    def _show_tools(self) -> None:
        mark = self._mark(self._open)
        if mark is not None and self._tools is not None and isValid(self._tools):
            self._tools.show_mark(
                occasion_tiles(self.presenter.referral, self.context),
                known(mark.examination),
                on=is_placed(mark),
                differs=self._differs(mark),
            )

    def _differs(self, mark: Injury) -> str:
        """Say what place the picture says, where the words say another."""
        outline = outline_of(self._group(), self.presenter.referral, self.context.today)
        site = proposed(mark, outline)
        other = site and known(mark.site) and site != mark.site
        return self._label(SITES, site) if other else ""

    def _write(self, path: str, value: object) -> None:
        _, item_id, attribute = item_of(path)
        mark = self._mark(item_id)
        if attribute == "view" and mark is not None and is_placed(mark):
            self.presenter.do(*taking_off(mark, value))
        else:
            self.presenter.edited(path, value)

    def _on_head(self, item_id: str) -> None:
        super()._on_head(item_id)
        self._show_map()

    def _on_add(self) -> None:
        made = new_id()
        self.presenter.do(put(f"injuries[{made}]", new_mark(made, self._group())))
        row = self.go_to(made, "")
        if row is not None:
            row.focus_in_editor()

    # ---- the picture -------------------------------------------------------------------------

    def _show_map(self) -> None:
        group = self._group()
        self.occasions.show_groups(groups_to_choose(self.presenter.referral), group)
        outline = outline_of(group, self.presenter.referral, self.context.today)
        self.picture.show_group(group, outline, self._open)
        self._show_tools()

    def _on_placed(self, x: float, y: float) -> None:
        view, group = self.picture.view, self._group()
        outline = outline_of(group, self.presenter.referral, self.context.today)
        carried = self._mark(self._carried)
        self._carried = ""
        if carried is not None:
            edits = moving(carried, view, outline, x=x, y=y)
        else:
            edits = (setting(new_id(), group, view, outline, x=x, y=y),)
        self._open = item_of(edits[0].path)[1]
        self.presenter.do(*edits)
        self.open_card(self._open)
        self._tell(self._open)

    def _on_moved(self, x: float, y: float) -> None:
        mark, group = self._mark(self._open), self._group()
        if mark is None:
            return
        outline = outline_of(group, self.presenter.referral, self.context.today)
        self.presenter.do(*moving(mark, self.picture.view, outline, x=x, y=y))
        self._sum_up((f"injuries[{mark.id}].site",))
        self._tell(mark.id)

    def _on_chosen(self, mark: str) -> None:
        if mark:
            self.open_card(mark)
            return
        if self._open in self.cards:
            self.cards[self._open].fold()
        self._open = ""
        self._show_map()

    def _on_opened(self) -> None:
        asked = self.asked()
        row = asked.first_row() if asked is not None else None
        if row is not None:
            row.focus_in_editor()

    def _on_delete(self) -> None:
        if self._open:
            self.presenter.take_out(
                self.section, self._open, self._summary(self._number(self._open)).title
            )
            self._show_map()

    def _tell(self, mark_id: str) -> None:
        mark, group = self._mark(mark_id), self._group()
        if mark is not None:
            announce(self.picture.canvas, numbered(group, mark, self._label))

    # ---- occasions ---------------------------------------------------------------------------

    def _on_group(self, key: Key) -> None:
        self._key, self._open = key, ""
        self._rebuild()
        self._show_map()
        self.picture.turn_to_marks()

    def _on_occasion_added(self) -> None:
        made, child = new_id(), self._group().child
        start = {"id": made, "child": child} if child else {"id": made}
        self._key, self._open = (child, made), ""
        self.presenter.do(put(f"{OCCASIONS}[{made}]", start))
        self.occasions.open_about()

    def _write_occasion(self, path: str, value: object) -> None:
        _, occasion, attribute = item_of(path)
        if attribute != "child":
            self.presenter.edited(path, value)
            return
        self._key = (known(value), occasion)
        self.presenter.do(*belonging(self.presenter.referral, occasion, value))

    def _on_joined(self, mark_id: str, occasion: str) -> None:
        mark = self._mark(mark_id)
        if mark is not None:
            self.presenter.do(*joining(mark, self.presenter.referral, occasion))

    def _on_wanted_on(self, mark_id: str) -> None:
        """Have the next click or Enter on the picture put this mark there."""
        self._on_chosen("")
        self._carried = mark_id
        self.picture.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        words = "Click where it is, or move the cross there and press Enter."
        self.presenter.said.emit(words)

    def _on_taken_off(self, mark_id: str) -> None:
        mark = self._mark(mark_id)
        if mark is not None:
            self.presenter.do(*taking_off(mark))

    # ---- which ones --------------------------------------------------------------------------

    def _turn_to(self, mark_id: str) -> None:
        group = group_of(self.presenter.referral, mark_id) if mark_id else None
        if group is not None and group.key != self._group().key:
            self._key = group.key
            self._rebuild()

    def _group(self) -> Group:
        found = groups_to_choose(self.presenter.referral)
        return next((one for one in found if one.key == self._key), found[0])

    def _mark(self, mark_id: str) -> Injury | None:
        return next((one for one in self.presenter.referral.injuries if one.id == mark_id), None)

    def _label(self, codes: str, code: str) -> str:
        choices = self.context.codes(codes)
        return next((one.words for one in choices if one.id == code), code)
