"""Lays out each kind of block as slices, and hangs its structure elements on the tree.

Decides how a block looks; never where it stands on a page.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Final, NamedTuple, assert_never

from ffd_desktop.adapters.pdf import style as look
from ffd_desktop.adapters.pdf.boxes import callout, key_facts
from ffd_desktop.adapters.pdf.catalogue import Weight
from ffd_desktop.adapters.pdf.figures import figure
from ffd_desktop.adapters.pdf.flow import Repeat, Slice, pages_of
from ffd_desktop.adapters.pdf.setting import Line, set_text
from ffd_desktop.adapters.pdf.sheet import Sheet
from ffd_desktop.adapters.pdf.strips import Strip, baseline, paint_lines, strips
from ffd_desktop.adapters.pdf.style import Style
from ffd_desktop.adapters.pdf.tables import table
from ffd_desktop.adapters.pdf.tags import Element
from ffd_desktop.adapters.pdf.words import Lettering
from ffd_desktop.exporting.outline import (
    Answer,
    AnswerState,
    AnyBlock,
    BulletList,
    Callout,
    Figure,
    Heading,
    KeyFacts,
    OnePage,
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Section,
    Table,
)

_PARAGRAPHS: Final = {
    ParagraphStyle.BODY: look.BODY,
    ParagraphStyle.QUIET: look.SMALL,
    ParagraphStyle.STRONG: look.STRONG,
    ParagraphStyle.QUOTE: look.QUOTE,
    ParagraphStyle.WARNING: look.STRONG,
}
_BULLET_INDENT: Final = 14.0
_TIGHT: Final = 0.9  # of the usual size, where a page must hold more


class Landmark(NamedTuple):
    """A heading for the list of bookmarks."""

    level: int
    text: str
    element: Element


class Layout:
    """Turns blocks into slices, in reading order."""

    def __init__(self, lettering: Lettering) -> None:
        self._lettering = lettering
        self._scale = 1.0  # of boxes, facts and tables
        self._new_page = False
        self.landmarks: list[Landmark] = []
        self.slices: list[Slice] = []

    def add(self, blocks: tuple[AnyBlock, ...], parent: Element) -> None:
        """Lay out the blocks below the element."""
        for block in blocks:
            if isinstance(block, PageBreak):
                self._new_page = True
            elif isinstance(block, Section):
                self.add(block.blocks, parent.add("Sect"))
            elif isinstance(block, OnePage):
                self._one_page(block, parent)
            else:
                self._append(list(self._block(block, parent)))

    def _one_page(self, page: OnePage, parent: Element) -> None:
        """Lay out the longest variant that fits, rather set small than shortened."""
        self._new_page = True
        tries = product(page.variants, (1.0, _TIGHT))
        fit = (each for each in tries if self._fits(*each))
        blocks, self._scale = next(fit, (page.variants[-1], _TIGHT))
        self.add(blocks, parent)
        self._scale, self._new_page = 1.0, True

    def _fits(self, blocks: tuple[AnyBlock, ...], scale: float) -> bool:
        """Tell whether the blocks stand on one page; the trial leaves no trace."""
        missing = self._lettering.missing.copy()
        trial = Layout(self._lettering)
        trial._scale = scale
        trial.add(blocks, Element("Sect"))
        self._lettering.missing.clear()
        self._lettering.missing.update(missing)
        return len(pages_of(trial.slices)) == 1

    def _append(self, slices: list[Slice]) -> None:
        if slices and self._new_page:
            slices[0] = slices[0]._replace(new_page=True)
            self._new_page = False
        self.slices += slices

    def _block(self, block: AnyBlock, parent: Element) -> Iterator[Slice]:
        match block:
            case Heading():
                yield from self._heading(block, parent)
            case Paragraph():
                yield from self._paragraph(block, parent)
            case Answer():
                yield from self._answer(block, parent)
            case BulletList():
                yield from self._list(block, parent)
            case Table():
                yield from table(self._lettering, block, parent, self._scale)
            case Callout():
                yield from callout(self._lettering, block, parent, self._scale)
            case KeyFacts():
                yield from key_facts(self._lettering, block, parent, self._scale)
            case Figure():
                yield from figure(self._lettering, block, parent)
            case PageBreak() | OnePage() | Section():
                return
            case _:
                assert_never(block)

    def _heading(self, heading: Heading, parent: Element) -> Iterator[Slice]:
        element = parent.add(f"H{heading.level}", title=heading.key)
        self.landmarks.append(Landmark(heading.level, heading.text, element))
        gaps = look.HEADING_GAPS[heading.level]
        style = look.HEADINGS[heading.level]
        rule = look.RULE if heading.level == 2 else None
        made = list(strips(self._lettering, heading.text, style, Strip(element), look.COLUMN))
        for number, one in enumerate(made):
            yield one._replace(gap=gaps.before if number == 0 else 0, keep=True)
        after = gaps.after

        def below(sheet: Sheet, top: float) -> None:
            if rule:
                sheet.decorate()
                sheet.rule((look.LEFT, top - 1), look.COLUMN, rule, 0.8)

        yield Slice(after, below, keep=True)

    def _paragraph(self, paragraph: Paragraph, parent: Element) -> Iterator[Slice]:
        style = _PARAGRAPHS[paragraph.style]
        if paragraph.style is ParagraphStyle.QUOTE:
            strip = Strip(parent.add("BlockQuote"), left=look.LEFT + 16, bar=look.RULE)
        elif paragraph.style is ParagraphStyle.WARNING:
            strip = Strip(parent, left=look.LEFT + 16, bar=look.CAUTION)
        else:
            strip = Strip(parent)
        room = min(look.RIGHT - strip.left, look.MEASURE)
        gap = look.PARAGRAPH_GAP
        for part in paragraph.text.split("\n"):
            inner = strip._replace(element=strip.element.add("P"))
            for one in strips(self._lettering, part, style, inner, room):
                yield one._replace(gap=gap)
                gap = 0
            gap = gap or look.PARAGRAPH_GAP / 2

    def _list(self, block: BulletList, parent: Element) -> Iterator[Slice]:
        listing = parent.add("L")
        listing.attributes = {"List": {"ListNumbering": "/Disc"}}
        for number, item in enumerate(block.items):
            row = listing.add("LI")
            mark, body = row.add("Lbl"), row.add("LBody")
            bullet = set_text(self._lettering, "\u2022", look.BODY, 20)[0]
            strip = Strip(body, left=look.LEFT + _BULLET_INDENT, head=(mark, tuple(bullet)))
            first = True
            for one in strips(
                self._lettering, item, look.BODY, strip, look.MEASURE - _BULLET_INDENT
            ):
                yield one._replace(gap=(6.0 if number == 0 else 3.0) if first else 0)
                first = False

    def _answer(self, answer: Answer, parent: Element) -> Iterator[Slice]:
        """The question at the left, the answer beside it, however long."""
        whole = parent.add("Div")
        question = whole.add("P")
        label = [
            line
            for lines in set_text(self._lettering, answer.label, look.LABEL, look.LABEL_WIDTH)
            for line in lines
        ]
        rows = list(self._answer_rows(answer, whole))
        if not rows:
            rows = [Slice(look.BODY.leading, _nothing)]
        short = len(label) * look.LABEL.leading - sum(row.height + row.gap for row in rows)
        if short > 0:
            rows.append(Slice(short, _nothing))
        beside = _Beside(question, label)
        rows[0] = _with_label(rows[0], beside)
        for number, row in enumerate(rows):
            yield row._replace(
                gap=row.gap if number else 7.0,
                keep=row.keep
                or number < len(label) - 1
                or (number in (0, len(rows) - 2) and number < len(rows) - 1),
                repeat=Repeat(0, beside.again) if number else None,
            )

    def _answer_rows(self, answer: Answer, whole: Element) -> Iterator[Slice]:
        style = look.BODY if answer.state is AnswerState.ANSWERED else look.ABSENT
        gap = 0.0
        for value in answer.values:
            for part in value.split("\n"):
                strip = Strip(whole.add("P"), left=look.ANSWER_LEFT)
                for one in strips(self._lettering, part, style, strip, look.ANSWER_WIDTH):
                    yield one._replace(gap=gap)
                    gap = 0.0
                gap = look.PARAGRAPH_GAP / 2
        if answer.note:
            strip = Strip(whole.add("P"), left=look.ANSWER_LEFT)
            yield from strips(self._lettering, answer.note, look.SMALL, strip, look.ANSWER_WIDTH)


class _Beside(NamedTuple):
    """The label of an answer; where the answer goes on, it is repeated for the eye alone."""

    element: Element
    lines: list[Line]

    def paint(self, sheet: Sheet, top: float) -> None:
        sheet.belong(self.element)
        paint_lines(sheet, self.lines, look.LABEL, (look.LEFT, top), look.LABEL_WIDTH)

    def again(self, sheet: Sheet, top: float) -> None:
        sheet.decorate()
        quiet: Style = look.LABEL._replace(weight=Weight.ITALIC)
        first = self.lines[:1]
        if first:
            sheet.line(first[0], quiet, (look.LEFT, baseline(look.LABEL, top)))


def _with_label(row: Slice, label: _Beside) -> Slice:
    def paint(sheet: Sheet, top: float) -> None:
        label.paint(sheet, top)
        row.paint(sheet, top)

    return row._replace(paint=paint)


def _nothing(sheet: Sheet, top: float) -> None:
    """Paint nothing: the slice is white."""
