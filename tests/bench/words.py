"""Checking and printing: all checks on the largest referral, and the PDF beside bare ReportLab."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from itertools import count
from pathlib import Path
from xml.sax.saxutils import escape

import msgspec
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

from ffd_desktop.adapters.clock import SCHOOL_ZONE
from ffd_desktop.adapters.pdf.writer import write_pdf
from ffd_desktop.checking.findings import check
from ffd_desktop.checking.passages import Memory
from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.exporting import outline
from ffd_desktop.exporting.compose import compose
from ffd_desktop.exporting.pictures.family.genogram import genogram
from ffd_desktop.exporting.pictures.family.ordering import ordered
from ffd_desktop.exporting.wording import Wording
from ffd_desktop.referral.model import Referral
from tests.bench.measuring import Row, against, p50, seconds, times, told, within
from tests.builders import referrals as built

FONT = Path("resources/fonts/NotoSans-Regular.ttf")
NOW = datetime(2026, 11, 20, 14, 3, tzinfo=SCHOOL_ZONE)
STYLE = ParagraphStyle("bench", fontName="BenchNoto", fontSize=10, leading=13)


def checking() -> list[Row]:
    """Time all checks on the largest referral: after a change to one text, and the first time."""
    pack = bundled_pack("worcestershire")
    form, largest = pack.form("csc"), built.largest()
    memory, typed = Memory(), count()

    def again() -> None:
        check(_with(largest, next(typed)), form, pack, today=NOW.date(), memory=memory)

    again()
    first = times(lambda: check(largest, form, pack, today=NOW.date()), 25)
    return [
        within("all checks on the largest referral, after a word was typed", times(again, 25),
               most=0.005),
        Row("  the first time, with every text to read", told(p50(first))),
    ]  # fmt: skip


def _with(largest: Referral, number: int) -> Referral:
    """Type on in one event, so that one text has to be read again."""
    words = f"Came late without a coat, {number} times since the summer holidays."
    event = msgspec.structs.replace(largest.events[250], what=words)
    events = (*largest.events[:250], event, *largest.events[251:])
    return msgspec.structs.replace(largest, events=events)


def drawing() -> Row:
    """Time the family's picture of the largest referral, nothing remembered of it."""
    wording = Wording(built.largest(), bundled_pack("worcestershire"), NOW.date())

    def draw() -> None:
        ordered.cache_clear()
        genogram(wording)

    return within("the family’s picture of the largest referral", times(draw, 25), most=0.02)


def printing() -> list[Row]:
    """Time the tagged PDF of a family, and of the largest referral."""
    pdfmetrics.registerFont(TTFont("BenchNoto", FONT))
    return [
        *_printing("a 4-child family", built.typical(), rounds=7),
        *_printing("the largest referral", built.largest(), rounds=3),
    ]


def _printing(whose: str, referral: Referral, *, rounds: int) -> list[Row]:
    """Time the tagged PDF beside the same words by ReportLab's own platypus, turn by turn."""
    pack = bundled_pack("worcestershire")
    form = pack.form("csc")
    findings = check(referral, form, pack, today=NOW.date())

    def shape() -> outline.Document:
        return compose(referral, form, pack=pack, findings=findings, now=NOW)

    shaped = shape()
    ours, bare = list[float](), list[float]()
    pages = write_pdf(shaped).pages
    bare_pdf(shaped)
    for _ in range(rounds):
        ours.append(seconds(lambda: write_pdf(shaped)))
        bare.append(seconds(lambda: bare_pdf(shaped)))
    return [
        against(
            f"PDF of {whose}, tagged, {pages} pages",
            ours,
            bare,
            most=1.5,
            of_bare="ReportLab, the same words, untagged",
        ),
        Row("  before it: choosing the words and their order", told(p50(times(shape, rounds)))),
    ]


def bare_pdf(document: outline.Document) -> bytes:
    """Set the same words with ReportLab alone."""
    made = BytesIO()
    story = [flowable for block in document.blocks for flowable in _flowables(block)]
    SimpleDocTemplate(made, pageCompression=1).build(story)
    return made.getvalue()


def _flowables(block: outline.AnyBlock) -> Iterator[Flowable]:
    if isinstance(block, outline.Section):
        for one in block.blocks:
            yield from _flowables(one)
    elif isinstance(block, outline.Table):
        rows = [block.columns, *block.rows]
        yield Table([[_said(cell) for cell in row] for row in rows], repeatRows=1)
    else:
        yield from (_said(words) for words in _words_of(block) if words)


def _words_of(block: outline.AnyBlock) -> tuple[str, ...]:
    match block:
        case outline.Answer():
            return block.label, *block.values, block.note
        case outline.KeyFacts():
            return tuple(words for fact in block.facts for words in (fact.label, *fact.values))
        case outline.Callout():
            return block.title, *block.lines
        case outline.BulletList():
            return block.items
        case outline.Heading() | outline.Paragraph():
            return (block.text,)
        case _:
            return ()


def _said(words: str) -> Paragraph:
    return Paragraph(escape(words).replace("\n", "<br/>"), STYLE)
