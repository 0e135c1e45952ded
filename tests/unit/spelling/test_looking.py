"""Which words are marked, and what is suggested for them."""

from ffd_desktop.spelling.looking import misspelt, suggestions
from tests.fakes.speller import FakeSpeller

SPELLER = FakeSpeller(["the", "school", "etc.", "self", "harm", "don't", "receive", "rest", "red"])


def marked(text: str, *passing: str) -> list[str]:
    return [word.text for word in misspelt(text, SPELLER, passing=passing)]


def test_every_time_a_word_is_misspelt_it_is_marked() -> None:
    assert marked("teh school, teh Schol") == ["teh", "teh", "Schol"]


def test_a_name_passes_however_it_is_written_and_whosever_it_is() -> None:
    assert marked("Quillfeather quillfeather’s the Nott", "quillfeather") == ["Nott"]


def test_parts_that_are_right_make_a_word_that_is_right() -> None:
    assert marked("self-harm self-quillfeather self-harn e-school", "quillfeather") == ["self-harn"]


def test_a_curly_apostrophe_is_as_good_as_a_plain_one() -> None:
    assert marked("don’t don't dont’t") == ["dont’t"]


def test_a_short_form_is_known_by_its_dot() -> None:
    assert marked("the school etc. the school etc") == ["etc"]


def test_five_are_suggested_at_most_as_they_were_typed() -> None:
    many = FakeSpeller(["it's", *(f"i{letter}" for letter in "abcdefgh")])
    assert suggestions("i’ts", many) == ("it’s", "ia", "ib", "ic", "id")
