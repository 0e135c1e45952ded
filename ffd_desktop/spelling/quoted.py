"""Where a text quotes somebody: from one quotation mark to the other. Exact words are no slips."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_DOUBLE: Final = re.compile(r"[“”„«»\"]")
_OPENS, _CLOSES = "“„«", "”»"
_SINGLE: Final = re.compile(
    r"‘[^‘\n]*?’(?!\w)|(?<![\w'])'(?=\w)[^'\n]*(?:(?<=\w)'(?=\w)[^'\n]*)*(?<=\S)'(?!\w)"
)
_BEFORE: Final = " \t\n\xa0([{—–-/"

Span = tuple[int, int]


def quoted(text: str) -> tuple[Span, ...]:
    """Give what stands in quotation marks, marks included.

    A mark that is not closed quotes to the end of its line, for somebody may be writing it.
    """
    return (*_double(text), *(match.span() for match in _SINGLE.finditer(text)))


def _double(text: str) -> Iterator[Span]:
    begun = -1
    for match in _DOUBLE.finditer(text):
        at = match.start()
        opens = _opens(text, at)
        if begun < 0:
            begun = at if opens else -1
        elif opens:  # the one before was never closed
            yield begun, min(_end_of_line(text, begun), at)
            begun = at
        else:
            yield begun, at + 1
            begun = -1
    if begun >= 0:
        yield begun, _end_of_line(text, begun)


def _opens(text: str, at: int) -> bool:
    mark = text[at]
    if mark in _OPENS or mark in _CLOSES:
        return mark in _OPENS
    return at == 0 or text[at - 1] in _BEFORE


def _end_of_line(text: str, start: int) -> int:
    found = text.find("\n", start)
    return len(text) if found < 0 else found
