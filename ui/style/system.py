"""What the system asks for: light or dark, and its own high-contrast colours. Sets nothing."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette

from ui.style.contrast import contrast, is_dark
from ui.style.tokens import DARK, LIGHT, SHAPE_CONTRAST, TEXT_CONTRAST, Colours, Mode

ENOUGH_FOR_HIGH = 7.0


class Wish(msgspec.Struct, frozen=True):
    """What the system asks for."""

    dark: bool = False
    high_contrast: bool = False


def wish_now() -> Wish:
    """Ask the system; call after the application was made."""
    hints = QGuiApplication.styleHints()
    preference = hints.accessibility().contrastPreference()
    return Wish(
        dark=hints.colorScheme() == Qt.ColorScheme.Dark,
        high_contrast=preference == Qt.ContrastPreference.HighContrast,
    )


def colours_for(mode: Mode, wish: Wish, palette: QPalette) -> Colours:
    """Choose the colours for a mode; ``palette`` is the system's own, not one of ours."""
    match mode:
        case Mode.LIGHT:
            return LIGHT
        case Mode.DARK:
            return DARK
        case Mode.CONTRAST:
            return from_palette(palette)
        case Mode.SYSTEM:
            if wish.high_contrast:
                return from_palette(palette)
            return DARK if wish.dark else LIGHT


def from_palette(palette: QPalette) -> Colours:
    """Make colours of the system's high-contrast palette; black and white where it falls short.

    Few colours on purpose: state is told by words and shapes, as always.
    """
    ground = _of(palette, QPalette.ColorRole.Window)
    far = "#ffffff" if is_dark(ground) else "#000000"
    ink = _fit(_of(palette, QPalette.ColorRole.WindowText), ground, far, ENOUGH_FOR_HIGH)
    fill = _of(palette, QPalette.ColorRole.Highlight)
    accent = fill if contrast(fill, ground) >= SHAPE_CONTRAST else far
    on_fill = "#ffffff" if is_dark(accent) else "#000000"
    wanted = _of(palette, QPalette.ColorRole.HighlightedText)
    on_accent = _fit(wanted, accent, on_fill, TEXT_CONTRAST)
    link = _fit(_of(palette, QPalette.ColorRole.Link), ground, far, TEXT_CONTRAST)
    return Colours(
        page=ground, surface=ground, sunken=ground, soft=ground,
        alarm_soft=ground, warn_soft=ground, good_soft=ground,
        ink=ink, quiet=ink, line=ink, edge=ink, focus=far, alarm=ink, warn=ink, good=ink,
        link=link, accent=accent, on_accent=on_accent, accent_hover=accent,
        danger=accent, on_danger=on_accent, select=accent, on_select=on_accent,
    )  # fmt: skip


def _of(palette: QPalette, role: QPalette.ColorRole) -> str:
    return palette.color(QPalette.ColorGroup.Active, role).name()


def _fit(colour: str, ground: str, fallback: str, ratio: float) -> str:
    return colour if contrast(colour, ground) >= ratio else fallback
