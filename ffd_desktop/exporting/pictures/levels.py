"""The levels of need at a glance: factors down, levels across, how much was marked in each.

Geometry and words only; judges nothing and adds nothing up.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

from ffd_desktop.councils.pack import Pack
from ffd_desktop.exporting.drawing import AnyShape, Drawing, Ink, Label, Line, Rect
from ffd_desktop.exporting.outline import Figure
from ffd_desktop.referral.model import Referral

_NAMES: Final = 190.0
_CELL: Final = 76.0
_ROW: Final = 24.0
_HEAD: Final = 20.0
_DOT: Final = 9.0
_MOST_DOTS: Final = 6
_CAPTION: Final = "What was marked of the council\u2019s indicators. It is no score."


def levels_grid(referral: Referral, pack: Pack) -> Figure | None:
    """Draw what was marked; ``None`` when nothing was, or the council has no indicators."""
    known = {one.code: one for one in pack.indicators}
    seen = {mark.code for mark in referral.indicators if mark.code in known}
    if not seen:
        return None
    counts = Counter((known[code].factor, known[code].level) for code in seen)
    factors = list(dict.fromkeys(one.factor for one in pack.indicators))
    levels = [(one.code, one.number) for one in pack.levels]
    width = _NAMES + _CELL * len(levels)
    height = _HEAD + _ROW * len(factors)
    shapes: list[AnyShape] = [
        Label(x=_NAMES + _CELL * (at + 0.5), y=_HEAD - 7, text=f"Level {number}", anchor="middle")
        for at, (_, number) in enumerate(levels)
    ]
    for row, factor in enumerate(factors):
        top = _HEAD + _ROW * row
        shapes.append(Line(x1=0, y1=top, x2=width, y2=top, line=Ink.QUIET, width=0.5))
        shapes.append(Label(x=0, y=top + _ROW / 2 + 3, text=factor))
        for at, (code, _) in enumerate(levels):
            shapes += _cell(counts[factor, code], _NAMES + _CELL * at, top)
    drawing = Drawing(width, height, tuple(shapes))
    return Figure(_words(counts, factors, levels), drawing, _CAPTION)


def _cell(count: int, left: float, top: float) -> list[AnyShape]:
    """Draw a dot for each thing marked, or a number where the dots would not fit."""
    middle = top + _ROW / 2
    if count > _MOST_DOTS:
        text = f"{count} marked"
        return [Label(x=left + _CELL / 2, y=middle + 3, text=text, anchor="middle", strong=True)]
    start = left + (_CELL - count * (_DOT + 2)) / 2
    return [
        Rect(x=start + n * (_DOT + 2), y=middle - _DOT / 2, w=_DOT, h=_DOT, fill=Ink.ACCENT)
        for n in range(count)
    ]


def _words(
    counts: Counter[tuple[str, str]], factors: list[str], levels: list[tuple[str, int]]
) -> str:
    said = []
    for factor in factors:
        parts = [
            f"{counts[factor, code]} at level {number}"
            for code, number in levels
            if counts[factor, code]
        ]
        said.append(f"{factor}: {', '.join(parts) or 'nothing'}.")
    return f"What was marked of the council\u2019s indicators. {' '.join(said)}"
