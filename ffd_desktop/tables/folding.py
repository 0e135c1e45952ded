"""Words as they are compared: without case, accents, apostrophes and spaces."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
_LEFT_OUT = "'`´‘’ʻʼʹ′＇ـ\u200b\u200c\u200d\u00ad\ufeff"  # apostrophes, tatweel, invisible marks
_ACCENTS = map(chr, range(0x300, 0x370))
_PLAIN = str.maketrans(_LETTERS | dict.fromkeys((*_LEFT_OUT, *_ACCENTS), ""))
_VIRAMA = 9  # the highest combining class among signs that spell; accents are above it
_NOT_WORD = re.compile(r"[\W_]+")


@lru_cache(maxsize=2048)
def fold(text: str) -> str:
    """Fold a name to plain words: ``O'Neïll-Żak`` becomes ``oneill zak``.

    Accents, case and apostrophes go; hyphens and other marks become spaces. Vowel signs of
    scripts that write them as marks (Bengali, Hindi, Thai) stay.
    """
    plain = text.lower()
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", text).casefold().translate(_PLAIN)
    if plain.isascii():
        plain = plain.replace("'", "").replace("`", "")
        return plain if plain.isalnum() else _NOT_WORD.sub(" ", plain).strip()
    kept = "".join(_kept(mark) for mark in plain)
    return " ".join(unicodedata.normalize("NFKC", kept).split())


def forget() -> None:
    """Drop the names that ``fold`` remembers because a roll says the same ones again and again.

    SECURITY: whoever folds many calls this when done, so that names do not outlive their use.
    """
    fold.cache_clear()


def _kept(mark: str) -> str:
    """Keep letters, numbers and the vowel signs that are part of a word's spelling."""
    kind = unicodedata.category(mark)[0]
    if kind in "LN":
        return mark
    if kind == "M":
        return mark if unicodedata.combining(mark) <= _VIRAMA else ""
    return " "


def squeeze(text: str) -> str:
    """Fold a text and close it up, so that spaces and hyphens make no difference."""
    return fold(text).replace(" ", "")
