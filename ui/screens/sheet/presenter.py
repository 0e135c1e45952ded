"""What the transfer sheet does: which page, what is copied, what was. Touches no widget."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from ffd_desktop.app.transfer import TransferSheet
from ffd_desktop.problems import ProblemForPerson
from ui.lanes import Lane
from ui.screens.sheet.words import marks_of


class Copied(Protocol):
    """What was copied of one referral; every method belongs to the vault lane."""

    def marks(self) -> frozenset[str]:
        """Give the marks of the parts that were copied."""
        ...

    def keep(self, marks: frozenset[str]) -> None:
        """Keep just these."""
        ...


class SheetPresenter:
    """Looks after one transfer sheet."""

    def __init__(
        self,
        sheet: TransferSheet,
        *,
        copied: Copied,
        lane: Lane,
        failed: Callable[[ProblemForPerson], None],
    ) -> None:
        self.sheet = sheet
        self.at = 0
        self.copied: frozenset[str] = frozenset()
        self._kept = copied
        self._lane = lane
        self._failed = failed

    def look(self, done: Callable[[], None]) -> None:
        """Read what was copied, go to the first page with something left, then call ``done``."""

        def read(marks: frozenset[str]) -> None:
            self.copied = marks
            self.at = self._first_left()
            done()

        self._lane.run(self._kept.marks, done=read, failed=self._failed)

    def turn(self, to: int) -> None:
        """Go to a page."""
        self.at = min(max(to, 0), len(self.sheet.pages) - 1)

    def note(self, mark: str) -> None:
        """Remember that a part was copied."""
        self._remember(self.copied | {mark})

    def begin_anew(self) -> None:
        """Forget what was copied: the web form is filled in from its start again."""
        self.at = 0
        self._remember(frozenset())

    def _remember(self, marks: frozenset[str]) -> None:
        self.copied = marks
        self._lane.run(lambda: self._kept.keep(marks), done=_nothing, failed=self._failed)

    def _first_left(self) -> int:
        for number, page in enumerate(self.sheet.pages):
            if any(mark not in self.copied for mark in marks_of((page,))):
                return number
        return 0


def _nothing(_: object) -> None:
    """Nothing follows."""
