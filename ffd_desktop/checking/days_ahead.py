"""Days that a text tells as past and that lie ahead: mostly a slip in the year.

Speaks only of texts that tell what happened, and keeps quiet where a sentence looks ahead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from ffd_desktop.checking.belonging import OWN
from ffd_desktop.checking.finding import Finding, Grade, Rule
from ffd_desktop.checking.looking import Look
from ffd_desktop.checking.quoting import sentence_around, without_quotes
from ffd_desktop.referral.dates import MONTHS
from ffd_desktop.referral.private import Private

AHEAD = Rule(
    "dates.after_today",
    Grade.COULD,
    "It is told as past, and lies ahead; the year is easily mistyped.",
    OWN,
    answerable=True,
    can_wait=True,
)

TELLS = frozenset({
    "concern.what_happened", "concern.how_it_came_to_light", "concern.action_taken",
    "concern.danger_done", "statements[].text", "statements[].impact", "events[].what",
    "events[].action", "events[].outcome", "events[].impact", "children[].concern",
    "children[].missing_episodes", "children[].attendance", "history.previous_referrals",
    "history.domestic_abuse_notices", "history.moves", "history.why_not_enough",
    "help_tried[].what", "help_tried[].outcome", "examinations[].note",
})  # fmt: skip
"""The questions whose answers tell what was."""

_NAMES = "|".join((*MONTHS, *(name[:3] for name in MONTHS), "Sept"))
_DAY = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?P<month>{_NAMES})\.?,?\s+"
    r"(?P<year>20\d\d)\b"
    r"|\b(?P<d>\d{1,2})[./](?P<m>\d{1,2})[./](?P<y>20\d\d|\d\d)\b"
)
_LOOKS_AHEAD = re.compile(
    r"\b(?:will|shall|would|due|plan\w*|booked|book|arrang\w+|schedul\w+|agreed|next|until|till|by|"
    r"before|from|starts?|starting|begins?|ends?|ending|expires?|expected|expecting|hopes?|intends?|"
    r"is\s+to|are\s+to|to\s+be|going|appointment|hearing|review\w*|conference|court|meeting|visit|"
    r"trial|sentenc\w+|release\w*|operation|wedding|holiday|trip|flights?|fly|flies|travels?|arrives?|tickets?|moves?|moving|"
    r"deadline|order|tenancy|contract|leave|visa|target|term|for)\b",
    re.IGNORECASE,
)


class Told(Private, frozen=True):
    """A day in a text, as it is written there."""

    first: date
    words: str


def days_ahead(look: Look) -> Iterator[Finding]:
    """Find days after today in texts that tell what happened."""
    for passage in look.passages:
        for told in passage.marks.days:
            if told.first > look.today:
                yield from look.say(
                    AHEAD,
                    passage.path,
                    what=f"“{told.words}” lies in the future.",
                    how="Look at the day and the year once more.",
                    item=passage.item,
                    about=told.words,
                )
                break


def days_in(text: str) -> tuple[Told, ...]:
    """Give the days that a text tells, outside quotations and where it does not look ahead."""
    if "20" not in text and "/" not in text and "." not in text:
        return ()
    found = []
    for match in _DAY.finditer(text):
        first = _first(match)
        if first is not None:
            found.append((first, match))
    if not found:
        return ()
    plain = without_quotes(text)
    return tuple(
        Told(first, match[0])
        for first, match in found
        if match[0] in plain and not _looks_ahead(text, match)
    )


def _looks_ahead(text: str, match: re.Match[str]) -> bool:
    return any(map(_LOOKS_AHEAD.search, sentence_around(text, match.start(), match.end())))


def _first(match: re.Match[str]) -> date | None:
    """Give the first day that the words can mean; nothing where they are no date."""
    with suppress(ValueError):
        if match["month"]:
            month = [name[:3] for name in MONTHS].index(match["month"][:3]) + 1
            return date(int(match["year"]), month, int(match["day"] or 1))
        year = int(match["y"])
        return date(year if year > 99 else 2000 + year, int(match["m"]), int(match["d"]))
    return None
