"""The same paragraph in two places: what was meant for one child, or for one day, pasted again.

Compares whole paragraphs of twelve words or more, whatever their signs and capitals. Exact words
may stand wherever they are needed, and so may what is the same for a household.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ffd_desktop.checking.belonging import OWN, SLIP
from ffd_desktop.checking.finding import Finding, Grade, Rule
from ffd_desktop.checking.looking import Look

if TYPE_CHECKING:
    from ffd_desktop.checking.passages import Passage

PASTED = Rule(
    "sameness.pasted_twice",
    Grade.COULD,
    "Each child has worries and views of their own; words that come twice are read as not theirs.",
    f"Worcestershire scrutiny report 2019, para 68; {OWN[0].lower()}{OWN[1:]}",
    answerable=True,
    can_wait=True,
)

SHARED = frozenset({
    "children[].where_now", "children[].staying_elsewhere", "children[].communication",
    "children[].how_views_obtained", "children[].orders_and_status", "children[].consent_note",
    "children[].description", "children[].level_reason", "people[].note", "addresses[].note",
    "consent.conversations[].told", "relationships[].note", "sibling_ties[].note",
    "help_tried[].what", "help_tried[].aims", "examinations[].note",
})  # fmt: skip
"""The questions that may well have one answer for several children or people."""

_LEAST_WORDS = 12
_LEAST_LETTERS = 40
_SHOWN_WORDS = 6
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")


def pasted(look: Look) -> Iterator[Finding]:
    """Find paragraphs that stand in two places; one finding for each, at the second place."""
    first: dict[str, Passage] = {}
    said = set[str]()
    for passage in look.passages:
        for key in passage.marks.paragraphs:
            earlier = first.setdefault(key, passage)
            if earlier is passage or key in said:
                continue
            said.add(key)
            start = " ".join(key.split()[:_SHOWN_WORDS])
            yield from look.say(
                PASTED,
                passage.path,
                what=f"The paragraph “{start} …” stands in {_place(earlier)} too. {SLIP}",
                how="Say what is true of this child or this day, or take one of the two out.",
                item=passage.item,
                about=start,
            )


def paragraphs_of(text: str) -> tuple[str, ...]:
    """Give the paragraphs of a text that are long enough to be compared, made alike."""
    if len(text) < _LEAST_LETTERS:
        return ()
    made = (_WORD.findall(line.casefold()) for line in text.splitlines())
    return tuple(dict.fromkeys(" ".join(words) for words in made if len(words) >= _LEAST_WORDS))


def _place(passage: Passage) -> str:
    return f"“{passage.section}: {passage.label}”"
