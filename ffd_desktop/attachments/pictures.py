"""What is said of a picture and of its cleaned copy. Reads no format itself."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Told(StrEnum):
    """What a file tells besides its picture, and what a cleaned copy tells no more."""

    PLACE = "place"
    DEVICE = "device"
    WORDS = "words"
    MORE = "more"


class Measure(NamedTuple):
    """A picture's size in pixels as it is stored; ``turn`` is how to look at it (Exif: 1 to 8)."""

    width: int
    height: int
    turn: int = 1

    @property
    def upright(self) -> tuple[int, int]:
        """The size as it is looked at."""
        on_its_side = self.turn >= 5
        return (self.height, self.width) if on_its_side else (self.width, self.height)


class Cleaned(NamedTuple):
    """The bytes of a copy, and what was taken out of it."""

    data: bytes
    taken_out: frozenset[Told]


def taken_out_words(taken_out: frozenset[Told]) -> str:
    """Say what was taken out of a copy; empty when there was nothing."""
    names = {
        Told.PLACE: "place",
        Told.DEVICE: "device and time",
        Told.WORDS: "captions and comments",
        Told.MORE: "hidden extras",
    }
    parts = [words for told, words in names.items() if told in taken_out]
    if not parts:
        return ""
    listed = ", ".join(parts[:-1]) + (" and " if len(parts) > 1 else "") + parts[-1]
    return f"Taken out of the copy: {listed}. The original stays in the vault as it came."
