"""Rows to edits: each becomes an item of the referral, with an id of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ffd_desktop.concern_log.rows import LogRow, Target, words_for
from ffd_desktop.referral.edits import Edit, put
from ffd_desktop.referral.ids import new_id
from ffd_desktop.referral.statements import Event, Statement, StatementKind


def edits_for(
    rows: Iterable[LogRow], target: Target, *, in_referral: bool = True
) -> tuple[Edit, ...]:
    """Give the edits that bring rows in, in their order.

    Args:
        rows: Those that a person wants.
        target: What they become.
        in_referral: For events: whether they go into the referral, or stay on file only.
    """
    if target is Target.EVENTS:
        return tuple(_events(rows, in_referral=in_referral))
    return tuple(_worries(rows))


def _events(rows: Iterable[LogRow], *, in_referral: bool) -> Iterator[Edit]:
    for row in rows:
        event = Event(
            id=new_id(),
            when=row.when,
            what=row.what or None,
            exact_words=row.exact_words or None,
            who=row.who or None,
            source=row.source or None,
            action=row.action or None,
            outcome=row.outcome or None,
            impact=row.impact or None,
            children=row.children,
            in_referral=in_referral,
        )
        yield put(f"events[{event.id}]", event)


def _worries(rows: Iterable[LogRow]) -> Iterator[Edit]:
    for row in rows:
        worry = Statement(
            id=new_id(),
            kind=StatementKind.WORRY,
            when=row.when,
            text=words_for(row, Target.WORRIES) or None,
            exact_words=row.exact_words or None,
            source=row.who or None,
            impact=row.impact or None,
            children=row.children,
        )
        yield put(f"statements[{worry.id}]", worry)
