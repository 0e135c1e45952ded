"""Saving a referral: when the policy says so, in the vault lane, and said only after the commit.

Nothing is given up: what could not be written stays in the session and is tried again, every few
seconds and at each edit. Touches no widget.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from typing import Protocol

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from ffd_desktop.drafting.clock_jump import ClockJump
from ffd_desktop.drafting.session import Batch, DraftSession
from ffd_desktop.problems import ProblemForPerson
from ui.lanes import Submits

SCREEN = "draft"
SLOW_MS = 2000
RETRY_MS = 5000
Left = Callable[[], None]


class Saves(Protocol):
    """What makes edits durable; on the vault lane."""

    def save(self, referral_id: str, batch: Batch, *, screen: str) -> datetime:
        """Make a batch of edits durable; give the local time at which it was."""
        ...

    def take_clock_jump(self) -> ClockJump | None:
        """Give, once, the change of the computer's clock that saving has noted."""
        ...


class SaveState(StrEnum):
    """What may be said about the words on the screen."""

    SAVED = "saved"
    WRITING = "writing"
    SLOW = "slow"
    FAILED = "failed"


class Saving(msgspec.Struct, frozen=True):
    """How saving stands.

    Attributes:
        at: The local time of the last commit; ``None`` before the first.
        problem: Why the last write failed; only when ``FAILED``.
        jump: The computer's clock was changed before this commit; told once.
    """

    state: SaveState
    at: datetime | None = None
    problem: ProblemForPerson | None = None
    jump: ClockJump | None = None


class Saver(QObject):
    """Keeps one session durable.

    Signals:
        moved: How saving stands has changed; carries a ``Saving``.
        not_left: A write failed while somebody waits to leave; carries the ``ProblemForPerson``.
            Trying goes on, and the waiting ones are called as soon as all is on disk.
    """

    moved = Signal(object)
    not_left = Signal(object)

    def __init__(
        self, session: DraftSession, referral_id: str, *, lane: Submits, desk: Saves
    ) -> None:
        super().__init__()
        self._session = session
        self._referral_id = referral_id
        self._lane = lane
        self._desk = desk
        self._leaving: list[Left] = []
        self.now_stands = Saving(SaveState.SAVED)
        self._due = self._timer(self.save_now)
        self._retry = self._timer(self.save_now)
        self._slow = self._timer(self._on_slow)

    def edited(self) -> None:
        """Note that the session has something new, and arrange for it to be saved."""
        if not self._session.has_unsaved:
            return
        if self.now_stands.state is SaveState.FAILED:
            self.save_now()
            return
        if self.now_stands.state is SaveState.SAVED:
            self._say(SaveState.WRITING)
            self._slow.start(SLOW_MS)
        self._arrange()

    def save_now(self) -> None:
        """Hand what is unsaved to the vault lane, unless a batch is under way already."""
        self._due.stop()
        self._retry.stop()
        batch = self._session.take_unsaved()
        if batch is None:
            return
        self._lane.submit(
            self,
            lambda: self._stored(batch),
            self._on_saved,
            self._on_failed,
        )

    def leave(self, left: Left) -> None:
        """Save at once, and call ``left`` when all is on disk: never before, and never asking."""
        if not self._session.has_unsaved:
            left()
            return
        self._leaving.append(left)
        self.save_now()

    def stay(self) -> None:
        """Forget those who wait to leave; saving goes on."""
        self._leaving.clear()

    def _stored(self, batch: Batch) -> tuple[datetime, ClockJump | None]:
        """Store a batch; on the vault lane."""
        at = self._desk.save(self._referral_id, batch, screen=SCREEN)
        return at, self._desk.take_clock_jump()

    def _on_saved(self, done: tuple[datetime, ClockJump | None]) -> None:
        at, jump = done
        if jump is not None:
            self.moved.emit(Saving(SaveState.SAVED, at, jump=jump))
        self._session.stored()
        self._slow.stop()
        if self._session.has_unsaved:
            self._slow.start(SLOW_MS)
            self._say(SaveState.WRITING, at)
            self._next_batch()
            return
        self._say(SaveState.SAVED, at)
        waiting, self._leaving = self._leaving, []
        for left in waiting:
            left()

    def _next_batch(self) -> None:
        if self._leaving:
            self.save_now()
        else:
            self._arrange()

    def _on_failed(self, problem: ProblemForPerson) -> None:
        self._session.not_stored()
        self._slow.stop()
        self._retry.start(RETRY_MS)
        self._say(SaveState.FAILED, self.now_stands.at, problem)
        if self._leaving:
            self.not_left.emit(problem)

    def _on_slow(self) -> None:
        if self._session.has_unsaved and self.now_stands.state is SaveState.WRITING:
            self._say(SaveState.SLOW, self.now_stands.at)

    def _arrange(self) -> None:
        due = self._session.save_due_in()
        if due is not None:
            self._due.start(round(due * 1000))

    def _say(
        self,
        state: SaveState,
        at: datetime | None = None,
        problem: ProblemForPerson | None = None,
    ) -> None:
        self.now_stands = Saving(state, at or self.now_stands.at, problem)
        self.moved.emit(self.now_stands)

    def _timer(self, done: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(done)
        return timer
