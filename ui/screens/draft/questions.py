"""Questions on the page, each with its editor: of a section, or of one item of a list.

Builds an editor only once its question is asked, and afterwards redraws only what moved. A long
column comes in turns: what is seen first at once, then one question at a time while nobody types.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ffd_desktop.councils.forms import Field
from ffd_desktop.referral.paths import place
from ffd_desktop.referral.people import Item
from ui.editors.context import EditorContext
from ui.editors.field_row import FieldRow
from ui.screens.draft.comments.commenting import SECOND_READER
from ui.screens.draft.presenter import DraftPresenter
from ui.screens.draft.words import answer_words
from ui.style.tokens import SPACE
from ui.widgets.showing import is_put_away, show_or_hide

Write = Callable[[str, object], None]
SEEN_FIRST = 6
HAS_READ = "Has read it or commented"
QUIET_MS = 300


class Questions(QWidget):
    """A column of questions about one thing."""

    def __init__(
        self,
        presenter: DraftPresenter,
        fields: tuple[Field, ...],
        context: EditorContext,
        *,
        item_id: str = "",
        item: Callable[[], Item | None] = lambda: None,
        write: Write | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._fields = fields
        self._context = context
        self._item_id = item_id
        self._item = item
        self._write = write or presenter.edited
        self.rows: dict[str, FieldRow] = {}
        self._waiting: list[int] = []
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._build_next)
        self._column = self._lay_out()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.wide)
        self._begin()

    def show_asked(self, keys: Iterable[str] | None = None) -> None:
        """Show the questions that are asked as things stand; ``keys`` limits where to look."""
        wanted = None if keys is None else set(keys)
        item = self._item()
        for number, field in enumerate(self._fields):
            if number not in self._waiting and (wanted is None or field.key in wanted):
                self._show_or_hide(number, field, self._presenter.is_shown(field, item))

    def show_answers(self, paths: Iterable[str]) -> None:
        """Show what the answers at these paths are now; passes over those that are not here."""
        for path in paths:
            row = self.rows.get(path)
            if row is not None:
                self._fill(row, path)

    def show_all_answers(self) -> None:
        """Show every answer as it is now."""
        self.show_answers(tuple(self.rows))

    def set_context(self, context: EditorContext) -> None:
        """Offer new names and addresses."""
        self._context = context
        for row in tuple(self.rows.values()):  # a caret that moves away lets further questions come
            row.set_context(context)

    def path_of(self, field: Field) -> str:
        """Give the path of a question's answer here."""
        return place(field.path, self._item_id) if self._item_id else field.path

    def asks(self, path: str) -> bool:
        """Tell whether a question is here, or about to come."""
        return path in self.rows or any(
            self.path_of(self._fields[number]) == path for number in self._waiting
        )

    def reach(self, path: str) -> FieldRow | None:
        """Give the question at a path, with all that stand above it; the first when none is."""
        if path not in self.rows and self.asks(path):
            while path not in self.rows and self._waiting:
                self._build_next()
        return self.rows.get(path) or self.first_row()

    def finish(self) -> None:
        """Let every question come now."""
        while self._waiting:
            self._build_next()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's signature
        """Let Tab pass over no question that is still to come."""
        self.finish()
        return super().focusNextPrevChild(next)

    def first_row(self) -> FieldRow | None:
        """Give the first question that is shown."""
        return next((row for row in self._in_order() if not is_put_away(row)), None)

    def _lay_out(self) -> QBoxLayout:
        return QVBoxLayout(self)

    def _begin(self) -> None:
        item = self._item()
        self._waiting = [
            number
            for number, field in enumerate(self._fields)
            if self._presenter.is_shown(field, item)
        ]
        while self._waiting and len(self.rows) < SEEN_FIRST:
            self._build_next()
        if self._waiting:
            self._turn.start()

    def _build_next(self) -> None:
        number, *self._waiting = self._waiting
        self._turn.setInterval(0)
        if not self._waiting:
            self._turn.stop()
        field, item = self._fields[number], self._item()
        if item is not None or not self._item_id:
            self._show_or_hide(number, field, self._presenter.is_shown(field, item))

    def _on_edited(self, path: str, value: object) -> None:
        if self._waiting:
            self._turn.start(QUIET_MS)
        self._write(path, value)

    def _in_order(self) -> list[FieldRow]:
        paths = (self.path_of(field) for field in self._fields)
        return [self.rows[path] for path in paths if path in self.rows]

    def _show_or_hide(self, number: int, field: Field, asked: bool) -> None:  # noqa: FBT001
        path = self.path_of(field)
        row = self.rows.get(path)
        if row is None and asked:
            row = self._make(field, path)
            above = sum(self.path_of(one) in self.rows for one in self._fields[:number])
            self._column.insertWidget(above, row)
            self.rows[path] = row
            if self.isVisible():
                row.show()
        if row is not None:
            show_or_hide(row, on=asked)

    def _make(self, field: Field, path: str) -> FieldRow:
        row = FieldRow(field, self._context, self)
        show_help(row, on=not self._presenter.guidance_beside)
        self._fill(row, path)
        row.edited.connect(lambda value: self._on_edited(path, value))
        row.confirmed.connect(lambda: self._presenter.confirm(path))
        row.left.connect(self._presenter.left_field)
        row.took_offer.connect(lambda: self._take_offer(path))
        self._let_comment(row, path)
        if self._presenter.is_fixed:
            row.set_read_only(on=True)
        return row

    def _let_comment(self, row: FieldRow, path: str) -> None:
        comments = self._presenter.comments
        row.show_comments(comments.mark(path))
        row.pointed.connect(lambda: comments.pointed.emit(row))
        row.comments_wanted.connect(lambda: comments.wanted.emit(path))

    def _fill(self, row: FieldRow, path: str) -> None:
        row.set_answer(self._presenter.value(path), self._presenter.origin(path))
        self._show_offer(row, path)

    def _show_offer(self, row: FieldRow, path: str) -> None:
        offer = self._presenter.offer(path)
        words = ""
        if offer is not None:
            words = offer.address or answer_words(row.field, offer.value, self._context)
        reader = self._reader_offered(path)
        if reader:
            row.show_offer(reader, whose=HAS_READ)
        else:
            row.show_offer(words)

    def _take_offer(self, path: str) -> None:
        if self._reader_offered(path):
            self._presenter.comments.name_reader()
        else:
            self._presenter.take_offer(path)

    def _reader_offered(self, path: str) -> str:
        """Give whom a question about the second reader could name; empty for any other."""
        return self._presenter.comments.reader_to_name if path == SECOND_READER else ""


def show_help(row: FieldRow, *, on: bool) -> None:
    """Offer a question's help beneath it, where no panel of guidance stands beside."""
    if row.help is not None:
        row.help.open(on=False)
        row.help.button.setVisible(on)
