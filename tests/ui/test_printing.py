import pypdfium2
import pytest
from PySide6.QtCore import QObject
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from ffd_desktop.adapters.pdf.pages import Page
from ffd_desktop.councils.bundled import bundled_pack
from tests.builders import referrals
from tests.ui.draft_kit import RealPapers, TestClock
from tests.ui.lanes import HandLane
from ui.paper_actions import PaperActions
from ui.printing import FINEST, PrintJob, fineness, make_printer, prepare

WHITE = Page(62, 88, bytes([255]) * 62 * 88 * 3)
BLACK = Page(62, 88, bytes(62 * 88 * 3))


@pytest.fixture
def printer(qapp, tmp_path):
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "out.pdf"))
    prepare(made, "FFD-2026-0042")
    return made


def run(qtbot, printer, pages):
    owner = QObject()
    job = PrintJob(printer, iter(pages), owner)
    with qtbot.waitSignal(job.finished):
        job.start()
    return pypdfium2.PdfDocument(printer.outputFileName())


def test_every_page_is_printed(qtbot, printer):
    document = run(qtbot, printer, [WHITE, BLACK, WHITE])
    assert len(document) == 3
    document.close()


def test_a_page_fills_the_sheet(qtbot, printer):
    document = run(qtbot, printer, [BLACK])
    page = document[0]
    shown = page.render(scale=0.2).to_pil().convert("L")
    dark = sum(1 for one in shown.tobytes() if one < 128)
    assert dark / (shown.width * shown.height) > 0.95
    page.close()
    document.close()


def test_the_job_is_named_by_the_reference(printer):
    assert printer.docName() == "FFD-2026-0042"
    assert make_printer("FFD-2026-0001").docName() == "FFD-2026-0001"


def test_only_the_pages_asked_for_are_printed(qtbot, printer):
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    document = run(qtbot, printer, [WHITE, BLACK, WHITE, WHITE])
    assert len(document) == 2
    document.close()


def test_pictures_are_no_finer_than_can_be_seen(printer):
    printer.setResolution(1200)
    assert fineness(printer) == FINEST
    printer.setResolution(150)
    assert fineness(printer) == 150


def test_pages_are_made_one_at_a_time(qtbot, printer):
    made = []
    job_owner = QObject()

    def pages():
        for number in range(3):
            made.append(number)
            yield WHITE

    job = PrintJob(printer, pages(), job_owner)
    told = []
    job.printed.connect(lambda count: told.append((count, len(made))))
    with qtbot.waitSignal(job.finished):
        job.start()
    assert told == [(1, 1), (2, 2), (3, 3)]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_start_is_a_problem_in_words(qtbot, printer, tmp_path):
    printer.setOutputFileName(str(tmp_path / "missing" / "out.pdf"))
    owner = QObject()
    job = PrintJob(printer, iter([WHITE]), owner)
    with qtbot.waitSignal(job.failed) as caught:
        job.start()
    assert caught.args[0].code == "print_failed"


def test_a_referral_goes_from_memory_to_the_printer_page_for_page(qtbot, printer):
    pack = bundled_pack("worcestershire")
    papers = RealPapers(pack, TestClock())
    paper = papers.make(referrals.small(), "pdf")
    owner = QWidget()
    qtbot.addWidget(owner)
    actions = PaperActions(owner, papers=papers, lane=HandLane())
    said = []
    actions.said.connect(said.append)
    printer.setResolution(72)
    actions._print(paper, printer)
    qtbot.waitUntil(lambda: bool(said) and said[-1].startswith("Sent to the printer"))
    document = pypdfium2.PdfDocument(printer.outputFileName())
    assert len(document) == paper.pages > 1
    document.close()


def test_the_print_dialog_is_shown_for_a_job_named_by_the_reference(qtbot, monkeypatch):
    lane = HandLane()
    pack = bundled_pack("worcestershire")
    owner = QWidget()
    qtbot.addWidget(owner)
    actions = PaperActions(owner, papers=RealPapers(pack, TestClock()), lane=lane)
    shown = []
    monkeypatch.setattr(
        "ui.paper_actions.ask", lambda _owner, printer, _chosen: shown.append(printer.docName())
    )
    actions.print_referral(referrals.small())
    lane.run()
    assert shown == ["FFD-2026-0001"]
