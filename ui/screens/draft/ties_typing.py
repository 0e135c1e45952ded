"""What a key on a square means: a letter names the relationship, a figure turns an answer on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication

from ffd_desktop.referral.answers import NotKnown
from ui.editors.context import Choice

FIGURES: Final = {
    "1": "parental_responsibility",
    "2": "lives_with",
    "3": "aware_of_referral",
    "4": "court_order",
}


def turned(value: object) -> object:
    """Give the next answer of a yes-or-no question: yes, no, not known, and blank again."""
    if value is True:
        return False
    if value is False:
        return NotKnown()
    return None if isinstance(value, NotKnown) else True


class TypeAhead:
    """Finds a choice by the letters that its words begin with, as lists do.

    The same letter again goes to the next choice that begins with it.
    """

    def __init__(self) -> None:
        self._typed = ""
        self._since = QElapsedTimer()

    def forget(self) -> None:
        """Begin anew with the next letter."""
        self._typed = ""

    def take(self, letter: str, choices: Sequence[Choice], current: object) -> Choice | None:
        """Give the choice that is meant; ``None`` when none begins so."""
        pause = QApplication.keyboardInputInterval()
        if not self._since.isValid() or self._since.elapsed() > pause:
            self._typed = ""
        self._since.start()
        self._typed += letter.casefold()
        if len(set(self._typed)) == 1:
            return _next_with(letter, choices, current)
        return next(iter(_beginning(self._typed, choices)), None)


def _next_with(letter: str, choices: Sequence[Choice], current: object) -> Choice | None:
    found = _beginning(letter.casefold(), choices)
    ids = [one.id for one in found]
    after = ids.index(current) + 1 if isinstance(current, str) and current in ids else 0
    return found[after % len(found)] if found else None


def _beginning(letters: str, choices: Sequence[Choice]) -> list[Choice]:
    return [one for one in choices if one.words.casefold().startswith(letters)]
