"""However much is written, all of it is on paper."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pytest

from ffd_desktop.adapters.pdf.style import BOTTOM
from ffd_desktop.adapters.pdf.writer import write_pdf
from ffd_desktop.exporting.outline import Answer, BulletList, Callout, Heading, Paragraph, Table
from tests.builders.outlines import document
from tests.integration.pdf.reading import by_structure, pdf_of, words_said
from tests.integration.pdf.validator import faults

WORDS = [f"w{number}" for number in range(2_000)]
TEXT = " ".join(WORDS)


@pytest.mark.parametrize(
    "block",
    [
        Paragraph(TEXT),
        Answer("Asked", (TEXT,)),
        BulletList((TEXT,)),
        Table(("When", "What"), ((TEXT, ""),)),
        Table(("When", "What"), (("", TEXT),), row_header=True),
        Callout("Danger", (TEXT,)),
    ],
    ids=["paragraph", "answer", "list", "first cell", "last cell", "box"],
)
def test_each_word_of_a_long_text_is_there_once_and_in_order(block) -> None:
    said = words_said(by_structure(pdf_of(block)))
    assert [word for word in said if word in set(WORDS)] == WORDS


def test_an_answer_of_two_hundred_thousand_characters_is_printed() -> None:
    words = [f"seen{number}" for number in range(20_000)]
    text = " ".join(words)
    assert len(text) > 180_000
    result = write_pdf(document(Answer("What happened", (text,))))
    assert result.pages > 40


def test_one_word_longer_than_a_page_is_cut_and_kept() -> None:
    word = "ab" * 20_000
    said = words_said(by_structure(pdf_of(Answer("Pasted", (word,)))))
    assert "".join(said).removeprefix("Pasted") == word


def test_nothing_that_is_read_runs_into_the_foot_of_a_page() -> None:
    blocks = (Heading(1, "Top"), Paragraph(TEXT), Answer("Asked", (TEXT,)), BulletList((TEXT,)))
    rows = tuple((f"{day} March", TEXT[: day * 60]) for day in range(40))
    with pikepdf.open(BytesIO(pdf_of(*blocks, Table(("When", "What"), rows)))) as pdf:
        lowest = min(height for page in pdf.pages for height in _heights(page))
    assert lowest > BOTTOM


def _heights(page: pikepdf.Page) -> Iterator[float]:
    is_read = False
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "BDC":
            is_read = str(operands[0]) != "/Artifact"
        elif str(operator) == "Tm" and is_read:
            yield float(operands[5])


@pytest.mark.parametrize(
    "text",
    [
        "\ufdfd" * 300,
        "a" + "\u0301" * 5_000,
        "\u0645\u062d\u0645\u062f" * 2_000,
        "\u0645\u062d\u0645\u062f " * 2_000,
        "\u4e2d\u6587" * 2_000,
        "\U0001f9ff" * 500,
        "\u200d" * 2_000,
        "\u0e01\u0e34" * 2_000,
        "\n" * 500,
        " " * 5_000,
        "\t" * 500,
        "mixed \u05d0\u05d1 (12) \u0627 %" * 300,
    ],
    ids=range(12),
)
def test_no_writing_is_too_odd_for_a_narrow_column(text: str) -> None:
    table = Table(tuple("abcdefghij"), ((text, *"bcdefghij"),), row_header=True)
    data = pdf_of(table, Answer("Asked", (text,)))
    assert faults(data) == []


def test_lines_of_an_answer_stay_lines() -> None:
    said = by_structure(pdf_of(Answer("Asked", ("first\n\nsecond",))))
    assert said.index('"first"') < said.index('"second"')
