"""How wide words are, near enough, and how they break into lines under a symbol.

An estimate from a small table: readers measure for themselves and squeeze what is wider.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from math import ceil
from typing import Final

# Widths of the paper's own letters, in hundredths of their size.
_WIDTHS: Final = {
    20: "’'",
    26: " ijlł!,.:;J·",
    32: "`()-[]{}",
    36: "Ift“”/\\",
    42: '"r?_',
    48: "zcs–",
    53: "vyFLŁkx",
    57: "*S|ETae$+0123456789<=>YZ^~",
    62: "XPVoøbdgpqKRhnuCßA#B",
    74: "&DGUH",
    79: "NOQØw…%",
    94: "æÆ@MWm",
}
_BY_LETTER: Final = {letter: width / 100 for width, row in _WIDTHS.items() for letter in row}
_STRONG: Final = 1.07
_NARROWEST: Final = 0.2
_OTHER: Final = 0.66
_WIDE: Final = 1.0
_PIECES: Final = re.compile(r"[^\s-]+-?|-")


@lru_cache(maxsize=8192)
def _width(letter: str) -> float:
    found = _BY_LETTER.get(letter)
    if found is not None:
        return found
    if unicodedata.combining(letter):
        return 0.0
    base = unicodedata.normalize("NFD", letter)[0]
    if base in _BY_LETTER:
        return _BY_LETTER[base]
    return _WIDE if unicodedata.east_asian_width(letter) in "WF" else _OTHER


def width(text: str, size: float, *, strong: bool = False) -> float:
    """Estimate how wide a line of words is, in the units of its size."""
    return sum(map(_width, text)) * size * (_STRONG if strong else 1.0)


def wrapped(
    text: str, room: float, size: float, *, strong: bool = False, most: int = 9
) -> list[str]:
    """Break words into lines no wider than the room; what does not fit ``most`` ends in "…"."""
    can_be_seen = int((most + 1) * room / (size * _NARROWEST))
    lines: list[str] = []
    for piece in _fitting(text[:can_be_seen], room, size, strong=strong):
        glue = "" if not lines or lines[-1].endswith("-") else " "
        longer = f"{lines[-1]}{glue}{piece}" if lines else piece
        if lines and width(longer, size, strong=strong) <= room:
            lines[-1] = longer
        elif len(lines) == most:
            lines[-1] = shortened(f"{longer} …", room, size, strong=strong)
            break
        else:
            lines.append(piece)
    return lines


def shortened(text: str, room: float, size: float, *, strong: bool = False) -> str:
    """Cut words to a room, with "…" where anything was cut."""
    if width(text, size, strong=strong) <= room:
        return text
    left = room - width("…", size, strong=strong)
    for number, letter in enumerate(text):
        left -= width(letter, size, strong=strong)
        if left < 0:
            return f"{text[:number].rstrip()}…"
    return text


def _fitting(text: str, room: float, size: float, *, strong: bool) -> Iterator[str]:
    """Yield the words, those that are wider than a line in parts of about the same length."""
    for piece in _PIECES.findall(text):
        parts = max(ceil(width(piece, size, strong=strong) / room), 1)
        while True:
            each = -(-len(piece) // parts)
            found = [piece[n : n + each] for n in range(0, len(piece), each)]
            shown = [*(f"{part}-" for part in found[:-1]), found[-1]]
            if each <= 1 or all(width(part, size, strong=strong) <= room for part in shown):
                yield from shown
                break
            parts += 1
