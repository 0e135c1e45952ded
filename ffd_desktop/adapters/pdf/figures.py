"""Draws pictures from shapes, one figure element each, with the words that stand for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple, assert_never

from reportlab.pdfbase.pdfdoc import PDFArray, PDFName

from ffd_desktop.adapters.pdf import style as look
from ffd_desktop.adapters.pdf.catalogue import Weight
from ffd_desktop.adapters.pdf.flow import Slice
from ffd_desktop.adapters.pdf.setting import set_lines
from ffd_desktop.adapters.pdf.sheet import Sheet
from ffd_desktop.adapters.pdf.strips import Strip, strips
from ffd_desktop.adapters.pdf.style import Colour, Style
from ffd_desktop.adapters.pdf.tags import Element
from ffd_desktop.adapters.pdf.words import Lettering
from ffd_desktop.exporting import drawing as shapes
from ffd_desktop.exporting.outline import Figure

_INKS: Final[dict[shapes.Ink, Colour]] = {
    shapes.Ink.TEXT: look.TEXT,
    shapes.Ink.QUIET: look.QUIET,
    shapes.Ink.ACCENT: look.ACCENT,
    shapes.Ink.WASH: look.WASH,
    shapes.Ink.DANGER: look.DANGER,
    shapes.Ink.PAPER: look.PAPER,
}
_ROUND: Final = 0.5523  # how far a Bezier's handles reach to draw a quarter of a circle
_UNBROKEN: Final = 100_000.0


def figure(lettering: Lettering, block: Figure, parent: Element) -> Iterator[Slice]:
    """Yield a picture, made smaller where it is wider or taller than the page, and its caption."""
    drawing = block.drawing
    scale = min(1.0, look.COLUMN / drawing.width, (look.ROOM - 40) / drawing.height)
    element = parent.add("Figure", alternative=block.alternative)
    height = drawing.height * scale
    picture = _Picture(lettering, block, element, scale)
    yield Slice(height, picture.paint, gap=8.0, keep=bool(block.caption))
    if block.caption:
        strip = Strip(parent.add("Caption"))
        yield from strips(lettering, block.caption, look.SMALL, strip, look.COLUMN)


class _Picture(NamedTuple):
    lettering: Lettering
    block: Figure
    element: Element
    scale: float

    def paint(self, sheet: Sheet, top: float) -> None:
        drawing = self.block.drawing
        width, height = drawing.width * self.scale, drawing.height * self.scale
        box = [look.LEFT, top - height, look.LEFT + width, top]
        self.element.attributes = {
            "Layout": {
                "Placement": PDFName("Block"),
                "BBox": PDFArray([round(edge, 2) for edge in box]),
            }
        }
        sheet.belong(self.element)
        for shape in drawing.shapes:
            if isinstance(shape, shapes.Label):
                self._words(sheet, shape, top)
            else:
                place = f"{self.scale:.4f} 0 0 {-self.scale:.4f} {look.LEFT:.2f} {top:.2f} cm"
                sheet.raw(f"{place} {_pen(shape)} {_outline(shape)} {_finish(shape)}")

    def _words(self, sheet: Sheet, label: shapes.Label, top: float) -> None:
        size = label.size * self.scale
        wide = self._width(label, size)
        room = label.room * self.scale
        size *= min(1.0, room / wide) if room and wide else 1.0
        colour = _INKS[label.line or shapes.Ink.TEXT]
        weight = Weight.BOLD if label.strong else Weight.REGULAR
        style = Style(weight, size, size * 1.4, colour)
        x, y = look.LEFT + label.x * self.scale, top - label.y * self.scale
        for line in set_lines(self.lettering, label.text, style, _UNBROKEN):
            back = {"start": 0.0, "middle": line.width / 2, "end": line.width}[label.anchor]
            sheet.line(line, style, (x - back, y))
            y -= style.leading

    def _width(self, label: shapes.Label, size: float) -> float:
        """Return how wide the words would be; nothing where it does not matter."""
        if not label.room:
            return 0.0
        weight = Weight.BOLD if label.strong else Weight.REGULAR
        style = Style(weight, size, size, look.TEXT)
        lines = set_lines(self.lettering, label.text, style, _UNBROKEN)
        return max((line.width for line in lines), default=0.0)


def _pen(shape: shapes.Shape) -> str:
    out = [f"{shape.width:.2f} w", "[3 2] 0 d" if shape.dashed else "[] 0 d"]
    if shape.line:
        out.append(" ".join(map(str, _INKS[shape.line])) + " RG")
    if shape.fill:
        out.append(" ".join(map(str, _INKS[shape.fill])) + " rg")
    return " ".join(out)


def _finish(shape: shapes.Shape) -> str:
    return {(True, True): "B", (True, False): "S", (False, True): "f", (False, False): "n"}[
        shape.line is not None, shape.fill is not None
    ]


def _outline(shape: shapes.AnyOutline) -> str:
    match shape:
        case shapes.Line():
            return f"{_at(shape.x1, shape.y1)} m {_at(shape.x2, shape.y2)} l"
        case shapes.Rect():
            return _rect(shape)
        case shapes.Circle():
            return _ellipse(shape.x, shape.y, shape.r, shape.r)
        case shapes.Ellipse():
            return _ellipse(shape.x, shape.y, shape.rx, shape.ry)
        case shapes.Polygon():
            steps = [f"{_at(*point)} {'l' if n else 'm'}" for n, point in enumerate(shape.points)]
            return " ".join([*steps, "h"])
        case shapes.Path():
            return " ".join(map(_step, shape.steps))
        case _:
            assert_never(shape)


def _rect(shape: shapes.Rect) -> str:
    x, y, w, h = shape.x, shape.y, shape.w, shape.h
    r = min(shape.radius, w / 2, h / 2)
    if r <= 0:
        return f"{_at(x, y, w, h)} re"
    k = r * (1 - _ROUND)
    right, below = x + w, y + h
    return (
        f"{_at(x + r, y)} m {_at(right - r, y)} l "
        f"{_at(right - k, y, right, y + k, right, y + r)} c {_at(right, below - r)} l "
        f"{_at(right, below - k, right - k, below, right - r, below)} c {_at(x + r, below)} l "
        f"{_at(x + k, below, x, below - k, x, below - r)} c {_at(x, y + r)} l "
        f"{_at(x, y + k, x + k, y, x + r, y)} c h"
    )


def _ellipse(x: float, y: float, rx: float, ry: float) -> str:
    h, v = rx * _ROUND, ry * _ROUND
    curves = (
        (x + rx, y + v, x + h, y + ry, x, y + ry),
        (x - h, y + ry, x - rx, y + v, x - rx, y),
        (x - rx, y - v, x - h, y - ry, x, y - ry),
        (x + h, y - ry, x + rx, y - v, x + rx, y),
    )
    return f"{_at(x + rx, y)} m " + " ".join(f"{_at(*curve)} c" for curve in curves) + " h"


def _step(step: tuple[str | float, ...]) -> str:
    pen, *numbers = step
    operator = {"M": "m", "L": "l", "C": "c", "Z": "h"}[str(pen)]
    return f"{_at(*map(float, numbers))} {operator}"


def _at(*numbers: float) -> str:
    return " ".join(f"{number:.2f}" for number in numbers)
