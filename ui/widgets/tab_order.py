"""Tab goes where the eye goes: in the order of the layouts, also through what came later.

Qt's own order is the order of making; a card that is built when it is wanted would come last.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QWidget


def step_focus(root: QWidget, *, onward: bool) -> bool:
    """Move the focus one stop on, or back, round within ``root``; tell whether it moved.

    False when the focus is at no stop of the order: then Qt's own order is the better guess.
    """
    stops = [one for one in reading_order(root) if takes_tab(one)]
    now = QApplication.focusWidget()
    if now is None or now not in stops or len(stops) < 2:
        return False
    wanted = stops[(stops.index(now) + (1 if onward else -1)) % len(stops)]
    reason = Qt.FocusReason.TabFocusReason if onward else Qt.FocusReason.BacktabFocusReason
    wanted.setFocus(reason)
    return True


def takes_tab(widget: QWidget) -> bool:
    """Tell whether Tab stops at a widget as it stands now."""
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return (
        bool(by_tab) and widget.focusProxy() is None and widget.isVisible() and widget.isEnabled()
    )


def reading_order(widget: QWidget) -> Iterator[QWidget]:
    """Give a widget and all that is laid out in it, as they are read."""
    if widget.isHidden():
        return
    yield widget
    layout = widget.layout()
    if layout is not None:
        yield from _laid_out(layout)
    elif isinstance(widget, QScrollArea) and (inside := widget.widget()) is not None:
        yield from reading_order(inside)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    """Give what a layout holds, in its order.

    WORKAROUND: PySide6 6.11.3. It keeps what ``itemAt`` gave for as long as the layout lives, also
    after Qt has freed the item with its widget, and hands it out again for whatever object comes
    to lie at that address: the program ends there. So no layout is asked for its items.
    """
    holder = layout.parentWidget()
    parts = (*(holder.children() if holder is not None else ()), *layout.children())
    placed = [(layout.indexOf(one), one) for one in parts if isinstance(one, QWidget | QLayout)]
    for at, part in sorted(placed, key=lambda one: one[0]):
        if at >= 0:
            yield from reading_order(part) if isinstance(part, QWidget) else _laid_out(part)
