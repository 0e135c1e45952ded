"""A copy for the family as a PDF: nothing that is kept from anybody is on any of its pages."""

from __future__ import annotations

from datetime import UTC, datetime

import pypdfium2

from ffd_desktop.adapters.pdf.writer import write_pdf
from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.exporting.compose import compose
from ffd_desktop.exporting.reader import Reader
from tests.builders.confidential import CANARY, confidential, private_words
from tests.builders.referrals import typical

PACK = bundled_pack("worcestershire")
FORM = PACK.form("csc")
NOW = datetime(2026, 11, 21, 14, 3, tzinfo=UTC)


def pages(reader: Reader) -> list[str]:
    hidden = confidential(private_words(typical(), FORM), FORM)
    made = write_pdf(compose(hidden, FORM, pack=PACK, findings=(), now=NOW, reader=reader))
    pdf = pypdfium2.PdfDocument(made.data)
    try:
        return [page.get_textpage().get_text_range() for page in pdf]
    finally:
        pdf.close()


def test_no_canary_stands_on_any_page_of_the_copy_for_the_family() -> None:
    assert CANARY in "".join(pages(Reader.COUNCIL))
    assert CANARY not in "".join(pages(Reader.FAMILY))


def test_each_page_says_that_it_is_a_copy_for_the_family() -> None:
    assert all("Copy for the family" in page for page in pages(Reader.FAMILY))
    assert not any("Copy for the family" in page for page in pages(Reader.COUNCIL))
