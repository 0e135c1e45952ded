"""Characters that may not stand on paper as they are."""

from __future__ import annotations

import pytest

from ffd_desktop.exporting.characters import code_of, lines_of, shown


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_every_line_end_is_a_line_end(end: str) -> None:
    assert lines_of(f"a{end}b") == ("a", "b")


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\u202e", "\u2066", "\ufeff", "\ud800"])
def test_what_cannot_be_seen_is_shown_by_its_code(character: str) -> None:
    assert shown(f"a{character}b") == f"a{code_of(character)}b"


@pytest.mark.parametrize("text", ["\t", "\u200d\u200c", "\u00a0", "é", "\U0001f600"])
def test_what_belongs_to_writing_is_left_alone(text: str) -> None:
    assert shown(text) == text


def test_a_code_has_four_digits_or_more() -> None:
    assert code_of("\x07") == "[U+0007]"
    assert code_of("\U0001f9ff") == "[U+1F9FF]"
