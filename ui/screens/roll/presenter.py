"""What bringing in a roll does: preview first, store only when a person says so. No widget here.

Previewing and importing can be stopped; nothing partial is left behind.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from ffd_desktop.app.desk import Desk
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.private import Private
from ffd_desktop.roll.preview import RollPreview
from ffd_desktop.roll.pupil import RollSource
from ui.lanes import Lane
from ui.screens.roll.ports import RollWork
from ui.screens.roll.words import RollNow, pupils, roll_now

STOPPED = "stopped"


class StopFlag:
    """A progress that passes its words on, from the lane's thread, and can be stopped."""

    def __init__(self, told: Callable[[str], None]) -> None:
        self._told = told
        self._is_stopped = False

    def step(self, done: int, total: int, words: str) -> None:
        """Pass on how far the work is."""
        part = f"{100 * done // total} %, " if total else ""
        self._told(f"{part}{words}")

    def is_stopped(self) -> bool:
        """Tell whether the person has asked to stop."""
        return self._is_stopped

    def stop(self) -> None:
        """Ask the work to stop."""
        self._is_stopped = True


class RollView(Protocol):
    """What the presenter asks of the screen."""

    def show_now(self, now: RollNow | None) -> None:
        """Show the roll in use, or that there is none."""
        ...

    def show_working(self, words: str) -> None:
        """Say what is being done, with a way to stop it; empty words: nothing is."""
        ...

    def told(self, words: str) -> None:
        """Take words of progress from any thread."""
        ...

    def show_preview(self, preview: RollPreview | None) -> None:
        """Show what would change, or nothing."""
        ...

    def show_problem(self, problem: ProblemForPerson) -> None:
        """Say in the window what went wrong."""
        ...

    def say(self, words: str) -> None:
        """Say what was done."""
        ...


class _Kept(Private, frozen=True):
    source: RollSource | None
    count: int


class RollPresenter:
    """Looks after bringing in a roll."""

    def __init__(self, view: RollView, *, desk: Desk, rolls: RollWork, lane: Lane) -> None:
        self._view = view
        self._desk = desk
        self._rolls = rolls
        self._lane = lane
        self._paths: tuple[Path, ...] = ()
        self._agreed: RollPreview | None = None
        self._flag: StopFlag | None = None

    @property
    def is_working(self) -> bool:
        """Whether a file is being read or stored."""
        return self._flag is not None

    def look_up(self) -> None:
        """Show the roll in use."""
        self._lane.run(
            lambda: _Kept(self._desk.roll.source(), self._desk.roll.count()),
            done=lambda kept: self._view.show_now(roll_now(kept.source, kept.count)),
            failed=self._view.show_problem,
        )

    def preview(self, paths: Sequence[Path]) -> None:
        """Read the files and show what they would change."""
        if self.is_working or not paths:
            return
        self._paths, self._agreed = tuple(paths), None
        flag = self._begin("Reading the file. Nothing is stored yet.")
        chosen = self._paths

        def read(preview: RollPreview) -> None:
            self._end()
            self._agreed = preview
            self._view.show_preview(preview)

        self._view.show_preview(None)
        self._lane.run(
            lambda: self._rolls.preview_roll(self._desk, chosen, flag),
            done=read,
            failed=self._on_failed,
        )

    def take(self) -> None:
        """Put the previewed files in the place of the roll in use."""
        agreed = self._agreed
        if self.is_working or agreed is None:
            return
        flag = self._begin("Storing the roll in the vault.")
        chosen = self._paths

        def stored(taken: RollPreview) -> None:
            self._end()
            self._agreed = None
            self._view.show_preview(None)
            self._view.say(f"The roll is in use: {taken.pupils:,} {pupils(taken.pupils)}.")
            self.look_up()

        self._lane.run(
            lambda: self._rolls.import_roll(self._desk, chosen, flag, agreed=agreed),
            done=stored,
            failed=self._on_failed,
        )

    def leave_it(self) -> None:
        """Keep the roll in use as it is."""
        self._agreed = None
        self._view.show_preview(None)
        self._view.say("Nothing was changed. The roll in use is as it was.")

    def stop(self) -> None:
        """Give up what is being done; the roll in use stays as it was."""
        if self._flag is not None:
            self._flag.stop()
            self._view.show_working("Stopping …")

    def _begin(self, words: str) -> StopFlag:
        flag = StopFlag(self._view.told)
        self._flag = flag
        self._view.show_working(words)
        return flag

    def _end(self) -> None:
        self._flag = None
        self._view.show_working("")

    def _on_failed(self, problem: ProblemForPerson) -> None:
        self._end()
        if problem.code == STOPPED:
            self._view.say("Stopped. The roll in use is as it was.")
        else:
            self._view.show_problem(problem)
