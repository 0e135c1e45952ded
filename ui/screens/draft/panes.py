"""Going from pane to pane by one key; each pane remembers what had the focus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class Panes:
    """The panes of a screen in their order; hidden ones are passed over."""

    def __init__(self, panes: tuple[QWidget, ...]) -> None:
        self._panes = panes
        self._last: dict[QWidget, QWidget] = {}

    def step(self, by: int) -> None:
        """Go to the next pane (1) or the one before (-1)."""
        shown = [pane for pane in self._panes if pane.isVisible()]
        now = QApplication.focusWidget()
        here = next((pane for pane in shown if now is not None and _holds(pane, now)), None)
        if here is not None and now is not None:
            self._last[here] = now
        start = shown.index(here) if here is not None else -by
        for distance in range(1, len(shown) + 1):
            target = self._target(shown[(start + by * distance) % len(shown)])
            if target is not None:
                target.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _target(self, pane: QWidget) -> QWidget | None:
        last = self._last.get(pane)
        if last is not None and isValid(last) and last.isVisible() and _holds(pane, last):
            return last
        return first_stop(pane)


def first_stop(pane: QWidget) -> QWidget | None:
    """Give the first thing within a pane that Tab would stop at."""
    if _takes_focus(pane):
        return pane
    widget = pane.nextInFocusChain()
    while widget is not None and widget is not pane:
        if pane.isAncestorOf(widget) and _takes_focus(widget):
            return widget
        widget = widget.nextInFocusChain()
    return None


def _takes_focus(widget: QWidget) -> bool:
    tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tab and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _holds(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)
