"""The line on which rows of the chronology are written one after the other.

There is no box here whose words are not in the draft: the row comes into being with its first
letter, and every letter after it is saved like any other answer.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout

from ffd_desktop.councils.forms import Field, Section
from ffd_desktop.referral.dates import DateKind, PartDate
from ffd_desktop.referral.ids import new_id
from ffd_desktop.referral.people import Item
from ffd_desktop.referral.statements import Event
from ui.editors.context import EditorContext
from ui.editors.date import DateEditor
from ui.editors.field_row import FieldRow
from ui.editors.text import TextEditor
from ui.screens.draft.presenter import DraftPresenter
from ui.screens.draft.questions import Questions
from ui.style.apply import style_now
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.panel import Panel, beside
from ui.widgets.words import Kind, Words

WHEN, WHAT, WHO = "when", "what", "who"
NARROW = 560
HOW = (
    "Tab goes from box to box. Ctrl+Enter, or Enter in the last box, begins the next row; Escape "
    "ends. Every letter is kept as you type it."
)
SAME_DAY = "The next row begins with the date of the row before it: type over it if it is another."
_SHARES = {WHEN: 4, WHAT: 9, WHO: 5}
_SUGGESTED = {DateKind.DAY, DateKind.MONTH, DateKind.YEAR}


class Across(Questions):
    """Questions side by side, or one below the other where that is too narrow."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand side by side where there is room."""
        super().resizeEvent(event)
        wide = self.width() >= style_now().pixels(NARROW)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._column.direction() != way:
            self._column.setDirection(way)

    def share_out(self) -> None:
        """Give each question its share of the width, and let all begin at the top."""
        self._column.setSpacing(SPACE.medium)
        for row in self.rows.values():
            self._column.setStretchFactor(row, _SHARES[row.field.attribute])
            self._column.setAlignment(row, Qt.AlignmentFlag.AlignTop)


class Entry(Panel):
    """When, what happened and who, of a row that is being written.

    Signals:
        ended: The writer is done with it, by Escape.
        next_wanted: The next row is wanted.
        all_wanted: All questions of the row are wanted.
    """

    ended = Signal()
    next_wanted = Signal()
    all_wanted = Signal()

    def __init__(
        self, presenter: DraftPresenter, section: Section, item: Callable[[str], Item | None]
    ) -> None:
        super().__init__("plain")
        self._presenter, self._section, self._find = presenter, section, item
        self._fields = tuple(
            _short(one) for one in section.fields if one.attribute in {WHEN, WHAT, WHO}
        )
        self.item_id = ""
        self.questions: Across | None = None
        self._suggestion: PartDate | None = None
        self.hide()

    @property
    def has_begun(self) -> bool:
        """Whether anything was written on the line."""
        return self._row() is not None

    def begin(self, context: EditorContext, resumed: str = "") -> None:
        """Offer an empty line, with the date of the row before; or go on with a row."""
        self._remember_date()
        self.clear()
        self.item_id = item_id = resumed or new_id()
        self.questions = Across(
            self._presenter,
            self._fields,
            context,
            item_id=item_id,
            item=lambda: self._find(item_id) or Event(id=item_id),
            write=self._write,
        )
        self.questions.share_out()
        self._listen(self.questions)
        self.add(self.questions, Words(HOW, Kind.HINT), self._foot())
        if self._suggestion is not None and not resumed:
            self.add(Words(SAME_DAY, Kind.HINT))
        self.show()
        if not resumed:
            self._suggest()

    def end(self) -> None:
        """Put the line away; what was written on it is a row."""
        self._remember_date()
        self.hide()
        self.clear()
        self.item_id, self.questions = "", None

    def focus(self) -> None:
        """Put the caret where the row begins, a proposed date marked to be typed over."""
        row = self.row(WHEN) or self.row(WHAT)
        if row is not None:
            row.focus_in_editor()
            if isinstance(row.editor, DateEditor):
                row.editor.box.selectAll()

    def row(self, attribute: str) -> FieldRow | None:
        """Give one of the questions."""
        rows = self.questions.rows.values() if self.questions is not None else ()
        return next((one for one in rows if one.field.attribute == attribute), None)

    def show_again(self) -> None:
        """Show what stands there after an undo: perhaps an empty line."""
        if self.questions is not None:
            self.questions.show_all_answers()
            if not self.has_begun:
                self._suggest()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.ended.emit()
        else:
            super().keyPressEvent(event)

    def _suggest(self) -> None:
        row = self.row(WHEN)
        if row is not None and self._suggestion is not None:
            row.set_answer(self._suggestion)

    def _write(self, path: str, value: object) -> None:
        if self._row() is not None:
            self._presenter.edited(path, value)
            return
        item = f"{self._section.repeats}[{self.item_id}]"
        starts: dict[str, object] = {"id": self.item_id, **self._section.new_item}
        if path == f"{item}.{WHEN}":
            self._suggestion = None
        if self._suggestion is not None:
            starts[WHEN] = self._suggestion
        self._presenter.begun(item, starts, path, value)

    def _row(self) -> Item | None:
        return self._find(self.item_id) if self.item_id else None

    def _remember_date(self) -> None:
        when = getattr(self._row(), WHEN, None)
        if isinstance(when, PartDate) and when.kind in _SUGGESTED:
            self._suggestion = msgspec.structs.replace(when, time="")

    def _listen(self, questions: Questions) -> None:
        """Let Enter go on to the next box, and in the last box to the next row."""
        rows = list(questions.rows.values())
        for number, row in enumerate(rows):
            if isinstance(row.editor, TextEditor):
                after = rows[number + 1] if number + 1 < len(rows) else None
                go_on = after.focus_in_editor if after is not None else self.next_wanted.emit
                row.editor.box.submitted.connect(go_on)

    def _foot(self) -> QHBoxLayout:
        return beside(
            Button("Next row", does=self.next_wanted.emit, says="Next row, Ctrl+Enter"),
            Button("All its questions", "quiet", does=self.all_wanted.emit),
            Button("Done", "quiet", does=self.ended.emit, says="Done, Escape"),
        )


def _short(field: Field) -> Field:
    """Make a question short enough to stand beside others; Tab goes straight on to the next."""
    return msgspec.structs.replace(
        field, hint="", help="", guiding=(), optional=False, not_known=False
    )
