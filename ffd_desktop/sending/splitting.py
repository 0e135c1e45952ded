"""Words in parts that fit a box: parted between paragraphs, sentences or words, none lost."""

from __future__ import annotations

import re
from typing import Final

_BREAKS: Final = (re.compile(r"\n+"), re.compile(r"(?<=[.!?])\s+"), re.compile(r"\s+"))


def split(text: str, limit: int | None) -> tuple[str, ...]:
    """Part a text so that each part has at most ``limit`` characters as a browser counts them.

    Joined without anything between, the parts are the text again, to the letter. A word that is
    longer than the limit is cut.
    """
    if not text:
        return ()
    parts = []
    while limit is not None and width(text) > limit:
        at = _break(text, limit)
        parts.append(text[:at])
        text = text[at:]
    return (*parts, text)


def width(text: str) -> int:
    """Count characters as a browser's box does: in UTF-16 code units."""
    return len(text) + sum(ord(mark) > 0xFFFF for mark in text)


def _break(text: str, limit: int) -> int:
    """Give where to part: after the last paragraph, sentence or word that ends within the limit."""
    room = _fits(text, limit)
    for pattern in _BREAKS:
        ends = [found.end() for found in pattern.finditer(text[: room + 1]) if found.end() <= room]
        late = [end for end in ends if end > room // 2]
        if late:
            return late[-1]
    ends = [found.end() for found in _BREAKS[-1].finditer(text[: room + 1]) if found.end() <= room]
    return ends[-1] if ends else max(room, 1)


def _fits(text: str, limit: int) -> int:
    """Give how many of the first characters fit."""
    used = 0
    for at, mark in enumerate(text):
        used += 2 if ord(mark) > 0xFFFF else 1
        if used > limit:
            return at
    return len(text)
