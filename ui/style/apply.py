"""Putting a style on the application, and following the system when it changes its colours.

Fusion is the base, so that the window looks the same on every system.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from ui.style.sheet import stylesheet
from ui.style.system import colours_for, wish_now
from ui.style.tokens import FAMILIES, TYPE, Colours, Mode, Style, clamp_scale

_STYLE = "ffd_style"
_FOLLOWER = "ffd_follower"
_BASE = "ffd_base"


def apply_style(app: QApplication, mode: Mode = Mode.SYSTEM, scale: float = 1.0) -> Style:
    """Dress the application; ``scale`` is 1.0 to 2.0 and is kept within.

    May be called again at any time: open windows change at once. In ``Mode.SYSTEM`` the window
    follows when the system turns dark or to high contrast.
    """
    _fusion(app)
    worn = app.property(_STYLE)
    app.setPalette(QPalette())
    style = Style(colours=colours_for(mode, wish_now(), app.palette()), scale=clamp_scale(scale))
    if worn != style:
        _dress(app, style)
    app.setPalette(_palette(style.colours))
    _follow(app, mode, scale)
    return style


def _dress(app: QApplication, style: Style) -> None:
    app.setProperty(_STYLE, style)
    app.setFont(_font(style))
    app.setPalette(_palette(style.colours))
    app.setStyleSheet(stylesheet(style))


def style_now() -> Style:
    """Give the style in force; the light one at 100 % before any was applied."""
    app = QGuiApplication.instance()
    style = app.property(_STYLE) if app else None
    return style if isinstance(style, Style) else Style()


class _Follower(QObject):
    """Applies the person's choice again when the system changes; one for the application."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._mode, self._scale = Mode.SYSTEM, 1.0
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._on_change)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_change)

    def follow(self, mode: Mode, scale: float) -> None:
        """Note what the person chose last."""
        self._mode, self._scale = mode, scale

    def _on_change(self) -> None:
        apply_style(self._app, self._mode, self._scale)


def _follow(app: QApplication, mode: Mode, scale: float) -> None:
    follower = app.property(_FOLLOWER)
    if not isinstance(follower, _Follower):
        follower = _Follower(app)
        app.setProperty(_FOLLOWER, follower)
    follower.follow(mode, scale)


def _fusion(app: QApplication) -> None:
    if app.property(_BASE) is None:
        app.setStyle(QStyleFactory.create("Fusion"))
        app.setProperty(_BASE, "Fusion")


def _font(style: Style) -> QFont:
    font = QFont()
    font.setFamilies([*FAMILIES, QFontInfo(QFont()).family()])
    font.setPointSizeF(style.points(TYPE.body))
    return font


_ROLES = {
    QPalette.ColorRole.Window: "page",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.Highlight: "select",
    QPalette.ColorRole.HighlightedText: "on_select",
    QPalette.ColorRole.Link: "link",
    QPalette.ColorRole.PlaceholderText: "quiet",
    QPalette.ColorRole.ToolTipBase: "ink",
    QPalette.ColorRole.ToolTipText: "page",
    QPalette.ColorRole.Accent: "accent",
}


def _palette(colours: Colours) -> QPalette:
    palette = QPalette(QColor(colours.surface), QColor(colours.page))
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(getattr(colours, name)))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.quiet))
    palette.setCurrentColorGroup(QPalette.ColorGroup.Active)
    return palette
