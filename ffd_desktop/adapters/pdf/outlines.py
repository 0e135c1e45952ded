"""Letters as drawn paths, for marks that must be seen and never come out as text."""

from __future__ import annotations

from typing import Final

from ffd_desktop.adapters.pdf.faces import Face

_TWO_THIRDS: Final = 2 / 3

Point = tuple[float, float]


class _Pen:
    """Gathers path operators; quadratic curves become the cubic ones that a PDF has."""

    def __init__(self, shift: float) -> None:
        self.out: list[str] = []
        self._shift = shift
        self._at: Point = (0.0, 0.0)

    def moveTo(self, to: Point) -> None:  # noqa: N802 - the names that HarfBuzz calls
        self._step("m", to)

    def lineTo(self, to: Point) -> None:  # noqa: N802
        self._step("l", to)

    def curveTo(self, one: Point, two: Point, to: Point) -> None:  # noqa: N802
        self._step("c", one, two, to)

    def qCurveTo(self, control: Point, to: Point) -> None:  # noqa: N802
        self._step("c", _between(self._at, control), _between(to, control), to)

    def closePath(self) -> None:  # noqa: N802
        self.out.append("h")

    def _step(self, operator: str, *points: Point) -> None:
        numbers = " ".join(f"{x + self._shift:.0f} {y:.0f}" for x, y in points)
        self.out.append(f"{numbers} {operator}")
        self._at = points[-1]


def _between(end: Point, control: Point) -> Point:
    x, y = (a + _TWO_THIRDS * (c - a) for a, c in zip(end, control, strict=True))
    return (x, y)


def outline(of: Face, glyph: int, shift: float = 0.0) -> str:
    """Return a glyph's outline in the font's own units, not yet filled."""
    pen = _Pen(shift)
    of.draw(glyph, pen)
    return " ".join(pen.out)


def drawn(of: Face, text: str) -> str:
    """Return the text as filled paths, a thousand units to the type size, from the origin."""
    out: list[str] = []
    x = 0.0
    for glyph in of.shape(text, rtl=False):
        out.append(outline(of, glyph.number, x))
        x += glyph.advance
    return " ".join([*out, "f"])
