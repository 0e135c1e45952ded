"""The council's indicators: groups that open, levels side by side, a tick for each indicator.

Shows and asks; holds no mark. The ticks of a group are made when it is opened, for there are many.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ffd_desktop.councils.pack import Indicator, Pack
from ui.screens.draft.levels.group import IndicatorGroup
from ui.screens.draft.levels.ticks import Columns, IndicatorTick
from ui.style.tokens import SPACE
from ui.widgets.announce import announce
from ui.widgets.rows import column
from ui.widgets.search_box import SearchBox
from ui.widgets.words import Kind, Words

LOOK = "Look for a word in the indicators"
NOTHING = (
    "No indicator has these words. The guidance may say it in others: try one word, or its "
    "beginning, or clear the box and look under the headings."
)


class Matrix(QWidget):
    """All indicators of a council.

    Signals:
        ticked: An indicator was ticked or unticked; carries its code and whether it is on.
    """

    ticked = Signal(str, bool)

    def __init__(self, pack: Pack, marked: Collection[str], *, fixed: bool = False) -> None:
        super().__init__()
        self._pack = pack
        self._marked = frozenset(marked)
        self._fixed = fixed
        self.search = SearchBox(LOOK)
        self.search.sought.connect(self._on_sought)
        self._nothing = Words(NOTHING, Kind.HINT)
        self._nothing.hide()
        self.found = Columns(pack, self._tick)
        self.found.hide()
        self.groups: list[IndicatorGroup] = []
        self._all = QWidget()
        lines = column(self, gap=SPACE.medium)
        for part in (self.search, self._nothing, self.found, self._all):
            lines.addWidget(part)
        self._add_groups()

    def show_marked(self, marked: Collection[str]) -> None:
        """Show what is marked now."""
        self._marked = frozenset(marked)
        for tick in self.ticks():
            tick.show_on(on=tick.indicator.code in self._marked)
        self._count()

    def ticks(self) -> list[IndicatorTick]:
        """Give the ticks that exist: those of the groups that were opened, and what was found."""
        return [*self.found.ticks, *(one for group in self.groups for one in group.columns.ticks)]

    def reveal(self, code: str) -> IndicatorTick | None:
        """Open the group of an indicator and give its tick."""
        for group in self.groups:
            if any(one.code == code for one in group.indicators):
                group.open(on=True)
                return next(one for one in group.columns.ticks if one.indicator.code == code)
        return None

    def _add_groups(self) -> None:
        lines = column(self._all, gap=SPACE.tight)
        factor = ""
        by_group: dict[tuple[str, str], list[Indicator]] = {}
        for one in self._pack.indicators:
            by_group.setdefault((one.factor, one.group), []).append(one)
        for (of, name), indicators in sorted(by_group.items(), key=lambda row: self._rank(row[0])):
            if of != factor:
                factor = of
                lines.addSpacing(SPACE.small)
                lines.addWidget(Words(factor, Kind.HEADING))
            group = IndicatorGroup(name, factor, indicators, Columns(self._pack, self._tick))
            self.groups.append(group)
            lines.addWidget(group)
        self._count()

    def _rank(self, key: tuple[str, str]) -> tuple[int, int]:
        """Keep the guidance's own order: factors first, then groups as they first appear."""
        factors = list(dict.fromkeys(one.factor for one in self._pack.indicators))
        groups = list(dict.fromkeys(one.group for one in self._pack.indicators))
        return factors.index(key[0]), groups.index(key[1])

    def _count(self) -> None:
        numbers = {level.code: level.number for level in self._pack.levels}
        for group in self.groups:
            on = Counter(
                numbers.get(one.level, 0) for one in group.indicators if one.code in self._marked
            )
            group.show_count({number: on[number] for number in sorted(on)})

    def _tick(self, indicator: Indicator) -> IndicatorTick:
        tick = IndicatorTick(indicator, on=indicator.code in self._marked)
        tick.setEnabled(not self._fixed)
        tick.clicked.connect(lambda on: self.ticked.emit(indicator.code, on))
        return tick

    def _on_sought(self, words: str) -> None:
        wanted = words.casefold().split()
        found = [
            one
            for one in self._pack.indicators
            if wanted and all(word in _searched(one) for word in wanted)
        ]
        self.found.show_indicators(found)
        self.found.setVisible(bool(found))
        self._nothing.setVisible(bool(wanted) and not found)
        self._all.setVisible(not wanted)
        if wanted:
            announce(self.search, f"{len(found)} found" if found else NOTHING)


def _searched(one: Indicator) -> str:
    return f"{one.words} {one.group} {one.factor}".casefold()
