"""What the guidance lists and the writer has seen: by level, for whom, and what shows it."""

from __future__ import annotations

from collections.abc import Iterator

from ffd_desktop.exporting.outline import Answer, AnyBlock, Paragraph, ParagraphStyle, Table
from ffd_desktop.exporting.pictures.levels import levels_grid
from ffd_desktop.exporting.wording import Wording, said
from ffd_desktop.referral.statements import IndicatorMark

_COLUMNS = ("Level", "What was seen", "For whom, and since when", "What shows it")
_SHARES = (10.0, 38.0, 22.0, 30.0)
_NO_SCORE = (
    "The council\u2019s own examples, in this program\u2019s words. They inform a judgement and "
    "are no score."
)
_ALL = "All the children referred"


def indicators(wording: Wording) -> Iterator[AnyBlock]:
    """Yield the picture, the table from the highest level down, and what it is worth."""
    figure = levels_grid(wording.referral, wording.pack)
    if figure is not None:
        yield figure
    rows = sorted(wording.referral.indicators, key=lambda mark: _rank(mark, wording))
    yield Table(_COLUMNS, tuple(_row(mark, wording) for mark in rows), shares=_SHARES)
    yield Paragraph(_NO_SCORE, ParagraphStyle.QUIET)


def replies(wording: Wording) -> Iterator[AnyBlock]:
    """Yield what the guidance said of the judgement, and the writer's reasons."""
    for one in wording.referral.replies:
        reason = said(one.reason)
        if reason and not one.on_file:
            yield Answer(one.said, (reason,))


def _rank(mark: IndicatorMark, wording: Wording) -> tuple[int, int]:
    """Order by level, the highest first, then as the guidance does."""
    codes = [one.code for one in wording.pack.indicators]
    known = wording.pack.indicator(mark.code)
    level = wording.pack.level(known.level) if known else None
    at = codes.index(mark.code) if known else len(codes)
    return (-level.number if level else 0, at)


def _row(mark: IndicatorMark, wording: Wording) -> tuple[str, ...]:
    known = wording.pack.indicator(mark.code)
    level = wording.pack.level(known.level) if known else None
    what = known.words if known else f"\u201c{mark.code}\u201d of another council\u2019s guidance"
    since = f"since {said(mark.since)}" if mark.since else ""
    until = f"until {said(mark.until)}" if mark.until else ""
    whom = wording.whom(mark.children) or _ALL
    shown = mark.evidence if isinstance(mark.evidence, tuple) else ()
    evidence = [wording.thing(one) for one in shown]
    return (
        f"Level {level.number}" if level else "\u2013",
        "\n".join(part for part in (what, known.group if known else "") if part),
        "\n".join(part for part in (whom, " ".join(p for p in (since, until) if p)) if part),
        "\n".join(part for part in (*evidence, said(mark.note)) if part) or "Nothing is named",
    )
