"""The panel at the right: *Guidance* and *To put right*, one of them at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ffd_desktop.checking.finding import Finding
from ffd_desktop.councils.pack import Level
from ui.screens.draft.guidance import Guidance
from ui.screens.draft.to_put_right import ToPutRight
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.keep_in_view import KeepInView


class SidePanel(QWidget):
    """Two pages of help beside the writing.

    Signals:
        followed: A person chose a finding; carries it.
        all_wanted: Show everything on the check screen.
    """

    followed = Signal(object)
    all_wanted = Signal()

    def __init__(self, levels: tuple[Level, ...]) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.guidance = Guidance(levels)
        self.to_put_right = ToPutRight()
        self._pages = QStackedWidget()
        self.tabs = tuple(
            self._tab(number, words) for number, words in enumerate(("Guidance", "To put right"))
        )
        for page in (self.guidance, self.to_put_right):
            self._pages.addWidget(_scrolling(page))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.wide, 0, 0)
        column.setSpacing(SPACE.small)
        row = QHBoxLayout()
        row.setContentsMargins(SPACE.large, 0, SPACE.large, 0)
        row.setSpacing(0)
        group = QButtonGroup(self)
        for tab in self.tabs:
            group.addButton(tab)
            row.addWidget(tab, 1)
        column.addLayout(row)
        column.addWidget(self._pages, 1)
        self.tabs[0].setChecked(True)
        self.to_put_right.followed.connect(self.followed)
        self.to_put_right.all_wanted.connect(self.all_wanted)

    def show_findings(self, findings: tuple[Finding, ...], section: str) -> None:
        """Show what is to put right, and how much of it on the tab."""
        here = sum(one.section == section for one in findings)
        words = f"To put right ({here})" if here else "To put right"
        self.tabs[1].setText(words)
        self.tabs[1].setAccessibleName(words)
        self.to_put_right.show_findings(findings, section)

    def focus_in_panel(self) -> None:
        """Put the focus on the tab that is shown."""
        self.tabs[self._pages.currentIndex()].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _tab(self, number: int, words: str) -> Button:
        tab = Button(words, "tab", does=lambda: self._pages.setCurrentIndex(number))
        tab.setCheckable(True)
        return tab


def _scrolling(page: QWidget) -> QWidget:
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(SPACE.large, SPACE.small, SPACE.large, SPACE.large)
    column.addWidget(page)
    return KeepInView(inside)
