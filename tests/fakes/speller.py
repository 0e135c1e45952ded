"""A speller that knows the words it was given."""

from collections.abc import Iterable, Iterator


class FakeSpeller:
    """Knows a handful of words; suggests those that begin with the same letter."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = tuple(words)

    def knows(self, word: str) -> bool:
        return word in self._words or (
            word[:1].isupper() and word[:1].lower() + word[1:] in self._words
        )

    def suggest(self, word: str) -> Iterator[str]:
        for one in self._words:
            if one[0].lower() == word[0].lower() and one != word:
                yield one[0].upper() + one[1:] if word[0].isupper() else one
