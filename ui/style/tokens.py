"""The design tokens: every colour, size and distance of the window stands in this one table.

Never says what a widget looks like; ``sheet.py`` does. ``PAIRS`` lists which colour meets which,
and a test reckons the contrast of each (WCAG 2.2, 1.4.3 and 1.4.11).
"""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Mode(StrEnum):
    """Which colours a person wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Colours(msgspec.Struct, frozen=True, kw_only=True):
    """Colours by what they are for, each ``#rrggbb``.

    Attributes:
        page: Behind everything.
        surface: Cards, boxes to write in.
        sunken: Bars at the side, quiet areas.
        ink: Text.
        quiet: Text of less weight, still readable.
        line: A hairline that only decorates.
        edge: The border of a control.
        accent: The one accent, as a fill.
        on_accent: Text on it.
        accent_hover: The fill under the pointer.
        link: The accent as text.
        soft: A chosen thing's background.
        focus: The focus ring.
        danger: A danger button's fill.
        on_danger: Text on it.
        alarm: Red as text, border and shape.
        alarm_soft: Red as a background.
        warn: Amber as text, border and shape.
        warn_soft: Amber as a background.
        good: Green as text, border and shape.
        good_soft: Green as a background.
        select: Selected text's background.
        on_select: Selected text.
    """

    page: str
    surface: str
    sunken: str
    ink: str
    quiet: str
    line: str
    edge: str
    accent: str
    on_accent: str
    accent_hover: str
    link: str
    soft: str
    focus: str
    danger: str
    on_danger: str
    alarm: str
    alarm_soft: str
    warn: str
    warn_soft: str
    good: str
    good_soft: str
    select: str
    on_select: str


LIGHT = Colours(
    page="#f6f7f6",
    surface="#ffffff",
    sunken="#eceff0",
    ink="#12201f",
    quiet="#4a5958",
    line="#d5dcdb",
    edge="#6d7d7c",
    accent="#17708a",
    on_accent="#ffffff",
    accent_hover="#115a70",
    link="#0f5f77",
    soft="#e1f0f4",
    focus="#0b1413",
    danger="#bf2c23",
    on_danger="#ffffff",
    alarm="#a3211a",
    alarm_soft="#fdecea",
    warn="#7a4a00",
    warn_soft="#fff3d9",
    good="#1d6336",
    good_soft="#e5f4ea",
    select="#17708a",
    on_select="#ffffff",
)

DARK = Colours(
    page="#12181a",
    surface="#1b2326",
    sunken="#161d20",
    ink="#edf2f2",
    quiet="#aebcbc",
    line="#313c3f",
    edge="#82928f",
    accent="#1f7a93",
    on_accent="#ffffff",
    accent_hover="#1b6c83",
    link="#86d0e4",
    soft="#173a45",
    focus="#ffffff",
    danger="#cc3d33",
    on_danger="#ffffff",
    alarm="#ff9d94",
    alarm_soft="#40201e",
    warn="#f3c56b",
    warn_soft="#3a2f17",
    good="#86d6a0",
    good_soft="#1b3525",
    select="#1f7a93",
    on_select="#ffffff",
)

TEXT_CONTRAST = 4.5
SHAPE_CONTRAST = 3.0

_GROUNDS = ("page", "surface", "sunken")
_STATES = ("alarm", "warn", "good")

TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((text, ground) for text in ("ink", "quiet", "link", *_STATES) for ground in _GROUNDS),
    *((state, f"{state}_soft") for state in _STATES),
    *((text, f"{state}_soft") for text in ("ink", "quiet", "link") for state in _STATES),
    ("ink", "soft"),
    ("quiet", "soft"),
    ("link", "soft"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_danger", "danger"),
    ("on_select", "select"),
)
SHAPE_PAIRS: tuple[tuple[str, str], ...] = (
    *((shape, ground) for shape in ("edge", "accent", "focus") for ground in _GROUNDS),
    *((shape, f"{state}_soft") for shape in ("edge", "focus") for state in _STATES),
    ("edge", "soft"),
    ("focus", "soft"),
    ("focus", "accent"),
    ("focus", "danger"),
    ("danger", "page"),
    ("danger", "surface"),
)


class Type(msgspec.Struct, frozen=True):
    """Sizes of type in points at 100 %, and the weights."""

    small: float = 10.0
    body: float = 11.0
    lead: float = 12.5
    heading: float = 14.0
    title: float = 20.0
    number: float = 19.0
    regular: int = 400
    strong: int = 600


class Space(msgspec.Struct, frozen=True):
    """Distances in device-independent pixels."""

    hair: int = 2
    tight: int = 4
    small: int = 8
    medium: int = 12
    large: int = 16
    wide: int = 24
    page: int = 32
    radius: int = 6
    ring: int = 3
    target: int = 32
    measure: int = 70


TYPE = Type()
SPACE = Space()
FAMILIES = ("Segoe UI", "SF Pro Text", "Noto Sans", "Helvetica Neue", "DejaVu Sans")
SMALLEST_SCALE = 1.0
LARGEST_SCALE = 2.0


class Style(msgspec.Struct, frozen=True):
    """What is in force: the colours and how much larger than usual the text is."""

    colours: Colours = LIGHT
    scale: float = 1.0

    def points(self, size: float) -> float:
        """Give a size of type for this text scale, in points."""
        return round(size * self.scale, 1)

    def pixels(self, size: float) -> int:
        """Give a length that grows with the text, in device-independent pixels."""
        return round(size * self.scale)


def clamp_scale(scale: float) -> float:
    """Keep a text scale between 100 % and 200 %."""
    return min(max(scale, SMALLEST_SCALE), LARGEST_SCALE)
