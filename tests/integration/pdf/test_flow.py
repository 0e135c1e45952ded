"""Slices on pages: what stays together, what opens a page, what is repeated there."""

from __future__ import annotations

from ffd_desktop.adapters.pdf.flow import Placed, Repeat, Slice, pages_of
from ffd_desktop.adapters.pdf.sheet import Sheet
from ffd_desktop.adapters.pdf.style import BOTTOM, ROOM, TOP
from ffd_desktop.exporting.outline import Answer
from tests.integration.pdf.reading import by_poppler, by_structure, pdf_of


def _paint(sheet: Sheet, top: float) -> None: ...


def _again(sheet: Sheet, top: float) -> None: ...


def _tops(page: list[Placed]) -> list[float]:
    return [round(placed.top, 3) for placed in page]


def test_a_slice_that_does_not_fit_opens_a_page() -> None:
    pages = pages_of([Slice(ROOM - 10, _paint), Slice(11, _paint)])
    assert [_tops(page) for page in pages] == [[TOP], [TOP]]


def test_white_above_is_left_out_at_the_top_of_a_page() -> None:
    pages = pages_of(
        [Slice(ROOM, _paint, gap=9), Slice(10, _paint, gap=9), Slice(5, _paint, gap=3)]
    )
    assert [_tops(page) for page in pages] == [[TOP], [TOP, TOP - 13]]


def test_a_heading_goes_over_with_what_it_heads() -> None:
    pages = pages_of([Slice(ROOM - 30, _paint), Slice(20, _paint, keep=True), Slice(20, _paint)])
    assert [len(page) for page in pages] == [1, 2]


def test_what_is_too_tall_to_stay_together_is_cut_and_never_runs_off_the_page() -> None:
    pages = pages_of([Slice(100, _paint, keep=True) for _ in range(20)])
    assert sum(map(len, pages)) == 20
    assert len(pages) > 2
    assert all(placed.top - 100 >= BOTTOM for page in pages for placed in page)


def test_names_of_columns_are_repeated_where_a_table_goes_on() -> None:
    again = Repeat(20, _again)
    rows = [Slice(ROOM / 2, _paint, repeat=again) for _ in range(2)]
    first, second = pages_of([Slice(20, _paint), *rows])
    assert [placed.paint for placed in first] == [_paint, _paint]
    assert [placed.paint for placed in second] == [_again, _paint]
    assert _tops(second) == [TOP, TOP - 20]


def test_a_page_break_opens_a_page_but_never_an_empty_one() -> None:
    assert len(pages_of([Slice(5, _paint, new_page=True)])) == 1
    assert len(pages_of([Slice(5, _paint), Slice(5, _paint, new_page=True)])) == 2
    assert pages_of([]) == [[]]


def test_the_question_stands_again_where_its_answer_goes_on() -> None:
    data = pdf_of(Answer("Whatever happened", ("Much was seen. " * 500,)))
    assert by_poppler(data).count("Whatever happened") > 1
    assert by_structure(data).count("Whatever happened") == 1
