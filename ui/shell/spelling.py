"""Lends spelling what it needs of an open vault: the dictionary, and the office's own words."""

from __future__ import annotations

from ffd_desktop.app import own_words
from ffd_desktop.app.desk import Desk
from ffd_desktop.app.own_words import OwnWords
from ffd_desktop.spelling.ports import Speller


class DeskSpelling:
    """The office's spelling."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def speller(self) -> Speller:
        """Give the British dictionary, read when it is first asked for; on the lane of words."""
        from ffd_desktop.adapters.dictionaries import british

        return british()

    def own(self, referral_id: str = "") -> OwnWords:
        """Give the office's own words; on the vault lane."""
        return own_words.read(self._desk, referral_id)

    def add(self, referral_id: str, word: str) -> OwnWords:
        """Take a word for right in every draft; on the vault lane."""
        own_words.add(self._desk, word)
        return self.own(referral_id)

    def leave(self, referral_id: str, word: str) -> OwnWords:
        """Take a word for right in this draft; on the vault lane."""
        own_words.leave(self._desk, referral_id, word)
        return self.own(referral_id)

    def turn(self, *, on: bool) -> OwnWords:
        """Mark words from now on, or no longer; on the vault lane."""
        own_words.turn(self._desk, on=on)
        return self.own()

    def take_out(self, word: str) -> OwnWords:
        """Take a word for right no longer; on the vault lane."""
        own_words.take_out(self._desk, word)
        return self.own()
