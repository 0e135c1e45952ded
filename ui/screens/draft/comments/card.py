"""One comment with its replies: who, when, what about, and what can be done with it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ffd_desktop.referral.comments import Comment
from ffd_desktop.referral.private import Private
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.panel import Panel
from ui.widgets.words import Kind, Words
from ui.widgets.wrapping_link import WrappingLink

NEW = "New"


class Told(Private, frozen=True):
    """A comment in words; equal while it says the same.

    Attributes:
        whose: Who said it and when.
        about: What it is about, as a link; empty where that is plain.
        note: That the answer has changed since, or is there no more.
        replies: Whose they are, with their words.
        is_new: Whether whoever sits here sees it for the first time.
        can_change: Whether they said it themselves, and may still.
        can_answer: Whether anything can be said at all.
    """

    comment: Comment
    whose: str
    about: str = ""
    note: str = ""
    replies: tuple[tuple[str, str], ...] = ()
    is_new: bool = False
    can_change: bool = False
    can_answer: bool = True


class CommentCard(Panel):
    """A comment.

    Signals:
        followed: Show what it is about.
        reply_wanted: Reply to it.
        change_wanted: Change its words.
        resolved: It is done with.
        opened_again: It is not done with after all.
    """

    followed = Signal()
    reply_wanted = Signal()
    change_wanted = Signal()
    resolved = Signal()
    opened_again = Signal()

    def __init__(self, told: Told) -> None:
        super().__init__("note" if told.is_new else "plain", gap=SPACE.tight)
        self.told = told
        self.buttons: tuple[Button, ...] = ()
        self.link: WrappingLink | None = None
        self.add(*self._said())
        if told.can_answer:
            self.add(self._foot())

    def first(self) -> QWidget | None:
        """Give what takes the focus."""
        return self.link or next(iter(self.buttons), None)

    def _said(self) -> Iterator[QWidget]:
        told = self.told
        if told.about:
            self.link = WrappingLink(told.about)
            self.link.setAccessibleName(f"{told.about}: {told.comment.text}")
            self.link.clicked.connect(self.followed)
            yield self.link
        yield Words(f"{NEW}: {told.whose}" if told.is_new else told.whose, Kind.QUIET)
        yield Words(told.comment.text)
        if told.note:
            yield Words(told.note, Kind.HINT)
        for whose, text in told.replies:
            for words in (Words(whose, Kind.QUIET), Words(text)):
                words.setContentsMargins(SPACE.large, 0, 0, 0)
                yield words

    def _foot(self) -> QWidget:
        told, foot = self.told, QWidget()
        comment = told.comment
        acts = {"Reply": self.reply_wanted, "Resolve": self.resolved}
        if not comment.is_open:
            acts = {"Open again": self.opened_again}
        elif told.can_change:
            acts["Change"] = self.change_wanted
        row = Flow(foot, gap=SPACE.tight)
        made = []
        for words, signal in acts.items():
            button = Button(words, "quiet", says=f"{words}: {comment.text[:60]}")
            button.clicked.connect(signal)
            row.addWidget(button)
            made.append(button)
        self.buttons = tuple(made)
        return foot
