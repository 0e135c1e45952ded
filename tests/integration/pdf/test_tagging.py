"""The PDF read with assistive technology: nothing outside the structure, nothing in it twice."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from ffd_desktop.adapters.pdf.writer import write_pdf
from ffd_desktop.exporting.outline import Answer, Heading, Paragraph, Table
from tests.builders.outlines import CANARIES, document, every_kind
from tests.integration.pdf.reading import by_poppler, by_structure, pdf_of, words_said
from tests.integration.pdf.validator import faults
from tests.tools import needs_tool

LONG = "Something was seen and written down. " * 400


def test_every_kind_of_block_is_tagged_as_the_standard_asks() -> None:
    assert faults(write_pdf(every_kind()).data) == []


@pytest.mark.parametrize(
    "block",
    [
        Paragraph(LONG),
        Answer("What happened", (LONG, LONG), note="from the roll"),
        Table(("When", "What"), (("Monday", LONG), ("Tuesday", "Nothing")), row_header=True),
        Table(("A", ""), (("", ""), ("x",))),
        Table(tuple(f"child {n}" for n in range(14)), (tuple("abcdefghijklmn"),) * 3),
        Paragraph("আমিরা أميرة and Tamil அமீரா, then שלום (English) 42."),
    ],
    ids=["paragraph", "answer", "long cell", "empty cells", "many columns", "scripts"],
)
def test_what_goes_over_pages_and_scripts_stays_whole_in_the_structure(block) -> None:
    data = pdf_of(Heading(1, "Referral"), block, draft=True)
    assert faults(data) == []


def test_a_paragraph_over_pages_is_one_element() -> None:
    data = pdf_of(Paragraph(LONG))
    with pikepdf.open(BytesIO(data)) as pdf:
        (element,) = pdf.Root.StructTreeRoot.K.K
        assert str(element.S) == "/P"
        pages = {kid.Pg.objgen for kid in element.K}
        assert len(pages) == len(pdf.pages) > 1


def test_column_names_on_later_pages_are_seen_but_read_out_once() -> None:
    rows = tuple((f"{day} March", "The same again. " * 20) for day in range(1, 32))
    data = pdf_of(Table(("Whenever", "Whatever"), rows))
    assert by_poppler(data).count("Whenever") > 2
    assert by_structure(data).count("Whenever") == 1


def test_the_structure_is_read_in_the_order_of_the_outline() -> None:
    said = words_said(by_structure(write_pdf(every_kind()).data))
    assert [word for word in said if word in CANARIES] == CANARIES


def test_page_furniture_is_not_read_out() -> None:
    outline = document(Paragraph("Only this."), draft=True)
    data = write_pdf(outline).data
    said = by_structure(data)
    seen = by_poppler(data)
    for furniture in ("Page 1 of 1", "Confidential", "DRAFT", outline.reference):
        assert furniture in seen
        assert furniture not in said


def test_draft_stands_on_each_page_of_a_draft_and_on_none_of_a_finished_one() -> None:
    for draft in (True, False):
        pages = by_poppler(pdf_of(Paragraph(LONG), draft=draft)).count("Page ")
        drafts = by_poppler(pdf_of(Paragraph(LONG), draft=draft)).count("DRAFT")
        assert drafts == (pages if draft else 0)
        assert pages > 1


def test_headings_are_bookmarks_that_lead_to_their_pages() -> None:
    data = pdf_of(Heading(1, "One"), Heading(2, "Two"), Paragraph(LONG), Heading(2, "Three"))
    with pikepdf.open(BytesIO(data)) as pdf, pdf.open_outline() as outline:
        (one,) = outline.root
        assert one.title == "One"
        assert [child.title for child in one.children] == ["Two", "Three"]
        places = [pdf.pages.index(pikepdf.Page(c.destination[0])) for c in one.children]
        assert places[0] == 0 < places[1]


def test_the_file_is_sound_and_its_fonts_are_embedded(tmp_path: Path) -> None:
    path = tmp_path / "record.pdf"
    path.write_bytes(pdf_of(Heading(1, "Zoë"), Paragraph("أميرة 阿米拉 आ"), draft=True))
    subprocess.run([needs_tool("qpdf"), "--check", path], check=True, capture_output=True)
    fonts = subprocess.run(
        [needs_tool("pdffonts", package="poppler-utils"), path], check=True, capture_output=True
    )
    rows = fonts.stdout.decode().splitlines()[2:]
    assert len(rows) >= 5
    for row in rows:
        assert row.split()[-5:-2] == ["yes", "yes", "yes"], row


def test_the_file_names_its_reference_and_nobody() -> None:
    data = pdf_of(Heading(1, "Amira Rahman"), Paragraph("Amira Rahman"))
    with pikepdf.open(BytesIO(data)) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Referral record FFD-2026-0042"
        said = str(dict(pdf.docinfo)) + pdf.Root.Metadata.read_bytes().decode()
        assert "Amira" not in said
