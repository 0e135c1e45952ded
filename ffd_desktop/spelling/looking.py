"""Looking a text over: which of its words nobody knows. Changes no letter."""

from __future__ import annotations

from collections.abc import Collection
from itertools import islice
from typing import Final

from ffd_desktop.spelling.ports import Speller
from ffd_desktop.spelling.words import Word, plain, words_of

MOST_SUGGESTED: Final = 5


def misspelt(text: str, speller: Speller, *, passing: Collection[str] = ()) -> tuple[Word, ...]:
    """Give the words of a text that are in no dictionary.

    Args:
        text: What somebody wrote.
        speller: The dictionary.
        passing: Words that pass however they are capitalised, such as names; casefolded.
    """
    judged = dict[tuple[str, bool], bool]()
    found = []
    for word in words_of(text):
        is_dotted = text.startswith(".", word.end)
        about = (word.text, is_dotted)
        if about not in judged:
            judged[about] = _is_known(plain(word.text), speller, passing, is_dotted=is_dotted)
        if not judged[about]:
            found.append(word)
    return tuple(found)


def suggestions(word: str, speller: Speller) -> tuple[str, ...]:
    """Give at most five words that may have been meant, likeliest first."""
    curly = "’" in word
    found = islice(speller.suggest(plain(word)), MOST_SUGGESTED)
    return tuple(one.replace("'", "’") if curly else one for one in found)


def _is_known(
    word: str, speller: Speller, passing: Collection[str], *, is_dotted: bool = False
) -> bool:
    if word.casefold() in passing or speller.knows(word):
        return True
    if is_dotted and speller.knows(f"{word}."):
        return True
    parts = word.split("-")
    return len(parts) > 1 and all(
        len(part) == 1 or _is_known(part, speller, passing) for part in parts
    )
