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
