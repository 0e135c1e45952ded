"""Files on their way into a draft: one after the other, piece by piece, with a stop.

Goes on while the writer writes elsewhere in the draft. Between two pieces the vault lane is free:
a save waits for one piece and never for a file. Touches no widget.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

import msgspec
from PySide6.QtCore import QObject, Signal

from ffd_desktop.app.attaching import Looked, attach
from ffd_desktop.app.pieces import clear_away
from ffd_desktop.problems import ProblemForPerson
from ui.lanes import Submits
from ui.screens.draft.attachments.ports import Arriving, Files
from ui.screens.draft.presenter import DraftPresenter

LOOKING = "Looking at the file …"
TAKING_IN = "Taking the file into the vault"
STOPPED = "Stopped. The file was not added."
ADDED = "The file was added. The original is kept in the vault as it came."
REACHES_OUT = (
    "Take care: when another program opens it, this document asks for something from elsewhere, "
    "and whoever sent it may see that."
)
KEPT_AS = "files_stopped"
NOT_WHOLE = ProblemForPerson(
    "A file was still on its way into the vault when you left, so it was not added. Everything "
    "that you wrote is there.",
    "Add the file again.",
    "file_stopped",
)
Source: TypeAlias = Callable[[], Looked]


class Wish(msgspec.Struct, frozen=True):
    """A file that somebody wants in, and which attachment it is for; empty for a new one."""

    source: Source
    attachment: str = ""


class Work(msgspec.Struct, frozen=True):
    """How far it is; no words when nothing is under way."""

    words: str = ""
    percent: int | None = None


class Bringing(QObject):
    """Brings files in.

    Signals:
        moved: How far it is; carries a ``Work``.
        failed: One file did not come in; carries the ``ProblemForPerson``.
        brought: A file is in and named; carries the attachment's id.
        stopped: The writer, or leaving, stopped it.
    """

    moved = Signal(object)
    failed = Signal(object)
    brought = Signal(str)
    stopped = Signal()

    def __init__(
        self, presenter: DraftPresenter, files: Files, *, vault: Submits, work: Submits
    ) -> None:
        super().__init__(presenter)
        self._presenter, self._files = presenter, files
        self._vault, self._work = vault, work
        self._waiting: list[Wish] = []
        self._now: Wish | None = None
        self._arriving: Arriving | None = None
        self.now_stands = Work()
        self.missed: ProblemForPerson | None = None
        self._left_out = 0
        presenter.leaving.connect(self._on_leaving)

    @property
    def is_busy(self) -> bool:
        """Whether a file is on its way."""
        return self._now is not None

    def add(self, *wishes: Wish) -> None:
        """Bring files in, after those that are on their way."""
        if self._presenter.is_fixed:
            return
        self.missed, self._left_out = None, 0
        self._waiting.extend(wishes)
        if not self.is_busy:
            self._next()

    def stop(self) -> None:
        """Give up what is on its way; nothing partial is left behind."""
        if not self.is_busy:
            return
        self._waiting.clear()
        arriving, self._arriving, self._now = self._arriving, None, None
        if arriving is not None:
            self._vault.submit(self, lambda: clear_away(arriving), _nothing, _nothing)
        self._say(Work())
        self.stopped.emit()

    def half_typed(self) -> Mapping[str, object]:
        """Give how many files leaving has stopped, so that it is said after a lock."""
        return {KEPT_AS: self._left_out} if self._left_out else {}

    def put_back(self, typed: Mapping[str, object]) -> None:
        """Say that files did not come in before the lock."""
        if isinstance(typed.get(KEPT_AS), int):
            self.missed = NOT_WHOLE
            self.failed.emit(NOT_WHOLE)

    def _on_leaving(self) -> None:
        """Stop at once: a lock waits for no file."""
        self._left_out += len(self._waiting) + self.is_busy
        self.stop()

    def _next(self) -> None:
        self._now = wish = self._waiting.pop(0) if self._waiting else None
        if wish is None:
            self._say(Work())
            return
        self._say(Work(LOOKING))
        self._work.submit(
            self,
            wish.source,
            lambda looked: self._looked(wish, looked),
            lambda problem: self._refused(wish, problem),
        )

    def _looked(self, wish: Wish, looked: Looked) -> None:
        if wish is self._now:
            self._arriving = self._files.arrival(self._presenter.referral.id, looked)
            self._step(wish, self._arriving)

    def _step(self, wish: Wish, arriving: Arriving) -> None:
        self._vault.submit(
            self,
            arriving.step,
            lambda done: self._stepped(wish, arriving, done),
            lambda problem: self._refused(wish, problem),
        )

    def _stepped(self, wish: Wish, arriving: Arriving, done: int) -> None:
        if done >= arriving.total:
            self._name(wish, arriving)
        elif arriving is self._arriving:
            self._say(Work(TAKING_IN, 100 * done // arriving.total))
            self._step(wish, arriving)

    def _name(self, wish: Wish, arriving: Arriving) -> None:
        """Name a file that is whole, also one that was to be stopped a moment too late."""
        edits = attach(arriving.file, referral=self._presenter.referral, attachment=wish.attachment)
        self._presenter.do(*edits)
        self._presenter.left_field()
        reaches_out = arriving.file.facts.reaches_out
        self._presenter.said.emit(f"{ADDED} {REACHES_OUT}" if reaches_out else ADDED)
        self.brought.emit(edits[0].path.partition("[")[2].partition("]")[0])
        if arriving is self._arriving:
            self._arriving = None
            self._next()

    def _refused(self, wish: Wish, problem: ProblemForPerson) -> None:
        if wish is not self._now:
            return
        arriving, self._arriving = self._arriving, None
        if arriving is not None:
            self._vault.submit(self, lambda: clear_away(arriving), _nothing, _nothing)
        self.failed.emit(problem)
        self._next()

    def _say(self, work: Work) -> None:
        self.now_stands = work
        self.moved.emit(work)


def _nothing(_: object) -> None:
    """What is left is cleared away at the next opening."""
