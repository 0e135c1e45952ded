"""Words parted to fit a box: nothing is lost, nothing too long, and parted where one reads."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ffd_desktop.sending.splitting import split, width

TEXTS = st.text(st.sampled_from("ab. \n\u00e9\U0001f9f8!?"), max_size=200)


@given(TEXTS, st.integers(2, 40))
def test_the_parts_are_the_text_and_each_fits(text: str, limit: int) -> None:
    parts = split(text, limit)
    assert "".join(parts) == text
    assert all(parts)
    assert all(width(part) <= limit for part in parts)


@given(TEXTS)
def test_without_a_limit_there_is_one_part(text: str) -> None:
    assert split(text, None) == ((text,) if text else ())


@pytest.mark.parametrize(
    ("text", "limit", "parts"),
    [
        ("He came in late. He was cold.", 20, ("He came in late. ", "He was cold.")),
        ("One two three four", 10, ("One two ", "three four")),
        ("First of all.\n\nThen the rest.", 18, ("First of all.\n\n", "Then the rest.")),
        ("Abcdefghij", 4, ("Abcd", "efgh", "ij")),
        ("\U0001f9f8\U0001f9f8", 2, ("\U0001f9f8", "\U0001f9f8")),
    ],
)
def test_words_are_parted_where_one_would_stop_reading(
    text: str, limit: int, parts: tuple[str, ...]
) -> None:
    assert split(text, limit) == parts
