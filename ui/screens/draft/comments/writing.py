"""The box in which a comment or a reply is written: in the draft from its first letter.

Cleared again it is taken out again, so nobody leaves an empty comment behind.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.screens.draft.comments.commenting import Commenting
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.caption import Caption
from ui.widgets.flow import Flow
from ui.widgets.growing_text import GrowingText
from ui.widgets.rows import column
from ui.widgets.words import Kind, Words

NEVER_SENT = "Colleagues see it here. It is never sent or printed."
Begin = Callable[[str], str]


class Writing(QWidget):
    """A box for one comment or reply.

    Signals:
        ended: The person is done, or has put the box away by Escape.
    """

    ended = Signal()

    def __init__(self, comments: Commenting, words: str, begin: Begin, *, said: str = "") -> None:
        """Take where it is written.

        Args:
            comments: What does it.
            words: What it is about, for eyes and for a screen reader.
            begin: Makes the comment of its first letters and gives its path.
            said: The path of one that is there already and is changed.
        """
        super().__init__()
        self._comments, self._begin, self.said = comments, begin, said
        self.box = GrowingText(lines=2, most=8)
        self.box.setAccessibleName(words)
        self.box.setAccessibleDescription(NEVER_SENT)
        self.box.written.connect(self._on_written)
        comments.watch_spelling(self.box)
        comments.changed.connect(self._keep_up)
        caption = Caption(words, self.box)
        caption.pressed.connect(self.take_focus)
        foot = QWidget()
        Flow(foot, gap=SPACE.small).addWidget(Button("Done", does=self._on_done, says="Done"))
        lines = column(self, gap=SPACE.tight)
        self.hint = Words(NEVER_SENT, Kind.HINT)
        for part in (caption, self.hint, self.box, foot):
            lines.addWidget(part)

    def take_focus(self) -> None:
        """Put the caret into the box, on the page already or about to come."""
        self.show()
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the box away by Escape; what was written stays."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_done()
        else:
            super().keyPressEvent(event)

    def _on_written(self, text: str) -> None:
        if not text.strip():
            if self.said:
                said, self.said = self.said, ""
                self._comments.take_back(said)
        elif self.said:
            self._comments.say(self.said, text)
        else:
            self.said = self._begin(text)

    def _keep_up(self) -> None:
        """Show what undo and redo made of it; one that is gone begins again by the next letter."""
        if not self.said:
            return
        words = self._comments.words_of(self.said)
        if words is None:
            self.said = ""
        if (words or "") != self.box.text():
            self.box.set_text(words or "")

    def _on_done(self) -> None:
        self._comments.done()
        self.ended.emit()
