"""Which children something concerns: chips, all of them taken in until some are taken out."""

from __future__ import annotations

from typing import TypeGuard

from PySide6.QtWidgets import QWidget

from ffd_desktop.councils.forms import Field
from ui.editors.base import Editor
from ui.editors.context import EditorContext
from ui.widgets.chips import ChipFace
from ui.widgets.whom_chips import WhomChips
from ui.widgets.words import Kind, Words


class ChildrenEditor(Editor):
    """Some of the children, or all of them: what ``None`` means is said in ``concerned.py``.

    Unlike elsewhere blank is an answer here, "all the children", and is shown as one.
    """

    clear_words = "All the children"

    def __init__(self, field: Field, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(field, context, parent)
        self.said = Words("", Kind.HINT)
        self.chips = WhomChips()
        self.column.addWidget(self.said)
        self.column.addWidget(self.chips)
        self.chips.edited.connect(self._on_edited)
        self.set_context(context)

    def value(self) -> tuple[str, ...] | None:
        """Give the ids of the children who are named; ``None`` for all who are referred."""
        whom = self.chips.whom()
        return whom if isinstance(whom, tuple) else None

    def set_value(self, value: object) -> None:
        """Show children by their ids."""
        ids = (one for one in value if isinstance(one, str)) if _is_many(value) else None
        self.chips.show_whom(None if ids is None else tuple(ids))
        self._say()

    def clear_by_person(self) -> None:
        """Say it of all the children again, as a person would."""
        if self.value() is not None:
            self.set_value(None)
            self.edited.emit(None)

    def set_context(self, context: EditorContext) -> None:
        """Offer the children as they are now called."""
        super().set_context(context)
        self.chips.show_children(*chips_of(context))
        self.watch(*self.chips.chips.values())
        self._say()

    def controls(self) -> tuple[QWidget, ...]:
        """Give the chips."""
        return tuple(self.chips.chips.values())

    def focus_in_editor(self) -> None:
        """Put the focus on the chip that was left last."""
        self.chips.take_focus()

    def words(self) -> str:
        """Give the names of those who are named."""
        return self.chips.in_words() if self.value() is not None else ""

    def describe(self, name: str, description: str) -> None:
        """Tell with each chip which question it answers."""
        super().describe(name, description)
        self.chips.describe(name, description)

    def _say(self) -> None:
        self.said.say(self.chips.in_words() or "No child has been entered yet")

    def _on_edited(self, whom: object) -> None:
        self.watch(*self.chips.chips.values())
        self._say()
        self.edited.emit(whom)


def _is_many(value: object) -> TypeGuard[tuple[object, ...] | list[object]]:
    return isinstance(value, tuple | list)


def chips_of(context: EditorContext) -> tuple[tuple[ChipFace, ...], tuple[str, ...]]:
    """Give a chip for each child of the family, and the ids of those who are referred."""
    faces = tuple(
        ChipFace(
            one.id,
            one.short or one.words,
            "not referred" if one.id in context.not_referred else "",
        )
        for one in context.children
    )
    return faces, tuple(one.id for one in faces if not one.note)
