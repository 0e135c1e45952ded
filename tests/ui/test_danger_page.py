"""The first section says by when the form is due, as soon as the call is written down."""

import msgspec
from PySide6.QtWidgets import QApplication

from ffd_desktop.referral.model import FirstCall
from tests.builders import referrals
from tests.ui.draft_kit import show_screen
from ui.widgets.words import Words


def said(page):
    QApplication.processEvents()  # Qt shows what is put into a layout a turn later
    return "\n".join(one.text() for one in page.card.findChildren(Words) if one.isVisible())


def test_what_is_due_comes_with_the_call_and_goes_with_it(qtbot):
    start = msgspec.structs.replace(referrals.typical(), first_call=FirstCall())
    screen = show_screen(qtbot, start, section="danger")
    page = screen.middle.page
    assert page.card.isHidden()
    screen.presenter.edited("first_call.phoned", True)
    assert "Ask the Family Front Door how soon they expect the form." in said(page)
    screen.presenter.undo()
    assert page.card.isHidden()
