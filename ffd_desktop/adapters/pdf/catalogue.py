"""Which font file serves which characters, in the order in which they are asked.

Names files and Unicode ranges only; never opens a font.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple


class Weight(StrEnum):
    """The three cuts of the text face; other scripts have one cut and are thickened."""

    REGULAR = "regular"
    BOLD = "bold"
    ITALIC = "italic"


class Entry(NamedTuple):
    """A font file and the character ranges for which it may be opened."""

    file: str
    ranges: tuple[tuple[int, int], ...]

    def may_serve(self, code: int) -> bool:
        """Tell whether the character lies in one of the ranges."""
        return any(first <= code <= last for first, last in self.ranges)


TEXT_FACES: Final = {
    Weight.REGULAR: "NotoSans-Regular",
    Weight.BOLD: "NotoSans-Bold",
    Weight.ITALIC: "NotoSans-Italic",
}

_ANY: Final = ((0x20, 0x10FFFF),)


def _sans(script: str, *ranges: tuple[int, int]) -> Entry:
    return Entry(f"NotoSans{script}-Regular", ranges)


# Ranges are the blocks of Unicode 15 that each file is made for.
SCRIPTS: Final = (
    _sans("Hebrew", (0x0590, 0x05FF), (0xFB1D, 0xFB4F)),
    _sans(
        "Arabic",
        (0x0600, 0x06FF),
        (0x0750, 0x077F),
        (0x0870, 0x08FF),
        (0xFB50, 0xFDFF),
        (0xFE70, 0xFEFE),
    ),
    _sans("Syriac", (0x0700, 0x074F), (0x0860, 0x086F)),
    _sans("Thaana", (0x0780, 0x07BF)),
    _sans("NKo", (0x07C0, 0x07FF)),
    _sans("Armenian", (0x0530, 0x058F), (0xFB13, 0xFB17)),
    _sans("Devanagari", (0x0900, 0x097F), (0x1CD0, 0x1CFF), (0xA8E0, 0xA8FF)),
    _sans("Bengali", (0x0980, 0x09FF)),
    _sans("Gurmukhi", (0x0A00, 0x0A7F)),
    _sans("Gujarati", (0x0A80, 0x0AFF)),
    _sans("Oriya", (0x0B00, 0x0B7F)),
    _sans("Tamil", (0x0B80, 0x0BFF)),
    _sans("Telugu", (0x0C00, 0x0C7F)),
    _sans("Kannada", (0x0C80, 0x0CFF)),
    _sans("Malayalam", (0x0D00, 0x0D7F)),
    _sans("Sinhala", (0x0D80, 0x0DFF)),
    _sans("Thai", (0x0E00, 0x0E7F)),
    _sans("Lao", (0x0E80, 0x0EFF)),
    Entry("NotoSerifTibetan-Regular", ((0x0F00, 0x0FFF),)),
    _sans("Myanmar", (0x1000, 0x109F), (0xA9E0, 0xA9FF), (0xAA60, 0xAA7F)),
    _sans("Georgian", (0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x2D00, 0x2D2F)),
    _sans("Ethiopic", (0x1200, 0x139F), (0x2D80, 0x2DDF), (0xAB00, 0xAB2F)),
    _sans("Cherokee", (0x13A0, 0x13FF), (0xAB70, 0xABBF)),
    _sans("CanadianAboriginal", (0x1400, 0x167F), (0x18B0, 0x18FF)),
    _sans("Khmer", (0x1780, 0x17FF), (0x19E0, 0x19FF)),
    _sans("OlChiki", (0x1C50, 0x1C7F)),
    _sans("Tifinagh", (0x2D30, 0x2D7F)),
    _sans("SylotiNagri", (0xA800, 0xA82F)),
    _sans("Javanese", (0xA980, 0xA9DF)),
    _sans("MeeteiMayek", (0xAAE0, 0xAAFF), (0xABC0, 0xABFF)),
    _sans("HanifiRohingya", (0x10D00, 0x10D3F)),
    _sans("Chakma", (0x11100, 0x1114F)),
    _sans("Adlam", (0x1E900, 0x1E95F)),
    Entry(
        "NanumSquareR",
        ((0x1100, 0x11FF), (0x3130, 0x318F), (0xA960, 0xA97F), (0xAC00, 0xD7FF)),
    ),
    Entry(
        "DroidSansFallbackFull",
        (
            (0x2E80, 0x9FFF),
            (0xF900, 0xFAFF),
            (0xFE30, 0xFE4F),
            (0xFF00, 0xFFEF),
            (0x20000, 0x2FFFF),
        ),
    ),
    Entry("NotoSansSymbols2-Regular", _ANY),
    Entry("DejaVuSans", _ANY),
)
