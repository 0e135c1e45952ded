"""Opening a package as a page: the file, its passphrase, what is in it, and taking it in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from ffd_desktop.app.handing_over import RECEIPT_ENDING
from ffd_desktop.app.taking_in import LOOKING, Looked
from ffd_desktop.drafting.ports import Clock
from ffd_desktop.problems import ProblemForPerson
from ui.destinations import ToDraft, ToShelf
from ui.handing_over import TakerIn, TakesIn
from ui.lanes import Lane, Submits
from ui.progress import Moved, Progress
from ui.screen import Screen, text_of
from ui.screens.package import words as said
from ui.style.tokens import SPACE
from ui.when import when_words
from ui.widgets.announce import announce
from ui.widgets.asking_files import ask_for_files, ask_where
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.focus import give_focus
from ui.widgets.page import Page
from ui.widgets.panel import Panel, beside
from ui.widgets.passphrase_box import PassphraseBox
from ui.widgets.words import Kind, Words
from ui.widgets.working import Working

NO_FILE = "No file is chosen yet."


class PackageScreen(Screen):
    """One package from another school or colleague."""

    title = "Open a package"

    def __init__(
        self, *, takes: TakesIn, vault_lane: Submits, work_lane: Submits, clock: Clock
    ) -> None:
        super().__init__()
        self._takes, self._clock = takes, clock
        self._vault, self._work = Lane(vault_lane, self), Lane(work_lane, self)
        self._path: Path | None = None
        self._looked: Looked | None = None
        self._progress: Progress | None = None
        self._taken = ""
        self.dialog: QFileDialog | None = None
        self.taker = TakerIn(vault_lane, self)
        self.banner = Banner()
        self.back = Button("‹ Back to the shelf", "quiet", says="Back to the shelf")
        self.choose = Button("Choose the file …", does=self._on_choose, says="Choose the file")
        self.file = Words(NO_FILE, Kind.HINT)
        self.passphrase = PassphraseBox("Passphrase of the package")
        self.look = Button("Look into it", "primary", does=self._on_look)
        self.working = Working("Package", stops=self._on_stop)
        self.heading, self.lines = Words("", Kind.HEADING), Words("")
        self.becomes = Words("")
        self.take = Button("Take it in", "primary", does=self._on_take)
        self.leave_it = Button("Leave it", does=self._forget)
        self.receipt = Button("Save the receipt …", "primary", says="Save the receipt")
        self.open = Button("Open it", does=self._on_open)
        self.receipt.clicked.connect(self._on_receipt)
        self._lay_out()
        self._listen()

    def entered(self) -> None:
        """Start at the file."""
        give_focus(self.choose)

    def half_typed(self) -> Mapping[str, object]:
        """Give which file it is; never its passphrase."""
        return {"file": str(self._path)} if self._path is not None else {}

    def put_back(self, typed: Mapping[str, object]) -> None:
        """Choose the same file again; its passphrase is asked anew."""
        path = text_of(typed, "file")
        if path:
            self.choose_file(Path(path))

    def choose_file(self, path: Path) -> None:
        """Go on with a file: to its passphrase."""
        self._forget()
        self._path = path
        self.file.setText(path.name)
        give_focus(self.passphrase.line)

    # ---- looking ------------------------------------------------------------------------------

    def _on_choose(self) -> None:
        ask_for_files(
            self,
            "Open a package",
            ["Package (*.ffd)"],
            lambda chosen: self.choose_file(chosen[0]),
            several=False,
        )

    def _on_look(self) -> None:
        path, typed = self._path, self.passphrase.text()
        if path is None:
            give_focus(self.choose)
            announce(self, NO_FILE)
            return
        self.banner.clear()
        self._forget()
        self._show_working(LOOKING, 0)
        self._progress = self._work.run_long(
            lambda progress: self._takes.look(path, typed, progress),
            done=self._show_looked,
            failed=self._fail,
            moved=self._on_moved,
        )

    def _show_looked(self, looked: Looked) -> None:
        self._progress, self._looked = None, looked
        self.passphrase.clear()
        self._show_working("", 0)
        packed = when_words(looked.about.made_at, self._clock.now()) or "at a time not known"
        self.heading.setText(said.heading(looked))
        self.lines.setText(said.contents(looked, packed))
        self.becomes.setText(said.AS_RECORD if looked.sealed else said.AS_DRAFT)
        self._inside.show()
        give_focus(self.take)
        announce(self, f"{self.heading.text()}. {said.SOUND}")

    def _forget(self) -> None:
        self._looked = None
        self._inside.hide()
        self._done.hide()
        if not self.passphrase.text():
            give_focus(self.choose)

    # ---- taking in ----------------------------------------------------------------------------

    def _on_take(self) -> None:
        if self._looked is not None:
            self._inside.hide()
            self.taker.take(self._takes.taking(self._looked))

    def _on_taken(self, referral_id: str) -> None:
        self._taken = referral_id
        self._path = None
        self.file.setText(NO_FILE)
        self._done.show()
        give_focus(self.receipt)
        announce(self, f"It is on the shelf. {said.SEND_BACK}")

    def _on_receipt(self) -> None:
        if self._looked is not None:
            name = f"{self._looked.about.reference}{RECEIPT_ENDING}"
            self.dialog = ask_where(self, "Save the receipt", name, "Receipt (*.json)", self._write)

    def _write(self, target: Path) -> None:
        self._vault.run(
            lambda: self._takes.receipt(self._taken, target),
            done=lambda _: self.banner.tell("good", f"Saved as {target.name}. Send it back."),
            failed=self.banner.show_problem,
        )

    def _on_open(self) -> None:
        self.wants(ToDraft(self._taken))

    # ---- what goes on -------------------------------------------------------------------------

    def _on_moved(self, moved: Moved) -> None:
        if self._progress is not None:
            self._show_working(moved.words, 100 * moved.step // max(moved.total, 1))

    def _on_stop(self) -> None:
        if self._progress is not None:
            self._progress.stop()
        else:
            self.taker.stop()

    def _show_working(self, words: str, percent: int) -> None:
        was_hidden = self.working.isHidden()
        self.working.show_work(words, percent=percent)
        for one in (self.choose, self.look, self.passphrase):
            one.setEnabled(not words)
        if words and was_hidden:
            give_focus(self.working.stop)

    def _fail(self, problem: ProblemForPerson) -> None:
        self._progress = None
        self._show_working("", 0)
        self.banner.show_problem(problem)
        give_focus(self.passphrase.line)

    def _listen(self) -> None:
        self.back.clicked.connect(lambda: self.wants(ToShelf()))
        self.passphrase.submitted.connect(self.look.click)
        self.taker.moved.connect(self._show_working)
        self.taker.taken.connect(self._on_taken)
        self.taker.failed.connect(self._fail)

    def _lay_out(self) -> None:
        asking = Panel(gap=SPACE.small)
        asking.add(
            Words(said.FIRST),
            beside(self.choose, self.file),
            Words("Passphrase", Kind.LABEL),
            self.passphrase,
            Words(said.GAPS, Kind.HINT),
            beside(self.look),
            self.working,
        )
        self._inside = Panel("note", gap=SPACE.small)
        self._inside.add(self.heading, self.lines, Words(said.SOUND, Kind.HINT), self.becomes)
        self._inside.add(SPACE.small, beside(self.take, self.leave_it))
        self._done = Panel("good", gap=SPACE.small)
        self._done.add(Words("It is on the shelf.", Kind.HEADING), Words(said.SEND_BACK))
        self._done.add(beside(self.receipt, self.open))
        self._inside.hide()
        self._done.hide()
        page = Page(widest=860)
        page.add(beside(self.back), Words("Open a package", Kind.TITLE), self.banner)
        page.add(asking, self._inside, self._done)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(page)
