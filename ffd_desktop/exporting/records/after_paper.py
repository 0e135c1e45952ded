"""What came after sending as a paper: the council’s answer, the school’s calls, what is due.

The same questions as on the page; a question that nobody answered is named at the end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from ffd_desktop.councils.pack import Form, Pack
from ffd_desktop.exporting.outline import AnyBlock, Document, Heading, Paragraph, Table
from ffd_desktop.exporting.records.frame import framed, whose
from ffd_desktop.exporting.sections import form_sections
from ffd_desktop.exporting.wording import Wording
from ffd_desktop.following.retention import SOURCE, Review
from ffd_desktop.following.waiting import Waiting
from ffd_desktop.referral.commenting import as_sent
from ffd_desktop.referral.dates import on
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.private import Private

NAME: Final = "What came after sending"
_ABOUT: Final = (
    "What the council answered, what the school did until it did, and what was still due when "
    "this was made. None of it is part of the referral that was sent."
)
_DUE: Final = ("What", "When", "Where that is laid down")
_SHARES: Final = (35.0, 25.0, 40.0)
_PAPERS: Final = ("When", "Who", "What", "For whom")


class Beside(Private, frozen=True):
    """What stands beside the answers.

    Attributes:
        due: What was due when the paper was made.
        review: Until when the record is kept.
        papers: Rows of what was printed or saved: when, by whom, what, for whom.
    """

    due: Sequence[Waiting]
    review: Review
    papers: tuple[tuple[str, str, str, str], ...] = ()


def after_paper(
    referral: Referral, form: Form, beside: Beside, *, pack: Pack, now: datetime
) -> Document:
    """Return what came after sending; ``form`` asks for it."""
    wording = Wording(as_sent(referral), pack, now.date())
    blocks = (whose(wording), *_due(beside), *form_sections(form, wording), *_rest(beside))
    return framed(referral, blocks, name=NAME, about=_ABOUT, now=now)


def _due(beside: Beside) -> Iterator[AnyBlock]:
    yield Heading(2, "What is due", "due")
    rows = tuple(
        (f"You: {one.what}" if one.is_ours else one.what, one.words, one.source)
        for one in beside.due
    )
    yield Table(_DUE, rows, shares=_SHARES) if rows else Paragraph("Nothing is due.")


def _rest(beside: Beside) -> Iterator[AnyBlock]:
    yield Heading(2, "Until when it is kept", "kept")
    yield Paragraph(kept_words(beside.review))
    if beside.papers:
        yield Heading(2, "Printed, saved and handed over", "papers")
        yield Table(_PAPERS, beside.papers)


def kept_words(review: Review) -> str:
    """Say until when a record is kept, and why."""
    if review.held:
        return f"It is held, and nobody may destroy it: {review.held}"
    if review.on is None:
        return "No day can be given: a child\u2019s date of birth is missing."
    return f"Somebody looks at it on {on(review.on).words()} and decides. Source: {SOURCE}."
