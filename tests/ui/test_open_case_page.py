"""Beside “Is a child already open?” stands whom to tell, as soon as the answer is yes."""

from PySide6.QtWidgets import QApplication

from tests.builders import referrals
from tests.ui.draft_kit import show_screen
from ui.widgets.words import Words


def said(page):
    QApplication.processEvents()  # Qt shows what is put into a layout a turn later
    return "\n".join(one.text() for one in page.card.findChildren(Words) if one.isVisible())


def test_yes_shows_whom_to_tell_and_what_is_still_to_be_written(qtbot):
    screen = show_screen(qtbot, referrals.typical(), section="about")
    page = screen.middle.page
    assert page.card.isHidden()
    screen.presenter.edited("header.open_to_social_care", True)
    assert "Phone that worker today" in said(page)
    assert "the worker, team and telephone" in said(page)
    screen.presenter.edited("header.open_case_details", "Duty team, 01632 960999")
    assert "the worker, team" not in said(page)
    screen.presenter.undo()
    screen.presenter.undo()
    assert page.card.isHidden()
