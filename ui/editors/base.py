"""What every editor is: a widget that shows one value and tells when a person changed it.

An editor never stores, checks or refuses an answer; blank is always ``None``.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ffd_desktop.councils.forms import Field
from ui.editors.context import EditorContext, Value
from ui.style.tokens import SPACE
from ui.widgets.words import measure_width

_PASSING = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason}


class Editor(QWidget):
    """The widget of one field; one subclass for each ``FieldKind``.

    Signals:
        edited: The whole new value, after a person changed it; never after ``set_value``.
        left: The focus went elsewhere, so that what was typed is saved at once.
    """

    edited = Signal(object)
    left = Signal()
    clear_words = "Clear"
    _measures: tuple[tuple[QWidget, int], ...] = ()

    def __init__(self, field: Field, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.context = context
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACE.small)

    def value(self) -> Value:
        """Give the value as it is shown; ``None`` when blank."""
        raise NotImplementedError

    def set_value(self, value: object) -> None:
        """Show a value, keeping the caret where it can; emits nothing."""
        raise NotImplementedError

    def clear_by_person(self) -> None:
        """Empty the editor as a person would, emitting ``edited(None)`` if it held anything."""
        if self.field.can_be_blank and self.value() is not None:
            self.set_value(None)
            self.edited.emit(None)

    def set_context(self, context: EditorContext) -> None:
        """Take new choices, keeping the value; emits nothing."""
        self.context = context

    def controls(self) -> tuple[QWidget, ...]:
        """Give the widgets that take the focus, in the order of Tab."""
        raise NotImplementedError

    def focus_in_editor(self) -> None:
        """Put the focus on the first control, or on the chosen one."""
        controls = self.controls()
        if controls:
            controls[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def caret(self) -> int:
        """Give the place of the caret in the text; 0 where there is no text."""
        return 0

    def set_caret(self, place: int) -> None:
        """Put the caret at a place in the text; does nothing where there is no text."""

    def find_text(self, words: str) -> bool:
        """Mark the places where words occur and tell whether there are any; blank unmarks."""
        return bool(words) and words.casefold() in self.words().casefold()

    def words(self) -> str:
        """Give the value as a person reads it."""
        return ""

    def set_read_only(self, *, on: bool) -> None:
        """Let the value be read but not changed, or lift that."""
        for control in self.controls():
            control.setEnabled(not on)

    def describe(self, name: str, description: str) -> None:
        """Tell assistive technology what is asked here (WCAG 2.2, 1.3.1 and 4.1.2)."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)

    def keep_measure(self, control: QWidget, characters: int) -> None:
        """Let a control be no wider than so many characters, however large the text is."""
        self._measures = (*self._measures, (control, characters))
        control.setMaximumWidth(measure_width(self, characters))

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the text grows."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            for control, characters in self._measures:
                control.setMaximumWidth(measure_width(self, characters))

    def watch(self, *controls: QWidget) -> None:
        """Notice when the focus leaves one of the controls for somewhere outside the editor."""
        for control in controls:
            control.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Emit ``left`` when the focus leaves; stop nothing."""
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            self._on_focus_out(event)
        return super().eventFilter(watched, event)

    def _on_focus_out(self, event: QFocusEvent) -> None:
        now = QApplication.focusWidget()
        inside = now is not None and (now is self or self.isAncestorOf(now))
        going = event.reason() == Qt.FocusReason.ActiveWindowFocusReason
        if event.reason() not in _PASSING and (going or not inside):
            self.left.emit()
