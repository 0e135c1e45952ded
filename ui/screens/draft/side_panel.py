"""The panel at the right: *Guidance*, *To put right* and what is added, one at a time."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QVBoxLayout, QWidget

from ffd_desktop.checking.finding import Finding
from ffd_desktop.councils.pack import Level
from ui.screens.draft.guidance import Guidance
from ui.screens.draft.to_put_right import ToPutRight
from ui.style.tokens import SPACE, TYPE
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.keep_in_view import KeepInView


class SidePanel(QWidget):
    """Pages of help beside the writing.

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
        self.tabs: tuple[Button, ...] = tuple(
            self._tab(number, words) for number, words in enumerate(("Guidance", "To put right"))
        )
        for page in (self.guidance, self.to_put_right):
            self._pages.addWidget(_scrolling(page))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.wide, 0, 0)
        column.setSpacing(SPACE.small)
        row = QWidget()
        self._tabs_row, self._group = Flow(row, gap=0), QButtonGroup(self)
        self._tabs_row.setContentsMargins(SPACE.large, 0, SPACE.large, 0)
        for tab in self.tabs:
            self._show_tab(tab)
        column.addWidget(row)
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

    def add_page(self, words: str, page: QWidget) -> Button:
        """Take another page, with a tab of its own; give the tab."""
        tab = self._tab(len(self.tabs), words)
        self.tabs = (*self.tabs, tab)
        self._pages.addWidget(_scrolling(page))
        self._show_tab(tab)
        return tab

    def focus_in_panel(self) -> None:
        """Put the focus on the tab that is shown."""
        self.tabs[self._pages.currentIndex()].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_tab(self, tab: Button) -> None:
        self._group.addButton(tab)
        self._tabs_row.addWidget(tab)

    def _tab(self, number: int, words: str) -> Button:
        tab = Tab(words, "tab", does=lambda: self._pages.setCurrentIndex(number))
        tab.setCheckable(True)
        return tab


class Tab(Button):
    """A tab that has room for its words when it is chosen, and they are bold."""

    def sizeHint(self) -> QSize:
        """Ask for the bold words' width."""
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight(TYPE.strong))
        plain = self.fontMetrics().horizontalAdvance(self.text())
        more = max(QFontMetrics(bold).horizontalAdvance(self.text()) - plain, 0)
        return super().sizeHint().grownBy(QMargins(0, 0, more, 0))


def _scrolling(page: QWidget) -> QWidget:
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(SPACE.large, SPACE.small, SPACE.large, SPACE.large)
    column.addWidget(page)
    return KeepInView(inside)
