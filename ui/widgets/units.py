"""Places in a text as Qt counts them: in UTF-16 units, where Python counts characters."""

from __future__ import annotations


def units(text: str) -> int:
    """Give the length of a text as Qt counts it."""
    return len(text) + sum(1 for one in text if one > "\uffff")


def characters(text: str, place: int) -> int:
    """Give a place that Qt counted as Python counts it."""
    if text.isascii():
        return place
    return len(text.encode("utf-16-le")[: 2 * place].decode("utf-16-le", errors="ignore"))
