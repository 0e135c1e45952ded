"""Showing and hiding a part of a page, without asking Qt for what is so already. Lays out nothing.

``QWidget.setVisible`` measures the widget and all round it each time, also when nothing changes.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def is_put_away(widget: QWidget) -> bool:
    """Tell whether a widget was hidden on purpose, and does not merely wait for its parent."""
    decided = widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    return decided and widget.isHidden()


def show_or_hide(widget: QWidget, *, on: bool) -> None:
    """Show a part of a page or put it away; nothing happens when it is so already."""
    if is_put_away(widget) == on:
        widget.setVisible(on)
