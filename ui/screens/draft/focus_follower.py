"""Which question has the focus, so that guidance can speak of it and the place is remembered."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.editors.field_row import FieldRow


class FocusFollower(QObject):
    """Follows the focus within one widget.

    Signals:
        came: The focus came to another question; carries its ``FieldRow``.
    """

    came = Signal(object)

    def __init__(self, within: QWidget) -> None:
        super().__init__(within)
        self._within = within
        self._row: FieldRow | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    @property
    def row(self) -> FieldRow | None:
        """The question that had the focus last, while it is still there."""
        return self._row if self._row is not None and isValid(self._row) else None

    def forget(self) -> None:
        """Forget the question: another section is shown."""
        self._row = None

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        row = self._around(now)
        if row is not None and row is not self._row:
            self._row = row
            self.came.emit(row)

    def _around(self, widget: QWidget | None) -> FieldRow | None:
        while widget is not None and widget is not self._within:
            if isinstance(widget, FieldRow):
                return widget if self._within.isAncestorOf(widget) else None
            widget = widget.parentWidget()
        return None
