"""The section that asks whether a child is open already: whom to tell beside the form."""

from __future__ import annotations

from ffd_desktop.checking.open_case import OPEN, tell_the_worker
from ffd_desktop.councils.forms import Section
from ui.screens.draft.advised_page import AdvisedPage


class OpenCasePage(AdvisedPage):
    """A section that asks whether a child is open to social care."""

    title = "Tell the worker"
    watched = ("header.",)

    def advice(self) -> tuple[str, ...]:
        """Say whom to tell, and what the form does not say yet."""
        case = tell_the_worker(self.presenter.referral)
        return tuple(filter(None, (case.words, case.missing, case.source))) if case else ()


def asks_who_is_open(section: Section) -> bool:
    """Tell whether a section asks whether a child is open to social care."""
    return any(field.path == OPEN for field in section.fields)
