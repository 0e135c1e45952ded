"""The editor of yes and no: two tiles side by side."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ffd_desktop.councils.forms import Field
from ui.editors.context import Choice, EditorContext
from ui.editors.one_of import OneOfEditor

YES, NO = "yes", "no"


class YesNoEditor(OneOfEditor):
    """Yes, no, or nothing said yet."""

    def __init__(self, field: Field, context: EditorContext, parent: QWidget | None = None) -> None:
        super().__init__(field, context, parent, tiles=True)

    def choices(self) -> tuple[Choice, ...]:
        """Offer yes and no."""
        return (Choice(YES, "Yes"), Choice(NO, "No"))

    def value(self) -> bool | None:
        """Give the answer; ``None`` when nothing is said yet."""
        return {YES: True, NO: False}.get(self.chosen())

    def set_value(self, value: object) -> None:
        """Show an answer."""
        self.choose({True: YES, False: NO}.get(value, "") if isinstance(value, bool) else "")
