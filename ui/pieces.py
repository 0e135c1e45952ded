"""Takes something into the vault a piece at a time, so that a save waits for one piece."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ffd_desktop.app.pieces import InPieces, clear_away
from ffd_desktop.problems import ProblemForPerson
from ui.lanes import Submits


class Piecemeal(QObject):
    """One work after another, each stopped between two pieces; nothing partial stays.

    Signals:
        moved: How far it is, in percent.
        came: It is in whole, also when the last piece came before a stop; carries the work.
        failed: It is not; carries the ``ProblemForPerson``.
    """

    moved = Signal(int)
    came = Signal(object)
    failed = Signal(object)

    def __init__(self, lane: Submits, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = lane
        self._now: InPieces | None = None

    def begin(self, work: InPieces) -> None:
        """Begin a work."""
        self._now = work
        self._step(work)

    def stop(self) -> None:
        """Give it up; what came in is cleared away."""
        self._now = None

    def _step(self, work: InPieces) -> None:
        self._lane.submit(
            self,
            work.step,
            lambda done: self._stepped(work, done),
            lambda problem: self._refused(work, problem),
        )

    def _stepped(self, work: InPieces, done: int) -> None:
        if done >= work.total:
            self.came.emit(work)
        elif work is self._now:
            self.moved.emit(100 * done // work.total)
            self._step(work)
        else:
            self._clear(work)

    def _refused(self, work: InPieces, problem: ProblemForPerson) -> None:
        self._clear(work)
        if work is self._now:
            self.failed.emit(problem)

    def _clear(self, work: InPieces) -> None:
        self._lane.submit(self, lambda: clear_away(work), _nothing, _nothing)


def _nothing(_: object) -> None:
    """What is left is cleared away at the next opening at the latest."""
