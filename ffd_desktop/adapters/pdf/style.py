"""The look of the page: sizes in points, colours, measures. Holds values only."""

from __future__ import annotations

from typing import Final, NamedTuple

from ffd_desktop.adapters.pdf.catalogue import Weight

Colour = tuple[float, float, float]


def _colour(hexadecimal: str) -> Colour:
    red, green, blue = (int(hexadecimal[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return (round(red, 3), round(green, 3), round(blue, 3))


TEXT: Final = _colour("1C2328")
QUIET: Final = _colour("56616A")  # 6.3:1 on white
ACCENT: Final = _colour("17506F")
RULE: Final = _colour("C8D1D7")
WASH: Final = _colour("F0F4F6")
DANGER: Final = _colour("A8201A")
DANGER_WASH: Final = _colour("FCEDEB")
CAUTION: Final = _colour("8A5300")
CAUTION_WASH: Final = _colour("FFF4DF")
PAPER: Final = _colour("FFFFFF")
DRAFT_MARK: Final = _colour("F1F3F5")


class Style(NamedTuple):
    """How words are set: cut, size, distance from line to line, colour."""

    weight: Weight
    size: float
    leading: float
    colour: Colour


def scaled(style: Style, scale: float) -> Style:
    """Return a style set larger or smaller."""
    return style._replace(size=style.size * scale, leading=style.leading * scale)


BODY: Final = Style(Weight.REGULAR, 10.0, 14.2, TEXT)
STRONG: Final = Style(Weight.BOLD, 10.0, 14.2, TEXT)
QUOTE: Final = Style(Weight.ITALIC, 10.0, 14.2, TEXT)
SMALL: Final = Style(Weight.REGULAR, 8.3, 11.6, QUIET)
LABEL: Final = Style(Weight.BOLD, 9.0, 14.2, QUIET)
ABSENT: Final = Style(Weight.ITALIC, 10.0, 14.2, QUIET)
CELL: Final = Style(Weight.REGULAR, 9.2, 12.8, TEXT)
CELL_STRONG: Final = Style(Weight.BOLD, 9.2, 12.8, TEXT)
COLUMN_NAME: Final = Style(Weight.BOLD, 8.6, 12.0, ACCENT)
FACT: Final = Style(Weight.REGULAR, 10.4, 14.4, TEXT)
FACT_STRONG: Final = Style(Weight.BOLD, 12.0, 16.0, TEXT)
MARGINAL: Final = Style(Weight.REGULAR, 7.8, 10.4, QUIET)
MARGINAL_STRONG: Final = Style(Weight.BOLD, 7.8, 10.4, TEXT)
HEADINGS: Final = {
    1: Style(Weight.BOLD, 20.0, 25.0, TEXT),
    2: Style(Weight.BOLD, 13.5, 18.0, ACCENT),
    3: Style(Weight.BOLD, 11.0, 15.0, TEXT),
}


class Gaps(NamedTuple):
    """White above a block; left out at the top of a page."""

    before: float
    after: float = 0.0


HEADING_GAPS: Final = {1: Gaps(14, 5), 2: Gaps(20, 5), 3: Gaps(13, 2)}
PARAGRAPH_GAP: Final = 6.0

PAGE_WIDTH: Final = 595.28
PAGE_HEIGHT: Final = 841.89
LEFT: Final = 56.0
RIGHT: Final = PAGE_WIDTH - 56.0
TOP: Final = PAGE_HEIGHT - 62.0
BOTTOM: Final = 64.0
COLUMN: Final = RIGHT - LEFT
ROOM: Final = TOP - BOTTOM
MEASURE: Final = 440.0  # the widest running text that is easy to read
LABEL_WIDTH: Final = 132.0
FACT_LABEL_WIDTH: Final = 108.0
ANSWER_LEFT: Final = LEFT + LABEL_WIDTH + 14
ANSWER_WIDTH: Final = RIGHT - ANSWER_LEFT
