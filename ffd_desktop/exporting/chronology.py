"""The chronology as a table: rows in the order of time, whatever order they were typed in."""

from __future__ import annotations

from collections.abc import Iterator

from ffd_desktop.exporting.outline import AnyBlock, Paragraph, ParagraphStyle, Table
from ffd_desktop.exporting.wording import Wording, said
from ffd_desktop.referral.dates import DateKind, PartDate
from ffd_desktop.referral.statements import Event

_COLUMNS = (
    "When",
    "What happened",
    "Who, and where it is recorded",
    "What was done and came of it",
)
_SHARES = (17.0, 37.0, 20.0, 26.0)
_NO_DATE = PartDate(kind=DateKind.TEXT)


def chronology(wording: Wording) -> Iterator[AnyBlock]:
    """Yield the events that belong to the referral; those kept out of it are only counted."""
    events = wording.referral.events
    ours = sorted((event for event in events if event.in_referral), key=_order)
    if ours:
        yield Table(_COLUMNS, tuple(_row(event, wording) for event in ours), shares=_SHARES)
    kept = len(events) - len(ours)
    if kept:
        rows = "1 row stays" if kept == 1 else f"{kept} rows stay"
        yield Paragraph(
            f"{rows} in the school\u2019s own record, as the writer chose.", ParagraphStyle.QUIET
        )


def _order(event: Event) -> tuple[object, ...]:
    return (event.when if isinstance(event.when, PartDate) else _NO_DATE).sort_key()


def _row(event: Event, wording: Wording) -> tuple[str, ...]:
    children = wording.someone_each(event.children)
    return (
        said(event.when) or "No date given",
        _parts(
            said(event.what),
            _named("Effect on the child", said(event.impact)),
            _named("Children", children),
        ),
        _parts(said(event.who), _named("Source", said(event.source))),
        _parts(said(event.action), _named("Outcome", said(event.outcome))),
    )


def _named(name: str, words: str) -> str:
    return f"{name}: {words}" if words else ""


def _parts(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
