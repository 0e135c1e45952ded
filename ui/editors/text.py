"""Editors of words: one line or many, without a limit."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ffd_desktop.councils.forms import Field
from ui.editors.base import Editor
from ui.editors.context import EditorContext
from ui.widgets.growing_text import GrowingText
from ui.widgets.words import restyle

LINE_GROWS_TO = 4
LONG_STARTS_AT = 4
LONG_GROWS_TO = 18


class TextEditor(Editor):
    """Words of one line; long ones wrap, so that none is hidden."""

    def __init__(self, field: Field, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(field, context, parent)
        self.box = self._make_box()
        self.column.addWidget(self.box)
        self.setFocusProxy(self.box)
        self.watch(self.box)
        self.box.written.connect(self._on_written)
        if field.is_spelled and context.spelling is not None:
            context.spelling.watch(self.box)

    def _make_box(self) -> GrowingText:
        return GrowingText(self, most=LINE_GROWS_TO, single=True)

    def _on_written(self, text: str) -> None:
        self.edited.emit(text or None)

    def value(self) -> str | None:
        """Give the words; ``None`` when there are none."""
        return self.box.text() or None

    def set_value(self, value: object) -> None:
        """Show words."""
        self.box.set_text(value if isinstance(value, str) else "")

    def words(self) -> str:
        """Give the words."""
        return self.box.text()

    def controls(self) -> tuple[QWidget, ...]:
        """Give the box."""
        return (self.box,)

    def caret(self) -> int:
        """Give the caret's place."""
        return self.box.caret()

    def set_caret(self, place: int) -> None:
        """Put the caret at a place."""
        self.box.set_caret(place)

    def find_text(self, words: str) -> bool:
        """Mark words in the box."""
        return self.box.find_words(words)

    def set_read_only(self, *, on: bool) -> None:
        """Let the words be read, marked and copied, but not changed."""
        self.box.setReadOnly(on)
        self.box.setProperty("quiet", on)
        restyle(self.box)

    def describe(self, name: str, description: str) -> None:
        """Name the box."""
        super().describe(name, description)
        self.box.setAccessibleName(name)
        self.box.setAccessibleDescription(description)


class LongTextEditor(TextEditor):
    """Words of many lines."""

    def _make_box(self) -> GrowingText:
        return GrowingText(self, lines=LONG_STARTS_AT, most=LONG_GROWS_TO)
