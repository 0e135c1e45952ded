"""Outlines with a word of their own in every place that can hold words."""

from __future__ import annotations

from ffd_desktop.exporting.drawing import (
    Circle,
    Drawing,
    Ellipse,
    Ink,
    Label,
    Line,
    Path,
    Polygon,
    Rect,
)
from ffd_desktop.exporting.outline import (
    Answer,
    AnswerState,
    AnyBlock,
    BulletList,
    Callout,
    Document,
    Fact,
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

ALTERNATIVE = "canary-alternative"


def document(*blocks: AnyBlock, draft: bool = False, record: str = "") -> Document:
    """Return a document of those blocks."""
    return Document(
        title="Referral record FFD-2026-0042",
        reference="FFD-2026-0042",
        blocks=blocks,
        made_at="Made on 21 November 2026",
        draft=draft,
        record=record,
    )


def every_kind() -> Document:
    """Return a document with every kind of block, each word a canary, in reading order."""
    picture = Drawing(
        200,
        80,
        (
            Rect(x=1, y=1, w=30, h=20, fill=Ink.WASH),
            Rect(x=1, y=40, w=30, h=20, radius=5),
            Ellipse(x=90, y=20, rx=10, ry=5),
            Circle(x=60, y=20, r=10, line=Ink.ACCENT),
            Line(x1=0, y1=0, x2=9, y2=9, dashed=True),
            Polygon(points=((1, 1), (5, 9), (9, 1)), line=None, fill=Ink.DANGER),
            Path(steps=(("M", 1, 1), ("C", 2, 2, 3, 3, 4, 4), ("L", 5, 5), ("Z",))),
            Label(x=60, y=60, text="canary-drawn", anchor="middle"),
        ),
    )
    return document(
        Section(
            (
                Heading(1, "canary-h1", "first"),
                Paragraph("canary-quiet", ParagraphStyle.QUIET),
                Paragraph("canary-warning", ParagraphStyle.WARNING),
                Callout("canary-danger", ("canary-line-1", "canary-line-2"), Tone.DANGER),
                Callout("canary-care", (), Tone.CAUTION),
                Callout("canary-plain", (), Tone.PLAIN),
                KeyFacts(
                    (
                        Fact("canary-fact", ("canary-v1", "canary-v2"), strong=True),
                        Fact("canary-level", ("canary-l4",), step=4, steps=4),
                    )
                ),
                PageBreak(),
                OnePage(((Paragraph("canary-page"),), (Paragraph("short"),))),
            )
        ),
        Section(
            (
                Heading(2, "canary-h2"),
                Heading(3, "canary-h3"),
                Paragraph("canary-body"),
                Paragraph("canary-strong", ParagraphStyle.STRONG),
                Paragraph("canary-quote", ParagraphStyle.QUOTE),
                Answer("canary-label", ("canary-answer", "canary-more"), note="canary-note"),
                Answer("canary-q2", ("canary-unknown",), AnswerState.NOT_KNOWN),
                Answer("canary-q3", ("canary-open",), AnswerState.UNANSWERED),
                BulletList(("canary-item-1", "canary-item-2")),
                Table(
                    ("canary-c1", "canary-c2"),
                    (("canary-r1", "canary-x1"), ("canary-r2", "canary-x2", "canary-extra")),
                    caption="canary-caption",
                    row_header=True,
                ),
                Figure(ALTERNATIVE, picture, "canary-under"),
                Paragraph("canary-end"),
            )
        ),
    )


CANARIES = [
    "canary-h1",
    "canary-quiet",
    "canary-warning",
    "canary-danger",
    "canary-line-1",
    "canary-line-2",
    "canary-care",
    "canary-plain",
    "canary-fact",
    "canary-v1",
    "canary-v2",
    "canary-level",
    "canary-l4",
    "canary-h2",
    "canary-h3",
    "canary-body",
    "canary-strong",
    "canary-quote",
    "canary-label",
    "canary-answer",
    "canary-more",
    "canary-note",
    "canary-q2",
    "canary-unknown",
    "canary-q3",
    "canary-open",
    "canary-item-1",
    "canary-item-2",
    "canary-caption",
    "canary-c1",
    "canary-c2",
    "canary-r1",
    "canary-x1",
    "canary-r2",
    "canary-x2",
    "canary-extra",
    "canary-under",
    "canary-end",
]
