"""The front page as a picture, made off the window's thread, with words while it is made."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ffd_desktop.exporting.reader import Reader
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.model import Referral
from ui.lanes import Submits
from ui.messages import STOP
from ui.papers import Papers
from ui.printing import PagePicture, picture
from ui.screens.check.sheet import Sheet
from ui.style.tokens import SPACE
from ui.widgets.buttons import Button
from ui.widgets.words import Kind, Words

DPI = 110
MAKING = "Making the front page …"
UNFINISHED = "An unfinished referral says DRAFT on each."
SEALED = "The fingerprint stands on each."
STOPPED = "Stopped. The page was not made."


class _Front(msgspec.Struct, frozen=True):
    """The first page and how many there are."""

    page: PagePicture | None
    pages: int


class Preview(QWidget):
    """The first page, as large as the room there is.

    Signals:
        failed: The page could not be made; carries the ``ProblemForPerson``.
    """

    failed = Signal(object)

    def __init__(self, papers: Papers, lane: Submits, *, is_sealed: bool = False) -> None:
        super().__init__()
        self._more = SEALED if is_sealed else UNFINISHED
        self._papers, self._lane = papers, lane
        self._round = 0
        self.words = Words(MAKING, Kind.HINT)
        self.stop_button = Button(STOP, "quiet", does=self.stop, says="Stop making the page")
        self.again = Button("Make the front page", does=self._on_again)
        self.again.hide()
        self.sheet = Sheet()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.small)
        column.addWidget(Words("The front page as its reader will see it", Kind.STRONG))
        for part in (self.words, self.stop_button, self.again):
            column.addWidget(part)
        column.addWidget(self.sheet, 1)
        self._referral: Referral | None = None
        self._reader = Reader.COUNCIL

    def make(self, referral: Referral, reader: Reader = Reader.COUNCIL) -> None:
        """Make the page of a referral as it stands."""
        if reader is not self._reader:
            self.sheet.show_image(QImage())
        self._referral, self._reader = referral, reader
        self._round += 1
        this = self._round
        self._tell(MAKING, busy=True)
        self._lane.submit(
            self,
            lambda: self._work(referral, reader, this),
            lambda front: self._show(front, this),
            lambda problem: self._fail(problem, this),
        )

    def stop(self) -> None:
        """Give the page up; the work ends at its next step and its answer is not shown."""
        self._round += 1
        self._tell(STOPPED, busy=False)
        self.again.show()

    def _work(self, referral: Referral, reader: Reader, this: int) -> _Front:
        paper = self._papers.make(referral, "pdf", reader)
        if this != self._round:
            return _Front(None, 0)
        page = next(iter(self._papers.pages(paper.data, DPI)), None)
        return _Front(page, paper.pages)

    def _show(self, front: _Front, this: int) -> None:
        if this != self._round or front.page is None:
            return
        self.sheet.show_image(picture(front.page))
        count = f"{front.pages} pages" if front.pages != 1 else "One page"
        self._tell(f"{count} in all. {self._more}", busy=False)
        self.sheet.setAccessibleName("Picture of the front page; its words are in the sections")

    def _fail(self, problem: ProblemForPerson, this: int) -> None:
        if this == self._round:
            self._tell("", busy=False)
            self.again.show()
            self.failed.emit(problem)

    def _on_again(self) -> None:
        if self._referral is not None:
            self.make(self._referral, self._reader)

    def _tell(self, words: str, *, busy: bool) -> None:
        self.words.say(words)
        self.stop_button.setVisible(busy)
        self.again.hide()
