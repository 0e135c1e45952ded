"""The box beneath an answer: what colleagues said of it, and room to say something."""

from __future__ import annotations

from PySide6.QtCore import Signal

from ui.screens.draft.comments.commenting import Commenting
from ui.screens.draft.comments.thread import Thread
from ui.screens.draft.comments.words import Telling
from ui.screens.draft.comments.writing import Writing
from ui.widgets.panel import Panel


class Box(Panel):
    """What is said of one answer.

    Signals:
        ended: The person is done with it.
    """

    ended = Signal()

    def __init__(self, comments: Commenting, path: str, label: str) -> None:
        super().__init__("sunken")
        self._comments, self.path = comments, path
        self.said = Thread(comments, about=False)
        self.writing = Writing(
            comments, f"Comment on “{label}”", lambda text: comments.begin(path, text)
        )
        self.writing.ended.connect(self.ended)
        self.add(self.said, self.writing)
        self.writing.setVisible(not comments.is_fixed)

    def show_comments(self, telling: Telling) -> None:
        """Show what is said now, but for what is being written in the box."""
        here = self._comments.about(self.path)
        own = self.writing.said
        self.said.show_comments((one for one in here if f"comments[{one.id}]" != own), telling)

    def take_focus(self, *, to_read: bool = False) -> None:
        """Put the focus where somebody writes, or on the first comment."""
        if self._comments.is_fixed or (to_read and self.said.slots):
            self.said.focus_on()
        else:
            self.writing.take_focus()
