"""What the guidance says of one indicator: its level and place, what to compare, which tool."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ffd_desktop.councils.pack import Indicator, Pack
from ui.widgets.panel import Panel
from ui.widgets.words import Kind, Words

ALONE = "The guidance says that a single issue may outweigh all that is good; this may be one."


def about_indicator(one: Indicator, pack: Pack) -> QWidget:
    """Say what stands in the guidance around an indicator."""
    card = Panel("note")
    level = pack.level(one.level)
    if level is not None:
        card.add(Words(f"Level {level.number}: {level.name}", Kind.STRONG))
    if one.alone:
        card.add(Words(ALONE))
    for code in one.compare:
        other = pack.indicator(code)
        at = pack.level(other.level) if other else None
        if other is not None and at is not None:
            card.add(Words(f"Compare level {at.number}: {other.words}"))
    for tool in pack.tools:
        if one.code in tool.indicators:
            card.add(Words(f"{tool.name}: {tool.ask}"))
    card.add(Words(f"Source: {one.source}", Kind.QUIET))
    return card
