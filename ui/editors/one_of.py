"""Choosing one of a few: a list of round marks, or a line of tiles.

Arrow keys move, Space picks, Delete clears.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QLayout, QWidget

from ffd_desktop.councils.forms import Field
from ui.editors.base import Editor
from ui.editors.choosing import with_stray
from ui.editors.context import Choice, EditorContext, Value
from ui.style.tokens import SPACE
from ui.widgets.choice import Radio
from ui.widgets.flow import Flow
from ui.widgets.rows import column

_CLEARING = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}


class OneOfEditor(Editor):
    """One of a few choices, each in full view."""

    def __init__(
        self,
        field: Field,
        context: EditorContext,
        parent: QWidget | None = None,
        *,
        tiles: bool = False,
        gap: int = SPACE.small,
    ) -> None:
        super().__init__(field, context, parent)
        self._tiles = tiles
        self._group = QButtonGroup(self)
        self._radios: dict[str, Radio] = {}
        self._chosen = ""
        self._body = QWidget(self)
        self.column.addWidget(self._body)
        self._lines: QLayout = Flow(self._body, gap=gap) if tiles else column(self._body, gap=gap)
        self._fill()
        self._group.buttonClicked.connect(self._on_clicked)

    def choices(self) -> tuple[Choice, ...]:
        """Give what can be chosen; subclasses say."""
        raise NotImplementedError

    def make_radio(self, choice: Choice) -> Radio:
        """Make the button of a choice; subclasses may draw it otherwise."""
        return Radio(choice.words, note=choice.note, tile=self._tiles)

    def chosen(self) -> str:
        """Give the id of the choice; empty for none."""
        return self._chosen

    def choose(self, id_: str) -> None:
        """Show a choice, or none; one that is not on offer is added, so that it is never lost."""
        self._chosen = id_
        if id_ and id_ not in self._radios:
            self._fill()
        self._show_chosen()

    def value(self) -> Value:
        """Give the id of the choice; ``None`` for none."""
        return self._chosen or None

    def set_value(self, value: object) -> None:
        """Show a choice by its id."""
        self.choose(value if isinstance(value, str) else "")

    def words(self) -> str:
        """Give the words of the choice."""
        return self._radios[self._chosen].words if self._chosen in self._radios else ""

    def set_context(self, context: EditorContext) -> None:
        """Offer the new choices, and rebuild only when they differ."""
        before = self._offered()
        super().set_context(context)
        if self._offered() != before:
            self._fill()
            self._show_chosen()

    def controls(self) -> tuple[QWidget, ...]:
        """Give the buttons."""
        return tuple(self._radios.values())

    def focus_in_editor(self) -> None:
        """Go to the chosen button, or the first."""
        chosen = self._radios.get(self._chosen)
        if chosen is None:
            super().focus_in_editor()
        else:
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def describe(self, name: str, description: str) -> None:
        """Tell with each choice which question it answers."""
        super().describe(name, description)
        for id_, radio in self._radios.items():
            note = next((one.note for one in self._offered() if one.id == id_), "")
            radio.setAccessibleDescription(". ".join(p for p in (name, note, description) if p))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Clear by Delete or Backspace."""
        pressed = event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() in _CLEARING:
            self.clear_by_person()
            return True
        return super().eventFilter(watched, event)

    def _offered(self) -> tuple[Choice, ...]:
        held = (self._chosen,) if self._chosen else ()
        return with_stray(self.choices(), held, self.field.kind)

    def _fill(self) -> None:
        had_focus = any(radio.hasFocus() for radio in self._radios.values())
        for radio in self._radios.values():
            self._group.removeButton(radio)
            self._lines.removeWidget(radio)
            radio.removeEventFilter(self)
            radio.hide()
            radio.deleteLater()
        self._radios = {}
        for choice in self._offered():
            radio = self.make_radio(choice)
            self._radios[choice.id] = radio
            self._group.addButton(radio)
            self._lines.addWidget(radio)
        self.watch(*self._radios.values())
        self.describe(self.accessibleName(), self.accessibleDescription())
        if had_focus:
            self.focus_in_editor()

    def _show_chosen(self) -> None:
        self._group.setExclusive(False)
        for id_, radio in self._radios.items():
            radio.setChecked(id_ == self._chosen)
        self._group.setExclusive(True)

    def _on_clicked(self) -> None:
        now = next((id_ for id_, radio in self._radios.items() if radio.isChecked()), "")
        if now != self._chosen:
            self._chosen = now
            self.edited.emit(self.value())


class PickOneEditor(OneOfEditor):
    """One of the choices that a source gives: codes, children or people."""

    def __init__(
        self,
        field: Field,
        context: EditorContext,
        source: Callable[[Field, EditorContext], tuple[Choice, ...]],
        parent: QWidget | None = None,
    ) -> None:
        self._source = source
        super().__init__(field, context, parent, gap=SPACE.hair)

    def choices(self) -> tuple[Choice, ...]:
        """Ask the source."""
        return self._source(self.field, self.context)
