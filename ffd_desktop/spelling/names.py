"""The names in a referral, which are never misspelled: of people, schools, streets and towns.

Gathers words only; whose they are is not told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

import msgspec

from ffd_desktop.referral.model import Referral
from ffd_desktop.spelling.words import TOKEN, plain

_NAMES: Final = (
    *("first_names", "family_name", "known_as", "former_names"),
    *("name", "organisation", "lines", "dsl", "deputy", "school_name", "school_address"),
)
"""Boxes in which each word is a name, with or without a capital."""
_TELLING_WHO: Final = (
    *("school", "gp", "health_visitor", "dentist", "looked_after_by", "trusts", "seen_by", "who"),
    *("source", "by_whom", "by", "present", "explained_by", "author", "lead_professional"),
    *("taken_by", "decided_by", "agencies_named", "spoke_to", "holiday_contact"),
    *("second_reader", "signed_by", "confidential_from"),
)
"""Boxes in which a name has a capital, among other words: "Mrs Okafor, class teacher"."""


def names_in(referral: Referral) -> frozenset[str]:
    """Give every word of every name in a referral, casefolded, and the parts of hyphened ones."""
    whole, among = set[str](), set[str]()
    for thing in _things(referral):
        names, telling = _boxes(type(thing))
        whole.update(_said(thing, names))
        among.update(_said(thing, telling))
    found = {*_words(whole), *(one for one in _words(among) if one[0].isupper())}
    return frozenset(one.casefold() for one in found)


def _things(referral: Referral) -> Iterator[msgspec.Struct]:
    yield from (referral.referrer, referral.consent, referral.history)
    yield from (referral.declaration, referral.first_call)
    for items in (
        referral.children,
        referral.people,
        referral.professionals,
        referral.addresses,
        referral.consent.conversations,
        referral.examinations,
        referral.injuries,
        referral.statements,
        referral.events,
        referral.help_tried,
        referral.attachments,
    ):
        yield from items


@cache
def _boxes(kind: type[msgspec.Struct]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    here = kind.__struct_fields__
    return tuple(x for x in _NAMES if x in here), tuple(x for x in _TELLING_WHO if x in here)


def _said(thing: msgspec.Struct, boxes: Iterable[str]) -> Iterator[str]:
    answers = (getattr(thing, box) for box in boxes)
    return (one for one in answers if isinstance(one, str))


def _words(answers: Iterable[str]) -> Iterator[str]:
    for answer in answers:
        for match in TOKEN.finditer(answer):
            word = plain(match[0])
            yield word
            yield from word.split("-") if "-" in word else ()
