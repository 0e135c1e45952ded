"""Giving the focus to what is seen. Never takes it from another screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def give_focus(widget: QWidget) -> None:
    """Put the focus on a widget, unless it stands on a screen that has been left.

    An answer from a lane may come just after its screen was left; Qt would move the focus to the
    hidden widget all the same. Before the window is shown for the first time it is as usual.
    """
    if widget.isVisible() or not widget.window().isVisible():
        widget.setFocus(Qt.FocusReason.OtherFocusReason)


class Rest:
    """Parts that rest while something is done. Whoever stood in one stands there again after it.

    Qt takes the focus away from what is disabled and never gives it back: after a wrong
    passphrase somebody without a mouse would have to begin again at the top of the screen.
    """

    def __init__(self, *parts: QWidget) -> None:
        self._parts = parts
        self._stood: QWidget | None = None
        self._went: QWidget | None = None

    def become(self, *, resting: bool) -> None:
        """Let the parts rest, or be used again."""
        window = self._parts[0].window()
        if resting and self._stood is None:
            self._stood = self._within(window.focusWidget())
        for part in self._parts:
            part.setEnabled(not resting)
        if resting:
            self._went = window.focusWidget()
            return
        stood, self._stood = self._stood, None
        if stood is not None and window.focusWidget() is self._went:
            give_focus(stood)

    def _within(self, widget: QWidget | None) -> QWidget | None:
        """Give the widget if it is one of the parts or in one."""
        inside = widget is not None and any(
            part is widget or part.isAncestorOf(widget) for part in self._parts
        )
        return widget if inside else None
