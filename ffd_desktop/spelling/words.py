"""The words of a text that may be looked up, each with its place. Looks nothing up.

Left out is what no dictionary answers for: what stands in quotation marks (somebody's own words),
words in capitals, with figures or with a capital inside, addresses of the web and of e-mail, and
the name behind a title ("Mrs Okoro").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ffd_desktop.referral.private import Private
from ffd_desktop.spelling.quoted import Span, quoted

TOKEN: Final = re.compile(r"\w+(?:['’\-‐‑]\w+)*")
_RUN: Final = re.compile(r"\S+")
_PLACE: Final = re.compile(r"@|://|\bwww\.|\w\.(?:uk|com|org|net|sch|gov)\b", re.IGNORECASE)
_HYPHENS: Final = re.compile("[‐‑]")
_PARTS: Final = re.compile(r"['’\-‐‑]")
_OWNING: Final = re.compile(r"['’][sS]$")
_SHORTEST: Final = 2
_TITLE: Final = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|PC|DC|DS|Sgt|Rev|Nurse|Sister)\.?[ \xa0]$")
_LONGEST_TITLE: Final = 8


class Word(Private, frozen=True):
    """One word as it stands in a text: ``text[start:end]``, counted in characters."""

    start: int
    end: int
    text: str


def words_of(text: str) -> tuple[Word, ...]:
    """Give the words of a text that may be looked up, without "'s", in their order."""
    return tuple(_open(text, sorted((*quoted(text), *_places(text)))))


def _places(text: str) -> Iterator[Span]:
    """Give the addresses, each from blank to blank; run by run, for a run may be pages long."""
    for run in _RUN.finditer(text):
        if _PLACE.search(text, run.start(), run.end()):
            yield run.span()


def plain(word: str) -> str:
    """Give a word as dictionaries write it, with a plain apostrophe and plain hyphens."""
    return _HYPHENS.sub("-", word.replace("’", "'"))


def _open(text: str, closed: list[Span]) -> Iterator[Word]:
    ends = 0
    spans = iter((*closed, (len(text), len(text))))
    begins, upto = next(spans)
    for match in TOKEN.finditer(text):
        while begins < match.end():
            ends = max(ends, upto)
            begins, upto = next(spans, (len(text), len(text)))
        word = _OWNING.sub("", match[0])
        if match.start() < ends or len(word) < _SHORTEST or _is_odd(word):
            continue
        if not _is_titled(text, match.start()):
            yield Word(match.start(), match.start() + len(word), word)


def _is_titled(text: str, start: int) -> bool:
    """Tell whether a word with a capital has a title before it."""
    before = max(start - _LONGEST_TITLE, 0)
    return text[start].isupper() and _TITLE.search(text, before, start) is not None


def _is_odd(word: str) -> bool:
    """Tell whether a word has a figure, or a capital after the first letter of a part: "DSLs"."""
    return any(
        not part.isalpha() or any(letter.isupper() for letter in part[1:])
        for part in _PARTS.split(word)
    )
