"""The chronology: a line to write rows on, the timeline, a filter, and the rows by date.

One thing stands open at a time: the line, or one row with all its questions. Rows are sorted anew
when a date is done, never while it is typed.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ffd_desktop.councils.forms import Section
from ffd_desktop.drafting.session import Changes
from ffd_desktop.referral.edits import put
from ui.editors.context import EditorContext
from ui.editors.field_row import FieldRow
from ui.screens.draft.bring_in.strip import BringInStrip
from ui.screens.draft.chronology.entry import WHEN, Entry
from ui.screens.draft.chronology.filter_bar import FilterBar
from ui.screens.draft.chronology.listing import Listing
from ui.screens.draft.chronology.live_timeline import LiveTimeline
from ui.screens.draft.chronology.row import Row
from ui.screens.draft.chronology.row_words import KEPT, OURS
from ui.screens.draft.chronology.rows import Rows
from ui.screens.draft.presenter import DraftPresenter
from ui.screens.draft.questions import Questions
from ui.screens.draft.section_page import SectionPage
from ui.screens.draft.whereabouts import item_of
from ui.style.tokens import SPACE
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.words import Kind, Words

EMPTY = "No event has been added yet."
NEXT = ("Ctrl+Return", "Ctrl+Enter")
WHERE = "Ctrl+R"
HOW = "Ctrl+Enter begins a row from anywhere here; Ctrl+R: in the referral, or only on file"
LINE = "line"


class ChronologyPage(SectionPage):
    """The events of a referral."""

    def __init__(
        self,
        presenter: DraftPresenter,
        section: Section,
        context: EditorContext,
        item: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(presenter, section, context, parent)
        self._open = ""
        self._list = Listing(section, lambda: presenter.referral, presenter.comments.mark_within)
        self.add = Button("Add an event", does=self.next_row, says="Add an event, Ctrl+Enter")
        self.entry = Entry(presenter, section, self._list.event)
        self.timeline = LiveTimeline(
            lambda: presenter.referral,
            lambda: self.context.today,
            lambda item_id: self._list.words(item_id).spoken,
        )
        self.filter = FilterBar()
        self.rows = Rows(self._make_row, self._list.words)
        self._empty = Words("", Kind.HINT)
        self._lay_out()
        self._listen()
        self._name_children()
        self._refresh()
        if item:
            self.open_card(item)

    # ---- what the screen asks ----------------------------------------------------------------

    @property
    def cards(self) -> dict[str, Row]:
        """The rows that are made, by ids, in the order of the list."""
        return self.rows.cards

    def open_item(self) -> str:
        """Give the id of the row that is written on or stands open; empty for none."""
        return self.entry.item_id if self.entry.has_begun else self._open

    def asked(self) -> Questions | None:
        """Give the questions that stand open: on the line, or in a row."""
        if self.entry.questions is not None:
            return self.entry.questions
        row = self.rows.cards.get(self._open)
        return row.questions if row is not None else None

    def start(self) -> QWidget | None:
        """Give the first question that stands open; else the way to write a row."""
        if self.asked() is None and not len(self._list) and not self.presenter.is_fixed:
            self._begin_entry()
        asked = self.asked()
        if asked is not None:
            return asked.first_row()
        return self.rows.first() if self.presenter.is_fixed else self.add

    def go_to(self, item_id: str, path: str) -> FieldRow | None:
        """Open a row and give the question at a path; its first for no path."""
        here = self.entry.questions
        if here is not None and item_id == self.entry.item_id and (not path or path in here.rows):
            return here.reach(path)
        if item_id:
            self.open_card(item_id)
        asked = self.asked()
        return asked.reach(path) if asked is not None else None

    def show_moved(self, changes: Changes) -> None:
        """Show what moved, in the rows and in what stands open."""
        self.entry.show_again()
        super().show_moved(changes)
        self._refresh()

    def show_answered(self, path: str) -> None:
        """Show an answer that was typed on this page, without moving the row."""
        items, item_id, _ = item_of(path)
        if items != self.section.repeats:
            return
        if not self._list.knows(item_id) and self._list.event(item_id) is not None:
            self._list.keep_shown(item_id)
            self._refresh()
        self._show_words(item_id)
        self.timeline.draw_soon()

    def set_context(self, context: EditorContext) -> None:
        """Show new names."""
        super().set_context(context)
        self._name_children()
        self.sum_up()

    def half_typed(self) -> Mapping[str, object]:
        """Give what the rows are filtered by, and which row is written on the line."""
        line = {LINE: self.entry.item_id} if self.entry.has_begun else {}
        return {**self.filter.half_typed(), **line}

    def put_back(self, typed: Mapping[str, object]) -> None:
        """Filter the rows as before, and go on with the line where the caret was."""
        self.filter.put_back(typed)
        if self._open and typed.get(LINE) == self._open:
            place = self.presenter.place
            self._begin_entry(self._open)
            row = self.go_to(self.entry.item_id, place.path)
            if row is not None:
                row.focus_in_editor()
                row.set_caret(place.caret)

    # ---- writing rows ------------------------------------------------------------------------

    def next_row(self) -> None:
        """Begin the next row; one that nothing is written on yet is as good as the next."""
        if self.presenter.is_fixed:
            return
        if self.entry.questions is None or self.entry.has_begun:
            self.presenter.left_field()
            self._begin_entry()
        self.entry.focus()

    def _begin_entry(self, resumed: str = "") -> None:
        self._fold()
        self.entry.begin(self.context, resumed)
        self._on_date_left(self.entry.row(WHEN))
        self.add.hide()
        self._refresh()

    def _end_entry(self) -> None:
        if self.entry.questions is not None:
            self.entry.end()
            self.add.setVisible(not self.presenter.is_fixed)
            self._refresh()

    def _on_entry_ended(self) -> None:
        self.presenter.left_field()
        self._end_entry()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_all_wanted(self) -> None:
        item = self.entry.item_id
        if not self.entry.has_begun:
            self.entry.focus()
            return
        self.open_card(item)
        row = self.go_to(item, "")
        if row is not None:
            row.focus_in_editor()

    # ---- rows --------------------------------------------------------------------------------

    def open_card(self, item_id: str) -> None:
        """Open one row with all its questions, and fold what was open."""
        if item_id == self._open and item_id in self.rows.cards:
            return
        self._end_entry()
        self._fold()
        if self._list.event(item_id) is None:
            return
        self._list.keep_shown(item_id)
        self._refresh()
        self._open = item_id
        self.rows.pin(item_id)
        row = self.rows.reach(item_id)
        if row is not None:
            self._fill(row)

    def _fill(self, row: Row) -> None:
        item_id = row.item_id

        def ask(inside: QWidget) -> Questions:
            return Questions(
                self.presenter,
                self.section.fields,
                self.context,
                item_id=item_id,
                item=lambda: self._list.event(item_id),
                parent=inside,
            )

        first = not self.rows.neighbour(item_id, -1)
        row.open_with(ask, first=first, last=not self.rows.neighbour(item_id, 1))
        if row.questions is not None:
            path = f"{self.section.repeats}[{item_id}].{WHEN}"
            self._on_date_left(row.questions.rows.get(path))

    def _fold(self) -> None:
        row = self.rows.cards.get(self._open)
        self._open = ""
        if row is not None:
            row.fold()
            self._refresh()
        self.rows.pin("")

    def _on_date_left(self, row: FieldRow | None) -> None:
        if row is not None:
            row.left.connect(self._refresh)

    def _make_row(self, item_id: str) -> Row:
        row = Row(item_id, self._list.words(item_id), owns=not self.presenter.is_fixed)
        row.head.clicked.connect(lambda: self._on_head(row.item_id))
        row.goes.clicked.connect(lambda: self.turn(row.item_id))
        row.stepped.connect(lambda step: self._on_step(row.item_id, step))
        row.taken_out.connect(lambda: self._on_taken_out(row.item_id))
        row.comment_wanted.connect(lambda: self.presenter.comments.want(self.section, row.item_id))
        return row

    def _on_head(self, item_id: str) -> None:
        if self._open == item_id:
            self._fold()
        else:
            self.open_card(item_id)

    def _on_step(self, item_id: str, step: int) -> None:
        target = self.rows.neighbour(item_id, step)
        if target:
            self.open_card(target)
            self.rows.focus(target)

    def _on_taken_out(self, item_id: str) -> None:
        beside = self.rows.neighbour(item_id, 1) or self.rows.neighbour(item_id, -1)
        words = self._list.words(item_id)
        self._open = ""
        self.presenter.take_out(self.section, item_id, f"{words.when}, {words.what}"[:80])
        if beside:
            self.rows.focus(beside)
        else:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- in the referral, or only on file ----------------------------------------------------

    def turn(self, item_id: str) -> None:
        """Put a row in the referral, or keep it only on file."""
        event = self._list.event(item_id)
        if event is not None:
            self._list.keep_shown(item_id)
            path = f"{self.section.repeats}[{item_id}].in_referral"
            self.presenter.do(put(path, not event.in_referral))
            announce(self, KEPT if event.in_referral else OURS)

    def _on_where(self) -> None:
        item = self.rows.focused() or self.open_item()
        if item and not self.presenter.is_fixed:
            self.turn(item)

    # ---- showing -----------------------------------------------------------------------------

    def _refresh(self) -> None:
        """Sort, number and filter the rows anew."""
        self._list.sort()
        if not self._list.knows(self._open):
            self._open = ""
        shown = self._list.shown(self.filter.wanted, self.context)
        self.rows.show_ids(shown)
        self.sum_up()
        self.filter.tell(len(shown), len(self._list))
        self.filter.setVisible(len(self._list) > 0)
        self._empty.say("" if len(self._list) else EMPTY)
        self.timeline.draw_soon()

    def _on_filtered(self) -> None:
        self._list.keep_only(self.entry.item_id, self._open)
        self._refresh()

    def _name_children(self) -> None:
        self._list.name_children()
        self.filter.show_names(self._list.names)

    def sum_up(self) -> None:
        """Say every row that is made as it stands now."""
        for item_id in self.rows.cards:
            self._show_words(item_id)

    def _show_words(self, item_id: str) -> None:
        row = self.rows.cards.get(item_id)
        if row is not None and self._list.event(item_id) is not None:
            row.show_words(self._list.words(item_id))

    # ---- making ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        tools = Flow(gap=SPACE.small)
        tools.addWidget(self.add)
        tools.addWidget(BringInStrip(self.presenter, self))
        fixed = self.presenter.is_fixed
        hint = Words("" if fixed else HOW, Kind.HINT)
        self.body.addLayout(tools)
        for part in (self.entry, hint, self._empty, self.timeline, self.filter, self.rows):
            self.body.addWidget(part)
        # once they stand on the page: what is shown before would be a window of its own
        self.add.setVisible(not fixed)
        hint.setVisible(not fixed)

    def _listen(self) -> None:
        self.entry.next_wanted.connect(self.next_row)
        self.entry.ended.connect(self._on_entry_ended)
        self.entry.all_wanted.connect(self._on_all_wanted)
        self.filter.changed.connect(self._on_filtered)
        self.timeline.wanted.connect(self._on_mark)
        for keys, act in (*((one, self.next_row) for one in NEXT), (WHERE, self._on_where)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _on_mark(self, item_id: str) -> None:
        self._list.keep_shown(item_id)
        self._refresh()
        self.rows.focus(item_id)
