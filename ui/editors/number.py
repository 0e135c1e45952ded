"""The editors of numbers: a scale of tiles when it is short, else a line that takes figures."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ffd_desktop.councils.forms import Field
from ui.editors.base import Editor
from ui.editors.context import Choice, EditorContext
from ui.editors.one_of import OneOfEditor
from ui.style.tokens import SPACE
from ui.widgets.choice import Radio
from ui.widgets.line import Line
from ui.widgets.words import Kind, Words

LONGEST_SCALE = 11
MOST_FIGURES = 9


def is_scale(field: Field) -> bool:
    """Tell whether each number of the field can stand in view."""
    if field.minimum is None or field.maximum is None:
        return False
    return 0 < field.maximum - field.minimum < LONGEST_SCALE


class ScaleEditor(OneOfEditor):
    """A number on a short scale, such as 0 to 10."""

    def __init__(self, field: Field, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(field, context, parent, tiles=True, gap=SPACE.tight)

    def make_radio(self, choice: Choice) -> Radio:
        """Draw a number as a small tile, so that the whole scale stands on one line."""
        return Radio(choice.words, tile=True, compact=True)

    def choices(self) -> tuple[Choice, ...]:
        """Offer every number of the scale."""
        low, high = self.field.minimum or 0, self.field.maximum or 0
        return tuple(Choice(str(one), str(one)) for one in range(low, high + 1))

    def value(self) -> int | None:
        """Give the number; ``None`` for none."""
        return int(self.chosen()) if self.chosen() else None

    def set_value(self, value: object) -> None:
        """Show a number."""
        self.choose(str(value) if _is_number(value) else "")


class NumberEditor(Editor):
    """A whole number typed in figures; anything but figures does not appear."""

    def __init__(self, field: Field, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(field, context, parent)
        self.line = Line()
        self.keep_measure(self.line, 14)
        self.note = Words("", Kind.HINT)
        self.note.hide()
        self.column.addWidget(self.line)
        self.column.addWidget(self.note)
        self.setFocusProxy(self.line)
        self.watch(self.line)
        self.line.textEdited.connect(self._on_text_edited)

    def value(self) -> int | None:
        """Give the number; ``None`` for none."""
        text = self.line.text()
        return int(text) if text not in {"", "-"} else None

    def set_value(self, value: object) -> None:
        """Show a number."""
        if value != self.value() or not _is_number(value):
            self.line.setText(str(value) if _is_number(value) else "")
        self._tell()

    def words(self) -> str:
        """Give the figures."""
        return self.line.text()

    def controls(self) -> tuple[QWidget, ...]:
        """Give the line."""
        return (self.line,)

    def caret(self) -> int:
        """Give the caret's place."""
        return self.line.cursorPosition()

    def set_caret(self, place: int) -> None:
        """Put the caret at a place."""
        self.line.setCursorPosition(place)

    def describe(self, name: str, description: str) -> None:
        """Name the line."""
        super().describe(name, description)
        self.line.setAccessibleName(name)
        self.line.setAccessibleDescription(description)

    def _on_text_edited(self, text: str) -> None:
        figures = _figures(text)
        if figures != text:
            self.line.setText(figures)
        self._tell()
        if figures != "-":
            self.edited.emit(self.value())

    def _tell(self) -> None:
        value, low, high = self.value(), self.field.minimum, self.field.maximum
        outside = value is not None and (
            (low is not None and value < low) or (high is not None and value > high)
        )
        self.note.say(f"Usually {_range_words(low, high)}" if outside else "")


def _figures(text: str) -> str:
    sign = "-" if text.lstrip().startswith("-") else ""
    return sign + "".join(one for one in text if one in "0123456789")[:MOST_FIGURES]


def _range_words(low: int | None, high: int | None) -> str:
    if low is None:
        return f"{high} or less"
    return f"{low} or more" if high is None else f"from {low} to {high}"


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
