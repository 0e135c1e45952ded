"""Work off the window's thread: lanes of one worker each, whose answers come back by the queue.

Work gets frozen values and touches no widget. An answer is given on the window's thread, and never
to a receiver that is gone. One of the two places that may catch every exception.
"""

from __future__ import annotations

import contextlib
import weakref
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from threading import Thread
from typing import TypeVar

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from shiboken6 import isValid

from ffd_desktop.problems import ProblemForPerson
from ui.bugs import Bug, bug_of
from ui.messages import BUG_PROBLEM, LANE_CLOSED
from ui.progress import Moved, Progress

_ROUNDS = 3
T = TypeVar("T")
Failed = Callable[[ProblemForPerson], None]
OnBug = Callable[[Bug], None]


class _Answer(msgspec.Struct, frozen=True):
    """What is to be called on the window's thread, and for whom."""

    receiver: weakref.ref[QObject]
    call: Callable[[], None]


class WorkerLane(QObject):
    """One worker thread that does jobs in the order in which they were given.

    Make it on the window's thread; ``submit`` may be called from there only.
    """

    _answered = Signal(object)

    def __init__(self, name: str, *, on_bug: OnBug) -> None:
        super().__init__()
        self._on_bug = on_bug
        self._closed = False
        self._worker = self._make_worker(name)
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)

    def submit(
        self,
        receiver: QObject,
        job: Callable[[], T],
        done: Callable[[T], None],
        failed: Failed,
    ) -> None:
        """Do a job later; then call ``done`` or ``failed``, unless ``receiver`` is gone.

        A closed lane does nothing and answers with a problem.
        """
        gone_or_not = weakref.ref(receiver)
        if self._closed:
            self._answered.emit(_Answer(gone_or_not, lambda: failed(LANE_CLOSED)))
        else:
            self._worker.submit(self._do, gone_or_not, job, done, failed)

    def submit_long(
        self,
        receiver: QObject,
        job: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Failed,
        *,
        moved: Callable[[Moved], None],
    ) -> Progress:
        """Do a job that tells how far it is; what is given back can stop it.

        ``moved`` is called on the window's thread, the latest word only when many came at once.
        """
        gone_or_not = weakref.ref(receiver)

        def wake(progress: Progress) -> None:
            self._answered.emit(_Answer(gone_or_not, lambda: _tell_latest(progress, moved)))

        progress = Progress(wake)
        self.submit(receiver, lambda: job(progress), done, failed)
        return progress

    def ask(self, job: Callable[[], T]) -> T:
        """Do a job on this lane for another lane's thread, and wait there for its answer.

        SECURITY: never from the window's thread, which would stand still.

        Raises:
            ProblemForPerson: What the job raises; ``closing`` when the lane takes no more jobs.
        """
        try:
            waiting = self._worker.submit(job)
        except RuntimeError:
            raise LANE_CLOSED from None
        return waiting.result()

    def bound_to(self, receiver: QObject) -> BoundLane:
        """Give this lane to a presenter whose answers are for one receiver."""
        return BoundLane(self, receiver)

    def drain(self) -> None:
        """Return once every job given so far is done; only for the end of a session."""
        if not self._closed:
            self._worker.submit(_nothing).result()

    def settle(self) -> None:
        """Finish every job, give its answer, and finish what those answers ask for in turn.

        For the end of a session: a save that waited behind another is given only once that one
        has been answered. Twice is enough; a save that fails is not tried for ever.
        """
        for _ in range(_ROUNDS):
            self.drain()
            QCoreApplication.sendPostedEvents(self)

    def close(self) -> None:
        """Take no more jobs, finish those that were given, and end the thread."""
        self._closed = True
        self._worker.shutdown(wait=True)

    def _make_worker(self, name: str) -> Executor:
        return ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)

    def _do(
        self,
        receiver: weakref.ref[QObject],
        job: Callable[[], T],
        done: Callable[[T], None],
        failed: Failed,
    ) -> None:
        try:
            result = job()
        except ProblemForPerson as problem:
            told = problem
            self._answered.emit(_Answer(receiver, lambda: failed(told)))
        except Exception as fault:  # noqa: BLE001 - the job runner: a bug must not end the lane
            self._on_bug(bug_of(fault))
            self._answered.emit(_Answer(receiver, lambda: failed(BUG_PROBLEM)))
        else:
            self._answered.emit(_Answer(receiver, lambda: done(result)))

    def _on_answered(self, answer: _Answer) -> None:
        receiver = answer.receiver()
        if receiver is not None and isValid(receiver):
            answer.call()


class LooseLane(WorkerLane):
    """A lane for waiting: each job on a thread of its own, for which no end of anything waits.

    For the network alone. A job may be torn off in its middle, so what it begins is noted first.
    """

    def _make_worker(self, name: str) -> Executor:
        return _Loose(name)

    def _do(
        self,
        receiver: weakref.ref[QObject],
        job: Callable[[], T],
        done: Callable[[T], None],
        failed: Failed,
    ) -> None:
        with contextlib.suppress(RuntimeError):  # the window is gone, and nobody listens
            super()._do(receiver, job, done, failed)


class _Loose(Executor):
    """Starts what it is given at once, on a thread that ends with the process."""

    def __init__(self, name: str) -> None:
        self._name = name

    def submit(self, work: Callable[..., T], /, *given: object, **more: object) -> Future[T]:
        """Start it; what is given back is never done, for nobody asks."""
        Thread(target=work, args=given, kwargs=more, name=self._name, daemon=True).start()
        return Future()

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002
        """Wait for nothing."""


class BoundLane:
    """A lane as most presenters know it (``ui.lanes.Lane``)."""

    def __init__(self, lane: WorkerLane, receiver: QObject) -> None:
        self._lane = lane
        self._receiver = receiver

    def run(self, work: Callable[[], T], *, done: Callable[[T], None], failed: Failed) -> None:
        """Do ``work`` on the lane, then call ``done`` or ``failed`` on the window's thread."""
        self._lane.submit(self._receiver, work, done, failed)


class Lanes(msgspec.Struct, frozen=True):
    """The lanes of the program: of the vault, papers, proofs of backups, spelling, the network."""

    vault: WorkerLane
    papers: WorkerLane
    proofs: WorkerLane
    words: WorkerLane
    away: LooseLane

    def close(self) -> None:
        """Finish all work and end the threads; the vault's last."""
        self.away.close()
        self.words.close()
        self.papers.close()
        self.proofs.close()
        self.vault.close()


def make_lanes(*, on_bug: OnBug) -> Lanes:
    """Start the lanes of the program."""
    vault, papers, proofs, words = (
        WorkerLane(name, on_bug=on_bug) for name in ("vault", "papers", "proofs", "words")
    )
    return Lanes(vault, papers, proofs, words, LooseLane("away", on_bug=on_bug))


def _nothing() -> None:
    """A job that marks a place in the queue."""


def _tell_latest(progress: Progress, moved: Callable[[Moved], None]) -> None:
    latest = progress.take_latest()
    if latest is not None:
        moved(latest)
