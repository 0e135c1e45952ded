"""How the draft screen is laid out: head, strips, three panes, and what folds when it is narrow.

Holds no answer and listens to nobody but the window's size.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ffd_desktop.councils.forms import Form
from ffd_desktop.councils.pack import Pack
from ffd_desktop.referral.calls import somebody_phoned
from ffd_desktop.referral.model import Referral
from ui.screens.draft.find_bar import FindBar
from ui.screens.draft.fixed import Fixed
from ui.screens.draft.header import DraftHeader
from ui.screens.draft.middle import Middle
from ui.screens.draft.section_list import SectionList
from ui.screens.draft.side_panel import SidePanel
from ui.style.apply import style_now
from ui.widgets.banner import Banner
from ui.widgets.fitting import Fitting

WIDE = 1100
SAYS_DANGER = ("concern.immediate_danger", "first_call.phoned", "calls")
PHONE_FIRST = "A child may be in danger now: phone before you write on"
PHONE_AGAIN = "A child may be in danger now, and a call is noted: phone again if anything changes"


class DraftPanes(Fitting, QWidget):
    """The parts of the draft screen in their places.

    Signals:
        side_moved: The panel at the right came or went; carries whether it is there.
    """

    side_moved = Signal(bool)

    def __init__(self, form: Form, pack: Pack, middle: Middle) -> None:
        super().__init__()
        self._side_wanted: bool | None = None
        self.header = DraftHeader(form.short_title, pack)
        self.find_bar = FindBar()
        self.not_saved, self.danger = Banner(), Banner()
        self.done, self.notice = Banner(), Banner()
        self.sections = SectionList(form)
        self.middle = middle
        middle.spelling.said.connect(lambda words: self.notice.tell("note", words))
        middle.spelling.failed.connect(self.notice.show_problem)
        self.side = SidePanel(pack.levels)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.fixed: Banner | None = None
        self._strips = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, self.find_bar):
            column.addWidget(part)
        for strip in (self.not_saved, self.danger, self.done, self.notice):
            column.addWidget(strip)
        self._instead: QWidget | None = None
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sections)
        row.addWidget(self.middle, 1)
        row.addWidget(self.side)
        column.addWidget(self._row, 1)

    def show_fixed(self, fixed: Fixed | None) -> None:
        """Say in a strip that stays why nothing can be changed here."""
        if fixed is None:
            return
        self.fixed = Banner()
        self._strips.insertWidget(self._strips.indexOf(self.not_saved), self.fixed)
        self.fixed.tell("note", fixed.why, fixed.instead, sticky=True)

    def show_danger(self, referral: Referral | None) -> None:
        """Say in one strip that somebody should be phoned first, or again; ``None``: nothing."""
        if referral is None:
            self.danger.clear()
            return
        first = not somebody_phoned(referral)
        kind, words = ("alarm", PHONE_FIRST) if first else ("warn", PHONE_AGAIN)
        if self.danger.isHidden() or self.danger.heading.text() != words:
            self.danger.tell(kind, words, action="Show the numbers", sticky=True)
            self.danger.shape.setText("⚠")

    def show_instead(self, page: QWidget) -> None:
        """Show a page in the place of the three panes."""
        self._instead = page
        if self._strips.indexOf(page) < 0:
            self._strips.addWidget(page, 1)
        self._row.hide()
        page.show()

    def show_panes(self) -> None:
        """Show the panes again, if a page stands in their place."""
        if self._instead is not None:
            self._instead.hide()
            self._instead = None
            self._row.show()

    def toggle_side(self) -> None:
        """Show the panel at the right, or fold it, whatever the width."""
        self.show_panes()
        self._side_wanted = self.side.isHidden()
        self._fit()

    def _fit(self) -> None:
        """Fold the panel at the right when the window is narrow."""
        pixels = style_now().pixels
        narrow = self.width() < pixels(WIDE)
        wanted = self._side_wanted if self._side_wanted is not None else not narrow
        before = not self.side.isHidden()
        self.side.setVisible(wanted)
        self.sections.setVisible(not (narrow and wanted))
        self.header.show_help(beside=wanted)
        self.sections.setFixedWidth(min(pixels(270), self.width() * 3 // 10))
        self.side.setFixedWidth(min(pixels(330), self.width() * 4 // 10))
        if wanted != before or not self.isVisible():
            self.side_moved.emit(wanted)
