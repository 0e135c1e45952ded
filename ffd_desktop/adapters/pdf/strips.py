"""Text as slices of one line each, so that it may go on over any number of pages.

Two lines at least stay together at each end of a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ffd_desktop.adapters.pdf import style as look
from ffd_desktop.adapters.pdf.flow import Slice
from ffd_desktop.adapters.pdf.setting import Line, set_lines
from ffd_desktop.adapters.pdf.sheet import Sheet
from ffd_desktop.adapters.pdf.style import Colour, Style
from ffd_desktop.adapters.pdf.tags import Element
from ffd_desktop.adapters.pdf.words import Lettering


class Strip(NamedTuple):
    """Whose words the lines are, where they start, and what stands before them."""

    element: Element
    left: float = look.LEFT
    bar: Colour | None = None  # a bar at the left edge of the page's column
    head: tuple[Element, tuple[Line, ...]] | None = None  # a bullet before the first line


def baseline(style: Style, top: float) -> float:
    """Return the height of the base line of a line whose strip starts at ``top``."""
    return top - (style.leading - style.size) / 2 - style.size * 0.82


def paint_lines(
    sheet: Sheet, lines: Sequence[Line], style: Style, at: tuple[float, float], room: float
) -> None:
    """Paint lines one below the other; ``at`` is the top left corner."""
    x, top = at
    for number, line in enumerate(lines):
        sheet.line(line, style, (x, baseline(style, top - number * style.leading)), room)


def strips(
    lettering: Lettering, text: str, style: Style, strip: Strip, room: float
) -> Iterator[Slice]:
    """Yield a slice for each line of a text."""
    lines = set_lines(lettering, text, style, room)
    last = len(lines) - 1
    for number, line in enumerate(lines):
        painter = _Painter(line, style, strip, room, is_first=number == 0)
        keep = last > 0 and number in (0, last - 1)
        yield Slice(style.leading, painter.paint, keep=keep)


class _Painter(NamedTuple):
    line: Line
    style: Style
    strip: Strip
    room: float
    is_first: bool

    def paint(self, sheet: Sheet, top: float) -> None:
        strip = self.strip
        if strip.bar:
            sheet.decorate()
            sheet.block((look.LEFT, top - self.style.leading), (3, self.style.leading), strip.bar)
        if strip.head and self.is_first:
            sheet.belong(strip.head[0])
            paint_lines(sheet, strip.head[1], look.BODY, (look.LEFT + 2, top), 20)
        sheet.belong(strip.element)
        sheet.line(self.line, self.style, (strip.left, baseline(self.style, top)), self.room)
