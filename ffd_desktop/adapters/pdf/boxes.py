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
_TITLE: Final = look.FACT_STRONG


class _Words(NamedTuple):
    """One line of a box and whose it is."""

    element: Element
    line: Line
    style: Style


def callout(lettering: Lettering, block: Callout, parent: Element) -> Iterator[Slice]:
    """Yield a box; a long one goes on over pages."""
    colour, wash = _TONES[block.tone]
    room = look.COLUMN - _INSET - _PAD
    whole = parent.add("Div")
    said: list[_Words] = []
    for text, style in (
        (block.title, _TITLE._replace(colour=colour)),
        *((line, look.BODY) for line in block.lines),
    ):
        element = whole.add("P")
        said += [_Words(element, line, style) for line in set_lines(lettering, text, style, room)]
    for start in range(0, len(said), _HANDFUL):
        part = said[start : start + _HANDFUL]
        is_first, is_last = start == 0, start + _HANDFUL >= len(said)
        height = sum(words.style.leading for words in part)
        height += _PAD * (is_first + is_last)
        box = _Box(part, height, block.tone, colour, wash, is_first=is_first)
        yield Slice(height, box.paint, gap=10.0 if is_first else 0)


class _Box(NamedTuple):
    words: list[_Words]
    height: float
    tone: Tone
    colour: Colour
    wash: Colour
    is_first: bool

    def paint(self, sheet: Sheet, top: float) -> None:
        sheet.decorate()
        corner = (look.LEFT, top - self.height)
        sheet.block(corner, (look.COLUMN, self.height), self.wash)
        sheet.block(corner, (5, self.height), self.colour)
        y = top
        if self.is_first:
            y -= _PAD
            sheet.raw(_sign(self.tone, self.colour, look.LEFT + 23, y - _TITLE.leading / 2))
        for words in self.words:
            sheet.belong(words.element)
            paint_lines(sheet, [words.line], words.style, (look.LEFT + _INSET, y), look.COLUMN)
            y -= words.style.leading


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


def key_facts(lettering: Lettering, block: KeyFacts, parent: Element) -> Iterator[Slice]:
    """Yield the facts, each a label and what it says, with a rule between them."""
    for number, fact in enumerate(block.facts):
        yield from _fact(lettering, fact, parent.add("Div"), is_first=number == 0)


def _fact(lettering: Lettering, fact: Fact, whole: Element, *, is_first: bool) -> Iterator[Slice]:
    question = whole.add("P")
    label = set_lines(lettering, fact.label, look.LABEL, look.LABEL_WIDTH)
    style = look.FACT_STRONG if fact.strong else look.FACT
    ladder = 20.0 * fact.steps if fact.steps else 0.0
    said: list[_Words] = []
    for value in fact.values:
        element = whole.add("P")
        room = look.ANSWER_WIDTH - ladder
        said += [_Words(element, line, style) for line in set_lines(lettering, value, style, room)]
        style = look.FACT
    for start in range(0, max(len(said), 1), _HANDFUL):
        part = said[start : start + _HANDFUL]
        words = sum(line.style.leading for line in part)
        is_end = start + _HANDFUL >= len(said)
        head = label if start == 0 else []
        height = max(words, len(head) * look.LABEL.leading + 2) + _AIR * (1 + is_end)
        row = _FactRow(fact, question, head, part, height, is_end=is_end)
        yield Slice(height, row.paint, gap=6.0 if is_first and start == 0 else 0)


class _FactRow(NamedTuple):
    fact: Fact
    question: Element
    label: list[Line]
    words: list[_Words]
    height: float
    is_end: bool

    def paint(self, sheet: Sheet, top: float) -> None:
        y = top - _AIR
        if self.label:
            sheet.belong(self.question)
            drop = (self.words[0].style.size - look.LABEL.size) * 0.75 if self.words else 0
            paint_lines(sheet, self.label, look.LABEL, (look.LEFT, y - drop), look.LABEL_WIDTH)
            if self.fact.steps:
                sheet.decorate()
                sheet.raw(_ladder(self.fact, look.RIGHT - 17.0 * self.fact.steps, y - 13))
        for words in self.words:
            sheet.belong(words.element)
            at = (look.ANSWER_LEFT, y)
            paint_lines(sheet, [words.line], words.style, at, look.ANSWER_WIDTH)
            y -= words.style.leading
        if self.is_end:
            sheet.decorate()
            sheet.rule((look.LEFT, top - self.height), look.COLUMN, look.RULE, 0.6)


def _ladder(fact: Fact, x: float, y: float) -> str:
    """Return steps that rise from left to right, filled up to the one that is meant."""
    rgb = " ".join(map(str, look.ACCENT))
    out = [f"{rgb} rg {rgb} RG 0.9 w"]
    for step in range(fact.steps):
        height = 4 + 3.2 * step
        full = "B" if step < fact.step else "S"
        out.append(f"{x + 17 * step:.2f} {y:.2f} 12 {height:.2f} re {full}")
    return " ".join(out)
