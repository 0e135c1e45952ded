"""The card of one item: its head, and its questions only while it is open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.screens.draft.item_head import ItemHead
from ui.screens.draft.questions import Questions
from ui.screens.draft.words import Summary
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow


class ItemCard(QFrame):
    """One item of a section that repeats.

    Signals:
        stepped: Open the next item (1) or the one before (-1).
        taken_out: Take this item out.
        comment_wanted: Comment on this item as a whole.
    """

    stepped = Signal(int)
    taken_out = Signal()
    comment_wanted = Signal()

    def __init__(
        self,
        item_id: str,
        summary: Summary,
        *,
        word: str,
        owns: bool,
        head: ItemHead | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.item_id = item_id
        self.can_comment = True
        self._word, self._owns = word, owns
        self.setProperty("card", "plain")
        self.head = head or ItemHead(summary)
        self.questions: Questions | None = None
        self._inside: QWidget | None = None
        self._above: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._top = QHBoxLayout()
        self._top.setContentsMargins(0, 0, 0, 0)
        self._top.setSpacing(SPACE.small)
        self._top.addWidget(self.head, 1)
        self._column.addLayout(self._top)

    def put_beside(self, part: QWidget) -> None:
        """Put a part at the end of the head's line, seen while the card is folded as well."""
        self._top.addWidget(part)
        self._top.addSpacing(SPACE.small)

    def open_with(
        self,
        ask: Callable[[QWidget], Questions],
        *,
        first: bool,
        last: bool,
        above: QWidget | None = None,
    ) -> None:
        """Show the questions that ``ask`` makes within the widget given to it, below ``above``."""
        self.fold()
        self._inside = QWidget(self)
        self._inside.hide()
        self.questions = questions = ask(self._inside)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(SPACE.wide, SPACE.small, SPACE.wide, SPACE.wide)
        column.setSpacing(SPACE.wide)
        if above is not None:
            column.addWidget(above)
        column.addWidget(questions)
        column.addWidget(self._foot(first=first, last=last))
        self._column.addWidget(self._inside)
        self._inside.show()
        self.head.setChecked(True)

    def put_above(self, part: QWidget) -> None:
        """Put a part above the questions, in the place of one that stands there."""
        if self._inside is None:
            return
        if self._above is not None:
            self._above.hide()
            self._above.deleteLater()
        self._above = part
        column = self._inside.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(0, part)

    def fold(self) -> None:
        """Put the questions away."""
        self.head.setChecked(False)
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = self.questions = self._above = None

    def _foot(self, *, first: bool, last: bool) -> QWidget:
        """Make the buttons at the card's end; they wrap where words are large."""
        line = QWidget()
        row = Flow(line, gap=SPACE.small)
        if not last:
            row.addWidget(Button(f"Next {self._word}", does=lambda: self.stepped.emit(1)))
        if not first:
            words = f"Previous {self._word}"
            row.addWidget(Button(words, "quiet", does=lambda: self.stepped.emit(-1)))
        if self._owns:
            words = f"Take out this {self._word}"
            row.addWidget(Button(words, "quiet", does=self.taken_out.emit))
        if self.can_comment:
            words = f"Comment on this {self._word}"
            row.addWidget(Button(words, "quiet", does=self.comment_wanted.emit))
        return line
