"""Cuts a word into stretches that one face can draw, and finds what no face can.

Never drops a character: one that no face has becomes its code, and is counted.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Final

from ffd_desktop.adapters.pdf.catalogue import TEXT_FACES, Weight
from ffd_desktop.adapters.pdf.faces import Face, face, face_for
from ffd_desktop.exporting.characters import code_of, shown

# Characters that act without being seen; they need no glyph of their own.
_UNSEEN: Final = "\u00ad\u034f\u061c\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f"
_UNSEEN_ONES: Final = re.compile(f"[{_UNSEEN}]+")
# What every cut of the text face has.
PLAIN: Final = re.compile("[\n\t\x20-\x7e\u00a0-\u00ac\u00ae-\u017f\u2010-\u2014\u2018-\u2026]*")
_JOINER: Final = "\u200d"


def printable(text: str, missing: Counter[str]) -> str:
    """Return the text as it can be printed, counting what had to become a code."""
    text = shown(text)
    if PLAIN.fullmatch(text):
        return text
    return "".join(_printable(cluster, missing) for cluster in clusters(text))


def _printable(cluster: str, missing: Counter[str]) -> str:
    if cluster in "\n\t" or _seen(cluster) == "" or face_for(_seen(cluster), Weight.REGULAR):
        return cluster
    return "".join(_one(character, missing) for character in cluster)


def _one(character: str, missing: Counter[str]) -> str:
    if _seen(character) == "" or face_for(character, Weight.REGULAR):
        return character
    missing[character] += 1
    return code_of(character)


def _seen(cluster: str) -> str:
    return _UNSEEN_ONES.sub("", cluster)


def clusters(text: str) -> Iterator[str]:
    """Yield each character with the marks and joiners that lean on it."""
    start = 0
    for index in range(1, len(text)):
        character = text[index]
        leans = unicodedata.category(character).startswith("M") or _UNSEEN_ONES.match(character)
        if not leans or text[index - 1] in "\n\t ":
            yield text[start:index]
            start = index
    if start < len(text):
        yield text[start:]


def stretches(word: str, weight: Weight) -> list[tuple[Face, str]]:
    """Return the word in pieces, each with the face that draws it; no piece is empty.

    ``word`` must be printable, so that every cluster or character of it has a face.
    """
    if PLAIN.fullmatch(word):
        return [(face(TEXT_FACES[weight]), word)]
    pieces: list[tuple[Face, str]] = []
    for cluster in clusters(word):
        seen = _seen(cluster)
        one = face_for(seen, weight) if seen else None
        parts = [(one, cluster)] if one or not seen else _apart(cluster, weight)
        for own, text in parts:
            chosen = own or (pieces[-1][0] if pieces else face_for("n", weight))
            if chosen is None:  # the text face always has an n
                continue
            if pieces and pieces[-1][0] is chosen:
                pieces[-1] = (chosen, pieces[-1][1] + text)
            else:
                pieces.append((chosen, text))
    return pieces


def _apart(cluster: str, weight: Weight) -> list[tuple[Face | None, str]]:
    return [
        (face_for(character, weight) if _seen(character) else None, character)
        for character in cluster
    ]
