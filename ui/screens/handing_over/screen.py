"""Handing over as a page: what goes, for whom, its passphrase once, and what was confirmed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from ffd_desktop.app.handing_over import RECEIPT_ENDING, name_of
from ffd_desktop.drafting.ports import Clock
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.model import Referral
from ffd_desktop.sending.handover.notes import Note, TakenIn
from ffd_desktop.sending.handover.words import said
from ffd_desktop.sending.sealed import SealedFacts
from ffd_desktop.sending.spoken import Spoken
from ui.destinations import ToShelf
from ui.handing_over import HandsOver
from ui.lanes import Lane, Submits
from ui.progress import Moved, Progress
from ui.screen import Screen, text_of
from ui.screens.handing_over.words import AFTERWARDS, FOR_WHOM, FOR_WHOM_HELP, NONE_YET, what_goes
from ui.style.tokens import SPACE
from ui.when import when_words
from ui.widgets.asking_files import ask_for_files, ask_where
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.focus import give_focus
from ui.widgets.line import Line
from ui.widgets.page import Page
from ui.widgets.panel import Panel, beside
from ui.widgets.telling import Telling
from ui.widgets.words import Kind, Words
from ui.widgets.working import Working

PACKING = "Packing"


class HandingOverScreen(Screen):
    """One referral, packed for somebody else."""

    title = "Hand over"

    def __init__(
        self,
        referral: Referral,
        sealed: Sequence[SealedFacts],
        *,
        hands: HandsOver,
        vault_lane: Submits,
        work_lane: Submits,
        clock: Clock,
    ) -> None:
        super().__init__()
        self._reference, self._hands, self._clock = referral.reference, hands, clock
        self._vault, self._work = Lane(vault_lane, self), Lane(work_lane, self)
        self._progress: Progress | None = None
        self.dialog: QFileDialog | None = None
        self.banner, self.telling = Banner(), Telling()
        self.back = Button("‹ Back to the shelf", "quiet", says="Back to the shelf")
        self.to = Line()
        self.to.setAccessibleName(FOR_WHOM)
        self.to.setAccessibleDescription(FOR_WHOM_HELP)
        self.save = Button("Save the package …", "primary", says="Save the package")
        self.working = Working(PACKING, stops=self._on_stop)
        self.notes = Words(NONE_YET)
        self.bring = Button("Bring in a receipt …", does=self._on_bring, says="Bring in a receipt")
        self.confirm = Button("Save our receipt …", does=self._on_confirm, says="Save our receipt")
        self.confirm.hide()
        self._lay_out(what_goes(referral, sealed))
        self.back.clicked.connect(lambda: self.wants(ToShelf()))
        self.save.clicked.connect(self._on_save)
        self.to.returnPressed.connect(self.save.click)
        self.telling.copies.connect(self.copies)

    def entered(self) -> None:
        """Start at the one thing to type."""
        give_focus(self.to)
        self._look_up()

    def half_typed(self) -> Mapping[str, object]:
        """Give for whom it is; never a passphrase."""
        return {"to": self.to.text()} if self.to.text() else {}

    def put_back(self, typed: Mapping[str, object]) -> None:
        """Show it again."""
        self.to.setText(text_of(typed, "to"))

    # ---- a package ----------------------------------------------------------------------------

    def _on_save(self) -> None:
        self.dialog = ask_where(
            self, "Save the package", name_of(self._reference), "Package (*.ffd)", self._pack
        )

    def _pack(self, target: Path) -> None:
        spoken, to = Spoken.fresh(), self.to.text()
        self.banner.clear()
        self.telling.put_away()
        self._show_working(PACKING)
        self._progress = self._work.run_long(
            lambda progress: self._hands.pack(target, str(spoken), to, progress),
            done=lambda _: self._packed(spoken, target.name),
            failed=self._fail,
            moved=self._on_moved,
        )

    def _packed(self, spoken: Spoken, name: str) -> None:
        self._show_working("")
        self.banner.tell("good", f"Saved as {name}. Send the file, and tell the passphrase.")
        self.telling.show_passphrase(spoken, name)
        self._look_up()

    def _on_moved(self, moved: Moved) -> None:
        if self._progress is not None:
            share = 100 * moved.step // moved.total if moved.total else 0
            self.working.show_work(moved.words, percent=share)

    def _on_stop(self) -> None:
        if self._progress is not None:
            self._progress.stop()

    # ---- receipts -----------------------------------------------------------------------------

    def _on_bring(self) -> None:
        ask_for_files(
            self,
            "Bring in a receipt",
            ["Receipt (*.json)"],
            lambda chosen: self._take_receipt(chosen[0]),
            several=False,
        )

    def _take_receipt(self, path: Path) -> None:
        def noted(_: object) -> None:
            self.banner.tell("good", "Noted: they have it.")
            self._look_up()

        self._vault.run(lambda: self._hands.take_receipt(path), done=noted, failed=self._fail)

    def _on_confirm(self) -> None:
        name = f"{self._reference}{RECEIPT_ENDING}"
        self.dialog = ask_where(self, "Save our receipt", name, "Receipt (*.json)", self._write)

    def _write(self, target: Path) -> None:
        self._vault.run(
            lambda: self._hands.receipt(target),
            done=lambda _: self.banner.tell("good", f"Saved as {target.name}. Send it back."),
            failed=self._fail,
        )

    # ---- what is shown ------------------------------------------------------------------------

    def _look_up(self) -> None:
        self._vault.run(self._hands.notes, done=self._show_notes, failed=self._fail)

    def _show_notes(self, notes: Sequence[Note]) -> None:
        now = self._clock.now()
        lines = (f"•  {when_words(one.by.at, now)}: {said(one.noted)}" for one in notes)
        self.notes.setText("\n".join(lines) or NONE_YET)
        self.confirm.setVisible(any(isinstance(one.noted, TakenIn) for one in notes))

    def _show_working(self, words: str) -> None:
        self.working.show_work(words, percent=0)
        self.save.setEnabled(not words)
        if words:
            give_focus(self.working.stop)
        else:
            self._progress = None

    def _fail(self, problem: ProblemForPerson) -> None:
        self._show_working("")
        self.banner.show_problem(problem)

    def _lay_out(self, goes: str) -> None:
        packing = Panel(gap=SPACE.small)
        packing.add(
            Words(goes),
            SPACE.small,
            Words(FOR_WHOM, Kind.LABEL),
            self.to,
            Words(FOR_WHOM_HELP, Kind.HINT),
            beside(self.save),
            self.working,
        )
        after = Panel(gap=SPACE.small)
        after.add(
            Words("What was handed over and confirmed", Kind.HEADING),
            self.notes,
            Words(AFTERWARDS, Kind.HINT),
            beside(self.bring, self.confirm),
        )
        page = Page(widest=860)
        title = Words(f"Hand over {self._reference}", Kind.TITLE)
        page.add(beside(self.back), title, self.banner, self.telling, packing, after)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(page)
