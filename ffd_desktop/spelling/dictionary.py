"""A dictionary out of lists of words: what is known, and what is suggested first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from ffd_desktop.spelling.guessing import Usual, guesses
from ffd_desktop.spelling.word_list import WordList

_REMEMBERED: Final = 5000


class Dictionary:
    """Knows words (``ports.Speller``).

    Args:
        listed: The words of the language, as ``WordList`` takes them.
        usual: Words of this work, one to a line; known, and suggested before others.
        unsuggested: Words that are known too, but that nobody wants suggested, one to a line.
    """

    def __init__(self, *, listed: str, usual: str, unsuggested: str = "") -> None:
        self._list = WordList(listed)
        self._usual = Usual(lines_of(usual))
        self._unsuggested = frozenset(lines_of(unsuggested))
        self._is_listed = lru_cache(_REMEMBERED)(self._look_up)

    def knows(self, word: str) -> bool:
        """Tell whether a word is spelled so; "Mum" at a beginning is "mum", "london" is unknown."""
        if self._is_listed(word):
            return True
        return word[:1].isupper() and self._is_listed(word[0].lower() + word[1:])

    def suggest(self, word: str) -> Iterator[str]:
        """Give words that may have been meant, with the capital that was typed."""
        begins = word[:1].isupper()
        given = set[str]()
        for guess in guesses(word, self._list, self._usual):
            one = guess[0].upper() + guess[1:] if begins else guess
            if one not in given and one != word:
                given.add(one)
                yield one

    def _look_up(self, word: str) -> bool:
        return word in self._usual or word in self._list or word in self._unsuggested


def lines_of(text: str) -> Iterator[str]:
    """Give the words of a list, without what is said about it."""
    return (line for line in re.split(r"\r?\n", text) if line and not line.startswith("#"))
