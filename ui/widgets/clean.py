"""Making text from the outside world safe to keep, without losing a word of it. Knows no widget."""

from __future__ import annotations

import re

_NEW_LINES = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufdd0\ufdd1]")
_LONE = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """Drop control characters, keep lines, tabs, emoji and every script.

    A half of a surrogate pair, which no file could hold, becomes the replacement character.
    """
    text = _NEW_LINES.sub("\n", text)
    return _LONE.sub("\ufffd", _CONTROLS.sub("", text))


def one_line(text: str) -> str:
    """Clean text and join its lines by single spaces."""
    return re.sub(r"\s*\n\s*", " ", clean(text)).replace("\t", " ")
