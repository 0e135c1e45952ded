"""A change of the computer's clock, told beside the words: quietly, until it is closed."""

from datetime import timedelta

from PySide6.QtCore import Qt

from ffd_desktop.drafting.clock_jump import ClockJump
from tests.ui.draft_kit import DISK_FULL, HALF_PAST_TWO
from ui.saving import SaveState, Saving
from ui.saving_shown import show_saving
from ui.widgets.banner import Banner
from ui.widgets.saved_mark import SavedMark

JUMP = ClockJump(HALF_PAST_TWO, HALF_PAST_TWO - timedelta(days=5 * 365))
SAVED = Saving(SaveState.SAVED, HALF_PAST_TWO)


def parts(qtbot) -> tuple[SavedMark, Banner]:
    mark, strip = SavedMark(), Banner()
    qtbot.addWidget(mark)
    qtbot.addWidget(strip)
    return mark, strip


def test_it_stays_through_later_saves_and_can_be_closed(qtbot):
    mark, strip = parts(qtbot)
    show_saving(Saving(SaveState.SAVED, HALF_PAST_TWO, jump=JUMP), mark, strip)
    show_saving(SAVED, mark, strip)
    assert "put back by about 5 years" in strip.heading.text()
    assert "Your words are saved" in strip.what.text()
    assert not strip.isHidden()
    qtbot.keyClick(strip, Qt.Key.Key_Escape)
    assert strip.isHidden()


def test_a_failed_save_goes_before_it(qtbot):
    mark, strip = parts(qtbot)
    show_saving(Saving(SaveState.SAVED, HALF_PAST_TWO, jump=JUMP), mark, strip)
    show_saving(Saving(SaveState.FAILED, HALF_PAST_TWO, DISK_FULL), mark, strip)
    assert strip.what.text() == DISK_FULL.what
    show_saving(SAVED, mark, strip)
    assert strip.isHidden()
