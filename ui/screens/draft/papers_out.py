"""Printing and saving from the draft: the header's buttons, and what is said of it, with a stop.

Makes no paper itself.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt

from ffd_desktop.referral.model import Referral
from ui.destinations import ToRecord
from ui.paper_actions import PaperActions, save_menu
from ui.screen import Screen
from ui.screens.draft.arranging import DraftPanes
from ui.screens.draft.ports import Tools

STOP = "Stop"
AFTER = "after"


class PapersOut(QObject):
    """Joins the buttons that print and save, the papers and the line of news.

    After sending there are several papers, so one button leads to all of them.
    """

    def __init__(
        self,
        owner: Screen,
        tools: Tools,
        panes: DraftPanes,
        *,
        referral: Callable[[], Referral],
    ) -> None:
        super().__init__(owner)
        self.actions = PaperActions(owner, papers=tools.papers, lane=tools.work_lane)
        header, news = panes.header, panes.notice
        self._news = news
        self._is_busy = False
        self.actions.busy.connect(self._on_busy)
        self.actions.said.connect(self._on_said)
        self.actions.failed.connect(news.show_problem)
        news.pressed.connect(self._on_stop)
        if tools.form.route == AFTER:
            header.export.hide()
            header.print_button.setText("Papers …")
            header.print_button.setAccessibleName("Papers of this record")
            header.print_button.clicked.connect(lambda: owner.wants(ToRecord(referral().id)))
        else:
            header.export.setMenu(save_menu(header.export, self.actions, referral))
            header.print_button.clicked.connect(lambda: self.actions.print_referral(referral()))
        panes.middle.picture_wanted.connect(lambda: self.actions.print_family_picture(referral()))

    def _on_busy(self, busy: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._is_busy = busy

    def _on_said(self, words: str) -> None:
        if words:
            self._news.tell("note", words, action=STOP if self._is_busy else "")
        else:
            self._news.clear()

    def _on_stop(self) -> None:
        self.actions.stop()
        self._news.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
