"""The first section: danger, the call, and by when the council wants the form after the call."""

from __future__ import annotations

from ffd_desktop.checking.written_after_call import written_after_call
from ffd_desktop.councils.forms import Section
from ui.screens.draft.advised_page import AdvisedPage

PHONED = "first_call.phoned"
TITLE = "After the call"


class DangerPage(AdvisedPage):
    """A section that asks about the telephone call."""

    title = TITLE
    watched = ("first_call.",)

    def advice(self) -> tuple[str, ...]:
        """Say by when the form is due after the call."""
        due = written_after_call(self.presenter.referral, self.presenter.pack)
        return (due.words, due.basis, due.source) if due else ()


def asks_about_the_call(section: Section) -> bool:
    """Tell whether a section asks whether somebody phoned."""
    return any(field.path == PHONED for field in section.fields)
