"""A list of words as one string, looked in by halving. Knows nothing of files.

The 184,700 British words take 2 MB so. A library that keeps the rules of a Hunspell dictionary in
memory takes 11 MB (Hunspell) or 87 MB (spylls), and Hunspell's suggestions hold the whole window.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple


class Branch(NamedTuple):
    """Words that begin alike: the last letter that they share, and where they stand."""

    letter: str
    start: int
    end: int


class WordList:
    """Words in the order of their small letters."""

    def __init__(self, text: str) -> None:
        """Take the words, one to a line, sorted by their small letters and then by themselves."""
        self._text = text

    def __contains__(self, word: str) -> bool:
        return word in self.spellings(word.lower())

    def spellings(self, small: str) -> tuple[str, ...]:
        """Give the words of these small letters, with their capitals: "polish", "Polish"."""
        found = []
        start = self._first(small, 0, len(self._text))
        while (end := self._text.find("\n", start)) >= 0 and self._small(start, end) == small:
            found.append(self._text[start:end])
            start = end + 1
        return tuple(found)

    def whole(self) -> Branch:
        """Give all words, which share no letter yet."""
        return Branch("", 0, len(self._text))

    def ends(self, branch: Branch, depth: int) -> tuple[str, ...]:
        """Give the words of a branch that have no letter after so many."""
        found, start = [], branch.start
        while start < branch.end and self._text[start + depth] == "\n":
            found.append(self._text[start : start + depth])
            start += depth + 1
        return tuple(found)

    def branches(self, branch: Branch, depth: int) -> Iterator[Branch]:
        """Part the words of a branch by the letter after so many."""
        start = branch.start
        shared = self._small(start, start + depth)
        while start < branch.end:
            letter = self._text[start + depth].lower()
            if letter == "\n":
                start += depth + 1
            else:
                end = self._first(shared + chr(ord(letter) + 1), start, branch.end)
                yield Branch(letter, start, end)
                start = end

    def _small(self, start: int, end: int) -> str:
        return self._text[start:end].lower()

    def _first(self, small: str, low: int, high: int) -> int:
        """Find where the first word stands that does not come before these letters."""
        text = self._text
        while low < high:
            start = text.rfind("\n", low, (low + high) // 2) + 1 or low
            end = text.find("\n", start)
            if text[start:end].lower() < small:
                low = end + 1
            else:
                high = start
        return low
