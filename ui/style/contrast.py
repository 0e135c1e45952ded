"""Contrast between colours, as WCAG 2.2 reckons it. Knows no widget."""

from __future__ import annotations


def luminance(colour: str) -> float:
    """Give the relative luminance of ``#rrggbb``, 0 for black to 1 for white.

    Source: WCAG 2.2, definition of relative luminance.
    """
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def is_dark(colour: str) -> bool:
    """Tell whether light text is easier to read on a colour than dark text."""
    return contrast(colour, "#ffffff") > contrast(colour, "#000000")


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
