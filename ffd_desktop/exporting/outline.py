"""The neutral tree that every exporter writes: a document of plain blocks in reading order.

Knows nothing of referrals, councils, fonts or pages, and holds only frozen values.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from typing import Literal, TypeAlias

import msgspec

from ffd_desktop.exporting.drawing import Drawing


class ParagraphStyle(StrEnum):
    """How a paragraph speaks; every exporter shows each one differently."""

    BODY = "body"
    QUIET = "quiet"
    STRONG = "strong"
    QUOTE = "quote"
    WARNING = "warning"


class AnswerState(StrEnum):
    """Whether a question was answered, honestly left open, or not touched."""

    ANSWERED = "answered"
    NOT_KNOWN = "not_known"
    UNANSWERED = "unanswered"


class Tone(StrEnum):
    """How loudly a callout speaks; exporters add a word or a shape, never colour alone."""

    DANGER = "danger"
    CAUTION = "caution"
    PLAIN = "plain"


class Block(msgspec.Struct, frozen=True, kw_only=False, tag_field="block"):
    """One thing on the page; the kinds below are all there are."""


class Heading(Block, frozen=True, tag="heading"):
    """A heading; ``key`` names the section it opens, for links and bookmarks."""

    level: Literal[1, 2, 3]
    text: str
    key: str = ""


class Paragraph(Block, frozen=True, tag="paragraph"):
    """Running text; a newline in it starts a new paragraph of the same style."""

    text: str
    style: ParagraphStyle = ParagraphStyle.BODY


class Answer(Block, frozen=True, tag="answer"):
    """A question and what was answered; several values are separate paragraphs.

    ``note`` says where the answer came from, such as "from the roll, 3 November 2026".
    """

    label: str
    values: tuple[str, ...]
    state: AnswerState = AnswerState.ANSWERED
    note: str = ""


class BulletList(Block, frozen=True, tag="list"):
    """Short items in order; each may hold newlines."""

    items: tuple[str, ...]


class Table(Block, frozen=True, tag="table"):
    """A table with one header row; ``shares`` are the columns' relative widths.

    With ``row_header`` the first cell of each row names the row.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    row_header: bool = False
    shares: tuple[float, ...] = ()


class Callout(Block, frozen=True, tag="callout"):
    """A box that must be seen: a title and a few lines."""

    title: str
    lines: tuple[str, ...] = ()
    tone: Tone = Tone.PLAIN


class Fact(msgspec.Struct, frozen=True):
    """One line of the front page; ``step`` of ``steps`` draws a small ladder beside the value.

    The words of the value must say all that the ladder shows.
    """

    label: str
    values: tuple[str, ...]
    strong: bool = False
    step: int = 0
    steps: int = 0


class KeyFacts(Block, frozen=True, tag="key_facts"):
    """The facts that a busy reader takes in at one glance."""

    facts: tuple[Fact, ...]


class Figure(Block, frozen=True, tag="figure"):
    """A picture drawn from shapes, with the words that stand for it when it cannot be seen."""

    alternative: str
    drawing: Drawing
    caption: str = ""


class PageBreak(Block, frozen=True, tag="page_break"):
    """What follows starts on a new page, where there are pages."""


class OnePage(Block, frozen=True, tag="one_page"):
    """The same page said at several lengths, the longest first; it shares its page with nothing.

    An exporter with pages takes the first that fits on one, or else the last; others the first.
    """

    variants: tuple[tuple[AnyBlock, ...], ...]


class Section(Block, frozen=True, tag="section"):
    """Blocks that belong together, usually opened by a heading; sections may be nested."""

    blocks: tuple[AnyBlock, ...]


AnyBlock: TypeAlias = (
    Heading
    | Paragraph
    | Answer
    | BulletList
    | Table
    | Callout
    | KeyFacts
    | Figure
    | PageBreak
    | OnePage
    | Section
)


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A whole document.

    Attributes:
        title: Neutral: it becomes the window title of a reader and the name of a print job, so it
            holds the reference and never a child's name.
        reference: The referral's own number, printed on each page.
        made_at: When it was made, in words.
        moment: The same for a reader's list of properties; ``None`` makes no date up.
        footer: Small print for the foot of each page.
        draft: Whether DRAFT stands on each page.
        fingerprint: How the digest of what was sealed begins, for each page; printed when given.
        record: Where the vault's records stood, such as ``Record 1 284 · ...``; printed when given.
    """

    title: str
    reference: str
    blocks: tuple[AnyBlock, ...]
    made_at: str = ""
    footer: str = "Confidential: child\u2019s personal data"
    draft: bool = False
    fingerprint: str = ""
    record: str = ""
    language: str = "en-GB"
    moment: datetime | None = None


def walk(blocks: tuple[AnyBlock, ...]) -> Iterator[AnyBlock]:
    """Yield every block in reading order, what holds others before them; pages at full length."""
    for block in blocks:
        yield block
        if isinstance(block, Section):
            yield from walk(block.blocks)
        elif isinstance(block, OnePage):
            yield from walk(block.variants[0])
