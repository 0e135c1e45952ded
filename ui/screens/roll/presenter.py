"""What bringing in a roll does: preview first, store only when a person says so. No widget here.

Previewing and importing can be stopped; nothing partial is left behind.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from ffd_desktop.app.desk import Desk
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.private import Private
from ffd_desktop.roll.preview import RollPreview
from ffd_desktop.roll.pupil import RollSource
from ffd_desktop.roll.tables.fields import target_of
from ffd_desktop.roll.tables.mapping import Mapping
from ffd_desktop.roll.tables.reading import Table
from ffd_desktop.roll.trouble import Stopped
from ui.lanes import Lane
from ui.progress import Moved, Progress
from ui.screens.roll.half_set import HalfSet, half_set_in
from ui.screens.roll.mapping_words import MappingShown, shown
from ui.screens.roll.ports import RollWork
from ui.screens.roll.words import RollNow, pupils, roll_now

STOPPED = "stopped"


class RollView(Protocol):
    """What the presenter asks of the screen."""

    def show_now(self, now: RollNow | None) -> None:
        """Show the roll in use, or that there is none."""
        ...

    def show_working(self, words: str, *, percent: int | None = None) -> None:
        """Say what is being done, with a way to stop it; empty words: nothing is."""
        ...

    def show_preview(self, preview: RollPreview | None, *, is_table: bool = False) -> None:
        """Show what would change, or nothing; of a table the columns can be changed."""
        ...

    def show_table(self, table: Table) -> None:
        """Show the columns of a table, for a person to say what each is."""
        ...

    def show_mapping(self, shown: MappingShown) -> None:
        """Show what each column is now."""
        ...

    def hide_table(self) -> None:
        """Show the screen without the columns."""
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
        self._table: Table | None = None
        self._mapping: Mapping | None = None
        self._half: HalfSet | None = None
        self._progress: Progress | None = None
        self._is_working = False

    @property
    def is_working(self) -> bool:
        """Whether a file is being read or stored."""
        return self._is_working

    def look_up(self) -> None:
        """Show the roll in use."""
        self._lane.run(
            lambda: _Kept(self._desk.roll.source(), self._desk.roll.count()),
            done=lambda kept: self._view.show_now(roll_now(kept.source, kept.count)),
            failed=self._view.show_problem,
        )

    def preview(self, paths: Sequence[Path]) -> None:
        """Look at the files: show the columns of a table, else what they would change."""
        if self.is_working or not paths:
            return
        self._paths, self._agreed = tuple(paths), None
        self._table = self._mapping = self._progress = None
        chosen = self._paths
        half, self._half = self._half, None

        def looked(table: Table | None) -> None:
            if self._progress is not None and self._progress.is_stopped():
                self._on_failed(Stopped())
                return
            self._is_working = False
            if table is None:
                self._read()
                return
            self._view.show_working("")
            self._table, self._mapping = table, half_set_in(table.mapping, half)
            self.change_columns()

        self._view.show_preview(None)
        self._is_working = True
        self._view.show_working("Looking at the file. Nothing is stored yet.")
        self._progress = self._lane.run_long(
            lambda progress: self._rolls.look_at_table(self._desk, chosen, progress),
            done=looked,
            failed=self._on_failed,
            moved=self._on_moved,
        )

    def half_set(self) -> dict[str, object]:
        """Give which columns were set of which table, while nothing came of it yet."""
        mapping = self._mapping
        if mapping is None:
            return {}
        half = HalfSet(
            tuple(str(path) for path in self._paths),
            mapping.headings,
            tuple(target.text if target else "" for target in mapping.targets),
        )
        return half.typed()

    def take_up(self, half: HalfSet) -> None:
        """Look at the table again, and set its columns as they were if they still are those."""
        self._half = half
        self.preview([Path(one) for one in half.files])

    def change_columns(self) -> None:
        """Show the columns of the chosen table."""
        if self._table is not None and self._mapping is not None and not self.is_working:
            self._agreed = None
            self._view.show_preview(None)
            self._view.show_table(self._table)
            self._view.show_mapping(shown(self._table.layout, self._mapping))

    def set_column(self, place: int, target: str) -> None:
        """Say what a column is; an empty target leaves it out."""
        if self._table is not None and self._mapping is not None:
            self._mapping = self._mapping.having(place, target_of(target))
            self._view.show_mapping(shown(self._table.layout, self._mapping))

    def go_on(self) -> None:
        """Read the table by the columns as they are set."""
        if self._mapping is not None and not self._mapping.missing and not self.is_working:
            self._view.hide_table()
            self._read()

    def leave_table(self) -> None:
        """Go back to choosing a file."""
        self._table = self._mapping = None
        self._view.hide_table()

    def _read(self) -> None:
        chosen, mapping = self._paths, self._mapping
        self._progress = None

        def read(preview: RollPreview) -> None:
            self._end()
            self._agreed = preview
            self._view.show_preview(preview, is_table=mapping is not None)

        self._is_working = True
        self._view.show_working("Reading the file. Nothing is stored yet.")
        self._progress = self._lane.run_long(
            lambda progress: self._rolls.preview_roll(
                self._desk, chosen, progress, mapping=mapping
            ),
            done=read,
            failed=self._on_failed,
            moved=self._on_moved,
        )

    def take(self) -> None:
        """Put the previewed files in the place of the roll in use."""
        agreed = self._agreed
        if self.is_working or agreed is None:
            return
        chosen, mapping = self._paths, self._mapping
        self._progress = None

        def stored(count: int) -> None:
            self._end()
            self._agreed = self._table = self._mapping = None
            self._view.show_preview(None)
            self._view.say(f"The roll is in use: {count:,} {pupils(count)}.")
            self.look_up()

        self._is_working = True
        self._view.show_working("Storing the roll in the vault.")
        self._progress = self._lane.run_long(
            lambda progress: self._rolls.import_roll(
                self._desk, chosen, progress, agreed=agreed, mapping=mapping
            ),
            done=stored,
            failed=self._on_failed,
            moved=self._on_moved,
        )

    def leave_it(self) -> None:
        """Keep the roll in use as it is."""
        self._agreed = self._table = self._mapping = None
        self._view.show_preview(None)
        self._view.say("Nothing was changed. The roll in use is as it was.")

    def stop(self) -> None:
        """Give up what is being done; the roll in use stays as it was."""
        if self._is_working and self._progress is not None:
            self._progress.stop()
            self._view.show_working("Stopping …")

    def _on_moved(self, moved: Moved) -> None:
        stopped = self._progress is not None and self._progress.is_stopped()
        if not self._is_working or stopped:
            return
        percent = 100 * moved.step // moved.total if moved.total else None
        self._view.show_working(moved.words, percent=percent)

    def _end(self) -> None:
        self._is_working = False
        self._view.show_working("")

    def _on_failed(self, problem: ProblemForPerson) -> None:
        self._end()
        if problem.code == STOPPED:
            self._view.say("Stopped. The roll in use is as it was.")
        else:
            self._view.show_problem(problem)
