"""The page at the side: every comment, open ones first, and a way to comment on anything."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.screens.draft.comments.commenting import Commenting
from ui.screens.draft.comments.thread import Thread
from ui.screens.draft.comments.words import Telling
from ui.screens.draft.comments.writing import Writing
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.rows import column
from ui.widgets.words import Kind, Words

NOTHING = "Nobody has commented yet."
MOST = 12
CALM = "For colleagues only: never sent, never printed."


class CommentsPage(QWidget):
    """All comments.

    Signals:
        followed: Show what a comment is about; carries the comment.
        wanted: Comment on something; carries which: ``answer``, ``item``, ``section``, ``whole``.
        shown: It came into view.
    """

    followed = Signal(object)
    wanted = Signal(str)
    shown = Signal()

    def __init__(self, comments: Commenting, keys: str) -> None:
        super().__init__()
        self._comments = comments
        self._shows_resolved = self._shows_all = False
        self.writing: Writing | None = None
        lines = column(self, gap=SPACE.medium)
        lines.addWidget(Words(CALM, Kind.HINT))
        self._ways = QWidget()
        self.ways = self._make_ways(keys)
        lines.addWidget(self._ways)
        self._place: QVBoxLayout = column()
        lines.addLayout(self._place)
        self.read = Button("I have read it", does=comments.say_read)
        self._reader_words = Words("", Kind.HINT)
        self.reader = Button("Name as second reader", does=comments.name_reader)
        lines.addWidget(self.read)
        lines.addWidget(self._reader_words)
        lines.addWidget(self.reader)
        self._nothing = Words(NOTHING)
        lines.addWidget(self._nothing)
        self.open = Thread(comments, about=True)
        self.resolved = Thread(comments, about=True)
        self._more = Button("", "quiet", does=self._toggle)
        lines.addWidget(self.open)
        self._all = Button("", "quiet", does=self._show_all)
        lines.addWidget(self._all)
        lines.addWidget(self._more)
        lines.addWidget(self.resolved)
        for thread in (self.open, self.resolved):
            thread.followed.connect(self.followed)
        lines.addStretch(1)

    def show_comments(self, telling: Telling, *, elsewhere: str = "") -> None:
        """Show what is said now, but for what is being written here or ``elsewhere``."""
        comments = self._comments
        written = (self.writing.said if self.writing else "", elsewhere)
        all_ = [one for one in comments.all if f"comments[{one.id}]" not in written]
        done = [one for one in reversed(all_) if not one.is_open]
        still_open = [one for one in all_ if one.is_open]
        rank = {key: at for at, key in enumerate(comments.sections)}
        still_open.sort(key=lambda one: rank.get(comments.section_of(one.path), -1))
        shown = still_open if self._shows_all else still_open[:MOST]
        self.open.show_comments(shown, telling)
        self._all.setVisible(len(shown) < len(still_open))
        self._all.setText(f"Show all {len(still_open)}")
        self.resolved.show_comments(done if self._shows_resolved else (), telling)
        self._nothing.setVisible(not all_)
        self._more.setVisible(bool(done))
        self._more.setText(f"{'Hide' if self._shows_resolved else 'Show'} {len(done)} resolved")
        self._ways.setVisible(not comments.is_fixed)
        self.read.setVisible(comments.may_say_read)
        self._offer_reader(comments.reader_to_name)

    def show_here(self, item: str) -> None:
        """Say what is here to comment on: ``item`` is the word for an open one, else empty."""
        self.ways["item"].setVisible(bool(item))
        if item:
            self.ways["item"].setText(f"This {item}")
            self.ways["item"].setAccessibleName(f"Comment on this {item} as a whole")

    def write(self, words: str, begin: Callable[[str], str]) -> None:
        """Open a box to comment in."""
        self._end()
        self.writing = writing = Writing(self._comments, words, begin)
        writing.ended.connect(self._on_ended)
        self._place.addWidget(writing)
        writing.take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        """Come up to date."""
        self.shown.emit()
        super().showEvent(event)

    def _offer_reader(self, name: str) -> None:
        self.reader.setVisible(bool(name))
        self._reader_words.say(f"{name} has read it or commented." if name else "")
        self.reader.setAccessibleName(f"Name {name} as second reader")
        self.reader.setToolTip(f"Writes “{name}” where the form asks who read it as well.")

    def _make_ways(self, keys: str) -> dict[str, Button]:
        lines = column(self._ways, gap=SPACE.hair)
        lines.addWidget(Words("Comment on", Kind.LABEL))
        foot = QWidget()
        row = Flow(foot, gap=SPACE.tight)
        lines.addWidget(foot)
        ways = {
            "answer": "This answer",
            "item": "This item",
            "section": "This section",
            "whole": "The whole referral",
        }
        made = {key: self._way(key, words) for key, words in ways.items()}
        for button in made.values():
            row.addWidget(button)
        made["answer"].setToolTip(keys)
        return made

    def _way(self, key: str, words: str) -> Button:
        says = f"Comment on {words[0].lower()}{words[1:]}"
        return Button(words, "quiet", says=says, does=lambda: self.wanted.emit(key))

    def _show_all(self) -> None:
        self._shows_all = True
        self.shown.emit()

    def _toggle(self) -> None:
        self._shows_resolved = not self._shows_resolved
        self.shown.emit()

    def _on_ended(self) -> None:
        self._end()
        self.shown.emit()
        self.ways["section"].setFocus()

    def _end(self) -> None:
        if self.writing is not None:
            self._place.removeWidget(self.writing)
            self.writing.hide()
            self.writing.deleteLater()
            self.writing = None
