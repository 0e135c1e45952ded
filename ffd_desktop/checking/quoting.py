"""Quotations and sentences within a text: what somebody else said, and what stands around a word.

Finds only; judges nothing.
"""

from __future__ import annotations

import re

QUOTED = re.compile(r"“.*?”|\"[^\"]*\"|‘[^’]*’(?!\w)|(?<!\w)'[^'\n]*'(?!\w)", re.DOTALL)
_ENDS = re.compile(r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr))(?<!\bMrs)[.!?;]+(?=\s|$)|\n")


def without_quotes(text: str) -> str:
    """Give a text with a gap for each quotation."""
    return QUOTED.sub(" … ", text) if any(mark in text for mark in "“\"‘'") else text


def sentence_around(text: str, start: int, end: int) -> tuple[str, str]:
    """Give what stands before and behind a place within its sentence."""
    begins = max((found.end() for found in _ENDS.finditer(text, 0, start)), default=0)
    ends = next((found.start() for found in _ENDS.finditer(text, end)), len(text))
    return text[begins:start], text[end:ends]
