"""The check screen: a draft goes to another form; what that one does not ask is told first."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ffd_desktop.councils.bundled import bundled_councils, bundled_pack
from ffd_desktop.drafting.shelf import Aim
from ffd_desktop.referral.model import FirstCall
from tests.builders import referrals
from tests.ui.draft_kit import RealPapers, TestClock
from tests.ui.lanes import HandLane
from ui.destinations import ToCheck
from ui.screens.check.screen import CheckScreen, CheckTools
from ui.screens.check.which_form import CHOOSE, Written

PACK = bundled_pack("worcestershire")
FORMS = tuple(
    Written(pack, form) for pack in map(bundled_pack, bundled_councils()) for form in pack.forms
)


@pytest.fixture
def show(qtbot):
    def open_(forms=FORMS, referral=None):
        clock, lane, aimed = TestClock(), HandLane(), []
        tools = CheckTools(
            pack=PACK,
            form=PACK.form("csc"),
            clock=clock,
            papers=RealPapers(PACK, clock),
            work_lane=HandLane(),
            vault_lane=lane,
            forms=forms,
            aim=aimed.append,
        )
        screen = CheckScreen(referral or referrals.typical(), tools)
        screen.lane, screen.aimed = lane, aimed
        qtbot.addWidget(screen)
        screen.resize(1366, 768)
        with qtbot.waitExposed(screen):
            screen.show()
        screen.entered()
        return screen

    return open_


def press(widget, key=Qt.Key.Key_Space):
    QTest.keyClick(widget, key)
    QApplication.processEvents()


def opened(screen):
    panel = screen.which_form
    panel.open_button.setFocus()
    press(panel.open_button)
    return panel, {one.form.key: radio for radio, one in panel.radios.items()}


def test_the_other_forms_say_first_what_they_would_not_ask(show):
    panel, radios = opened(show())
    assert set(radios) == {"eh", "marf"}
    assert "Injuries and marks" in radios["eh"].accessibleDescription()
    assert "not asked" not in radios["marf"].accessibleDescription()
    assert QApplication.focusWidget() is next(iter(panel.radios))


def test_a_call_to_another_council_is_told_beside_that_council_s_form_alone(show):
    phoned = msgspec.structs.replace(
        referrals.typical(), first_call=FirstCall(phoned=True, number="01905 822666")
    )
    _, radios = opened(show(referral=phoned))
    assert "phone Walsall as well" in radios["marf"].accessibleDescription()
    assert "as well" not in radios["eh"].accessibleDescription()
    _, radios = opened(show())
    assert "as well" not in radios["marf"].accessibleDescription()


def test_choosing_one_aims_the_draft_and_checks_it_anew(show, qtbot):
    screen = show()
    panel, radios = opened(screen)
    press(radios["eh"])
    with qtbot.waitSignal(screen.go) as went:
        press(panel.go)
        screen.lane.run()
    assert screen.aimed == [Aim("worcestershire", "eh", PACK.version)]
    assert went.args == [ToCheck(referrals.typical().id)]


def test_pressing_on_without_a_choice_changes_nothing_and_says_so(show):
    screen = show()
    panel, _ = opened(screen)
    press(panel.go)
    assert panel.slip.text() == CHOOSE
    press(panel.cancel)
    screen.lane.run()
    assert screen.aimed == []
    assert QApplication.focusWidget() is panel.open_button


def test_what_is_fixed_cannot_be_aimed_elsewhere(show):
    assert show(forms=()).which_form.isHidden()


def test_the_other_forms_are_a_key_away_above_any_number_of_findings(show):
    screen = show(referral=referrals.bare())
    assert len(screen.findings.shown.cards) > 8
    assert screen.another.isVisible()
    press(screen.another)
    radios = screen.which_form.radios
    assert QApplication.focusWidget() in radios
    assert not QApplication.focusWidget().visibleRegion().isEmpty()
    alone = tuple(one for one in FORMS if one.form.key == "csc")
    assert not show(forms=alone, referral=referrals.bare()).another.isVisible()
