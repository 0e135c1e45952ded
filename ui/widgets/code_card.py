"""A printed code in its groups, large, in letters of equal width."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QWidget

from ui.style.tokens import SPACE
from ui.widgets.flow import Flow
from ui.widgets.panel import Panel
from ui.widgets.words import Kind, Words


class Grouped(Protocol):
    """A code in groups that are read out one by one."""

    @property
    def NAME(self) -> str:
        """What it is called in a sentence."""
        ...

    def groups(self) -> tuple[str, ...]:
        """Give the groups in order."""
        ...


class CodeCard(Panel):
    """Shows one code."""

    def __init__(self) -> None:
        super().__init__("sunken")
        self._holder = QWidget()
        self._groups = Flow(self._holder, gap=SPACE.wide)
        self.add(self._holder)

    def show_code(self, code: Grouped) -> None:
        """Show a code; the groups are named for those who listen."""
        self.clear_code()
        mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        for group in code.groups():
            words = Words(group, Kind.NUMBER, wraps=False)
            words.setStyleSheet(f"font-family: '{mono.family()}'; letter-spacing: 2px;")
            self._groups.addWidget(words)
        spelled = "; ".join(" ".join(group) for group in code.groups())
        self.setAccessibleName(f"{code.NAME.capitalize()}: {spelled}")

    def clear_code(self) -> None:
        """Show none."""
        self.setAccessibleName("")
        while (item := self._groups.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
