"""One suite over everything that knows words: the real dictionary, a small one, and the fake."""

import pytest

from ffd_desktop.adapters.dictionaries import british
from ffd_desktop.spelling.dictionary import Dictionary
from ffd_desktop.spelling.ports import Speller
from tests.fakes.speller import FakeSpeller

WORDS = ("bruise", "London", "receive", "relieve", "the")


def small() -> Dictionary:
    listed = "".join(f"{one}\n" for one in sorted(WORDS, key=str.lower))
    return Dictionary(listed=listed, usual="# ours\nreceive\n")


@pytest.fixture(params=[british, small, lambda: FakeSpeller(WORDS)], ids=["real", "small", "fake"])
def speller(request: pytest.FixtureRequest) -> Speller:
    return request.param()


@pytest.mark.parametrize("word", WORDS)
def test_its_words_are_known(speller: Speller, word: str) -> None:
    assert speller.knows(word)


def test_a_capital_at_the_beginning_is_allowed(speller: Speller) -> None:
    assert speller.knows("Bruise")


@pytest.mark.parametrize("word", ["london", "recieve", "bRuise", ""])
def test_others_are_not(speller: Speller, word: str) -> None:
    assert not speller.knows(word)


def test_what_it_suggests_is_known_and_another_word(speller: Speller) -> None:
    found = list(speller.suggest("recieve"))
    assert "receive" in found
    assert "recieve" not in found
    assert len(set(found)) == len(found)
    assert all(speller.knows(part) for one in found for part in one.split())


def test_a_typed_capital_stays(speller: Speller) -> None:
    assert "Receive" in list(speller.suggest("Recieve"))
