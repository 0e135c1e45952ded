"""Sealing from the window: made on the work lane, kept piece by piece on the vault's, with a stop.

Touches no widget, and holds no rule of what may be sealed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from ffd_desktop.app import attaching, sealing
from ffd_desktop.app.desk import Desk
from ffd_desktop.app.pieces import InPieces
from ffd_desktop.app.program import Program
from ffd_desktop.app.sealing import Made, Moment
from ffd_desktop.drafting.ports import By
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.progress import Progress as Watched
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.statements import Attachment
from ffd_desktop.sending.sealed import SealedFacts
from ui.lanes import Submits
from ui.pieces import Piecemeal
from ui.progress import Moved, Progress

SEALING = "Sealing"
SCREEN = "check"
T = TypeVar("T")


class Seals(Protocol):
    """What can be sealed of one referral."""

    def moment(self) -> Moment:
        """Say who seals, now; on the vault lane."""
        ...

    def make(self, referral: Referral, at: Moment, progress: Watched) -> Made:
        """Make what sealing keeps; on the work lane."""
        ...

    def make_addendum(self, facts: tuple[SealedFacts, ...], text: str, at: Moment) -> Made:
        """Make what sealing an addendum keeps; on the work lane."""
        ...

    def keeping(self, made: Made, by: By) -> InPieces:
        """Give what keeps it."""
        ...


class Asks(Protocol):
    """A lane that does a job while another one waits for it."""

    def ask(self, job: Callable[[], T]) -> T:
        """Do a job and give its answer."""
        ...


class DeskSeals:
    """Seals on a desk; ``vault`` is its lane, asked from the work lane."""

    def __init__(self, program: Program, desk: Desk, vault: Asks) -> None:
        self._program, self._desk, self._vault = program, desk, vault

    def moment(self) -> Moment:
        """Say who seals, now; on the vault lane."""
        return sealing.moment(self._desk, SCREEN)

    def make(self, referral: Referral, at: Moment, progress: Watched) -> Made:
        """Make what sealing keeps; each file is read on the vault lane."""

        def read(one: Attachment) -> bytes:
            return self._vault.ask(lambda: attaching.read(self._desk, referral.id, one))

        return sealing.make(self._program, referral, at, read, progress=progress)

    def make_addendum(self, facts: tuple[SealedFacts, ...], text: str, at: Moment) -> Made:
        """Make what sealing an addendum keeps."""
        first = self._vault.ask(lambda: self._desk.sealed.whole(facts[0].id))
        return sealing.make_addendum(self._program, first, len(facts) - 1, text, at)

    def keeping(self, made: Made, by: By) -> InPieces:
        """Give what keeps it."""
        return sealing.Keeping(self._desk, made, by)


class Sealer(QObject):
    """Seals one thing at a time.

    Signals:
        moved: How far it is, in words and percent; no words when nothing is under way.
        sealed: It is sealed.
        failed: It is not; carries the ``ProblemForPerson``. Everything is as it was.
    """

    moved = Signal(str, int)
    sealed = Signal()
    failed = Signal(object)

    def __init__(self, seals: Seals, *, vault: Submits, work: Submits, parent: QObject) -> None:
        super().__init__(parent)
        self._seals, self._vault, self._work = seals, vault, work
        self._making: Progress | None = None
        self._round = 0
        self._pieces = Piecemeal(vault, self)
        self._pieces.moved.connect(lambda percent: self.moved.emit(SEALING, 50 + percent // 2))
        self._pieces.came.connect(self._came)
        self._pieces.failed.connect(lambda problem: self._fail(problem, self._round))

    def seal(self, referral: Referral) -> None:
        """Seal a referral as it stands, saved."""
        self._begin(lambda at, watched: self._seals.make(referral, at, watched))

    def add(self, facts: tuple[SealedFacts, ...], text: str) -> None:
        """Seal an addendum to what was sealed."""
        self._begin(lambda at, _: self._seals.make_addendum(facts, text, at))

    def stop(self) -> None:
        """Give it up; nothing partial is left behind."""
        if self._making is not None:
            self._making.stop()
        self._pieces.stop()
        self._round += 1
        self.moved.emit("", 0)

    def _begin(self, make: Callable[[Moment, Watched], Made]) -> None:
        self._round += 1
        this = self._round
        self.moved.emit(SEALING, 0)
        self._vault.submit(
            self,
            self._seals.moment,
            lambda at: self._make(make, at, this),
            lambda problem: self._fail(problem, this),
        )

    def _make(self, make: Callable[[Moment, Watched], Made], at: Moment, this: int) -> None:
        if this != self._round:
            return
        self._making = self._work.submit_long(
            self,
            lambda progress: make(at, progress),
            lambda made: self._made(made, at, this),
            lambda problem: self._fail(problem, this),
            moved=lambda moved: self._tell(moved, this),
        )

    def _made(self, made: Made, at: Moment, this: int) -> None:
        self._making = None
        if this == self._round:
            self._pieces.begin(self._seals.keeping(made, at.by))

    def _came(self, _: object) -> None:
        """Say that it is sealed: also when the last step came before the stop."""
        self.moved.emit("", 0)
        self.sealed.emit()

    def _fail(self, problem: ProblemForPerson, this: int) -> None:
        self._making = None
        if this == self._round:
            self.moved.emit("", 0)
            self.failed.emit(problem)

    def _tell(self, moved: Moved, this: int) -> None:
        if this == self._round:
            share = 50 * moved.step // moved.total if moved.total else 0
            self.moved.emit(moved.words, share)
