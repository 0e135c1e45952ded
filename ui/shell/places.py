"""Asking by the system's own dialogs: for a vault's folder, and for the recovery sheet's place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from ffd_desktop.app.papers import Paper
from ffd_desktop.problems import ProblemForPerson
from ui.lanes import Submits
from ui.papers import Papers
from ui.printing import PrintJob, ask, fineness, make_printer

SHEET = "FFD-recovery-sheet"
Told = Callable[[str], None]


def choose_folder_for(title: str) -> Callable[[QWidget, Callable[[Path], None]], None]:
    """Give what asks for a folder under a title."""

    def choose_folder(over: QWidget, chosen: Callable[[Path], None]) -> None:
        dialog = QFileDialog(over, title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda folder: chosen(Path(folder)))
        dialog.open()

    return choose_folder


def choose_backups(over: QWidget, chosen: Callable[[Path], None]) -> None:
    """Ask for a folder with backups in it, or a backup itself."""
    dialog = QFileDialog(over, "Choose the folder or USB stick with the backups")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.fileSelected.connect(lambda folder: chosen(Path(folder)))
    dialog.open()


class SheetPapers:
    """Prints or saves the recovery sheet, from memory."""

    def __init__(self, papers: Papers, lane: Submits) -> None:
        self._papers = papers
        self._lane = lane
        self._job: PrintJob | None = None

    def print_pdf(self, over: QWidget, pdf: bytes, told: Told) -> None:
        """Show the system's print dialog, print, then tell what became of it."""
        printer = make_printer(SHEET)
        ask(over, printer, lambda: self._print(over, printer, pdf, told))

    def save_pdf(self, over: QWidget, pdf: bytes, told: Told) -> None:
        """Ask where, save, then tell what became of it."""
        dialog = QFileDialog(over, "Save the recovery sheet", f"{SHEET}.pdf")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(".pdf")
        dialog.fileSelected.connect(lambda name: self._save(over, Path(name), pdf, told))
        dialog.open()

    def _save(self, over: QWidget, target: Path, pdf: bytes, told: Told) -> None:
        paper = Paper(target.name, pdf, 1)
        self._lane.submit(
            over,
            lambda: self._papers.write(target, paper),
            lambda _: told(f"Saved as {target.name}. Print it and delete the file."),
            lambda problem: told(_words(problem)),
        )

    def _print(self, over: QWidget, printer: QPrinter, pdf: bytes, told: Told) -> None:
        job = PrintJob(printer, self._papers.pages(pdf, fineness(printer)), over)
        job.finished.connect(lambda: told("Sent to the printer."))
        job.failed.connect(lambda problem: told(_words(problem)))
        self._job = job
        job.start()


def _words(problem: ProblemForPerson) -> str:
    return f"{problem.what} {problem.next_step}"
