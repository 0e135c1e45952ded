"""The words of what is kept from somebody, found again in a referral's sentences and replaced.

Finds the very words of an address, a number or a name, however they are spaced; never a meaning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from ffd_desktop.referral.keeping import PHONES, doubtful_phones, is_hidden, is_kept, is_or_may_be
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.people import Address, Child, Person, Professional

KEPT_BACK: Final = "Kept back"
_IN_A_SENTENCE: Final = "[kept back]"
_NOT_WORDS: Final = frozenset({"reference", "council", "form", "pack_version", "origins"})
PLACES: Final = ("gp", "dentist", "health_visitor", "school")
"""Attributes of a child that tell where the child can be met."""
_LEAST_DIGITS: Final = 7
_LEAST_LETTERS: Final = 6
_BETWEEN: Final = r"[\s().\-/\u2010-\u2015]*"  # what people write between the digits of a number
_SEVERAL: Final = re.compile(r"[^\W\d_]+|[/,;|\n]")
_FIRST: Final = re.compile(r"0044|44(?=0|[1-9]\d{8})|0")
_HOME: Final = rf"(?:(?:\+|00)?{_BETWEEN}4{_BETWEEN}4{_BETWEEN}0?|0){_BETWEEN}"


def secrets_of(referral: Referral) -> tuple[str, ...]:
    """Give patterns for the words of each address, number and name that is kept from anybody."""
    found = dict.fromkeys(_secrets(referral))
    return tuple(sorted(found, key=len, reverse=True))


def scrubbed(referral: Referral, secrets: tuple[str, ...]) -> Referral:
    """Give the referral with the words replaced wherever they stand in a sentence."""
    if not secrets:
        return referral
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(secrets)})(?!\w)", re.IGNORECASE)
    parts = msgspec.to_builtins(referral)
    clean = {
        name: part if name in _NOT_WORDS else _without(part, pattern)
        for name, part in parts.items()
    }
    return msgspec.convert(clean, Referral)


def _without(value: object, pattern: re.Pattern[str]) -> object:
    match value:
        case str():
            return pattern.sub(_IN_A_SENTENCE, value)
        case dict():
            return {
                key: one if key == "id" else _without(one, pattern) for key, one in value.items()
            }
        case list() | tuple():
            return [_without(one, pattern) for one in value]
        case _:
            return value


def _secrets(referral: Referral) -> Iterator[str]:
    kept = [place for place in referral.addresses if is_kept(place)]
    open_lines = {
        line.casefold().strip()
        for place in referral.addresses
        if place not in kept
        for line in _lines(place)
    }
    for place in kept:
        yield from of_address(place, open_lines)
    everyone: tuple[Child | Person, ...] = (*referral.children, *referral.people)
    for one in everyone:
        hidden = is_hidden(one, referral.addresses)
        for name in PHONES if hidden else doubtful_phones(one):
            yield from of_number(getattr(one, name, None))
        if hidden or is_or_may_be(_is_unsafe(one)):
            yield from of_words(getattr(one, "email", None))
    yield from _of_places(referral)
    for worker in referral.professionals:
        yield from _of_professional(worker)
    yield from _of_sources(referral)


def _lines(place: Address) -> list[str]:
    return place.lines.splitlines() if isinstance(place.lines, str) else []


def of_address(place: Address, open_lines: set[str]) -> Iterator[str]:
    """Yield patterns for an address; a later line may be a street, or a town that others share."""
    for number, line in enumerate(_lines(place)):
        if number == 0 or any(map(str.isdigit, line)):
            yield from of_words(line)
        elif line.casefold().strip() in open_lines:
            continue
        yield from _of_street(line)
    if isinstance(place.postcode, str) and len("".join(place.postcode.split())) >= 5:
        yield r"\s*".join(map(re.escape, "".join(place.postcode.split())))


def _of_places(referral: Referral) -> Iterator[str]:
    """Yield where a hidden child goes, unless another child who may be found goes there too."""
    found: tuple[set[object], set[object]] = (set(), {referral.referrer.school_name})
    for child in referral.children:
        at = found[0 if is_hidden(child, referral.addresses) else 1]
        at.update(getattr(child, name) for name in PLACES)
    for words in found[0] - found[1]:
        yield from of_words(words)


def _is_unsafe(one: Child | Person) -> object:
    may = one.safe_to_contact if isinstance(one, Person) else None
    return not may if isinstance(may, bool) else may


def _of_street(line: str) -> Iterator[str]:
    """Yield a pattern for a street without the number: it leads to the door too."""
    for part in line.split(","):
        words = [word for word in part.split() if not any(map(str.isdigit, word))]
        if len(words) > 1:
            yield from of_words(" ".join(words))


def of_number(value: object) -> Iterator[str]:
    """Yield patterns for each number that is written in an answer, with or without +44."""
    for digits in _numbers_in(value) if isinstance(value, str) else ():
        yield _BETWEEN.join(digits)
        if first := _FIRST.match(digits):
            yield _HOME + _BETWEEN.join(digits[first.end() :].removeprefix("0"))


def _numbers_in(words: str) -> Iterator[str]:
    """Yield the digits of each number; of a number that is cut by a stroke, all digits as one."""
    parts = ("".join(filter(str.isdigit, part)) for part in (*_SEVERAL.split(words), words))
    return (digits for digits in parts if len(digits) >= _LEAST_DIGITS)


def _of_professional(worker: Professional) -> Iterator[str]:
    if is_or_may_be(worker.contact_is_private):
        yield from of_number(worker.phone)
        yield from of_words(worker.email)


def _of_sources(referral: Referral) -> Iterator[str]:
    """Yield the names of sources who wish not to be named, unless they stand here anyway."""
    known = {referral.referrer.name, *(one.name for one in referral.children)}
    known |= {*(one.name for one in referral.people), *(one.name for one in referral.professionals)}
    for one in referral.statements:
        if is_or_may_be(one.source_anonymous) and one.source not in known:
            yield from of_words(one.source)


def of_words(value: object) -> Iterator[str]:
    """Yield a pattern for words however they are spaced; not for a single short word."""
    words = value.replace(",", " ").split() if isinstance(value, str) else []
    if sum(map(len, words)) >= _LEAST_LETTERS:
        yield r"[\s,]+".join(map(re.escape, words))
