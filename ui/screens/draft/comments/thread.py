"""Comments one under the other, each with room beneath it for a reply or a change.

Only a card whose words differ is made anew, never the one that is written on.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ffd_desktop.referral.comments import Comment
from ui.screens.draft.comments.card import CommentCard, Told
from ui.screens.draft.comments.commenting import Commenting
from ui.screens.draft.comments.words import Telling
from ui.screens.draft.comments.writing import Writing
from ui.style.tokens import SPACE
from ui.widgets.rows import column


class Thread(QWidget):
    """Some comments of a draft.

    Signals:
        followed: Show what a comment is about; carries the comment.
    """

    followed = Signal(object)

    def __init__(self, comments: Commenting, *, about: bool) -> None:
        super().__init__()
        self._comments, self._about = comments, about
        self.slots: dict[str, Slot] = {}
        self._lines = column(self, gap=SPACE.small)

    def show_comments(self, shown: Iterable[Comment], telling: Telling) -> None:
        """Show these comments in this order, keeping what is written on."""
        wanted = {one.id: one for one in shown}
        for gone in self.slots.keys() - wanted.keys():
            slot = self.slots.pop(gone)
            self._lines.removeWidget(slot)
            slot.hide()
            slot.deleteLater()
        for number, comment in enumerate(wanted.values()):
            slot = self._slot(comment, telling)
            if self._lines.indexOf(slot) != number:
                self._lines.insertWidget(number, slot)
        self.setVisible(bool(wanted))

    def focus_on(self, comment_id: str = "") -> bool:
        """Put the focus on a comment, or on the first; tell whether there is one."""
        first = next(iter(self.slots.values()), None)
        slot = self.slots.get(comment_id) or first
        return slot is not None and slot.take_focus()

    def _slot(self, comment: Comment, telling: Telling) -> Slot:
        slot = self.slots.get(comment.id)
        if slot is None:
            told = telling.told(comment, about=self._about)
            slot = self.slots[comment.id] = Slot(self._comments, told)
            slot.followed.connect(self.followed)
        elif not slot.is_changed_here:
            slot.show_told(telling.told(comment, about=self._about, hiding=slot.hiding))
        return slot


class Slot(QWidget):
    """A comment's card, and what is written beneath it.

    Signals:
        followed: Show what it is about; carries the comment.
    """

    followed = Signal(object)

    def __init__(self, comments: Commenting, told: Told) -> None:
        super().__init__()
        self._comments = comments
        self.writing: Writing | None = None
        self.is_changed_here = False
        self._lines = column(self, gap=SPACE.tight)
        self.card = self._make(told)

    @property
    def hiding(self) -> str:
        """The id of the reply that is being written here; empty for none."""
        said = self.writing.said if self.writing else ""
        return said.rpartition("[")[2].rstrip("]")

    def show_told(self, told: Told) -> None:
        """Show the comment in other words."""
        if told == self.card.told:
            return
        old, now = self.card, self.window().focusWidget()
        had_focus = now is not None and old.isAncestorOf(now)
        self.card = self._make(told)
        self._lines.removeWidget(old)
        old.hide()
        old.deleteLater()
        if had_focus:
            self.take_focus()

    def take_focus(self) -> bool:
        """Put the focus on the card; tell whether it takes any."""
        first = self.card.first()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        return first is not None

    def _make(self, told: Told) -> CommentCard:
        card, comment = CommentCard(told), told.comment
        self._lines.insertWidget(0, card)
        card.followed.connect(lambda: self.followed.emit(comment))
        card.resolved.connect(lambda: self._comments.resolve(comment))
        card.opened_again.connect(lambda: self._comments.open_again(comment))
        card.reply_wanted.connect(self._on_reply)
        card.change_wanted.connect(self._on_change)
        return card

    def _on_reply(self) -> None:
        comment = self.card.told.comment
        self._write(
            Writing(
                self._comments,
                f"Reply to {comment.by}",
                lambda text: self._comments.begin_reply(comment, text),
            )
        )

    def _on_change(self) -> None:
        comment = self.card.told.comment
        writing = Writing(
            self._comments,
            "Your comment",
            lambda text: self._comments.begin(comment.path, text),
            said=f"comments[{comment.id}]",
        )
        writing.box.set_text(comment.text)
        self.is_changed_here = True
        self.card.hide()
        self._write(writing)

    def _write(self, writing: Writing) -> None:
        self._end()
        self.writing = writing
        writing.ended.connect(self._on_ended)
        self._lines.addWidget(writing)
        writing.take_focus()

    def _on_ended(self) -> None:
        self._end()
        self.is_changed_here = False
        self.card.show()
        self.take_focus()
        self._comments.changed.emit()

    def _end(self) -> None:
        if self.writing is not None:
            self._lines.removeWidget(self.writing)
            self.writing.hide()
            self.writing.deleteLater()
            self.writing = None
