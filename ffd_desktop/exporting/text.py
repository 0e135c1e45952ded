"""The outline as plain text, eighty columns wide, in an order that can be read aloud.

Never drops a character: lines are broken at spaces only, and controls are shown by their codes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final, assert_never

from ffd_desktop.exporting.characters import lines_of
from ffd_desktop.exporting.outline import (
    Answer,
    AnyBlock,
    BulletList,
    Callout,
    Document,
    Figure,
    Heading,
    KeyFacts,
    OnePage,
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Section,
    Table,
    Tone,
)

WIDTH: Final = 80
_UNDER: Final = {1: "=", 2: "-"}
_LEAD: Final = {ParagraphStyle.WARNING: "Warning: ", ParagraphStyle.QUOTE: "    "}
_TONE_WORD: Final = {Tone.DANGER: "DANGER", Tone.CAUTION: "TAKE CARE", Tone.PLAIN: ""}


def write_text(document: Document) -> str:
    """Return the whole document as text that ends with a newline."""
    lines = [*_front(document), *_blocks(document.blocks), "", "-" * WIDTH, *_foot(document)]
    return "\n".join(_without_double_gaps(lines)) + "\n"


def _front(document: Document) -> Iterator[str]:
    yield from wrapped(document.title)
    if document.draft:
        yield "DRAFT: this referral is not finished."
    if document.made_at:
        yield from wrapped(document.made_at)


def _foot(document: Document) -> Iterator[str]:
    yield from wrapped(document.reference)
    yield from wrapped(document.footer)
    if document.record:
        yield from wrapped(document.record)
    if document.fingerprint:
        yield from wrapped(f"Fingerprint: {document.fingerprint}")


def _blocks(blocks: tuple[AnyBlock, ...]) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)


def _block(block: AnyBlock) -> Iterator[str]:  # noqa: C901 - one arm for each kind of block
    match block:
        case Heading():
            yield from _heading(block)
        case Paragraph():
            yield ""
            yield from _indented(block.text, _LEAD.get(block.style, ""))
        case Answer():
            yield from _answer(block)
        case BulletList():
            yield ""
            yield from _bullets(block.items)
        case Table():
            yield from _table(block)
        case Callout():
            yield ""
            yield from wrapped(_callout_title(block))
            yield from _each(block.lines, lambda line: _indented(line, "  "))
        case KeyFacts():
            yield ""
            for fact in block.facts:
                yield from _labelled(fact.label, fact.values)
        case Figure():
            yield ""
            yield from wrapped(f"Picture: {block.alternative}")
            yield from wrapped(block.caption) if block.caption else ()
        case PageBreak():
            yield from ("", "")
        case OnePage():
            yield from _blocks(block.variants[0])
            yield from ("", "")
        case Section():
            yield from _blocks(block.blocks)
        case _:
            assert_never(block)


def _heading(heading: Heading) -> Iterator[str]:
    lines = wrapped(heading.text)
    yield from ("", "") if heading.level == 1 else ("",)
    yield from lines
    rule = _UNDER.get(heading.level)
    if rule:
        yield rule * max(map(len, lines))


def _callout_title(callout: Callout) -> str:
    """Return the title behind the word of its tone, which is not said twice."""
    word = _TONE_WORD[callout.tone]
    return callout.title if word in ("", callout.title.upper()) else f"{word}: {callout.title}"


def _answer(answer: Answer) -> Iterator[str]:
    yield ""
    note = (f"({answer.note})",) if answer.note else ()
    yield from _labelled(answer.label, (*answer.values, *note))


def _labelled(label: str, values: tuple[str, ...]) -> Iterator[str]:
    yield from wrapped(label if label.endswith("?") or not label else f"{label}:")
    yield from _each(values, lambda value: _indented(value, "    "))


def _bullets(items: tuple[str, ...]) -> Iterator[str]:
    for item in items:
        yield from _indented(item, "  - ", "    ")


def _table(table: Table) -> Iterator[str]:
    """Each row is read out as its cells behind the names of their columns, its own name first."""
    yield ""
    if table.caption:
        yield from wrapped(table.caption)
    if not table.rows:
        yield from wrapped("; ".join(table.columns))
    for number, row in enumerate(table.rows, start=1):
        named = list(zip(table.columns, row, strict=False))
        if table.row_header and named:
            column, cell = named.pop(0)
            yield from _indented(f"{column}: {cell}", "  ", "    ")
        else:
            yield from _indented(f"Row {number} of {len(table.rows)}", "  ")
        for column, cell in named:
            yield from _indented(f"{column}: {cell}", "    ", "      ")
        for cell in row[len(table.columns) :]:
            yield from _indented(cell, "    ", "      ")


def _each(texts: Iterable[str], write: Callable[[str], Iterable[str]]) -> Iterator[str]:
    for text in texts:
        yield from write(text)


def _indented(text: str, first: str, rest: str | None = None) -> Iterator[str]:
    """Yield the wrapped lines of a text, ``first`` before the first and ``rest`` before others."""
    later = rest if rest is not None else first if first.isspace() else " " * len(first)
    lead = first
    for line in wrapped(text, WIDTH - len(lead)):
        yield (lead + line).rstrip(" ") if line else ""
        lead = later


def wrapped(text: str, width: int = WIDTH) -> list[str]:
    """Return the text in lines of at most ``width``; a longer word stands on its own line."""
    lines: list[str] = []
    for paragraph in lines_of(text):
        line = ""
        for word in paragraph.replace("\t", "    ").split(" "):
            if line and len(line) + 1 + len(word) > width:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}" if line else word
        lines.append(line)
    return lines


def _without_double_gaps(lines: Iterable[str]) -> Iterator[str]:
    gaps = 0
    for line in lines:
        gaps = 0 if line else gaps + 1
        if gaps <= 2:
            yield line
