"""Rows as they would come in by a mapping: what each says, whom it is about, whether it is new.

Words are taken as they stand: nothing within them is trimmed or wrapped anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

from msgspec.structs import replace

from ffd_desktop.concern_log.columns import (
    ACTION,
    AT_END,
    CHILD,
    EXACT,
    FORENAME,
    IMPACT,
    OUTCOME,
    SOURCE,
    SURNAME,
    TIME,
    UPN,
    WHAT,
    WHEN,
    WHO,
)
from ffd_desktop.concern_log.dates import read_when
from ffd_desktop.concern_log.mapping import Mapping
from ffd_desktop.concern_log.material import Material, RawRow
from ffd_desktop.concern_log.naming import Namer
from ffd_desktop.referral.dates import PartDate
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.private import Private
from ffd_desktop.referral.statements import StatementKind


class Target(StrEnum):
    """What rows become."""

    EVENTS = "events"
    WORRIES = "worries"


class Standing(StrEnum):
    """What is to be known of a row before it is brought in."""

    NEW = "new"
    THERE = "already there"
    TWICE = "twice in this list"
    ELSEWHERE = "about nobody in this referral"
    WORDLESS = "without words"


class LogRow(Private, frozen=True):
    """A row as it would come in.

    Attributes:
        number: Its place in what it comes from, 1 first.
        when: As far as the date was read; kept as text when it was not.
        children: Whom it concerns, as ``referral/concerned.py`` has it: ids; ``None`` for all.
        whose: What the row says of the child, when that is nobody here or not clear who.
        same_as: The number of the earlier row that says the same; 0 when there is none.
    """

    number: int
    when: PartDate | None = None
    what: str = ""
    exact_words: str = ""
    who: str = ""
    source: str = ""
    action: str = ""
    outcome: str = ""
    impact: str = ""
    children: tuple[str, ...] | None = None
    whose: str = ""
    standing: Standing = Standing.NEW
    same_as: int = 0

    @property
    def is_dated(self) -> bool:
        """Whether it has a date that stands on a calendar."""
        return self.when is not None and self.when.is_date

    @property
    def is_proposed(self) -> bool:
        """Whether it comes in unless a person says otherwise."""
        return self.standing is Standing.NEW


Said = tuple[str, str]
"""What tells rows apart: the date in words, the words without spaces."""


def rows_of(
    material: Material,
    mapping: Mapping,
    referral: Referral,
    target: Target,
    *,
    today: date,
    whom: tuple[str, ...] | None = None,
) -> tuple[LogRow, ...]:
    """Give every row as it would come in.

    Args:
        material: The rows as they stand.
        mapping: Which column is what.
        referral: Whose children are looked for, and what is there already.
        target: What the rows become.
        today: For dates.
        whom: Whom a row concerns that names no child: ids; ``None`` for all.
    """
    reader = _Reader(material, mapping, referral, today, whom)
    there = frozenset(_said_in(referral, target))
    found: list[LogRow] = []
    first: dict[Said, int] = {}
    for raw in material.rows:
        row = reader.row(raw)
        said = said_by(row.when, words_for(row, target), row.exact_words)
        if row.standing is Standing.NEW and said in there:
            row = replace(row, standing=Standing.THERE)
        elif row.standing is Standing.NEW and said in first:
            before = found[first[said]]
            found[first[said]] = replace(before, children=_both(before, row))
            row = replace(row, standing=Standing.TWICE, same_as=before.number)
        elif row.standing is Standing.NEW:
            first[said] = len(found)
        found.append(row)
    return tuple(found)


def words_for(row: LogRow, target: Target) -> str:
    """Give a row's words; a worry has no box for what was done, so they stand at its end."""
    if target is Target.EVENTS:
        return row.what
    more = (
        ("Where it is recorded", row.source),
        ("What was done", row.action),
        ("What came of it", row.outcome),
    )
    lines = "\n".join(f"{label}: {text}" for label, text in more if text)
    return "\n\n".join(part for part in (row.what, lines) if part)


def said_by(when: object, words: object, exact: object) -> Said:
    """Give what tells an entry apart from others, whatever the spaces in it."""
    day = when.words() if isinstance(when, PartDate) else ""
    texts = (text for text in (words, exact) if isinstance(text, str))
    return day, "".join("".join(text.split()) for text in texts)


def _said_in(referral: Referral, target: Target) -> Iterator[Said]:
    if target is Target.EVENTS:
        yield from (said_by(one.when, one.what, one.exact_words) for one in referral.events)
        return
    for one in referral.statements:
        if one.kind is StatementKind.WORRY:
            yield said_by(one.when, one.text, one.exact_words)


def _both(before: LogRow, row: LogRow) -> tuple[str, ...] | None:
    """Give whom two rows concern that say the same."""
    if before.children is None or row.children is None:
        return None
    return tuple(dict.fromkeys((*before.children, *row.children)))


class _Reader:
    """Reads rows by a mapping, for one referral."""

    def __init__(
        self,
        material: Material,
        mapping: Mapping,
        referral: Referral,
        today: date,
        whom: tuple[str, ...] | None,
    ) -> None:
        self._headings = material.headings
        self._today = today
        self._whom = whom
        self._namer = Namer(referral.children)
        meanings = {*mapping.meanings}
        self._places = {meaning: mapping.places(meaning) for meaning in meanings}

    def row(self, raw: RawRow) -> LogRow:
        """Give a row as it would come in, without looking at others."""
        when = read_when(self._text(raw, WHEN), self._text(raw, TIME), today=self._today)
        exact = self._text(raw, EXACT, strips=False)
        what = "\n".join(part for part in (self._text(raw, WHAT), when.left) if part)
        end = "\n".join(self._at_end(raw))
        row = LogRow(
            raw.number,
            when=when.date,
            what="\n\n".join(part for part in (what, end) if part),
            exact_words=exact if exact.strip() else "",
            who=self._text(raw, WHO),
            source=self._text(raw, SOURCE),
            action=self._text(raw, ACTION),
            outcome=self._text(raw, OUTCOME),
            impact=self._text(raw, IMPACT),
        )
        return self._about(row, raw)

    def _about(self, row: LogRow, raw: RawRow) -> LogRow:
        parts = (self._text(raw, one) for one in (CHILD, FORENAME, SURNAME))
        name, upn = " ".join(part for part in parts if part), self._text(raw, UPN)
        named = self._namer.named(name, upn)
        standing = Standing.NEW
        if not any((row.what, row.exact_words, row.action, row.outcome, row.impact)):
            standing = Standing.WORDLESS
        if named.is_elsewhere:
            standing = Standing.ELSEWHERE
        is_named = named.children or named.is_elsewhere or named.is_unclear
        whose = "" if named.children or not is_named else name or upn
        children = named.children if is_named else self._whom
        return replace(row, children=children, whose=whose, standing=standing)

    def _text(self, raw: RawRow, meaning: str, *, strips: bool = True) -> str:
        cells = self._cells(raw, meaning)
        return "\n".join(text.strip() if strips else text for _, text in cells)

    def _at_end(self, raw: RawRow) -> Iterator[str]:
        for heading, text in self._cells(raw, AT_END):
            yield f"{heading}: {text.strip()}" if heading else text.strip()

    def _cells(self, raw: RawRow, meaning: str) -> Iterable[tuple[str, str]]:
        for place in self._places.get(meaning, ()):
            if place < len(raw.cells) and raw.cells[place].strip():
                yield self._headings[place], raw.cells[place]
