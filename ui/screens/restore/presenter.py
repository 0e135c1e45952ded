"""What the restore screen does: finds backups, and puts one back by its own passphrase.

Touches no widget and keeps no passphrase: what was typed goes to the lane and is forgotten here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from ffd_desktop.app.rescue import Seen
from ffd_desktop.drafting.ports import Clock
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.progress import Progress as Watched
from ui.lanes import Lane
from ui.messages import STOPPING
from ui.progress import Moved, Progress
from ui.screens.restore.ports import RescueWork
from ui.screens.restore.words import (
    Choice,
    Done,
    choices_of,
    places_words,
    restored_words,
    salvaged_words,
    vault_words,
)

_STOPPED = "stopped"
_BROKEN = frozenset({"backup_not_good", "nothing_to_salvage"})


class RestoreView(Protocol):
    """What the presenter asks of the screen."""

    def show_seen(self, vault: str, places: str, choices: Sequence[Choice]) -> None:
        """Show the vault in use, where was looked, and what can be put back."""
        ...

    def show_working(self, words: str, *, percent: int | None = None) -> None:
        """Say what is being done, with a way to stop it; empty words: nothing is."""
        ...

    def show_problem(self, problem: ProblemForPerson) -> None:
        """Say in the window what went wrong."""
        ...

    def show_slip(self, words: str) -> None:
        """Say what is still to type, and put the focus there."""
        ...

    def say(self, words: str) -> None:
        """Say what became of it."""
        ...

    def show_done(self, done: Done) -> None:
        """Show what was done, and the way on."""
        ...


class RestorePresenter:
    """Looks after putting a backup back."""

    def __init__(self, view: RestoreView, *, rescue: RescueWork, lane: Lane, clock: Clock) -> None:
        self._view = view
        self._rescue = rescue
        self._lane = lane
        self._clock = clock
        self._place: Path | None = None
        self._broken: frozenset[Path] = frozenset()
        self._progress: Progress | None = None
        self._is_working = False

    def look_up(self, place: Path | None = None) -> None:
        """Look where backups are known to be, and in one more place from now on."""
        self._place = place or self._place
        looked_in = self._place
        self._lane.run(
            lambda: self._rescue.look(looked_in),
            done=self._on_seen,
            failed=self._view.show_problem,
        )

    def put_back(self, choice: Choice | None, typed: str) -> None:
        """Put what was chosen back."""
        if self._is_working:
            return
        if choice is None:
            self._view.say("Choose what to put back first.")
        elif not typed:
            self._view.show_slip("Enter the passphrase of that time, or the recovery code.")
        else:
            self._begin(choice, self._work(choice, typed))

    def stop(self) -> None:
        """Give up what is being done; nothing is changed."""
        if self._is_working and self._progress is not None:
            self._progress.stop()
            self._view.show_working(STOPPING)

    def _work(self, choice: Choice, typed: str) -> Callable[[Watched], Done]:
        rescue, source = self._rescue, choice.source
        if choice.is_rescue:
            return lambda progress: salvaged_words(rescue.salvage(source, typed, progress))
        return lambda progress: restored_words(rescue.restore(source, typed, progress))

    def _begin(self, choice: Choice, work: Callable[[Watched], Done]) -> None:
        def failed(problem: ProblemForPerson) -> None:
            self._end()
            if problem.code == _STOPPED:
                self._view.say("Stopped. Nothing was changed.")
                return
            if problem.code in _BROKEN and not choice.is_rescue:
                self._broken |= {choice.source}
                self.look_up()
            self._view.show_problem(problem)

        def done(what: Done) -> None:
            self._end()
            self._view.show_done(what)

        self._is_working, self._progress = True, None
        self._view.show_working("Opening the backup’s keys")
        self._progress = self._lane.run_long(work, done=done, failed=failed, moved=self._on_moved)

    def _on_seen(self, seen: Seen) -> None:
        choices = choices_of(seen, self._clock.now(), self._broken)
        self._view.show_seen(vault_words(seen.vault), places_words(seen), choices)

    def _on_moved(self, moved: Moved) -> None:
        stopped = self._progress is not None and self._progress.is_stopped()
        if self._is_working and not stopped:
            percent = 100 * moved.step // moved.total if moved.total else None
            self._view.show_working(moved.words, percent=percent)

    def _end(self) -> None:
        self._is_working = False
        self._view.show_working("")
