"""Somebody who phones three times writes three calls, each begun with one press."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.builders import referrals
from tests.ui.draft_kit import show_screen
from ui.editors.field_row import FieldRow
from ui.screens.draft.call_notes import CallNotes
from ui.widgets.words import Words


def row_with_focus():
    now = QApplication.focusWidget()
    while not isinstance(now, FieldRow):
        now = now.parentWidget()
    return now


def buttons(screen):
    [notes] = screen.middle.page.findChildren(CallNotes)
    return notes.buttons


def test_one_press_writes_number_and_time_and_asks_who_answered(qtbot):
    screen = show_screen(qtbot, referrals.bare(), section="danger")
    buttons(screen)["front_door"].setFocus()
    QTest.keyClick(buttons(screen)["front_door"], Qt.Key.Key_Return)
    call = screen.presenter.referral.first_call
    assert (call.phoned, call.number, call.when.time) == (True, "01905 822666", "14:30")
    said = " ".join(one.text() for one in screen.done.findChildren(Words))
    assert "Noted: Family Front Door" in said
    assert screen.middle.path_of(row_with_focus()) == "first_call.spoke_to"


def test_the_second_and_the_third_call_have_places_of_their_own_and_undo_takes_one_back(qtbot):
    screen = show_screen(qtbot, referrals.bare(), section="danger")
    buttons(screen)["front_door"].click()
    buttons(screen)["police"].click()
    assert screen.section == "calls"
    buttons(screen)["out_of_hours"].click()
    QApplication.processEvents()
    now = screen.presenter.referral
    assert [one.to for one in now.calls] == ["police", "out_of_hours"]
    assert now.first_call.police_called is True
    screen.presenter.undo()
    assert [one.to for one in screen.presenter.referral.calls] == ["police"]
    screen.presenter.undo()
    assert screen.presenter.referral.calls == ()
    assert screen.presenter.referral.first_call.police_called is None
    assert screen.presenter.referral.first_call.number == "01905 822666"


def test_every_number_has_words_for_a_screen_reader(qtbot):
    screen = show_screen(qtbot, referrals.bare(), section="calls")
    for key, button in buttons(screen).items():
        assert "was phoned just now" in button.accessibleName(), key
