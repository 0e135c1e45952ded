"""Words shortened for the front page."""

from __future__ import annotations

import pytest

from ffd_desktop.exporting.shortening import shortened

TWO = "He came at ten. She stayed with Dr. Larkspur until he had gone."


def test_short_words_stay_as_they_are_on_one_line() -> None:
    assert shortened("He came.\nShe left.", 40, "more") == "He came. She left."


def test_whole_sentences_are_kept_and_the_rest_is_pointed_to() -> None:
    assert shortened(TWO, 30, "more under Why") == "He came at ten. (more under Why)"


def test_a_title_is_not_the_end_of_a_sentence() -> None:
    assert shortened(TWO, 45, "more") == "He came at ten. (more)"


def test_a_first_sentence_that_is_a_little_long_is_left_whole() -> None:
    assert shortened("He came at ten. Then more happened.", 12, "more") == "He came at ten. (more)"


@pytest.mark.parametrize(
    ("limit", "kept"),
    [(30, "She is in the library \u2026"), (12, "She is in \u2026")],
)
def test_a_far_too_long_sentence_ends_behind_a_clause_or_a_word(limit: int, kept: str) -> None:
    words = "She is in the library, with a teacher whom she knows, until somebody comes for her"
    assert shortened(words, limit) == kept


def test_a_quotation_belongs_to_its_sentence() -> None:
    words = "She said \u201cI am cold.\u201d Then she left the room and ran."
    assert shortened(words, 24, "more") == "She said \u201cI am cold.\u201d (more)"
