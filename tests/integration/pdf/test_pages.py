"""Pages as pictures, for the printer and the eye."""

from __future__ import annotations

from ffd_desktop.adapters.pdf.pages import render_pages
from ffd_desktop.exporting.outline import Callout, PageBreak, Paragraph, Tone
from tests.integration.pdf.reading import pdf_of


def test_each_page_is_a_picture_of_its_size() -> None:
    data = pdf_of(Paragraph("One"), PageBreak(), Paragraph("Two"))
    pages = list(render_pages(data, 72))
    assert len(pages) == 2
    for page in pages:
        assert (page.width, page.height) == (596, 842)
        assert len(page.rgb) == page.width * page.height * 3


def test_the_colours_are_red_green_blue_from_the_top() -> None:
    (page,) = render_pages(pdf_of(Callout("Danger", (), Tone.DANGER)), 72)
    top, left = 75, 58
    at = (top * page.width + left) * 3
    red, green, blue = page.rgb[at : at + 3]
    assert red > 150
    assert max(green, blue) < 60
