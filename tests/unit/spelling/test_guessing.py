"""Finding words in the list, and what a misspelled one may have been."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ffd_desktop.spelling.guessing import Usual, guesses
from ffd_desktop.spelling.word_list import WordList

SLIPS = {
    "bruseing": "bruising",
    "dont": "don't",
    "fone": "phone",
    "greatful": "grateful",
    "london": "London",
    "occured": "occurred",
    "recieve": "receive",
    "seperate": "separate",
    "untill": "until",
    "wich": "which",
}
SOME = st.text("abAB-'é", min_size=1, max_size=5)


def listing(*words: str) -> WordList:
    in_order = sorted(words, key=lambda one: (one.lower(), one))
    return WordList("".join(f"{one}\n" for one in in_order))


@given(st.sets(SOME), SOME)
def test_the_list_holds_its_words_and_no_others(words: set[str], other: str) -> None:
    made = listing(*words)
    assert all(one in made for one in words)
    assert (other in made) == (other in words)


@given(st.sets(SOME, max_size=8), SOME)
def test_what_is_guessed_is_in_the_list(words: set[str], typed: str) -> None:
    assert set(guesses(typed, listing(*words), Usual(()))) <= words


@pytest.mark.parametrize(("typed", "meant"), SLIPS.items())
def test_the_slips_that_people_make_are_understood(typed: str, meant: str) -> None:
    assert guesses(typed, listing(*SLIPS.values()), Usual(()))[0] == meant


def test_a_word_of_this_work_comes_before_a_rarer_one() -> None:
    words = listing("frond", "friend")
    assert guesses("frend", words, Usual(()))[0] == "frond"
    assert guesses("frend", words, Usual(["friend"]))[0] == "friend"


def test_two_usual_words_run_together_are_parted() -> None:
    assert guesses("alot", listing("allot"), Usual(["a", "lot"]))[0] == "a lot"


def test_nothing_is_guessed_that_is_far_off() -> None:
    assert guesses("xqzwv", listing("receive", "school"), Usual(())) == []


def test_letters_without_end_are_not_guessed_at() -> None:
    assert guesses("a" * 41, listing("a" * 40), Usual(())) == []
