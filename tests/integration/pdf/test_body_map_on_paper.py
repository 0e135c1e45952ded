"""Marks as PDF: tagged figures with their words, and a table that has every one of them."""

from __future__ import annotations

import re

import pytest

from ffd_desktop.adapters.pdf.writer import write_pdf
from ffd_desktop.exporting.outline import Figure, walk
from ffd_desktop.exporting.text import write_text
from tests.builders.marks import marked
from tests.integration.pdf.reading import by_page, by_structure
from tests.integration.pdf.test_referral_on_paper import paper
from tests.integration.pdf.validator import faults

every_amount = pytest.mark.parametrize(("count", "loose"), [(0, 0), (1, 0), (9, 1), (25, 3)])


@every_amount
def test_marks_are_tagged_as_the_standard_asks(count: int, loose: int) -> None:
    assert faults(write_pdf(paper(marked(count, loose=loose))).data) == []


@every_amount
def test_every_mark_is_read_aloud_and_is_in_the_text(count: int, loose: int) -> None:
    document = paper(marked(count, loose=loose))
    aloud, text = by_structure(write_pdf(document).data), write_text(document)
    for n in range(count + loose):
        assert re.search(rf"\b{n + 1} cm across", aloud)
        assert re.search(rf"\b{n + 1} cm across", text)


def test_a_heading_of_marks_is_never_alone_at_the_foot_of_a_page() -> None:
    for page in by_page(write_pdf(paper(marked(25, loose=3))).data):
        body, foot, _ = page.partition("Confidential: child’s personal data")
        last = body.strip().splitlines()[-1]
        assert foot
        assert not re.search(r"(2026 at 09:20|other marks)$", last.strip())


def test_pictures_have_no_more_than_the_views_with_marks() -> None:
    told = [
        block.alternative
        for block in walk(paper(marked(1)).blocks)
        if isinstance(block, Figure) and block.alternative.startswith("Body map")
    ]
    assert len(told) == 1
    assert told[0].endswith("Front: Mark 1: Mouth or lips, Bruise, 1 cm across.")
