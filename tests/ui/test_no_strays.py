"""Nothing of a section is a window of its own for a moment: that would take the keys away."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.builders import referrals
from tests.journeys.house import StrayWindows
from tests.ui.draft_kit import show_screen


@pytest.mark.parametrize("referral", [referrals.bare, referrals.typical])
def test_no_section_shows_a_part_before_it_has_its_place(qtbot, referral):
    screen = show_screen(qtbot, referral())
    strays = StrayWindows()
    try:
        for section in screen.presenter.form.sections:
            screen.show_section(section.key)
            QApplication.processEvents()
            assert strays.seen == [], section.key
    finally:
        strays.rest()
