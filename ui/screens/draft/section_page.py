"""One section in the middle of the draft screen: heading, intro, questions, and the way onward.

Holds no answer and asks no question of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ffd_desktop.councils.forms import Section
from ffd_desktop.drafting.session import Changes
from ui.editors.context import EditorContext
from ui.editors.field_row import FieldRow
from ui.screens.draft.presenter import DraftPresenter
from ui.screens.draft.questions import Questions
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.words import Kind, Words


class SectionPage(QWidget):
    """What every page of a section has; subclasses fill ``body``.

    ``above`` comes before the body, ``beneath`` after it.

    Signals:
        stepped: Go to the next section (1) or the one before (-1).
        wanted: Go to another section; carries its key.
    """

    stepped = Signal(int)
    wanted = Signal(str)

    def __init__(
        self,
        presenter: DraftPresenter,
        section: Section,
        context: EditorContext,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.hide()
        self.presenter = presenter
        self.section = section
        self.context = context
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.small)
        self.heading = Words(section.title, Kind.TITLE)
        column.addWidget(self.heading)
        if section.intro:
            column.addWidget(Words(section.intro, Kind.LEAD))
        column.addSpacing(SPACE.medium)
        self.above = QVBoxLayout()
        column.addLayout(self.above)
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE.medium)
        column.addLayout(self.body)
        self.beneath = QVBoxLayout()
        column.addLayout(self.beneath)
        column.addSpacing(SPACE.wide)
        column.addWidget(self._onward())
        column.addStretch(1)

    def go_to(self, item_id: str, path: str) -> FieldRow | None:
        """Open what has to be open and give the question at a path; the first for no path."""
        raise NotImplementedError

    def start(self) -> QWidget | None:
        """Give what takes the focus when the section is opened."""
        raise NotImplementedError

    def focus_start(self) -> None:
        """Put the focus where the section begins."""
        start = self.start()
        if isinstance(start, FieldRow):
            start.focus_in_editor()
        elif start is not None:
            start.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_item(self) -> str:
        """Give the id of the item that is open; empty for none."""
        return ""

    def asked(self) -> Questions | None:
        """Give the questions that stand open on the page."""
        raise NotImplementedError

    def show_moved(self, changes: Changes) -> None:
        """Show what moved otherwise than by an editor on this page."""
        if (asked := self.asked()) is not None:
            asked.show_answers(changes.paths)

    def show_answered(self, path: str) -> None:
        """Note that an editor on this page changed its answer."""

    def show_asked(self, keys: Iterable[str]) -> None:
        """Show and hide questions whose condition may have changed."""
        if (asked := self.asked()) is not None:
            asked.show_asked(keys)

    def set_context(self, context: EditorContext) -> None:
        """Offer new names and addresses."""
        self.context = context
        if (asked := self.asked()) is not None:
            asked.set_context(context)

    def sum_up(self) -> None:
        """Sum up anew what is summed up on the page: comments came or went."""

    def half_typed(self) -> Mapping[str, object]:
        """Give what stands in boxes of the page that are no answers."""
        return {}

    def put_back(self, typed: Mapping[str, object]) -> None:
        """Put back what stood in such boxes."""

    def _onward(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        before = Button("Previous section", "quiet", does=lambda: self.stepped.emit(-1))
        after = Button("Next section", does=lambda: self.stepped.emit(1))
        row.addWidget(after)
        row.addWidget(before)
        row.addStretch(1)
        return line


class PlainPage(SectionPage):
    """A section whose questions are asked once; ``_put_beside`` takes what stands with them."""

    def __init__(
        self,
        presenter: DraftPresenter,
        section: Section,
        context: EditorContext,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(presenter, section, context, parent)
        self._questions = Questions(presenter, section.fields, context, parent=self)
        self.body.addWidget(self._questions)
        self._put_beside()

    def _put_beside(self) -> None:
        """Put what stands above or beneath the questions into the body."""

    def asked(self) -> Questions:
        """Give all questions of the section."""
        return self._questions

    def start(self) -> QWidget | None:
        """Give the first question."""
        return self._questions.first_row()

    def go_to(self, item_id: str, path: str) -> FieldRow | None:  # noqa: ARG002
        """Give the question at a path."""
        return self._questions.reach(path)
