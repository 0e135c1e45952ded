"""Printing a paper from memory through the system's dialog, page by page, with no file on disk.

The job's name is the reference, never a child's name. Makes no page itself: it is given pictures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from PySide6.QtCore import QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from ffd_desktop.problems import ProblemForPerson

FINEST = 300


class PagePicture(Protocol):
    """One page as an image: width and height in pixels, three bytes for each, from the top."""

    @property
    def width(self) -> int:
        """Pixels across."""

    @property
    def height(self) -> int:
        """Pixels down."""

    @property
    def rgb(self) -> bytes:
        """The pixels."""


Render = Callable[[bytes, int], Iterable[PagePicture]]


class PrintJob(QObject):
    """One paper on its way to a printer; one page at a time, so that the window stays alive.

    Signals:
        printed: A page was handed over; carries how many so far.
        finished: All pages were handed over.
        failed: The printer did not take it; carries the ``ProblemForPerson``.
    """

    printed = Signal(int)
    finished = Signal()
    failed = Signal(object)

    def __init__(self, printer: QPrinter, pages: Iterable[PagePicture], parent: QObject) -> None:
        super().__init__(parent)
        self._printer = printer
        self._pages = _in_range(printer, pages)
        self._painter = QPainter()
        self._count = 0
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._next)

    def start(self) -> None:
        """Begin; comes back at once."""
        if self._painter.begin(self._printer):
            self._turn.start()
        else:
            self.failed.emit(_not_started())

    def stop(self) -> None:
        """Give up the rest; what the printer has already is its own affair."""
        self._turn.stop()
        self._printer.abort()
        self._painter.end()

    def _next(self) -> None:
        page = next(self._pages, None)
        if page is None:
            self._turn.stop()
            self._painter.end()
            self.finished.emit()
            return
        if self._count and not self._printer.newPage():
            self.stop()
            self.failed.emit(_not_started())
            return
        draw_page(self._painter, self._printer, page)
        self._count += 1
        self.printed.emit(self._count)


def make_printer(reference: str) -> QPrinter:
    """Make the default printer on A4, with a neutral name for the job."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    prepare(printer, reference)
    return printer


def prepare(printer: QPrinter, reference: str) -> None:
    """Name the job by the reference and use the whole sheet.

    SECURITY: the name stands in the queue of a shared printer and on its display.
    """
    printer.setDocName(reference)
    printer.setCreator("FFD Desktop")
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)


def fineness(printer: QPrinter) -> int:
    """Give the dots per inch to make pictures in: the printer's, and no more than are seen."""
    return min(printer.resolution(), FINEST)


def ask(parent: QWidget, printer: QPrinter, chosen: Callable[[], object]) -> QPrintDialog:
    """Show the system's dialog; call ``chosen`` when the person says Print."""
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle("Print")
    dialog.accepted.connect(chosen)
    dialog.setModal(True)
    dialog.show()
    return dialog


def draw_page(painter: QPainter, printer: QPrinter, page: PagePicture) -> None:
    """Draw one page as large as the sheet allows, in the middle of it."""
    image = picture(page)
    sheet = printer.pageLayout().fullRectPixels(printer.resolution())
    size = image.size().scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(_middle(sheet, size), image)


def picture(page: PagePicture) -> QImage:
    """Make an image of a page; it holds its own copy of the pixels."""
    kind = QImage.Format.Format_RGB888
    return QImage(page.rgb, page.width, page.height, page.width * 3, kind).copy()


def _middle(sheet: QRect, size: QSize) -> QRect:
    left = (sheet.width() - size.width()) // 2
    top = (sheet.height() - size.height()) // 2
    return QRect(left, top, size.width(), size.height())


def _in_range(printer: QPrinter, pages: Iterable[PagePicture]) -> Iterator[PagePicture]:
    first, last = printer.fromPage(), printer.toPage()
    if printer.printRange() is not QPrinter.PrintRange.PageRange:
        first = last = 0
    for number, page in enumerate(pages, start=1):
        if number >= first and (not last or number <= last):
            yield page


def _not_started() -> ProblemForPerson:
    return ProblemForPerson(
        "The printer did not take the pages. Your words are saved; nothing of them was changed.",
        "Look whether the printer is on and has paper, or save as PDF and print that.",
        "print_failed",
    )
