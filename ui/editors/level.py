"""The editor of a level of need: one card for each level of the council, none proposed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ffd_desktop.councils.forms import Field
from ui.editors.context import Choice, EditorContext
from ui.editors.one_of import OneOfEditor
from ui.widgets.choice import Radio

FILLED, EMPTY = "●", "○"


class LevelEditor(OneOfEditor):
    """A professional's judgement of the level, in the council's words, told by words and shapes."""

    def __init__(self, field: Field, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(field, context, parent)

    def choices(self) -> tuple[Choice, ...]:
        """Offer the levels of the council's pack."""
        return tuple(
            Choice(id=one.code, words=_title(one.number, one.name), note=one.meaning)
            for one in self.context.levels
        )

    def make_radio(self, choice: Choice) -> Radio:
        """Draw a level as a card with as many filled dots as its number."""
        return Radio(choice.words, note=choice.note, tile=True, pips=self._pips(choice.id))

    def _pips(self, code: str) -> str:
        number = next((one.number for one in self.context.levels if one.code == code), 0)
        most = max((one.number for one in self.context.levels), default=0)
        return FILLED * number + EMPTY * (most - number)


def _title(number: int, name: str) -> str:
    prefix = f"Level {number}"
    return name if name.startswith(prefix) else f"{prefix}: {name}"
