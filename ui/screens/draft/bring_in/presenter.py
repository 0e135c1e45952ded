"""What bringing rows in does: read, map, look, tick; one step of undo when a person says so.

Touches no widget. Nothing of the draft moves before that step.
"""

from __future__ import annotations

from collections.abc import Mapping as Named
from pathlib import Path
from typing import Protocol

from msgspec.structs import replace

from ffd_desktop.concern_log.columns import AT_END
from ffd_desktop.concern_log.counting import counted
from ffd_desktop.concern_log.edits import edits_for
from ffd_desktop.concern_log.mapping import Mapping
from ffd_desktop.concern_log.material import Material, from_text
from ffd_desktop.concern_log.proposing import propose
from ffd_desktop.concern_log.rows import LogRow, Target, rows_of
from ffd_desktop.problems import ProblemForPerson
from ui.lanes import Lane
from ui.progress import Moved, Progress
from ui.screens.draft.bring_in.half import HalfBrought, read_half
from ui.screens.draft.bring_in.ports import LogWork
from ui.screens.draft.bring_in.words import Shown, done_words, left_out, left_out_words
from ui.screens.draft.presenter import DraftPresenter

STOPPED = "stopped"
_READING = "Reading the file. Nothing is changed yet."


class BringInView(Protocol):
    """What the presenter asks of the page."""

    def show_working(self, words: str, *, percent: int | None = None) -> None:
        """Say what is being done, with a way to stop it; empty words: nothing is."""
        ...

    def show_material(self, material: Material, *, is_remembered: bool) -> None:
        """Show other rows' columns."""
        ...

    def show_rows(self, shown: Shown) -> None:
        """Show the rows as they would come in."""
        ...

    def show_problem(self, problem: ProblemForPerson) -> None:
        """Say what went wrong, with nothing to map."""
        ...

    def ended(self, *, with_rows: bool) -> None:
        """Go back to the draft: rows came in, or were left."""
        ...


