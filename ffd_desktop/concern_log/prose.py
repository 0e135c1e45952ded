"""A page of text as rows: a date begins a row, everything else joins the row above.

Nothing is dropped but marks between a date and its words: bullets, a list's numbers, dashes.
"""

from __future__ import annotations

import re
from typing import Final

from ffd_desktop.concern_log.cells import alike
from ffd_desktop.concern_log.dates import WEEKDAY
from ffd_desktop.referral.private import Private

_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY: Final = (
    r"(?:\d{1,2}[/.\-]\d{1,2}[/.\-](?:\d{4}|\d{2})|\d{4}-\d{1,2}-\d{1,2}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[\s.\-/]+{_MONTH}[\s.,\-/]+(?:\d{{4}}|\d{{2}}))(?!\d)"
)
_YEAR: Final = r"(?:19[6-9]\d|20\d\d)"  # what is no time of day in a school's hours either
_PART: Final = rf"(?:(?:about|around|circa)\s+)?(?:{_MONTH}[\s.,]+\d{{4}}|{_YEAR})(?!\d)"
_TIME: Final = (
    r"(?:[\s,]*(?:[-–—@]|at\b)?\s*\d{1,2}(?:[:.]\d{2}(?::\d{2})?\s*(?:am\b|pm\b)?|\s*(?:am|pm)\b)"
    r"(?![\d/.]))?"
)
_BULLET: Final = r"\s*(?:[-–—*•·▪◦‣●○>]+\s*|\(?\d{1,3}[.)]\s+)?"
_SEPARATOR: Final = r"\s*(?:[:\-–—|]+(?=\s|\Z)|\Z|\n|\t)"
_BEGINS: Final = re.compile(
    rf"(?P<bullet>{_BULLET})(?:"
    rf"(?P<day>(?:{WEEKDAY}\s+)?{_DAY}{_TIME})(?=\W|\Z)(?:{_SEPARATOR}|[.:,;|](?=\s|\Z)|(?=\s))"
    rf"|(?P<part>{_PART}){_SEPARATOR})",
    re.IGNORECASE,
)
HEADINGS: Final = ("Date", "Words")


class Entry(Private, frozen=True):
    """A row of a page of text.

    Attributes:
        lead: What stands before the words, whole: bullet, date, mark.
        when: The date in it; empty for what stands before the first date.
    """

    lead: str = ""
    when: str = ""
    words: str = ""


def entries_of(text: str) -> tuple[Entry, ...]:
    """Cut a page of text into rows."""
    found: list[tuple[Entry, list[str]]] = []
    for line in alike(text).split("\n"):
        entry = _begun(line)
        if entry is not None:
            found.append((entry, [entry.words]))
        elif found:
            found[-1][1].append(line)
        elif line.strip():
            found.append((Entry(), [line]))
    return tuple(Entry(begun.lead, begun.when, "\n".join(lines).strip()) for begun, lines in found)


def _begun(line: str) -> Entry | None:
    match = _BEGINS.match(line)
    if match is None:
        return None
    when = match["day"] or match["part"]
    return Entry(match[0], when.strip(), line[match.end() :])
