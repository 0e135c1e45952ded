"""The findings of one check as they move: each can be left as it is for a reason, and taken back.

The list is made anew after each change, with whatever else is being written where it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ffd_desktop.checking.answering import answering, taking_back
from ffd_desktop.checking.findings import Finding, Looked, look_over
from ffd_desktop.referral.edits import Edit
from ffd_desktop.referral.model import Referral
from ui.lanes import Lane
from ui.screens.check.findings_list import FindingsList
from ui.widgets.rows import column

if TYPE_CHECKING:
    from ui.screens.check.screen import CheckTools


class FindingsHere(QWidget):
    """What is to put right, and what is left as it is.

    Signals:
        followed: A person chose a finding; carries it.
        changed: A reason was kept or taken back; carries the referral as it is now.
        failed: It could not be saved; carries the ``ProblemForPerson``.
    """

    followed = Signal(object)
    changed = Signal(object)
    failed = Signal(object)

    def __init__(self, referral: Referral, tools: CheckTools) -> None:
        super().__init__()
        self._referral, self._tools = referral, tools
        self._lane = Lane(tools.vault_lane, self)
        self._lines = column(self, gap=0)
        self.looked = Looked()
        self.shown = self._listed()

    def half_typed(self) -> dict[str, str]:
        """Give the reasons that are still being written."""
        return self.shown.half_typed()

    def put_back(self, reasons: object) -> None:
        """Open the boxes in which reasons were being written."""
        if isinstance(reasons, dict):
            self.shown.put_back(reasons)

    def _listed(self) -> FindingsList:
        tools, today = self._tools, self._tools.clock.now().date()
        self.looked = look_over(
            self._referral, tools.form, tools.pack, today=today, memory=tools.memory
        )
        made = FindingsList(self.looked, tools.form, may_answer=tools.change is not None)
        made.followed.connect(self.followed)
        made.answered.connect(self._on_answered)
        made.taken_back.connect(lambda one: self._change(taking_back(one.reply)))
        self._lines.addWidget(made)
        return made

    def _on_answered(self, finding: Finding, reason: str) -> None:
        self._change(answering(finding, reason, self._referral.replies))

    def _change(self, edit: Edit) -> None:
        change, referral = self._tools.change, self._referral
        if change is not None:
            self._lane.run(
                lambda: change(referral, edit), done=self._on_changed, failed=self.failed.emit
            )

    def _on_changed(self, referral: Referral) -> None:
        self._referral = referral
        old, typed = self.shown, self.shown.half_typed()
        self.shown = self._listed()
        self.shown.put_back(typed)
        old.hide()
        old.deleteLater()
        self.changed.emit(referral)
