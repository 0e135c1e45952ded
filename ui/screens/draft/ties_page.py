"""Who belongs to whom: a grid of adults and children, and beneath it one relationship at a time.

A relationship comes into being with its first answer; looking at an empty square adds nothing.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from ffd_desktop.councils.forms import Field, Section
from ffd_desktop.drafting.same_for_others import children_reached, same_for_others
from ffd_desktop.drafting.session import Changes
from ffd_desktop.referral.ids import new_id
from ffd_desktop.referral.people import Relationship
from ui.editors.context import EditorContext
from ui.editors.field_row import FieldRow
from ui.screens.draft.presenter import DraftPresenter
from ui.screens.draft.questions import Questions
from ui.screens.draft.section_page import SectionPage
from ui.screens.draft.ties_grid import Square, TiesGrid
from ui.screens.draft.ties_typing import FIGURES, TypeAhead, turned
from ui.screens.draft.ties_words import TieView, view_of
from ui.screens.draft.whereabouts import item_of
from ui.style.tokens import SPACE
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.panel import Panel, beside
from ui.widgets.words import Kind, Words

NOBODY = "Name the children and the adults first; then each pair of them has a square here."
HOW = (
    "Choose a square, by pointer or by the arrow keys. Type to choose the relationship, such as M "
    "for mother. {figures}: each press says yes, no, not known. Enter leads to all questions "
    "beneath, Escape back to the grid."
)
FIGURE_WORDS = {
    "parental_responsibility": "parental responsibility (PR)",
    "lives_with": "live together",
    "aware_of_referral": "knows of this referral",
    "court_order": "court order",
}
COUPLES, TO_COUPLES = "partnerships", "Say who is or was a couple"
SAME = "Same for the other children"
SAME_HINT = "Copies these answers to this adult’s empty squares; nothing said is changed"
NOTHING_TO_COPY = "No other child has an empty square here, so nothing was copied."


class TiesPage(SectionPage):
    """The relationships between the adults and the children."""

    def __init__(
        self,
        presenter: DraftPresenter,
        section: Section,
        context: EditorContext,
        item: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(presenter, section, context, parent)
        self._questions: Questions | None = None
        self._square: Square | None = None
        self._open = ""
        self.grid = TiesGrid(section)
        self.grid.chosen.connect(self._on_chosen)
        self.grid.entered.connect(self._on_entered)
        self.grid.typed.connect(self._on_typed)
        self._doubts = self._view().doubts
        presenter.checked.connect(self._on_checked)
        self._fields = {field.attribute: field for field in section.fields}
        self._ahead = TypeAhead()
        self._care, self._told = Words("", Kind.WARN), Words("", Kind.HINT)
        self._how = Words(self._how_words(), Kind.HINT)
        self._panel = Panel("plain", gap=SPACE.wide)
        for part in (self._how, self.grid, self._panel):
            self.body.addWidget(part)
        couples = next((s.key for s in presenter.form.sections if s.repeats == COUPLES), "")
        if couples:
            link = Button(TO_COUPLES, "quiet", does=lambda: self.wanted.emit(couples))
            self.body.addWidget(link, alignment=Qt.AlignmentFlag.AlignLeft)
        self._show()
        tie = self._tie(item)
        if tie is not None:
            self.grid.choose(Square(tie.person, tie.child))
        if (first := self.grid.start()) is not None:
            self._on_chosen(first)

    def open_item(self) -> str:
        """Give the id of the relationship that is shown."""
        return self._open

    def asked(self) -> Questions | None:
        """Give the questions of the chosen square."""
        return self._questions

    def start(self) -> QWidget | None:
        """Start on the grid."""
        return self.grid

    @property
    def told(self) -> str:
        """What was said of the last copying."""
        return self._told.text()

    def go_to(self, item_id: str, path: str) -> FieldRow | None:
        """Choose the square of a relationship and give the question at a path."""
        tie = self._tie(item_id)
        if tie is not None:
            self.grid.choose(Square(tie.person, tie.child))
        if self._questions is None:
            return None
        return self._questions.reach(path)

    def show_moved(self, changes: Changes) -> None:
        """Show the grid and the answers anew."""
        super().show_moved(changes)
        if changes.shape or any(path.startswith("relationships[") for path in changes.paths):
            self._show()

    def show_answered(self, path: str) -> None:
        """Show in the square what was answered beneath the grid."""
        items, item_id, _ = item_of(path)
        tie = self._tie(item_id) if items == self.section.repeats else None
        if tie is not None:
            self._show_tie(tie)

    def set_context(self, context: EditorContext) -> None:
        """Show new names."""
        super().set_context(context)
        self._show()

    def _show(self) -> None:
        referral = self.presenter.referral
        self.grid.show_ties(referral.relationships, self._view())
        anybody = bool(self.context.children and self.context.people)
        self._how.setText(self._how_words() if anybody else NOBODY)
        self.grid.setVisible(anybody)
        self._panel.setVisible(anybody and self._square is not None)
        if self._square is not None:
            self._care.say(self.grid.care_of(self._square))
            known = self._find(self._square)
            if (known.id if known else "") != self._open or not known:
                self._on_chosen(self._square)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back from the questions to the grid on Escape."""
        inside = self._panel.isAncestorOf(QApplication.focusWidget() or self)
        if event.key() == Qt.Key.Key_Escape and inside:
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _how_words(self) -> str:
        figures = (
            f"{key} {FIGURE_WORDS[name]}" for key, name in FIGURES.items() if name in self._fields
        )
        return HOW.format(figures=", ".join(figures))

    def _view(self) -> TieView:
        found = self.presenter.findings.findings
        return view_of(self.context, self.presenter.referral.origins, found)

    def _on_checked(self) -> None:
        """Mark the squares of which the checks ask something now, and no others."""
        view, before = self._view(), self._doubts
        self._doubts = view.doubts
        for tie in self.presenter.referral.relationships:
            if view.doubts.get(tie.id) != before.get(tie.id):
                self.grid.show_tie(tie, view)

    def _show_tie(self, tie: Relationship) -> None:
        self.grid.show_tie(tie, self._view())

    def _on_entered(self) -> None:
        row = self._questions.first_row() if self._questions is not None else None
        if row is not None:
            row.focus_in_editor()

    def _on_typed(self, mark: str) -> None:
        """Answer from the grid itself, and say what the square says now."""
        if self._square is None or self._questions is None or self.presenter.is_fixed:
            return
        name = FIGURES.get(mark, "kind")
        field, tie = self._fields.get(name), self._find(self._square)
        if field is None:
            return
        now = getattr(tie, name) if tie is not None else None
        value = turned(now) if mark in FIGURES else self._kind(field, mark, now)
        if value is None and mark not in FIGURES:
            announce(self.grid, f"No relationship begins with {mark}.")
            return
        path = self._questions.path_of(field)
        self._write(self._square, item_of(path)[1], path, value)
        self._questions.show_answers((path,))
        announce(self.grid, self.grid.heard())

    def _kind(self, field: Field, letter: str, now: object) -> str | None:
        found = self._ahead.take(letter, self.context.codes(field.codes), now)
        return found.id if found else None

    def _on_same(self) -> None:
        tie = self._tie(self._open)
        edits = same_for_others(self.presenter.referral, tie) if tie is not None else ()
        if edits:
            self.presenter.do(*edits)
            self.presenter.left_field()
        count = children_reached(edits)
        words = f"Copied to {'1 child' if count == 1 else f'{count} children'}."
        self._told.say(words if edits else NOTHING_TO_COPY)
        announce(self, self._told.text())

    def _on_chosen(self, square: Square) -> None:
        tie = self._find(square)
        same = square == self._square and tie is not None and tie.id == self._open
        if same and self._questions is not None:
            return
        self._square, self._open = square, tie.id if tie else ""
        self._ahead.forget()
        self._fill(square, tie.id if tie else new_id())

    def _fill(self, square: Square, item_id: str) -> None:
        fields = tuple(
            one for one in self.section.fields if one.attribute not in {"child", "person"}
        )
        self._panel.clear()
        self._questions = Questions(
            self.presenter,
            fields,
            self.context,
            item_id=item_id,
            item=lambda: self._tie(item_id) or Relationship(id=item_id),
            write=lambda path, value: self._write(square, item_id, path, value),
        )
        self.same = Button(SAME, does=self._on_same, says=f"{SAME}: {SAME_HINT}")
        self.same.setToolTip(SAME_HINT)
        heading = Words(self.grid.words_of(square), Kind.HEADING)
        self._care, self._told = Words("", Kind.WARN), Words("", Kind.HINT)
        self._panel.add(heading, self._care, beside(self.same), self._told, self._questions)
        # once they stand in the panel: what is shown before would be a window of its own
        self.same.setVisible(len(self.context.children) > 1 and not self.presenter.is_fixed)
        self._care.say(self.grid.care_of(square))
        self._told.hide()
        self._panel.setVisible(True)

    def _write(self, square: Square, item_id: str, path: str, value: object) -> None:
        if self._tie(item_id) is not None:
            self.presenter.edited(path, value)
            return
        self._open = item_id
        pair = {"id": item_id, "child": square.child, "person": square.person}
        self.presenter.begun(f"{self.section.repeats}[{item_id}]", pair, path, value)

    def _tie(self, item_id: str) -> Relationship | None:
        ties = self.presenter.referral.relationships
        return next((one for one in ties if one.id == item_id), None)

    def _find(self, square: Square) -> Relationship | None:
        ties = self.presenter.referral.relationships
        pair = (square.person, square.child)
        return next((one for one in ties if (one.person, one.child) == pair), None)
