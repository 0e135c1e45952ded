"""The judgement of the level, and beneath its questions what the guidance says beside it."""

from __future__ import annotations

from ffd_desktop.councils.forms import Section
from ffd_desktop.drafting.session import Changes
from ui.screens.draft.levels.said import GuidanceSaid
from ui.screens.draft.section_page import PlainPage

JUDGED = "judgement.reason"


class JudgingPage(PlainPage):
    """A section that asks for the judgement."""

    def _put_beside(self) -> None:
        super()._put_beside()
        self.said = GuidanceSaid(self.presenter)
        self.body.addWidget(self.said)

    def show_moved(self, changes: Changes) -> None:
        """Show the reasons too as they are now."""
        super().show_moved(changes)
        self.said.show_said()


def judges(section: Section) -> bool:
    """Tell whether a section asks for the reason of the judgement."""
    return any(field.path == JUDGED for field in section.fields)
