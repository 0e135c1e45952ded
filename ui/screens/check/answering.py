"""Beneath a finding of the check screen: leave it as it is, and say why; or take the reason back.

A reason that is still being written is given to the lock, and put back after it.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ffd_desktop.checking.answering import Answered
from ffd_desktop.checking.finding import Finding
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.growing_text import GrowingText
from ui.widgets.panel import Panel
from ui.widgets.rows import column
from ui.widgets.words import Kind, Words

LEAVE_IT = "Leave it, and say why …"
REASON = "Why it may stay"
KEEP, CANCEL = "Keep this reason", "Cancel"
ON_FILE = "Kept with the record. It is not printed and not sent."
PRINTED = "Kept, printed and sent beside your judgement."
NO_REASON = "Write why it may stay, or choose “Cancel”."
TAKE_BACK = "Take the reason back"


class ReasonBox(QWidget):
    """A button that opens a box for the reason.

    Signals:
        kept: The reason is to be kept; carries it.
    """

    kept = Signal(str)

    def __init__(self, finding: Finding) -> None:
        super().__init__()
        self.finding = finding
        says = f"{LEAVE_IT.rstrip(' …')}: {finding.what}"
        self.open_button = Button(LEAVE_IT, "quiet", does=self.open_box, says=says)
        self.box = GrowingText(self, lines=2, most=8)
        self.box.setAccessibleName(REASON)
        where = PRINTED if finding.printed else ON_FILE
        self.box.setAccessibleDescription(f"{finding.what} {where}")
        self.slip = Words("", Kind.ALARM)
        self.keep = Button(KEEP, "primary", does=self._on_keep)
        self.cancel = Button(CANCEL, "quiet", does=self._on_cancel)
        self._inside = QWidget()
        lines = column(self._inside, gap=SPACE.tight)
        lines.setContentsMargins(SPACE.tight, SPACE.small, 0, 0)
        acts = QWidget()
        flow = Flow(acts, gap=SPACE.small)
        for button in (self.keep, self.cancel):
            flow.addWidget(button)
        parts = (Words(REASON, Kind.LABEL), self.box, Words(where, Kind.HINT), self.slip, acts)
        for part in parts:
            lines.addWidget(part)
        around = column(self, gap=0)
        around.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        around.addWidget(self._inside)
        self._show(on=False)

    def open_box(self, words: str = "") -> None:
        """Show the box, with words that were typed before."""
        self._show(on=True)
        self.box.set_text(words)
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def half_typed(self) -> str:
        """Give the words in an open box."""
        return "" if self._inside.isHidden() else self.box.text()

    def _on_keep(self) -> None:
        reason = self.box.text().strip()
        self.slip.say("" if reason else NO_REASON)
        if reason:
            self.kept.emit(reason)
        else:
            self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_cancel(self) -> None:
        self._show(on=False)
        self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, *, on: bool) -> None:
        self._inside.setVisible(on)
        self.open_button.setVisible(not on)
        self.slip.say("")


class AnsweredCard(Panel):
    """A finding that a reason answers, with the reason and a way to take it back."""

    def __init__(
        self, one: Answered, section: str, take_back: Callable[[Answered], object] | None
    ) -> None:
        super().__init__("sunken", gap=SPACE.tight)
        reason = one.reply.reason if isinstance(one.reply.reason, str) else ""
        where = PRINTED if one.finding.printed else ON_FILE
        self.add(Words(one.finding.what, Kind.STRONG), Words(reason))
        self.add(Words(f"{section}  ·  {where}", Kind.HINT))
        if take_back is not None:
            says = f"{TAKE_BACK}: {one.finding.what}"
            self.button = Button(TAKE_BACK, "quiet", does=lambda: take_back(one), says=says)
            self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
