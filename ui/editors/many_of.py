"""Choosing any of several: tick boxes, with a filter above them when there are many."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeGuard

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ffd_desktop.councils.forms import Field
from ui.editors.base import Editor
from ui.editors.choosing import MANY, full_words, with_stray
from ui.editors.context import Choice, EditorContext
from ui.style.apply import style_now
from ui.style.tokens import SPACE
from ui.widgets.choice import Tick
from ui.widgets.keep_in_view import KeepInView
from ui.widgets.search_box import SearchBox
from ui.widgets.words import Kind, Words

SHOWN_LINES = 7.6


class ManyOfEditor(Editor):
    """Any of the choices that a source gives: codes, children or people."""

    def __init__(
        self,
        field: Field,
        context: EditorContext,
        source: Callable[[Field, EditorContext], tuple[Choice, ...]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(field, context, parent)
        self._source = source
        self._held: tuple[str, ...] = ()
        self._ticks: dict[str, Tick] = {}
        self.filter = SearchBox("Look in this list")
        self.filter.hide()
        self.summary = Words("", Kind.HINT)
        self.summary.hide()
        self._list = QWidget(self)
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(SPACE.hair)
        self._area: QScrollArea | None = None
        self.column.addWidget(self.filter)
        self.column.addWidget(self._list)
        self.column.addWidget(self.summary)
        self.filter.sought.connect(self._on_sought)
        self._fill()

    def value(self) -> tuple[str, ...] | None:
        """Give the ids of the choices in the order of the list; ``None`` for none."""
        return self._held or None

    def set_value(self, value: object) -> None:
        """Show choices by their ids."""
        held = tuple(one for one in value if isinstance(one, str)) if _is_many(value) else ()
        self._held = held
        if any(one not in self._ticks for one in held):
            self._fill()
        self._show()

    def words(self) -> str:
        """Give the words of the choices."""
        return ", ".join(self._ticks[one].words for one in self._held if one in self._ticks)

    def controls(self) -> tuple[QWidget, ...]:
        """Give the filter when there is one, and the tick boxes."""
        ticks = tuple(tick for tick in self._ticks.values() if not tick.isHidden())
        return ticks if self.filter.isHidden() else (self.filter.line, *ticks)

    def set_context(self, context: EditorContext) -> None:
        """Offer the new choices, and rebuild only when they differ."""
        before = self._offered()
        super().set_context(context)
        if self._offered() != before:
            self._fill()
            self._show()

    def describe(self, name: str, description: str) -> None:
        """Tell with each choice which question it answers."""
        super().describe(name, description)
        self.filter.line.setAccessibleName(f"Look in the list: {name}" if name else "Look")
        for tick in self._ticks.values():
            tick.setAccessibleDescription(". ".join(p for p in (name, description) if p))

    def _offered(self) -> tuple[Choice, ...]:
        return with_stray(self._source(self.field, self.context), self._held, self.field.kind)

    def _fill(self) -> None:
        for tick in self._ticks.values():
            self._lines.removeWidget(tick)
            tick.removeEventFilter(self)
            tick.hide()
            tick.deleteLater()
        self._ticks = {}
        for choice in self._offered():
            tick = Tick(full_words(choice), note=choice.note)
            tick.toggled.connect(self._on_toggled)
            self._ticks[choice.id] = tick
            self._lines.addWidget(tick)
        self.watch(self.filter.line, *self._ticks.values())
        self.describe(self.accessibleName(), self.accessibleDescription())
        if len(self._ticks) > MANY:
            self._scroll()

    def _scroll(self) -> None:
        if self._area is not None:
            return
        self.filter.show()
        self.column.removeWidget(self._list)
        self._area = KeepInView(self._list)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFixedHeight(round(style_now().pixels(SPACE.target) * SHOWN_LINES))
        self.column.insertWidget(1, self._area)

    def _show(self) -> None:
        for id_, tick in self._ticks.items():
            before = tick.blockSignals(True)
            tick.setChecked(id_ in self._held)
            tick.blockSignals(before)
            tick.update()
        self._tell()

    def _tell(self) -> None:
        many = self._area is not None
        self.summary.say(f"Chosen: {self.words()}" if many and self._held else "")

    def _on_toggled(self) -> None:
        now = tuple(id_ for id_, tick in self._ticks.items() if tick.isChecked())
        if now != self._held:
            self._held = now
            self._tell()
            self.edited.emit(self.value())

    def _on_sought(self, words: str) -> None:
        wanted = words.casefold()
        for tick in self._ticks.values():
            tick.setVisible(wanted in tick.words.casefold())


def _is_many(value: object) -> TypeGuard[tuple[object, ...] | list[object]]:
    return isinstance(value, tuple | list)
