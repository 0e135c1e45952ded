"""A scroll area that never hides what has the focus (WCAG 2.2, 2.4.11). Scrolls down only."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from ui.style.tokens import SPACE


class KeepInView(QScrollArea):
    """Scrolls so that the focused widget within it is seen whole, with some room round it."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._follows = False
        self.viewport().setAutoFillBackground(False)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)

    def showEvent(self, event: QShowEvent) -> None:
        """Start to follow the focus."""
        super().showEvent(event)
        app = QApplication.instance()
        if isinstance(app, QApplication) and not self._follows:
            self._follows = True
            app.focusChanged.connect(self._on_focus_changed)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop following the focus."""
        super().hideEvent(event)
        app = QApplication.instance()
        if isinstance(app, QApplication) and self._follows:
            self._follows = False
            app.focusChanged.disconnect(self._on_focus_changed)

    def reveal(self, widget: QWidget) -> None:
        """Scroll so that a widget is seen; its top first when it is taller than the view."""
        inside = self.widget()
        if inside is None or not inside.isAncestorOf(widget):
            return
        place = QRect(widget.mapTo(inside, QPoint(0, 0)), widget.size())
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top, bottom = place.top() - SPACE.wide, place.bottom() + SPACE.wide
        if top < bar.value() or place.height() > height:
            bar.setValue(top)
        elif bottom > bar.value() + height:
            bar.setValue(bottom - height)

    def reveal_soon(self, widget: QWidget) -> None:
        """Scroll so that a widget that has just come, or grown, is seen once it has its place."""
        QTimer.singleShot(0, widget, lambda: self._reveal_settled(widget))

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now) and self.viewport().isAncestorOf(now):
            self.reveal(now)
            QTimer.singleShot(0, self, self._reveal_focus)

    def _reveal_focus(self) -> None:
        """Look again once a part that has just come has its place."""
        now = QApplication.focusWidget()
        if now is not None and self.viewport().isAncestorOf(now):
            self._reveal_settled(now)

    def _reveal_settled(self, widget: QWidget) -> None:
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self.reveal(widget)
