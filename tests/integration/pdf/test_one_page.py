"""A page that is offered at several lengths: the longest that fits is printed, and only that."""

from __future__ import annotations

from ffd_desktop.adapters.pdf.writer import MissingCharacter, write_pdf
from ffd_desktop.exporting.outline import OnePage, Paragraph
from tests.builders.outlines import document
from tests.integration.pdf.reading import by_structure, pdf_of, words_said

UNKNOWN = "\U000f0000"  # a character for private use: no font has it


def paragraphs(word: str, number: int) -> tuple[Paragraph, ...]:
    return (Paragraph(word),) * number


def test_the_longest_variant_that_fits_is_printed_and_no_other() -> None:
    page = OnePage((paragraphs("long", 100), paragraphs("middle", 20), paragraphs("short", 2)))
    assert words_said(by_structure(pdf_of(page))) == ["middle"] * 20


def test_the_shortest_goes_on_over_pages_when_none_fits() -> None:
    page = OnePage((paragraphs("long", 200), paragraphs("short", 100)))
    assert words_said(by_structure(pdf_of(page))) == ["short"] * 100


def test_nothing_shares_its_page() -> None:
    whole = document(Paragraph("before"), OnePage(((Paragraph("alone"),),)), Paragraph("after"))
    assert write_pdf(whole).pages == 3


def test_a_character_of_a_trial_is_not_counted() -> None:
    page = OnePage(((*paragraphs("long", 100), Paragraph(UNKNOWN)), (Paragraph(UNKNOWN),)))
    assert write_pdf(document(page)).missing_characters == (MissingCharacter(UNKNOWN, 1),)
