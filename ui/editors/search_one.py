"""Choosing one of many by typing part of its words. What is not in the list is kept as written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QSizePolicy, QWidget

from ffd_desktop.councils.forms import Field
from ui.editors.base import Editor
from ui.editors.choosing import full_words
from ui.editors.context import Choice, EditorContext
from ui.widgets.clean import one_line
from ui.widgets.line import Line
from ui.widgets.words import Kind, Words

OWN_WORDS = "Kept in your own words: not in the list"
SHOWN_AT_ONCE = 12


class SearchOneEditor(Editor):
    """A box to type in, with the choices that hold what was typed beneath it."""

    def __init__(
        self,
        field: Field,
        context: EditorContext,
        source: Callable[[Field, EditorContext], tuple[Choice, ...]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(field, context, parent)
        self._source = source
        self._held = ""
        self.line = Line()
        self.combo = _Combo()
        self.combo.setLineEdit(self.line)
        self.keep_measure(self.combo, 60)
        self.note = Words("", Kind.HINT)
        self.note.hide()
        self.column.addWidget(self.combo)
        self.column.addWidget(self.note)
        self.setFocusProxy(self.combo)
        self._fill()
        self.watch(self.combo, self.line)
        self.line.textEdited.connect(self._on_text_edited)
        self.line.returnPressed.connect(self._on_return)
        self.combo.activated.connect(self._on_activated)
        self.left.connect(self._on_left)

    def value(self) -> str | None:
        """Give the id of the choice, or the words when they are not in the list."""
        return self._held or None

    def set_value(self, value: object) -> None:
        """Show a choice, or words of one's own."""
        held = value if isinstance(value, str) else ""
        if held == self._held and held:
            return
        self._held = held
        self._show()

    def words(self) -> str:
        """Give the words of the choice."""
        return self._words_of(self._held)

    def controls(self) -> tuple[QWidget, ...]:
        """Give the box."""
        return (self.combo,)

    def set_context(self, context: EditorContext) -> None:
        """Offer the new choices, and rebuild only when they differ."""
        before = self._source(self.field, self.context)
        super().set_context(context)
        if self._source(self.field, context) != before:
            self._fill()
            self._show()

    def caret(self) -> int:
        """Give the caret's place."""
        return self.line.cursorPosition()

    def set_caret(self, place: int) -> None:
        """Put the caret at a place."""
        self.line.setCursorPosition(place)

    def describe(self, name: str, description: str) -> None:
        """Name the box."""
        super().describe(name, description)
        for control in (self.combo, self.line):
            control.setAccessibleName(name)
            control.setAccessibleDescription(description)

    def _fill(self) -> None:
        self._choices = self._source(self.field, self.context)
        self.combo.clear()
        for choice in self._choices:
            self.combo.addItem(full_words(choice), choice.id)
        completer = QCompleter(self.combo.model(), self.combo)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setMaxVisibleItems(SHOWN_AT_ONCE)
        self.combo.setCompleter(completer)
        completer.activated.connect(self._on_completed)
        self.combo.setCurrentIndex(-1)

    def _show(self) -> None:
        self.combo.setCurrentIndex(self.combo.findData(self._held) if self._held else -1)
        self.line.setText(self._words_of(self._held))
        self.line.setCursorPosition(0)
        self._tell()

    def _tell(self) -> None:
        known = {one.id for one in self._choices}
        self.note.say(OWN_WORDS if self._held and self._held not in known else "")

    def _words_of(self, held: str) -> str:
        return next((full_words(one) for one in self._choices if one.id == held), held)

    def _on_text_edited(self, text: str) -> None:
        self._take(self._id_for(one_line(text)))

    def _on_activated(self, index: int) -> None:
        self._take(str(self.combo.itemData(index)))
        self._show()

    def _on_completed(self, words: str) -> None:
        self._take(self._id_for(words))
        self._show()

    def _on_return(self) -> None:
        """Take the one choice that holds what was typed; own words stay where several do."""
        typed = one_line(self.line.text()).strip().casefold()
        found = [one for one in self._choices if typed and typed in full_words(one).casefold()]
        if len(found) == 1 and found[0].id != self._held:
            self._take(found[0].id)
            self._show()

    def _on_left(self) -> None:
        self._show()

    def _id_for(self, typed: str) -> str:
        wanted = typed.strip().casefold()
        if not wanted:
            return ""
        for choice in self._choices:
            if wanted in {full_words(choice).casefold(), choice.words.casefold()}:
                return choice.id
        return typed.strip()

    def _take(self, held: str) -> None:
        if held != self._held:
            self._held = held
            self._tell()
            self.edited.emit(self.value())


class _Combo(QComboBox):
    """A combo box that a turning wheel never changes by accident."""

    def __init__(self) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(SHOWN_AT_ONCE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(16)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll instead."""
        event.ignore()
