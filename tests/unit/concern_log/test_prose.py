"""A page of text: a date begins a row, everything else joins the row above, nothing is dropped."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ffd_desktop.concern_log import prose
from ffd_desktop.concern_log.material import from_text, looks_like_rows
from ffd_desktop.concern_log.prose import Entry, entries_of

TODAY = date(2026, 11, 26)
MARKS = re.compile(r"[\s\-–—*•·▪◦‣●○>:,;|.()]|\d{1,3}[.)]")
pieces = st.lists(
    st.sampled_from(
        [
            "12/03/2026", "31/02/2026", "March 2026", "Monday 2 March 2026 at 10:15",
            "2025", "1930", "3.3.26", "2026-03-04", " - ", ": ", "• ", "1. ", "\n", "\n\n",
            " ", "\t", "\r\n",
            "Mum called", "“No”", "=1+1", "at 9am", "4 pm", "12/03/2026at", "\0", "é",
        ]
    ),
    max_size=25,
)  # fmt: skip


def solid(text: str) -> str:
    return "".join(text.replace("\0", "").split())


@given(st.one_of(st.text(max_size=200), pieces.map("".join)))
@example("1. 12/03/2026 - 2. 13/03/2026: x\n- 2025 - - y")
def test_every_letter_of_a_page_is_in_its_rows(text: str) -> None:
    entries = entries_of(text)
    assert "".join(solid(one.lead + one.words) for one in entries) == solid(text)
    for one in entries:
        before, _, after = one.lead.partition(one.when) if one.when else ("", "", one.lead)
        assert not MARKS.sub("", before + after), "only marks may stand beside a date"


def said(text: str) -> list[tuple[str, str]]:
    return [(one.when, one.words) for one in entries_of(text)]


@pytest.mark.parametrize(
    ("line", "when", "words"),
    [
        ("12/03/2026 Mum called", "12/03/2026", "Mum called"),
        ("12.03.26: Mum called", "12.03.26", "Mum called"),
        ("March 2026: moved house", "March 2026", "moved house"),
        ("Tuesday 3 March 2026 at 10:15 - Ola said", "Tuesday 3 March 2026 at 10:15", "Ola said"),
        ("• 4th March 2026, 9.30am – the nurse", "4th March 2026, 9.30am", "the nurse"),
        ("- 2026-03-05 absent", "2026-03-05", "absent"),
        ("12) 6 Sept 2025 absent", "6 Sept 2025", "absent"),
        ("2025 - moved house", "2025", "moved house"),
        ("31/02/2026 no such day", "31/02/2026", "no such day"),
        ("15/03/2026. He came.", "15/03/2026", "He came."),
        ("6 March 2026", "6 March 2026", ""),
    ],
)
def test_what_begins_with_a_date_is_a_row(line: str, when: str, words: str) -> None:
    assert said(line) == [(when, words)]


@pytest.mark.parametrize(
    "line",
    [
        "Mum rang on 12/03/2026",
        "2026 was a hard year",
        "1930 - mum rang",
        "May 2026 be better",
        "3 March - which year?",
        "01632 960001 is the number",
        "12/03/20261",
    ],
)
def test_what_only_looks_like_a_date_begins_no_row(line: str) -> None:
    assert said(f"12/03/2026 x\n{line}") == [("12/03/2026", f"x\n{line}")]


def test_text_before_the_first_date_is_a_row_without_one_and_lines_join_the_row_above() -> None:
    page = "Notes on the family\n\n12/03/2026 Mum called.\nShe cried.\n\n“I can’t”\n13/03/2026 x"
    assert said(page) == [
        ("", "Notes on the family"),
        ("12/03/2026", "Mum called.\nShe cried.\n\n“I can’t”"),
        ("13/03/2026", "x"),
    ]


def test_a_page_is_rows_and_some_words_are_not() -> None:
    assert looks_like_rows("12/03/2026 a\n13/03/2026 b")
    assert looks_like_rows("a\tb\nc\td")
    assert not looks_like_rows("Mum called.\nShe cried.")
    assert not looks_like_rows("12/03/2026 a")
    assert [row.cells for row in from_text("Mum called.").rows] == [("", "Mum called.")]


def test_many_lines_under_one_date_are_joined_in_one_going_through(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    handled = 0

    class Counted(Entry):
        def __post_init__(self) -> None:
            nonlocal handled
            handled += len(self.words)

    monkeypatch.setattr(prose, "Entry", Counted)
    text = "12/03/2026 Mum called\n" + "and called again\n" * 500
    (one,) = entries_of(text)
    assert one.words.count("again") == 500
    assert handled < 2 * len(text)
