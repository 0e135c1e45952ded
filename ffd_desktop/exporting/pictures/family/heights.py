"""How high each row is and where its symbols and words stand. Draws nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from ffd_desktop.exporting.pictures.family.children import Spot, Spots
from ffd_desktop.exporting.pictures.family.facts import Member
from ffd_desktop.exporting.pictures.letters import wrapped

LETTERS: Final = 8.0
LEADING: Final = 9.6
HALF: Final = 14.0  # of a symbol
PAD: Final = 5.5  # between a label and its neighbour, at each side
_FOOT: Final = 6.0  # beneath the words of a row, without an address
_NAME_LINES: Final = 4
_UNDER_LINES: Final = 8


class Said(NamedTuple):
    """The lines beneath a symbol."""

    name: tuple[str, ...]
    under: tuple[str, ...]

    @property
    def height(self) -> float:
        """How high they are together."""
        return (len(self.name) + len(self.under)) * LEADING


class Band(NamedTuple):
    """One row from top to bottom; ``middle`` is where its symbols have theirs."""

    spots: Spots
    top: float
    middle: float
    bottom: float

    @property
    def words(self) -> float:
        """Where the words beneath the symbols begin."""
        return self.middle + HALF + 3.0


def said(member: Member, spot: Spot) -> Said:
    """Break what stands beneath a symbol into lines as wide as its place."""
    room = 2 * (spot.half - PAD)
    name = wrapped(member.name, room, LETTERS, strong=True, most=_NAME_LINES)
    under = [
        line for words in member.under for line in wrapped(words, room, LETTERS, most=_UNDER_LINES)
    ]
    return Said(tuple(name), tuple(under))


def bands(
    words: Mapping[Spot, Said],
    rows: Sequence[Spots],
    above: Mapping[Spots, float],
    addresses: Mapping[Spots, int],
    start: float,
) -> tuple[Band, ...]:
    """Stack the rows.

    ``above`` is the room that each needs over its symbols for lines; ``addresses`` is how many
    lines the longest address at its foot has.
    """
    made: list[Band] = []
    top = start
    for row in rows:
        room = above.get(row, 0.0)
        middle = top + room + HALF
        bottom = middle + HALF + 3.0 + max(words[spot].height for spot in row) + _FOOT
        bottom += addresses.get(row, 0) * LEADING
        made.append(Band(row, top, middle, bottom))
        top = bottom
    return tuple(made)
