"""Which words of a text are looked up, and where they stand."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ffd_desktop.spelling.words import words_of

PIECES = st.sampled_from(
    [
        "teh",
        "Mia’s",
        "DSLs",
        "7b",
        "a@b.uk",
        "“",
        "”",
        '"',
        "‘",
        "’",
        "'",
        "-",
        "é",
        " ",
        "\n",
        "😀",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES).map("".join), st.lists(PIECES).map(" ".join))


def found(text: str) -> list[str]:
    return [word.text for word in words_of(text)]


@given(TEXTS)
def test_each_word_stands_where_it_says(text: str) -> None:
    words = words_of(text)
    assert all(text[word.start : word.end] == word.text for word in words)
    assert all(one.end <= two.start for one, two in pairwise(words))


@pytest.mark.parametrize(
    "text",
    [
        "DSL DSLs CPOMS MyConcern iPad",
        "7b Y10 4th 2026 a_b",
        "office@school.sch.uk",
        "https://example.org/teh/recieve www.exampel.com/teh gov.uk/teh",
        "x",
    ],
)
def test_no_dictionary_answers_for_these(text: str) -> None:
    assert found(text) == []


def test_what_belongs_to_somebody_is_looked_up_without_its_ending() -> None:
    assert found("Mia’s and the teecher's and the boys’") == [
        *("Mia", "and", "the", "teecher", "and", "the", "boys")
    ]


def test_a_name_behind_a_title_is_left_alone() -> None:
    assert found("Mrs Okoro and Dr. Zzyzx-Quorbl, Miss out") == ["Mrs", "and", "Dr", "Miss", "out"]


def test_a_word_keeps_its_hyphens_and_its_apostrophe() -> None:
    assert found("well-being didn’t") == ["well-being", "didn’t"]


@pytest.mark.parametrize(
    "text",
    [
        "She said “he hitted me” then",
        'She said "he hitted me" then',
        "She said ‘he hitted me’ then",
        "She said 'he hitted me' then",
        "She said 'he didn't hitted me' then",
        "She said ‘he didn’t hitted me’ then",
        "She said “he hitted me\nand runned” then",
    ],
)
def test_what_is_quoted_is_left_alone(text: str) -> None:
    assert found(text) == ["She", "said", "then"]


@pytest.mark.parametrize("mark", ["“", '"'])
def test_a_quotation_still_being_written_reaches_to_the_end_of_its_line(mark: str) -> None:
    assert found(f"She said {mark}he hitted\nand then") == ["She", "said", "and", "then"]


def test_paragraphs_that_each_begin_a_quotation_are_quoted_one_by_one() -> None:
    assert found('"he hitted\nand "he runned" then') == ["and", "then"]


@pytest.mark.parametrize("text", ['a 6" cutt and teh rest', "the boys' cutt teh", "’tis cutt teh"])
def test_a_lone_mark_quotes_nothing(text: str) -> None:
    assert {"cutt", "teh"} <= set(found(text))


@given(TEXTS)
def test_nothing_of_a_word_is_shown_by_accident(text: str) -> None:
    assert {repr(word) for word in words_of(text)} <= {"<Word>"}


@pytest.mark.parametrize("once", ["QUJD", "“", "a'", "a.", "1a", "'a ", " 'a b"])
def test_pages_without_a_gap_take_longer_only_by_as_much_as_they_are_longer(once: str) -> None:
    short = once * (4_000 // len(once))
    assert _spent_on(short * 8) < 3 * 8 * _spent_on(short)


def _spent_on(text: str) -> float:
    return min(_once(text) for _ in range(3))


def _once(text: str) -> float:
    began = time.process_time()
    words_of(text)
    return time.process_time() - began
