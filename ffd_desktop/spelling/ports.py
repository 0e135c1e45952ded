"""What spelling needs from outside: somebody who knows the words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol


class Speller(Protocol):
    """A dictionary. May be used from one thread at a time."""

    def knows(self, word: str) -> bool:
        """Tell whether a word is spelled so, capitals at its beginning allowed; plain "'"."""
        ...

    def suggest(self, word: str) -> Iterator[str]:
        """Give words that may have been meant, likeliest first."""
        ...
