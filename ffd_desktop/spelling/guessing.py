"""What a misspelled word may have been: the listed words that are the fewest slips away.

A slip is a letter too many, too few, other than meant, or before its neighbour. Those that hands
and ears make most cost least: a doubled letter, one vowel for another, two letters the wrong way
round, "f" for "ph", two words run together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from ffd_desktop.spelling.word_list import Branch, WordList

_SLIP, _VOWEL, _MISSING, _DOUBLED, _SWAPPED = 10, 8, 9, 6, 7
_HEARD, _JOINED, _APOSTROPHE = 8, 9, 3
_BEGINNING, _NAME, _RARER = 4, 3, 6
_ONE_SLIP, _TWO_SLIPS = 14, 20
_ENOUGH, _SHORT, _LONGEST = 5, 4, 40
_VOWELS: Final = frozenset("aeiouy")
_SOUNDS: Final = (
    *(("f", "ph"), ("f", "gh"), ("k", "ch"), ("k", "c"), ("k", "ck"), ("s", "c"), ("c", "s")),
    *(("s", "ps"), ("n", "kn"), ("r", "wr"), ("w", "wh"), ("j", "g"), ("g", "j"), ("j", "dg")),
    *(("shun", "tion"), ("cion", "tion"), ("sion", "tion"), ("tion", "sion"), ("x", "cc")),
    *(("or", "our"), ("er", "re"), ("z", "s"), ("e", "ea"), ("ee", "ea"), ("ea", "ee")),
    *(("oo", "ou"), ("ei", "i"), ("se", "s"), ("t", "ght"), ("wens", "wednes"), ("ck", "k")),
)


class Usual:
    """Words of this work, which come before rarer ones."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        in_order = sorted(self._words, key=lambda one: (one.lower(), one))
        self.list = WordList("".join(f"{one}\n" for one in in_order))

    def __contains__(self, word: str) -> bool:
        return word in self._words


def guesses(word: str, words: WordList, usual: Usual) -> list[str]:
    """Give the words within two slips of a word, likeliest first; usual ones before rarer."""
    small = word.lower()
    if len(small) > _LONGEST:
        return []
    near = _near(small, words, usual, _ONE_SLIP)
    if len(near) < _ENOUGH and len(small) > _SHORT:
        near = _near(small, words, usual, _TWO_SLIPS)
    return sorted(near, key=lambda one: (near[one], abs(len(one) - len(small)), one))


def _near(small: str, words: WordList, usual: Usual, most: int) -> dict[str, int]:
    found = dict[str, int]()
    respelled = ((_HEARD, one) for one in _respelled(small) for one in words.spellings(one))
    parted = ((_JOINED, two) for two in _parted(small, usual))
    walked = (one for where in (words, usual.list) for one in _Walk(small, where, most).found())
    for cost, one in (*walked, *respelled, *parted):
        rarer = 0 if one in usual or " " in one else _RARER
        judged = cost + rarer + (0 if one.islower() else _NAME)
        found[one] = min(judged, found.get(one, judged))
    return found


def _respelled(small: str) -> Iterator[str]:
    """Give what sounds like the word: each sound written as it also can be, one at a time."""
    for heard, written in _SOUNDS:
        at = small.find(heard)
        while at >= 0:
            yield small[:at] + written + small[at + len(heard) :]
            at = small.find(heard, at + 1)


def _parted(small: str, usual: Usual) -> Iterator[str]:
    for at in range(1, len(small)):
        if small[:at] in usual and small[at:] in usual:
            yield f"{small[:at]} {small[at:]}"


class _Walk:
    """One walk through the list, letter by letter, leaving a branch once it is too far off."""

    def __init__(self, typed: str, words: WordList, most: int) -> None:
        self._typed, self._words, self._most = typed, words, most
        self._found: list[tuple[int, str]] = []

    def found(self) -> list[tuple[int, str]]:
        """Give the words that are near, each after what its slips cost."""
        row = [0]
        for at, letter in enumerate(self._typed):
            row.append(row[-1] + self._too_many(letter, at))
        self._go(self._words.whole(), 0, row, row)
        return self._found

    def _go(self, branch: Branch, depth: int, row: list[int], before: list[int]) -> None:
        """Look at the words below a branch; ``row``: the cost for each beginning of the typed."""
        if row[-1] <= self._most:
            self._found += [(row[-1], word) for word in self._words.ends(branch, depth)]
        for one in self._words.branches(branch, depth):
            below = self._next(row, before, one.letter, branch.letter, depth)
            if min(below) <= self._most:
                self._go(one, depth + 1, below, row)

    def _next(
        self, row: list[int], before: list[int], letter: str, last: str, depth: int
    ) -> list[int]:
        """Give the costs for one letter more of the list's words."""
        missing = _left_out(letter, last, depth)
        below = [row[0] + missing]
        for at, there in enumerate(self._typed):
            cost = row[at] + (0 if there == letter else _instead(there, letter, at))
            cost = min(cost, row[at + 1] + missing, below[at] + self._too_many(there, at))
            if at and there == last and self._typed[at - 1] == letter:
                cost = min(cost, before[at - 1] + _SWAPPED)
            below.append(cost)
        return below

    def _too_many(self, letter: str, at: int) -> int:
        if at and self._typed[at - 1] == letter:
            return _DOUBLED
        return _SLIP if at else _SLIP + _BEGINNING


def _left_out(letter: str, last: str, depth: int) -> int:
    if letter == "'":
        return _APOSTROPHE
    if letter == last:
        return _DOUBLED
    return _MISSING if depth else _MISSING + _BEGINNING


def _instead(there: str, letter: str, at: int) -> int:
    cost = _VOWEL if there in _VOWELS and letter in _VOWELS else _SLIP
    return cost if at else cost + _BEGINNING
