"""What a row of the chronology says on two lines, and whether it passes the filter. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ffd_desktop.councils.forms import Section
from ffd_desktop.referral.chronology import referred_ids, span_of
from ffd_desktop.referral.concerned import concerned, whom_in_words
from ffd_desktop.referral.dates import PartDate
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.private import Private
from ffd_desktop.referral.statements import Event
from ui.editors.context import EditorContext
from ui.screens.draft.searching import fold
from ui.screens.draft.words import answer_words

NO_DATE = "No date yet"
LAST = "no date to sort by, so it stands last"
NOTHING = "Nothing is written yet"
OURS = "In the referral"
KEPT = "Only on file"


class Held(StrEnum):
    """Which rows are wanted, by where they go."""

    ALL = "all"
    OURS = "ours"
    KEPT = "kept"


class Wanted(Private, frozen=True):
    """What the filter lets through; an empty part lets everything through."""

    children: frozenset[str] = frozenset()
    held: Held = Held.ALL
    words: str = ""

    @property
    def is_on(self) -> bool:
        """Whether it keeps anything back."""
        return self != Wanted()


class RowWords(Private, frozen=True):
    """One row in words.

    Attributes:
        number: Its number on paper; empty for what stays on file.
        note: Who, whom it concerns, and that it has no date to sort by.
        ours: Whether it goes to the council.
    """

    number: str
    when: str
    what: str
    note: str
    ours: bool

    @property
    def spoken(self) -> str:
        """All of it, for those who listen."""
        head = f"Row {self.number}" if self.number else KEPT
        return ", ".join(part for part in (head, self.when, self.what, self.note) if part)


def row_words(event: Event, number: int, referral: Referral, names: Mapping[str, str]) -> RowWords:
    """Say a row on two lines; ``names`` are those of the children, by their ids."""
    when = event.when.words() if isinstance(event.when, PartDate) else NO_DATE
    is_last = span_of(event, referral.children) is None
    who = event.who if isinstance(event.who, str) else ""
    parts = (_line(who), whom(event, referral, names), LAST * is_last)
    return RowWords(
        number=str(number) if event.in_referral and number else "",
        when=when,
        what=_line(event.what) if isinstance(event.what, str) else NOTHING,
        note=" · ".join(part for part in parts if part),
        ours=event.in_referral,
    )


def whom(event: Event, referral: Referral, names: Mapping[str, str]) -> str:
    """Name the children whom a row concerns; nothing where there is only one child."""
    if len(names) < 2:
        return ""
    referred = referred_ids(referral.children)
    return ", ".join(whom_in_words(event.children, names, referred=referred))


def passes(
    wanted: Wanted,
    event: Event,
    section: Section,
    context: EditorContext,
    referred: tuple[str, ...],
) -> bool:
    """Tell whether the filter lets a row through; ``referred`` are those meant by "all"."""
    if wanted.held is not Held.ALL and event.in_referral != (wanted.held is Held.OURS):
        return False
    if wanted.children and not wanted.children & set(concerned(event.children, referred)):
        return False
    return _holds_words(wanted, event, section, context)


def _holds_words(wanted: Wanted, event: Event, section: Section, context: EditorContext) -> bool:
    looked_for = fold(wanted.words).split()
    if not looked_for:
        return True
    answers = (answer_words(one, getattr(event, one.attribute), context) for one in section.fields)
    text = fold(" ".join(answers))
    return all(word in text for word in looked_for)


def _line(text: str) -> str:
    return " ".join(text[:400].split())
