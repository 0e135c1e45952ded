"""One tick for each indicator, in columns by level; stacked where there is no room beside."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ffd_desktop.councils.pack import Indicator, Pack
from ui.style.apply import style_now
from ui.style.tokens import SPACE
from ui.widgets.choice import Tick
from ui.widgets.panel import empty
from ui.widgets.rows import column
from ui.widgets.words import Kind, Words

BESIDE = 620


class IndicatorTick(Tick):
    """The tick of one indicator."""

    def __init__(self, indicator: Indicator, *, on: bool) -> None:
        super().__init__(indicator.words)
        self.indicator = indicator
        self.setChecked(on)
        alone = " A single one of these may outweigh all else." if indicator.alone else ""
        self.setAccessibleDescription(f"Level {indicator.level}, {indicator.group}.{alone}")

    def show_on(self, *, on: bool) -> None:
        """Show whether it is marked, without telling anybody."""
        if self.isChecked() != on:
            self.setChecked(on)


class Columns(QWidget):
    """The levels side by side, each with its ticks."""

    def __init__(self, pack: Pack, make: Callable[[Indicator], IndicatorTick]) -> None:
        super().__init__()
        self._pack, self._make = pack, make
        self.ticks: list[IndicatorTick] = []
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(SPACE.large)

    def show_indicators(self, indicators: Sequence[Indicator]) -> None:
        """Show these, each under its level."""
        empty(self._across)
        self.ticks = []
        for level in self._pack.levels:
            ours = [one for one in indicators if one.level == level.code]
            part = QWidget()
            lines = column(part, gap=SPACE.tight)
            lines.addWidget(Words(f"Level {level.number}", Kind.LABEL))
            for one in ours:
                tick = self._make(one)
                self.ticks.append(tick)
                lines.addWidget(tick)
            if not ours:
                lines.addWidget(Words("–", Kind.HINT))
            lines.addStretch(1)
            self._across.addWidget(part, 1)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack the levels where they do not fit side by side."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= style_now().pixels(BESIDE)
        way = QBoxLayout.Direction
        wanted = way.LeftToRight if wide else way.TopToBottom
        if self._across.direction() != wanted:
            self._across.setDirection(wanted)
