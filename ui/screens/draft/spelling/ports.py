"""What the shell lends spelling. Holds no code of its own."""

from __future__ import annotations

from typing import Protocol

from ffd_desktop.app.own_words import OwnWords
from ffd_desktop.spelling.ports import Speller


class SpellingWork(Protocol):
    """The dictionary, and the words that the office takes for right."""

    def speller(self) -> Speller:
        """Give the dictionary, read when it is first asked for; on the lane of words."""
        ...

    def own(self, referral_id: str) -> OwnWords:
        """Give the office's own words; on the vault lane."""
        ...

    def add(self, referral_id: str, word: str) -> OwnWords:
        """Take a word for right in every draft; on the vault lane."""
        ...

    def leave(self, referral_id: str, word: str) -> OwnWords:
        """Take a word for right in this draft; on the vault lane."""
        ...
