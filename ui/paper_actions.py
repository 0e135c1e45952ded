"""Printing a referral and saving it as a file: the same on the draft and on the check screen.

Works on the referral in memory, finished or not; nothing here asks whether it is ready.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from ffd_desktop.app.encrypted import name_of as encrypted_name
from ffd_desktop.app.papers import ENDINGS, Kind, Paper, name_of
from ffd_desktop.app.records import left, unnoted
from ffd_desktop.drafting.paper_notes import How
from ffd_desktop.exporting.reader import Reader
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.model import Referral
from ffd_desktop.sending.spoken import Spoken
from ui.lanes import Submits
from ui.papers import Papers
from ui.printing import PrintJob, ask, fineness, make_printer

KIND_WORDS: dict[Kind, str] = {"pdf": "PDF", "text": "Text", "json": "JSON"}


class PaperActions(QObject):
    """Print and save, and note each paper that left in its referral’s history.

    A note that cannot be written is told and stops nothing, for the paper is made.

    Attributes:
        whom: For whom the next paper is, as somebody wrote it; kept with the note.

    Signals:
        said: Words about what goes on; empty when there is nothing more to say.
        failed: Something went wrong; carries the ``ProblemForPerson``.
        busy: Whether something is under way that can be stopped.
        noted: A paper left, and its note is on its way into the history.
        encrypted: An encrypted PDF is written; carries its passphrase (``Spoken``) and file name.
    """

    said = Signal(str)
    failed = Signal(object)
    busy = Signal(bool)
    encrypted = Signal(object, str)
    noted = Signal()

    def __init__(self, owner: QWidget, *, papers: Papers, lane: Submits) -> None:
        super().__init__(owner)
        self._owner = owner
        self._papers = papers
        self._lane = lane
        self._job: PrintJob | None = None
        self._round = 0
        self.whom = ""
        self.dialog: QFileDialog | None = None

    def print_referral(self, referral: Referral, reader: Reader = Reader.COUNCIL) -> None:
        """Make the paper, then show the system's print dialog."""
        self._make(lambda: self._papers.make(referral, "pdf", reader), self._ask_printer)

    def print_family_picture(self, referral: Referral) -> None:
        """Make the paper that is only the picture of the family, then show the print dialog."""
        self._make(lambda: self._papers.family_picture(referral), self._ask_printer)

    def save(self, referral: Referral, kind: Kind, reader: Reader = Reader.COUNCIL) -> None:
        """Ask where to save, then make the paper and write it."""
        make = partial(self._papers.make, referral, kind, reader, encloses=True)
        self.save_made(name_of(referral, kind, reader), kind, make)

    def print_made(self, make: Callable[[], Paper]) -> None:
        """Get a paper that was made before, then show the system's print dialog."""
        self._make(make, self._ask_printer)

    def save_encrypted(self, referral: Referral, reader: Reader = Reader.COUNCIL) -> None:
        """Ask where to save, then make the PDF, encrypt it and write it; the passphrase is new."""
        spoken = Spoken.fresh()

        def make() -> Paper:
            paper = self._papers.make(referral, "pdf", reader, encloses=True)
            return self._papers.encrypted(paper, str(spoken))

        self._ask_where(
            encrypted_name(name_of(referral, "pdf", reader)),
            "pdf",
            lambda target: self._save_to(
                target, "pdf", make, lambda: self.encrypted.emit(spoken, target.name)
            ),
        )

    def save_made(self, name: str, kind: Kind, make: Callable[[], Paper]) -> None:
        """Ask where to save a paper under a neutral name, then get it and write it."""
        self._ask_where(name, kind, lambda target: self._save_to(target, kind, make))

    def _ask_where(self, name: str, kind: Kind, then: Callable[[Path], None]) -> None:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = QStandardPaths.writableLocation(documents)
        dialog = QFileDialog(self._owner, f"Save as {KIND_WORDS[kind]}", folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{KIND_WORDS[kind]} (*{ENDINGS[kind]})")
        dialog.setDefaultSuffix(ENDINGS[kind])
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda target: then(Path(target)))
        self.dialog = dialog
        dialog.open()

    def stop(self) -> None:
        """Give up what is under way; what was not finished is not kept."""
        self._round += 1
        if self._job is not None:
            self._job.stop()
            self._job = None
        self._done("Stopped.")

    def _save_to(
        self,
        target: Path,
        kind: Kind,
        get: Callable[[], Paper],
        then: Callable[[], None] = lambda: None,
    ) -> None:
        def written(paper: Paper) -> None:
            self._done(f"Saved as {target.name}. {_missing_words(paper)}".strip())
            self._note(paper, How(kind))
            then()

        def write(paper: Paper) -> None:
            self._lane.submit(
                self,
                lambda: self._papers.write(target, paper),
                lambda _: written(paper),
                self._fail,
            )

        self._make(get, write)

    def _make(self, make: Callable[[], Paper], then: Callable[[Paper], None]) -> None:
        self._round += 1
        this = self._round
        self.busy.emit(True)
        self.said.emit("Making the paper …")

        def made(paper: Paper) -> None:
            if this == self._round:
                then(paper)

        self._lane.submit(self, make, made, self._fail)

    def _ask_printer(self, paper: Paper) -> None:
        printer = make_printer(paper.name.removesuffix(ENDINGS["pdf"]))
        self._done("")
        ask(self._owner, printer, lambda: self._print(paper, printer))

    def _print(self, paper: Paper, printer: QPrinter) -> None:
        pages = self._papers.pages(paper.data, fineness(printer))
        self._job = job = PrintJob(printer, pages, self)
        job.printed.connect(
            lambda count: self.said.emit(f"Printing page {count} of {paper.pages} …")
        )
        job.finished.connect(lambda: self._on_printed(paper))
        job.failed.connect(self._fail)
        self.busy.emit(True)
        job.start()

    def _on_printed(self, paper: Paper) -> None:
        self._done(f"Sent to the printer. {_missing_words(paper)}".strip())
        self._note(paper, How.PRINTED)

    def _note(self, paper: Paper, how: How) -> None:
        left_paper = left(paper, how, self.whom)
        self._papers.note(paper, left_paper, lambda problem: self.failed.emit(unnoted(problem)))
        self.noted.emit()

    def _done(self, words: str) -> None:
        self.busy.emit(False)
        self.said.emit(words)

    def _fail(self, problem: ProblemForPerson) -> None:
        self.busy.emit(False)
        self.failed.emit(problem)


def save_menu(
    button: QPushButton, actions: PaperActions, referral: Callable[[], Referral]
) -> QMenu:
    """Make a menu that saves the referral, as it stands when it is chosen, as a file."""
    menu = QMenu(button)
    menu.addAction("Save as PDF …", lambda: actions.save(referral(), "pdf"))
    menu.addAction("Save as text …", lambda: actions.save(referral(), "text"))
    menu.addAction("Save as JSON …", lambda: actions.save(referral(), "json"))
    return menu


def _missing_words(paper: Paper) -> str:
    if not paper.missing:
        return ""
    return f"No font has these characters, so their codes are printed: {', '.join(paper.missing)}."
