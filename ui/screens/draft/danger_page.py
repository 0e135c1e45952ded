"""The first section: danger, the call, and by when the council wants the form after the call."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ffd_desktop.checking.written_after_call import WrittenAfterCall, written_after_call
from ffd_desktop.councils.forms import Section
from ffd_desktop.drafting.session import Changes
from ui.editors.context import EditorContext
from ui.screens.draft.presenter import DraftPresenter
from ui.screens.draft.section_page import PlainPage
from ui.widgets.panel import Panel
from ui.widgets.words import Kind, Words

PHONED = "first_call.phoned"
TITLE = "After the call"


class DangerPage(PlainPage):
    """A section that asks about the telephone call."""

    def __init__(
        self,
        presenter: DraftPresenter,
        section: Section,
        context: EditorContext,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(presenter, section, context, parent)
        self.card = Panel("note")
        self._shown: WrittenAfterCall | None = None
        self.card.hide()
        self.body.addWidget(self.card)
        self._show_due()

    def show_moved(self, changes: Changes) -> None:
        """Reckon anew what is due."""
        super().show_moved(changes)
        self._show_due()

    def show_answered(self, path: str) -> None:
        """Reckon anew once something about the call is answered."""
        if path.startswith("first_call."):
            self._show_due()

    def _show_due(self) -> None:
        due = written_after_call(self.presenter.referral, self.presenter.pack)
        if due == self._shown:
            return
        self._shown = due
        self.card.clear()
        if due is not None:
            self.card.add(Words(TITLE, Kind.STRONG), Words(due.words), Words(due.basis))
            self.card.add(Words(f"Source: {due.source}", Kind.HINT))
        self.card.setVisible(due is not None)


def asks_about_the_call(section: Section) -> bool:
    """Tell whether a section asks whether somebody phoned."""
    return any(field.path == PHONED for field in section.fields)
