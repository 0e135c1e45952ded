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
from ffd_desktop.referral.dates import PartDate
from ui.background import Lanes
from ui.destinations import ToFigures, ToKeeping
from ui.screen import Screen
from ui.screens.keeping.ports import Looked

if TYPE_CHECKING:
    from ui.screens.settings.closures_part import ClosuresPart


_SCREEN = "keeping"


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


class DeskKeeper:
    """How long records are kept; on the vault lane."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def look(self) -> Looked:
        """Look through all records that whoever unlocked may read."""
        found = following.reviews(self._desk)
        due = following.reviews_due(found, self._desk.clock.now().date())
        held = tuple(one for one in found if one.review.held)
        undated = tuple(one for one in found if one.review.on is None and not one.review.held)
        return Looked(due, held, undated, len(found) - len(due) - len(held) - len(undated))

    def keep_longer(self, referral_id: str, until: PartDate, reason: str) -> None:
        """Keep a record longer."""
        following.keep_longer(self._desk, referral_id, until, reason, screen=_SCREEN)

    def hold(self, referral_id: str, reason: str) -> None:
        """Hold a record."""
        following.hold(self._desk, referral_id, reason, screen=_SCREEN)

    def destroy(self, referral_id: str, reason: str) -> None:
        """Destroy a record for ever."""
        self._desk.destroy(referral_id, reason=reason, screen=_SCREEN)


def following_screen(
    destination: ToFigures | ToKeeping, desk: Desk, packs: Packs, lanes: Lanes
) -> Screen:
    """Build the screen of figures, or of how long records are kept."""
    if isinstance(destination, ToKeeping):
        from ui.screens.keeping.screen import KeepingScreen

        return KeepingScreen(keeper=DeskKeeper(desk), lane=lanes.vault)
    from ui.screens.figures.screen import FiguresScreen

    counts = DeskCounts(desk, packs)
    return FiguresScreen(counts=counts, vault=lanes.vault, work=lanes.papers)


def closures_part(desk: Desk, lanes: Lanes) -> ClosuresPart:
    """Build the card of closures, for Settings."""
    from ui.screens.settings.closures_part import ClosuresPart

    return ClosuresPart(DeskClosures(desk), lanes.vault)
