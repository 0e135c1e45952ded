"""Quotations and sentences within a text: what somebody else said, and what stands around a word.

Finds only; judges nothing.
"""

from __future__ import annotations

import re

QUOTED = re.compile(r"“.*?”|\"[^\"]*\"|‘[^’]*’(?!\w)|(?<!\w)'[^'\n]*'(?!\w)", re.DOTALL)
_FAR = 400
_ENDS = re.compile(r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr))(?<!\bMrs)[.!?;]+(?=\s|$)|\n")


def without_quotes(text: str) -> str:
    """Give a text with a gap for each quotation."""
    return QUOTED.sub(" … ", text) if any(mark in text for mark in "“\"‘'") else text


def sentence_around(text: str, start: int, end: int) -> tuple[str, str]:
    """Give what stands before and behind a place within its sentence, 400 marks at most.

    Pasted text may go on for pages without a full stop; a whole one for each find would take the
    window's thread for half a minute.
    """
    first, last = max(0, start - _FAR), min(len(text), end + _FAR)
    begins = max((found.end() for found in _ENDS.finditer(text, first, start)), default=first)
    ends = next((found.start() for found in _ENDS.finditer(text, end, last)), last)
    return text[begins:start], text[end:ends]