class BringInPresenter:
    """Looks after rows that wait to be brought in."""

    def __init__(
        self, view: BringInView, draft: DraftPresenter, *, logs: LogWork, work: Lane, vault: Lane
    ) -> None:
        self._view, self._draft, self._logs = view, draft, logs
        self._work, self._vault = work, vault
        self._half: HalfBrought | None = None
        self._material: Material | None = None
        self._mapping: Mapping | None = None
        self._rows: tuple[LogRow, ...] = ()
        self._progress: Progress | None = None
        self._is_reading = False

    @property
    def is_waiting(self) -> bool:
        """Whether rows are being read, or wait for a decision."""
        return self._half is not None

    @property
    def is_reading(self) -> bool:
        """Whether a file is being read."""
        return self._is_reading

    # ---- where rows come from ---------------------------------------------------------------

    def paste(self, text: str, half: HalfBrought | None = None) -> None:
        """Look at what was pasted."""
        self._begin(half or HalfBrought(text=text))
        try:
            material = from_text(text)
        except ProblemForPerson as problem:
            self._on_failed(problem)
        else:
            self._look_up(material)

    def read(self, path: Path, half: HalfBrought | None = None) -> None:
        """Read a file that a person chose."""
        self._begin(half or HalfBrought(file=str(path)))
        self._is_reading = True
        self._view.show_working(_READING)
        self._progress = self._work.run_long(
            lambda progress: self._logs.read_file(path, progress),
            done=self._on_read,
            failed=self._on_failed,
            moved=self._on_moved,
        )

    def take_up(self, typed: Named[str, object]) -> None:
        """Look at the same rows again, set as they were before a lock."""
        half = read_half(typed)
        if half is not None and half.file:
            self.read(Path(half.file), half)
        elif half is not None and half.text:
            self.paste(half.text, half)

    def half_typed(self) -> dict[str, object]:
        """Give what waits to be brought in, and what was set; nothing when nothing waits."""
        return self._half.typed() if self._half is not None else {}

    def stop(self) -> None:
        """Give up reading."""
        if self._is_reading and self._progress is not None:
            self._progress.stop()
            self._view.show_working("Stopping …")

    # ---- what a person sets -----------------------------------------------------------------

    def set_column(self, place: int, meaning: str) -> None:
        """Say what a column is; an empty meaning leaves it out."""
        if self._mapping is not None:
            self._show_by(self._mapping.having(place, meaning))

    def add_left_out(self) -> None:
        """Put every column that is left out at the end of the words."""
        if self._material is not None and self._mapping is not None:
            mapping = self._mapping
            for place in left_out(self._material, mapping):
                mapping = mapping.having(place, AT_END)
            self._show_by(mapping)

    def set_target(self, target: Target) -> None:
        """Say what the rows become."""
        self._set(target=target)
        self._plan()

    def set_in_referral(self, *, on: bool) -> None:
        """Say whether the events go into the referral or stay on file."""
        self._set(in_referral=on)
        self._show()

    def set_whom(self, whom: tuple[str, ...] | None) -> None:
        """Say whom rows concern that name no child."""
        self._set(whom=whom)
        self._plan()

    def tick(self, number: int, *, on: bool) -> None:
        """Say whether a row comes in."""
        if self._half is not None:
            self._set(ticks={**self._half.ticks, str(number): on})
            self._show()

    def tick_all(self, *, on: bool) -> None:
        """Tick every row, or none."""
        self._set(ticks={str(row.number): on for row in self._rows})
        self._show()

    def bring_in(self) -> None:
        """Bring the ticked rows in, as one step of undo, and remember the mapping."""
        half, mapping = self._half, self._mapping
        wanted = [row for row in self._rows if self._is_ticked(row)]
        if half is None or mapping is None or mapping.missing or not wanted:
            return
        self._draft.do(*edits_for(wanted, half.target, in_referral=half.in_referral))
        self._draft.left_field()
        self._vault.run(
            lambda: self._logs.remember_mapping(mapping),
            done=lambda _: None,
            failed=lambda _: None,  # the rows are in; the next proposal starts afresh
        )
        self._forget()
        self._view.ended(with_rows=True)
        self._draft.said.emit(done_words(len(wanted), half.target))

    def leave_it(self) -> None:
        """Drop what was read; the draft is as it was."""
        self.stop()
        self._forget()
        self._view.ended(with_rows=False)

    # ---- within -----------------------------------------------------------------------------

    def _begin(self, half: HalfBrought) -> None:
        self._forget()
        self._half = half

    def _forget(self) -> None:
        self._half = self._material = self._mapping = self._progress = None
        self._rows = ()
        self._is_reading = False

    def _set(self, **changes: object) -> None:
        if self._half is not None:
            self._half = replace(self._half, **changes)

    def _on_read(self, material: Material) -> None:
        if self._progress is not None and self._progress.is_stopped():
            self.leave_it()
            return
        self._is_reading = False
        self._view.show_working("")
        self._look_up(material)

    def _look_up(self, material: Material) -> None:
        """Ask the vault how these columns were set last, then show them."""
        half = self._half

        def found(kept: Mapping | None) -> None:
            if half is None or self._half is not half:
                return
            today = self._draft.clock.now().date()
            mapping = half.mapping_for(kept or propose(material, today=today))
            self._material = material
            self._view.show_material(material, is_remembered=kept is not None)
            self._show_by(mapping)

        self._vault.run(
            lambda: self._logs.remembered_mapping(material),
            done=found,
            failed=lambda _: found(None),
        )

    def _show_by(self, mapping: Mapping) -> None:
        self._mapping = mapping
        self._set(headings=mapping.headings, meanings=mapping.meanings)
        self._plan()

    def _plan(self) -> None:
        if self._material is not None and self._mapping is not None and self._half is not None:
            self._rows = rows_of(
                self._material,
                self._mapping,
                self._draft.referral,
                self._half.target,
                today=self._draft.clock.now().date(),
                whom=self._half.whom,
            )
            self._show()

    def _show(self) -> None:
        half, material, mapping = self._half, self._material, self._mapping
        if half is None or material is None or mapping is None:
            return
        missing = f"No column is set to hold {mapping.missing}." if mapping.missing else ""
        self._view.show_rows(
            Shown(
                rows=self._rows,
                ticked=frozenset(row.number for row in self._rows if self._is_ticked(row)),
                meanings=mapping.meanings,
                counts=counted(self._rows),
                missing=missing,
                left_out=left_out_words(material, mapping),
                target=half.target,
                in_referral=half.in_referral,
                whom=half.whom,
                context=self._draft.context(),
            )
        )

    def _is_ticked(self, row: LogRow) -> bool:
        ticks = self._half.ticks if self._half is not None else {}
        return ticks.get(str(row.number), row.is_proposed)

    def _on_moved(self, moved: Moved) -> None:
        stopped = self._progress is not None and self._progress.is_stopped()
        if self._is_reading and not stopped:
            percent = 100 * moved.step // moved.total if moved.total else None
            self._view.show_working(moved.words, percent=percent)

    def _on_failed(self, problem: ProblemForPerson) -> None:
        self._view.show_working("")
        if problem.code == STOPPED:
            self._forget()
            self._view.ended(with_rows=False)
            return
        self._forget()
        self._view.show_problem(problem)
