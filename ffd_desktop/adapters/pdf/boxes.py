"""Lays out what the front page is made of: boxes that must be seen and facts at one glance.

A box speaks by its words and a sign; its colour only helps.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from ffd_desktop.adapters.pdf import style as look
from ffd_desktop.adapters.pdf.flow import Slice
from ffd_desktop.adapters.pdf.setting import Line, set_lines
from ffd_desktop.adapters.pdf.sheet import Sheet
from ffd_desktop.adapters.pdf.strips import paint_lines
from ffd_desktop.adapters.pdf.style import Colour, Style
from ffd_desktop.adapters.pdf.tags import Element
from ffd_desktop.adapters.pdf.words import Lettering
from ffd_desktop.exporting.outline import Callout, Fact, KeyFacts, Tone

_TONES: Final = {
    Tone.DANGER: (look.DANGER, look.DANGER_WASH),
    Tone.CAUTION: (look.CAUTION, look.CAUTION_WASH),
    Tone.PLAIN: (look.ACCENT, look.WASH),
}
_INSET: Final = 40.0
_PAD: Final = 9.0
_AIR: Final = 4.0  # above and below a fact
_HANDFUL: Final = 20
_FACT_LEFT: Final = look.LEFT + look.FACT_LABEL_WIDTH + 10
_STEP: Final = 17.0  # from one step of the ladder to the next


class _Words(NamedTuple):
    """One line of a box and whose it is."""

    element: Element
    line: Line
    style: Style


def callout(
    lettering: Lettering, block: Callout, parent: Element, scale: float = 1.0
) -> Iterator[Slice]:
    """Yield a box; a long one goes on over pages."""
    colour, wash = _TONES[block.tone]
    room = look.COLUMN - _INSET - _PAD
    whole = parent.add("Div")
    said: list[_Words] = []
    title = look.scaled(look.FACT_STRONG, scale)._replace(colour=colour)
    body, pad = look.scaled(look.BODY, scale), _PAD * scale
    for text, style in ((block.title, title), *((line, body) for line in block.lines)):
        element = whole.add("P")
        said += [_Words(element, line, style) for line in set_lines(lettering, text, style, room)]
    for start in range(0, len(said), _HANDFUL):
        part = said[start : start + _HANDFUL]
        is_first, is_last = start == 0, start + _HANDFUL >= len(said)
        height = sum(words.style.leading for words in part)
        height += pad * (is_first + is_last)
        box = _Box(part, height, block.tone, colour, wash, pad if is_first else None)
        yield Slice(height, box.paint, gap=10.0 * scale if is_first else 0)


class _Box(NamedTuple):
    words: list[_Words]
    height: float
    tone: Tone
    colour: Colour
    wash: Colour
    pad: float | None  # the white above the first line, where the box begins

    def paint(self, sheet: Sheet, top: float) -> None:
        sheet.decorate()
        corner = (look.LEFT, top - self.height)
        sheet.block(corner, (look.COLUMN, self.height), self.wash)
        sheet.block(corner, (5, self.height), self.colour)
        y = top
        if self.pad is not None:
            y -= self.pad
            middle = y - self.words[0].style.leading / 2 if self.words else y
            sheet.raw(_sign(self.tone, self.colour, look.LEFT + 23, middle))
        _paint(sheet, self.words, look.LEFT + _INSET, y)


def _sign(tone: Tone, colour: Colour, x: float, y: float) -> str:
    """Return a small sign: a full triangle for danger, an open one for care, else a bar."""
    rgb = " ".join(map(str, colour))
    mark = f"{x - 0.9:.2f} {y - 2:.2f} 1.8 5.4 re {x - 0.9:.2f} {y - 4.9:.2f} 1.8 1.8 re f"
    triangle = f"{x - 9:.2f} {y - 7:.2f} m {x + 9:.2f} {y - 7:.2f} l {x:.2f} {y + 8.4:.2f} l"
    if tone is Tone.DANGER:
        return f"{rgb} rg {triangle} f 1 1 1 rg {mark}"
    if tone is Tone.CAUTION:
        return f"{rgb} RG 1.6 w 1 j {triangle} s {rgb} rg {mark}"
    return f"{rgb} rg {x - 7:.2f} {y - 1:.2f} 14 2 re f"


def key_facts(
    lettering: Lettering, block: KeyFacts, parent: Element, scale: float = 1.0
) -> Iterator[Slice]:
    """Yield the facts, each a label and what it says, with a rule between them."""
    gap = 6.0 * scale
    for fact in block.facts:
        for one in _fact(lettering, fact, parent.add("Div"), scale):
            yield one._replace(gap=gap)
            gap = 0.0


def _fact(lettering: Lettering, fact: Fact, whole: Element, scale: float) -> Iterator[Slice]:
    question = whole.add("P")
    name, air = look.scaled(look.LABEL, scale), _AIR * scale
    label = [_Words(question, line, name) for line in _lines(lettering, fact.label, name)]
    said = list(_values(lettering, fact, whole, scale))
    for start in range(0, max(len(said), 1), _HANDFUL):
        part = said[start : start + _HANDFUL]
        words = sum(line.style.leading for line in part)
        is_end = start + _HANDFUL >= len(said)
        head = label if start == 0 else []
        height = max(words, len(head) * name.leading + 2) + air * (1 + is_end)
        row = _FactRow(fact, head, part, height, air, is_end=is_end)
        yield Slice(height, row.paint)


def _lines(lettering: Lettering, label: str, style: Style) -> list[Line]:
    return set_lines(lettering, label, style, look.FACT_LABEL_WIDTH)


def _values(lettering: Lettering, fact: Fact, whole: Element, scale: float) -> Iterator[_Words]:
    """Yield the lines of the values; the first leaves room for the ladder beside it."""
    style = look.scaled(look.FACT_STRONG if fact.strong else look.FACT, scale)
    room = look.RIGHT - _FACT_LEFT - _STEP * fact.steps
    for value in fact.values:
        element = whole.add("P")
        for line in set_lines(lettering, value, style, room):
            yield _Words(element, line, style)
        style, room = look.scaled(look.FACT, scale), look.RIGHT - _FACT_LEFT


class _FactRow(NamedTuple):
    fact: Fact
    label: list[_Words]
    words: list[_Words]
    height: float
    air: float
    is_end: bool

    def paint(self, sheet: Sheet, top: float) -> None:
        y = top - self.air
        if self.label:
            name = self.label[0].style
            drop = (self.words[0].style.size - name.size) * 0.75 if self.words else 0
            _paint(sheet, self.label, look.LEFT, y - drop)
            if self.fact.steps:
                sheet.decorate()
                foot = y - (self.words[0].style.leading if self.words else 0) * 0.8
                sheet.raw(_ladder(self.fact, look.RIGHT - _STEP * self.fact.steps, foot))
        _paint(sheet, self.words, _FACT_LEFT, y)
        if self.is_end:
            sheet.decorate()
            sheet.rule((look.LEFT, top - self.height), look.COLUMN, look.RULE, 0.6)


def _paint(sheet: Sheet, words: list[_Words], x: float, y: float) -> None:
    for one in words:
        sheet.belong(one.element)
        paint_lines(sheet, [one.line], one.style, (x, y), look.RIGHT - x)
        y -= one.style.leading


def _ladder(fact: Fact, x: float, y: float) -> str:
    """Return steps that rise from left to right, filled up to the one that is meant."""
    rgb = " ".join(map(str, look.ACCENT))
    out = [f"{rgb} rg {rgb} RG 0.9 w"]
    for step in range(fact.steps):
        height = 4 + 3.2 * step
        full = "B" if step < fact.step else "S"
        out.append(f"{x + _STEP * step:.2f} {y:.2f} 12 {height:.2f} re {full}")
    return " ".join(out)
