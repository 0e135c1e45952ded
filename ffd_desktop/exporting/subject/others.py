"""The words that lead to other people: names, numbers, e-mails, addresses; and taking them out.

Finds the very words, however they are written; never a meaning.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from enum import Enum
from typing import Final

import msgspec

from ffd_desktop.exporting.scrubbing import of_address, of_number, of_words
from ffd_desktop.exporting.subject.asked import ANOTHER, Asked, everyone
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.people import Address, Child, Item, Person, Professional

_NAMES: Final = ("first_names", "family_name", "known_as", "former_names")
_NUMBERS: Final = ("phone", "other_phone", "nhs_number")
_WHOLE: Final = ("email", "upn", "school_reference")
_WORD: Final = re.compile(r"[^\W\d_]+(?:[\-'\u2019][^\W\d_]+)*")
_SHORTEST: Final = 2
SHORTEST_IN_SMALL: Final = 3
_ITEM: Final = frozenset({"id"})
_AT_WORK: Final = frozenset({"id", "name", "role", "organisation"})
"""Who works with the family is named: health, social and education workers are assumed to be.

Source: Data Protection Act 2018, Schedule 2, Part 3.
"""
ALSO_WORDS: Final = frozenset(
    {
        *("will", "may", "grace", "hope", "faith", "joy", "rose", "mark", "june", "april"),
        *("dawn", "bill", "grant", "dean", "frank", "jack", "sky", "summer", "autumn", "rich"),
        *("young", "brown", "white", "black", "green", "long", "short", "small", "king", "cook"),
        *("baker", "butcher", "carter", "hill", "wood", "woods", "field", "day", "best", "good"),
        *("pat", "sue", "art", "eve", "kit", "rob", "don", "ash", "ivy", "jay", "guy", "lee"),
        *("ray", "bob", "the", "and", "van", "von", "del", "bin"),
        *("lane", "page", "park", "price", "stone", "street", "walker", "ward", "wells", "west"),
    }
)
"""Names that are ordinary words, or parts of other names: left standing in small letters."""


def others(referral: Referral, asked: Asked) -> tuple[Child | Person, ...]:
    """Give everybody whose names are taken out."""
    stay = {asked.subject, *asked.named}
    return tuple(one for one in everyone(referral) if one.id not in stay)


def pattern_of(referral: Referral, asked: Asked) -> re.Pattern[str] | None:
    """Give what finds the words that lead to others; ``None`` when there are none."""
    stay = [one for one in everyone(referral) if one.id in {asked.subject, *asked.named}]
    ours = {_fold(word) for one in stay for word in words_of_name(one)}
    gone = others(referral, asked)
    names = {form for one in gone for word in words_of_name(one) for form in _forms(word, ours)}
    told = set(_told_otherwise(referral, gone, stay))
    if not names and not told:
        return None
    parts = [_apostrophes(re.escape(one)) for one in sorted(names, key=len, reverse=True)]
    parts += [f"(?i:{one})" for one in sorted(told, key=len, reverse=True)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")


def words_of_name(one: Child | Person) -> Iterator[str]:
    """Yield the words of somebody’s names; of a double name its halves as well."""
    for name in _NAMES:
        told = getattr(one, name, None)
        for word in _WORD.findall(told) if isinstance(told, str) else ():
            halves = word.split("-") if "-" in word else ()
            yield from (part for part in (word, *halves) if len(part) >= _SHORTEST)


def mentions(text: object, one: Child | Person) -> bool:
    """Tell whether a text has a word of somebody’s name."""
    names = {_fold(word) for word in words_of_name(one)}
    return isinstance(text, str) and any(_fold(word) in names for word in _WORD.findall(text))


def cleaned(referral: Referral, pattern: re.Pattern[str] | None, gone: Collection[str]) -> Referral:
    """Give the referral with the words taken out wherever they stand, and ids that lead nowhere.

    Who refers is left as it is, and who works with the family.
    """
    parts = {
        name: _clean(getattr(referral, name), pattern, gone)
        for name in referral.__struct_fields__
        if name not in ("id", "reference", "council", "form", "pack_version", "format", "referrer")
    }
    return msgspec.structs.replace(referral, **parts)


def _clean(value: object, pattern: re.Pattern[str] | None, gone: Collection[str]) -> object:
    match value:
        case Enum():
            return value
        case str():
            if value in gone:
                return ANOTHER
            return pattern.sub(ANOTHER, value) if pattern is not None else value
        case msgspec.Struct():
            return _clean_struct(value, pattern, gone)
        case tuple():
            return tuple(_clean(one, pattern, gone) for one in value)
        case dict():
            return {key: _clean(one, pattern, gone) for key, one in value.items()}
        case _:
            return value


def _clean_struct(
    value: msgspec.Struct, pattern: re.Pattern[str] | None, gone: Collection[str]
) -> msgspec.Struct:
    parts = {name: getattr(value, name) for name in value.__struct_fields__}
    stay = _AT_WORK if isinstance(value, Professional) else _ITEM if isinstance(value, Item) else ()
    clean = {
        name: part if name in stay else _clean(part, pattern, gone) for name, part in parts.items()
    }
    changed = {name: part for name, part in clean.items() if part != parts[name]}
    return msgspec.structs.replace(value, **changed) if changed else value


def _told_otherwise(
    referral: Referral, gone: Iterable[Child | Person], stay: Iterable[Child | Person]
) -> Iterator[str]:
    """Yield patterns for numbers, e-mails and addresses of others."""
    for one in gone:
        for name in _NUMBERS:
            yield from of_number(getattr(one, name, None))
        for name in _WHOLE:
            yield from of_words(getattr(one, name, None))
    ours = {home for one in stay for home in homes_of(one)}
    open_lines = {
        line.casefold().strip()
        for place in referral.addresses
        if place.id in ours
        for line in _lines(place)
    }
    for place in referral.addresses:
        if place.id not in ours:
            yield from of_address(place, open_lines)


def homes_of(one: Child | Person) -> tuple[str, ...]:
    """Give the ids of the addresses at which somebody lives."""
    found = (one.home, one.second_home) if isinstance(one, Child) else (one.home,)
    return tuple(place for place in found if isinstance(place, str))


def _lines(place: Address) -> list[str]:
    return place.lines.splitlines() if isinstance(place.lines, str) else []


def _forms(word: str, ours: Collection[str]) -> Iterator[str]:
    """Yield how a word of a name may be written; nothing where the subject has the same."""
    if _fold(word) in ours:
        return
    for one in {word, _plain(word)}:
        yield from (one, one.upper(), one.title(), one.capitalize())
        small = one.lower()
        if len(small) >= SHORTEST_IN_SMALL and small not in ALSO_WORDS:
            yield small


def _fold(word: str) -> str:
    return _plain(word).casefold().replace("\u2019", "'")


def _plain(word: str) -> str:
    apart = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(c for c in apart if not unicodedata.combining(c)))


def _apostrophes(pattern: str) -> str:
    return re.sub("['\u2019]", "['\u2019]", pattern)
