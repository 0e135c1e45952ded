"""A group of indicators: its name with what is marked in it, and the ticks once it is opened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ffd_desktop.councils.pack import Indicator
from ui.screens.draft.levels.ticks import Columns
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.collapsible_help import OPEN, SHUT
from ui.widgets.panel import Panel
from ui.widgets.rows import column


class IndicatorGroup(QWidget):
    """One group, folded until somebody wants it. Two factors may have a group of one name."""

    def __init__(
        self, name: str, factor: str, indicators: Sequence[Indicator], columns: Columns
    ) -> None:
        super().__init__()
        self._name, self._factor = name, factor
        self.indicators = tuple(indicators)
        self.columns = columns
        self._counts: Mapping[int, int] = {}
        self.is_open = False
        self.button = Button("", "quiet", does=lambda: self.open(on=not self.is_open))
        self._card = Panel("plain")
        self._card.add(columns)
        self._card.hide()
        lines = column(self, gap=SPACE.tight)
        lines.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignLeft)
        lines.addWidget(self._card)
        self._say()

    def open(self, *, on: bool) -> None:
        """Show the ticks, or fold them away."""
        if on and not self.columns.ticks:
            self.columns.show_indicators(self.indicators)
        self.is_open = on
        self._card.setVisible(on)
        self._say()

    def show_count(self, counts: Mapping[int, int]) -> None:
        """Say how many are marked at each level."""
        self._counts = counts
        self._say()

    def _say(self) -> None:
        marked = ", ".join(f"{count} at level {number}" for number, count in self._counts.items())
        words = f"{self._name}: {marked} marked" if marked else self._name
        self.button.setText(f"{OPEN if self.is_open else SHUT}  {words}")
        self.button.setAccessibleName(words)
        state = "Open" if self.is_open else "Folded"
        self.button.setAccessibleDescription(f"{self._factor}. {state}")
