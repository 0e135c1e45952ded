"""A printed code in its groups, large, in letters of equal width."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QWidget

from ffd_desktop.vault.recovery import PrintedCode
from ui.style.tokens import SPACE
from ui.widgets.flow import Flow
from ui.widgets.panel import Panel
from ui.widgets.words import Kind, Words


class CodeCard(Panel):
    """Shows one code."""

    def __init__(self) -> None:
        super().__init__("sunken")
        self._holder = QWidget()
        self._groups = Flow(self._holder, gap=SPACE.wide)
        self.add(self._holder)

    def show_code(self, code: PrintedCode) -> None:
        """Show a code; the groups are named for those who listen."""
        while (item := self._groups.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        for group in code.groups():
            words = Words(group, Kind.NUMBER, wraps=False)
            words.setStyleSheet(f"font-family: '{mono.family()}'; letter-spacing: 2px;")
            self._groups.addWidget(words)
        spelled = "; ".join(" ".join(group) for group in code.groups())
        self.setAccessibleName(f"{code.NAME.capitalize()}: {spelled}")
