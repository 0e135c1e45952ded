"""A paper that is only the picture of the family: to hand over, or to lay beside the referral."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from ffd_desktop.councils.pack import Form, Pack
from ffd_desktop.exporting.compose import FOOTERS
from ffd_desktop.exporting.family_copy import for_family
from ffd_desktop.exporting.family_picture import HIGHEST
from ffd_desktop.exporting.outline import (
    AnyBlock,
    BulletList,
    Document,
    Figure,
    Heading,
    Paragraph,
    ParagraphStyle,
    Section,
)
from ffd_desktop.exporting.pictures.family.genogram import genograms
from ffd_desktop.exporting.reader import Reader
from ffd_desktop.exporting.wording import Wording
from ffd_desktop.referral.commenting import as_sent
from ffd_desktop.referral.dates import on
from ffd_desktop.referral.model import Referral

_HEAD = 90.0  # what stands above the picture on its page
NOBODY = "Nobody has been named yet, so there is no picture."


def family_paper(
    referral: Referral, form: Form, *, pack: Pack, now: datetime, reader: Reader = Reader.COUNCIL
) -> Document:
    """Return the picture of a family as a paper of its own, and beneath it the same in words."""
    referral = as_sent(referral)
    if reader is Reader.FAMILY:
        referral = for_family(referral, form)
    wording = Wording(referral, pack, now.date(), reader)
    made_at = f"Made on {on(now.date()).words()} at {now:%H:%M}"
    return Document(
        title=f"Family picture of referral record {referral.reference}",
        reference=referral.reference,
        blocks=(Section(tuple(_blocks(wording, made_at))),),
        made_at=f"{made_at} with FFD Desktop.",
        footer=FOOTERS[reader],
        moment=now,
    )


def _blocks(wording: Wording, made_at: str) -> Iterator[AnyBlock]:
    yield Heading(1, "The family", "family")
    about = f"Reference {wording.referral.reference}. {made_at}, as far as the school knows."
    yield Paragraph(about, ParagraphStyle.QUIET)
    figures = genograms(wording, highest=HIGHEST - _HEAD)
    yield from figures
    if figures:
        yield Heading(2, "In words", "words")
        yield BulletList(tuple(_lines(figures)))
    else:
        yield Paragraph(NOBODY)


def _lines(figures: tuple[Figure, ...]) -> Iterator[str]:
    for figure in figures:
        yield from figure.alternative.splitlines()
