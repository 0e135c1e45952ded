"""A box for the reason why a finding may stay: an answer of the draft from its first letter.

Emptied, it takes the reply out again. Judges no reason.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ffd_desktop.checking.answering import REPLIES, reply_to, starts_as, taking_back
from ffd_desktop.checking.finding import Finding
from ffd_desktop.councils.forms import Field, FieldKind
from ui.editors.text import LongTextEditor
from ui.screens.draft.presenter import DraftPresenter
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.rows import column
from ui.widgets.words import Kind, Words

REASON = "Why it may stay"
ON_FILE = "Kept with the record. It is not printed and not sent."
PRINTED = "Kept, printed and sent beside your judgement."
_FIELD = Field(key="reply", path=f"{REPLIES}[].reason", kind=FieldKind.LONG_TEXT, label=REASON)


def where_it_goes(finding: Finding) -> str:
    """Say whether a reason leaves the school."""
    return PRINTED if finding.printed else ON_FILE


class AnswerBox(QWidget):
    """The reason for one finding.

    Signals:
        done: The writer has said it, or thought better of it.
    """

    done = Signal()

    def __init__(self, presenter: DraftPresenter, finding: Finding) -> None:
        super().__init__()
        self._presenter, self.finding = presenter, finding
        self.editor = LongTextEditor(_FIELD, presenter.context())
        self.editor.describe(REASON, f"{finding.what} {where_it_goes(finding)}")
        self.editor.edited.connect(self._on_edited)
        self.editor.left.connect(presenter.left_field)
        reply = reply_to(finding, presenter.referral.replies)
        self.editor.set_value(reply.reason if reply else None)
        self.close_button = Button("Done", does=self.close_box, says=f"Done: {REASON}")
        lines = column(self, gap=SPACE.tight)
        lines.setContentsMargins(SPACE.tight, SPACE.small, 0, 0)
        lines.addWidget(Words(REASON, Kind.LABEL))
        lines.addWidget(self.editor)
        lines.addWidget(Words(where_it_goes(finding), Kind.HINT))
        lines.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignLeft)

    def close_box(self) -> None:
        """Leave the reason as it stands; a reply without one goes."""
        self._presenter.left_field()
        reply = reply_to(self.finding, self._presenter.referral.replies)
        if reply is not None and not reply.reason:
            self._presenter.do(taking_back(reply))
        self._presenter.check_now()
        self.done.emit()

    def _on_edited(self, value: object) -> None:
        reply = reply_to(self.finding, self._presenter.referral.replies)
        if reply is not None:
            self._presenter.edited(f"{REPLIES}[{reply.id}].reason", value)
            return
        begins = starts_as(self.finding)
        item = f"{REPLIES}[{begins['id']}]"
        self._presenter.begun(item, begins, f"{item}.reason", value)
