"""Lends screens what an open vault knows of following: closures of the school, and figures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ffd_desktop.app import following, papers
from ffd_desktop.app.desk import Desk
from ffd_desktop.app.following import Packs
from ffd_desktop.following.closures import Closure
from ffd_desktop.following.figures import Figure
from ui.background import Lanes
from ui.screen import Screen

if TYPE_CHECKING:
    from ui.screens.settings.closures_part import ClosuresPart


class DeskClosures:
    """The days on which the school is closed; on the vault lane."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def closures(self) -> tuple[Closure, ...]:
        """Give them in order."""
        return following.closures(self._desk)

    def add(self, closure: Closure) -> tuple[Closure, ...]:
        """Enter one."""
        following.keep_closures(self._desk, {*self.closures(), closure})
        return self.closures()

    def take_out(self, closure: Closure) -> tuple[Closure, ...]:
        """Take one out."""
        following.keep_closures(self._desk, (one for one in self.closures() if one != closure))
        return self.closures()


class DeskCounts:
    """The office's own figures."""

    def __init__(self, desk: Desk, packs: Packs) -> None:
        self._desk, self._packs = desk, packs

    def figures(self, since: date | None, until: date | None) -> tuple[Figure, ...]:
        """Count what was sent in a time; on the vault lane."""
        return following.office_figures(self._desk, self._packs, since=since, until=until)

    def write(self, target: Path, found: Sequence[Figure]) -> None:
        """Write a table that a spreadsheet opens; the dialog has asked about another file."""
        paper = papers.Paper(target.name, following.as_csv(found))
        papers.write(target, paper, replacing=True)


def figures_screen(desk: Desk, packs: Packs, lanes: Lanes) -> Screen:
    """Build the screen of figures."""
    from ui.screens.figures.screen import FiguresScreen

    counts = DeskCounts(desk, packs)
    return FiguresScreen(counts=counts, vault=lanes.vault, work=lanes.papers)


def closures_part(desk: Desk, lanes: Lanes) -> ClosuresPart:
    """Build the card of closures, for Settings."""
    from ui.screens.settings.closures_part import ClosuresPart

    return ClosuresPart(DeskClosures(desk), lanes.vault)
