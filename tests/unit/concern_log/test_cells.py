"""Cells of a spreadsheet on the clipboard: read back as they were, and nothing ever refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ffd_desktop.concern_log import cells
from tests.builders.logs import copied

a_cell = st.text(alphabet='ab "\t\n’é=,', max_size=12)
a_row = st.lists(a_cell, min_size=1, max_size=4).filter(lambda row: any(map(str.strip, row)))


@given(st.lists(a_row, min_size=1, max_size=6), st.sampled_from(["\r\n", "\n"]))
def test_cells_come_back_as_the_spreadsheet_had_them(rows: list[list[str]], end: str) -> None:
    assert cells.rows_of(copied(rows, end)) == rows


@given(st.text(alphabet='ab "\t\n\r=', max_size=60))
def test_no_letter_of_any_text_is_lost(text: str) -> None:
    found = "".join(cell for row in cells.rows_of(text) for cell in row)
    assert letters(found, but='"') == letters(text, but='"')


def letters(text: str, but: str = "") -> str:
    return "".join(mark for mark in text if not mark.isspace() and mark not in but)


@pytest.mark.parametrize(
    ("pasted", "rows"),
    [
        ('"He said ""no""\nand left"\tMum', [['He said "no"\nand left', "Mum"]]),
        ('"No" he said\tMum', [['"No" he said', "Mum"]]),
        ('"No"\tMum', [['"No"', "Mum"]]),
        ('"open\tMum\n"x', [['"open', "Mum"], ['"x']]),
        ("=1+1\t-2", [["=1+1", "-2"]]),
        ("a\tb\r\n\t\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ("a\rb", [["a"], ["b"]]),
    ],
)
def test_quotation_marks_go_only_where_they_wrapped_a_cell(
    pasted: str, rows: list[list[str]]
) -> None:
    assert cells.rows_of(pasted) == rows


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("a\tb\nc\td", True),
        ("Dear all,\n\tindented\nwords", False),
        ("no tab", False),
        ("", False),
        ("a\tb", True),
    ],
)
def test_a_table_is_told_from_words_with_a_tab_in_them(text: str, table: bool) -> None:
    assert cells.is_table(text) is table


def test_a_long_paste_is_cut_in_one_going_through() -> None:
    text = '"' + "x\t" * 200_000
    assert len(cells.rows_of(text)[0]) == 200_001
