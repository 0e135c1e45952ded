"""Names of people in a text: after a title, beside what somebody is to the child, or in full.

Finds by how names stand in English sentences and knows no list of names; in doubt it finds none.
Whose names they are is decided where the whole referral is looked at.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise

from ffd_desktop.checking.quoting import sentence_around
from ffd_desktop.referral.private import Private

_UPPER = "".join(mark for mark in map(chr, range(0x41, 0x250)) if mark.isupper())
_NAME = rf"(?:[OD][’'])?[{_UPPER}][^\W\d_]+(?:[’'-][^\W\d_]{{2,}})*"
_ONE_OR_TWO = rf"{_NAME}(?: {_NAME})?"
_RUN = re.compile(rf"(?<![\w’'-]){_NAME}(?: {_NAME})+")
_TITLED = re.compile(rf"\b(?:Mr|Mrs|Ms|Miss)\.? ({_ONE_OR_TWO})")
_PARTNER = (
    r"partner|boyfriend|girlfriend|husband|wife|fianc[eé]e?|stepdad|step-dad|stepfather|"
    r"step-father|stepmum|step-mum|stepmother|step-mother|ex|ex-partner|ex-husband|ex-wife|"
    r"ex-boyfriend|lodger"
)
_KIN = (
    r"uncle|aunt|auntie|aunty|nan|nana|nanny|gran|grandma|granny|grandad|grandpa|grandfather|"
    r"grandmother|great-aunt|great-uncle|brother|sister|half-brother|half-sister|stepbrother|"
    r"step-brother|stepsister|step-sister|cousin|godmother|godfather|neighbour|mum|dad"
)
_RELATED = re.compile(
    rf"(?<![\w’'-])(?:(?:{_PARTNER})(?: is| was)?,?(?: called)? \(?|"
    rf"(?:(?i:{_KIN})|mother|father)(?: called)? )"
    rf"({_ONE_OR_TWO})"
)
_CALLED = re.compile(
    rf"\b(?:man|woman|boy|girl|male|female|adult|person|someone|somebody|lad|guy)"
    rf"(?: is| was)?,? (?:called|named|known as) ({_ONE_OR_TWO})"
)
_DOES = re.compile(
    rf"(?<![\w’'-])({_NAME} {_NAME}) (?:said|says|told|tells|hit|hits|shouted|shouts|punched|"
    r"pushed|slapped|smacked|kicked|grabbed|threatened|collected|collects|picked|lives|lived|"
    r"stays|stayed|moved|texted|admitted|denied|drinks|drank|sleeps|slept)\b"
)
_HINT = re.compile(rf"(?<![^\W\d_])[{_UPPER}][^\W\d_]+ [{_UPPER}]|[^\W\d_],? \(?[{_UPPER}][^\W\d_]")

_ROLE = re.compile(
    r"\b(?:teach\w*|tutor|head(?:teacher)?|deputy|assistant|nurse|officer|worker|doctor|dentist|"
    r"mentor|coach|governor|receptionist|staff|lead|manager|visitor|midwife|caretaker|chaplain|"
    r"pastoral|office|police|paramedic|consultant|psychologist|therapist|counsell?or|solicitor|"
    r"social|SENCO|SENDCO|DSL|DDSL|TA|LSA|EWO|FSW|GP|PC)\b",
    re.IGNORECASE,
)
_NEAR = 40
_MARKS = re.compile(r"[,(]")


class Named(Private, frozen=True):
    """Somebody whom a text names.

    Attributes:
        words: As it stands in the text, such as "partner Kevin".
        name: The name alone.
        is_surname: Whether it stands behind a title, so that it is a family name.
    """

    words: str
    name: str
    is_surname: bool = False


def people_in(text: str) -> tuple[tuple[Named, ...], tuple[str, ...]]:
    """Give whom a text names, and every two words in it that may be a full name."""
    if not _HINT.search(text):
        return (), ()
    named = {one.name: one for one in _named(text)}
    return tuple(named.values()), tuple(dict.fromkeys(_pairs(text)))


def _named(text: str) -> Iterator[Named]:
    for found in _TITLED.finditer(text):
        name = _clean(found[1])
        if name and not _has_role(text, found):
            yield Named(f"{found[0].split()[0]} {name}", name, is_surname=True)
    for pattern in (_RELATED, _CALLED, _DOES):
        for found in pattern.finditer(text):
            name = _clean(found[1])
            if name and not _has_role(text, found):
                words = found[0].replace(found[1], name) if pattern is not _DOES else name
                yield Named(" ".join(_MARKS.sub(" ", words).split()), name)


def _clean(name: str) -> str:
    """Give the words of a name that can be a name; nothing when its first word cannot."""
    words = [_without_s(word) for word in name.split()]
    kept = []
    for word in words:
        if word.isupper() or _folded(word) in no_names():
            break
        kept.append(word)
    if len(kept) < len(words) and len(words) > 1 and _folded(words[-1]) in places():
        return ""
    return " ".join(kept)


def _has_role(text: str, found: re.Match[str]) -> bool:
    """Tell whether the sentence says beside a name what work the person does."""
    before, after = sentence_around(text, found.start(), found.end())
    return bool(_ROLE.search(before[-_NEAR:]) or _ROLE.search(after[:_NEAR]))


def _pairs(text: str) -> Iterator[str]:
    for run in _RUN.finditer(text):
        words = [_without_s(word) for word in run[0].split()]
        for first, second in pairwise(words):
            if not no_names() & {_folded(first), _folded(second)}:
                yield f"{first} {second}"


def _without_s(word: str) -> str:
    return re.sub(r"[’']s$", "", word)


def _folded(word: str) -> str:
    return word.casefold().replace("’", "").replace("'", "")


@cache
def no_names() -> frozenset[str]:
    """Give the words that begin with a capital and name nobody."""
    return _words()["ordinary"] | places()


def places() -> frozenset[str]:
    """Give the words that end the name of a place or an office."""
    return _words()["places"]


@cache
def _words() -> dict[str, frozenset[str]]:
    file = files("resources") / "words" / "no_names.toml"
    read: dict[str, str] = tomllib.loads(file.read_text(encoding="utf-8"))["words"]
    return {key: frozenset(words.split()) for key, words in read.items()}
