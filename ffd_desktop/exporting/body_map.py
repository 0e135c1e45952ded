"""Marks on paper: by child and occasion, the pictures, and a table that says the same in words.

Words that somebody wrote stand as they were written; an explanation stands in quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ffd_desktop.exporting.items import NOTHING
from ffd_desktop.exporting.outline import AnyBlock, Heading, Paragraph, ParagraphStyle, Table
from ffd_desktop.exporting.pictures.body.marks import Group, groups, outline_of
from ffd_desktop.exporting.pictures.body.picture import figures
from ffd_desktop.exporting.pictures.body.telling import (
    KINDS,
    NO_PLACE,
    SITES,
    VIEWS,
    quoted,
)
from ffd_desktop.exporting.wording import Wording, said
from ffd_desktop.referral.answers import NotKnown, is_answered
from ffd_desktop.referral.statements import Examination, Injury

OUTLINES: Final = "body_outlines"
_COLUMNS: Final = ("Mark", "Where", "What was seen", "Explanation given")
_SHARES: Final = (8.0, 22.0, 30.0, 40.0)
_SEEN: Final = "Seen when, and by whom"
_SHARES_WITH_SEEN: Final = (8.0, 20.0, 24.0, 28.0, 20.0)
_NOBODY: Final = "Child not yet said"
_APART: Final = "\u00a0\u00b7 "


def body_map(wording: Wording) -> Iterator[AnyBlock]:
    """Yield every occasion and every mark, child by child and in the order of time."""
    for group in groups(wording.referral):
        yield from _group(group, wording)


def occasions(wording: Wording) -> Iterator[AnyBlock]:
    """Yield the occasions where no mark was entered at all; otherwise they stand with the marks."""
    if not wording.referral.injuries:
        yield from body_map(wording)


def _group(group: Group, wording: Wording) -> Iterator[AnyBlock]:
    """Yield a group; the pictures come first, so that a heading is never alone at a page's foot."""
    title = group_title(group, wording)
    yield Heading(3, title)
    outline = outline_of(group, wording.referral, wording.today)
    yield from figures(group, outline, wording.code, title)
    if group.examination:
        yield from _occasion(group.examination, wording)
    if group.marks:
        yield _table(group, wording)
    else:
        yield Paragraph("No mark was entered for this occasion.", ParagraphStyle.QUIET)


def group_title(group: Group, wording: Wording) -> str:
    """Say whose marks these are, and when they were seen, where that is entered for all of them."""
    child = wording.someone(group.child) if group.child else _NOBODY
    if group.examination is None:
        return f"{child}, other marks" if wording.referral.examinations else child
    return f"{child}, {said(group.examination.when) or 'date not said'}"


def _occasion(seen: Examination, wording: Wording) -> Iterator[AnyBlock]:
    facts = (
        ("Seen by", said(seen.seen_by)),
        ("Also there", said(seen.present)),
        ("Where", said(seen.where)),
        ("Outline", wording.code(OUTLINES, seen.outline) if seen.outline else ""),
    )
    line = _APART.join(f"{name}: {words}" for name, words in facts if words)
    if line:
        yield Paragraph(line)
    if is_answered(seen.note):
        yield Paragraph(said(seen.note))


def _table(group: Group, wording: Wording) -> Table:
    has_own = any(is_answered(one.seen_on) or is_answered(one.seen_by) for one in group.marks)
    columns = (*_COLUMNS, _SEEN) if has_own else _COLUMNS
    rows = tuple(
        _row(number, mark, wording)[: len(columns)] for number, mark in enumerate(group.marks, 1)
    )
    shares = _SHARES_WITH_SEEN if has_own else _SHARES
    return Table(columns, rows, row_header=True, shares=shares)


def _row(number: int, mark: Injury, wording: Wording) -> tuple[str, ...]:
    return (
        str(number),
        _where(mark, wording),
        _parts(
            _coded(KINDS, mark.kind, wording),
            _named("Size", said(mark.size)),
            _named("Colour", said(mark.colour)),
            _named("Shape", said(mark.shape)),
        ),
        _parts(_explanation(mark.explanation), _named("Given by", said(mark.explained_by))),
        _parts(said(mark.seen_on), said(mark.seen_by)),
    )


def _where(mark: Injury, wording: Wording) -> str:
    view = _coded(VIEWS, mark.view, wording)
    return _parts(_coded(SITES, mark.site, wording), f"({view})" if view else f"({NO_PLACE})")


def _coded(codes: str, value: object, wording: Wording) -> str:
    return wording.code(codes, value) if is_answered(value) else ""


def _explanation(value: object) -> str:
    return said(value) if isinstance(value, NotKnown) or not value else quoted(str(value))


def _named(name: str, words: str) -> str:
    return f"{name}: {words}" if words else ""


def _parts(*parts: str) -> str:
    return "\n".join(part for part in parts if part) or NOTHING
