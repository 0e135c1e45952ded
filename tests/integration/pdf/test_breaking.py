"""Where words may break: not inside one thing, nor inside an ordinary word of a column."""

from __future__ import annotations

import pytest

from ffd_desktop.adapters.pdf import style as look
from ffd_desktop.adapters.pdf.setting import set_lines
from ffd_desktop.adapters.pdf.words import Lettering
from ffd_desktop.exporting.outline import Answer, Paragraph, Table
from tests.integration.pdf.reading import by_page, by_poppler, pdf_of


def lines(text: str, width: float) -> list[str]:
    made = set_lines(Lettering(), text, look.BODY, width)
    return ["".join(piece.text for piece in line.pieces).strip() for line in made]


@pytest.mark.parametrize(
    "whole", ["WR99 1AA,", "01632 960145", "07700 900 412", "Year 4", "(age 11)"]
)
def test_one_thing_stays_on_one_line_wherever_the_line_ends(whole: str) -> None:
    text = f"Ask here: {whole} and no more of that."
    for width in range(70, 260, 5):
        assert any(whole in line for line in lines(text, float(width))), width


def test_no_word_is_lost_by_keeping_things_together() -> None:
    text = "A1 1AA1 WR99 1AAB 0163 29 WR99  1AA Year4 Year 12b"
    for width in (30.0, 60.0, 500.0):
        assert "".join(lines(text, width)).replace(" ", "") == text.replace(" ", "")


def test_the_last_of_several_short_answers_never_stands_alone_on_a_page() -> None:
    answer = Answer("What is present", tuple(f"answer{number}" for number in range(6)))
    for before in range(20, 60):
        pages = by_page(pdf_of(*(Paragraph("x") for _ in range(before)), answer))
        on_each = [page.count("answer") for page in pages]
        assert 1 not in on_each, before


def test_a_narrow_column_is_widened_to_its_longest_ordinary_word() -> None:
    table = Table(
        ("Child", "Year", "Where"),
        (("Ann", "Reception", "In school, with a teacher. " * 9),),
        shares=(30.0, 2.0, 68.0),
    )
    assert "Reception" in by_poppler(pdf_of(table))


def test_a_column_is_not_widened_where_there_is_no_room() -> None:
    words = tuple("responsibilities" for _ in range(9))
    said = by_poppler(pdf_of(Table(words, (words,), shares=tuple(1.0 for _ in words))))
    assert "".join(said.split()).count("responsi") == 18
