"""What the rules about words find in one text, by itself: the same text always gives the same.

Knows no referral: whether a find is a finding is decided where the whole is looked at.
"""

from __future__ import annotations

from ffd_desktop.checking.abbreviations import used_in
from ffd_desktop.checking.days_ahead import TELLS, Told, days_in
from ffd_desktop.checking.names import Named, people_in
from ffd_desktop.checking.opinion import told_as_fact
from ffd_desktop.checking.pasted import SHARED, paragraphs_of
from ffd_desktop.referral.private import Private

EXACT = frozenset({
    "statements[].exact_words", "events[].exact_words", "concern.child_words",
    "injuries[].explanation", "consent.conversations[].words",
})  # fmt: skip
"""The questions whose answers are somebody's words, one by one."""

VOICES = EXACT | {
    "children[].views", "children[].wishes", "children[].view_of_referral",
    "children[].day_in_the_life", "people[].views_of_concern", "people[].views_of_referral",
}  # fmt: skip
"""The questions whose answers say what somebody else thinks."""

JUDGED = frozenset({
    "judgement.reason", "children[].level_reason", "wanted.asked", "wanted.difference",
    "dangers[].danger", "dangers[].goal", "people[].risk",
})  # fmt: skip
"""The questions that ask for the writer's own judgement."""


OFFICE = frozenset({
    "referrer.knows_child", "referrer.dsl_discussion", "first_call.advice", "first_call.said",
    "header.open_case_details", "consent.covers", "people[].note", "relationships[].note",
    "partnerships[].note", "sibling_ties[].note", "family.support_network",
    "family.siblings_schools_told",
})  # fmt: skip
"""The questions that ask who it is, or about the office: a name there says enough."""


class Marks(Private, frozen=True):
    """What was found in one text.

    Attributes:
        abbreviations: Those used, in order.
        spelt_out: Those spelled out in the same text.
        opinion: The first phrase that tells opinion as fact.
        days: Days told as past.
        paragraphs: Those that are long enough to be compared.
        named: Whom it names.
        pairs: Every two words that may be a full name.
    """

    abbreviations: tuple[str, ...] = ()
    spelt_out: tuple[str, ...] = ()
    opinion: str = ""
    days: tuple[Told, ...] = ()
    paragraphs: tuple[str, ...] = ()
    named: tuple[Named, ...] = ()
    pairs: tuple[str, ...] = ()


NOTHING = Marks()


def mark(text: str, asked: str) -> Marks:
    """Find everything in a text that answers a question; ``NOTHING`` itself for nothing."""
    used, spelt = used_in(text) if asked not in EXACT else ((), ())
    named, pairs = people_in(text)
    found = Marks(
        abbreviations=used,
        spelt_out=spelt,
        opinion=told_as_fact(text) if asked not in VOICES and asked not in JUDGED else "",
        days=days_in(text) if asked in TELLS else (),
        paragraphs=paragraphs_of(text) if asked not in EXACT and asked not in SHARED else (),
        named=named if asked not in OFFICE else (),
        pairs=pairs,
    )
    return found if found != NOTHING else NOTHING
