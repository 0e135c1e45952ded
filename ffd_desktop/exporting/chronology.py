"""The chronology on paper: its picture, and its rows in the order of time with their numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ffd_desktop.exporting.outline import AnyBlock, Paragraph, ParagraphStyle, Table
from ffd_desktop.exporting.pictures.timeline import timeline
from ffd_desktop.exporting.wording import Wording, said
from ffd_desktop.referral.answers import Answer
from ffd_desktop.referral.chronology import in_order
from ffd_desktop.referral.statements import Event

_COLUMNS: Final = (
    "No.",
    "When",
    "What happened",
    "Who, and where it is recorded",
    "What was done and came of it",
)
_SHARES: Final = (6.0, 16.0, 36.0, 19.0, 23.0)
_QUOTES: Final = ("\u201c", "\u2018", '"', "'")


def chronology(wording: Wording) -> Iterator[AnyBlock]:
    """Yield the events that belong to the referral; those kept out of it are only counted."""
    referral = wording.referral
    ours = [one for one in in_order(referral.events, referral.children) if one.in_referral]
    picture = timeline(referral, wording.today)
    if picture is not None:
        yield picture.figure
    if ours:
        rows = tuple(_row(number, event, wording) for number, event in enumerate(ours, start=1))
        yield Table(_COLUMNS, rows, shares=_SHARES)
    kept = len(referral.events) - len(ours)
    if kept:
        stay = "1 row stays" if kept == 1 else f"{kept} rows stay"
        yield Paragraph(
            f"{stay} in the school\u2019s own record, as the writer chose.", ParagraphStyle.QUIET
        )


def _row(number: int, event: Event, wording: Wording) -> tuple[str, ...]:
    return (
        str(number),
        said(event.when) or "No date given",
        _parts(
            said(event.what),
            _named("Exact words", _quoted(event.exact_words)),
            _named("Effect on the child", said(event.impact)),
            _named("Children", wording.whom(event.children)),
        ),
        _parts(said(event.who), _named("Source", said(event.source))),
        _parts(said(event.action), _named("Outcome", said(event.outcome))),
    )


def _quoted(words: Answer[str]) -> str:
    """Set words between quotation marks, unless they bring their own; change none of them."""
    if not isinstance(words, str) or words.startswith(_QUOTES):
        return said(words)
    return f"\u201c{words}\u201d"


def _named(name: str, words: str) -> str:
    return f"{name}: {words}" if words else ""


def _parts(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
