"""The check screen: for whom a paper is made, and what is agreed to before the family gets one."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ffd_desktop.councils.bundled import bundled_pack
from tests.builders import referrals
from tests.builders.confidential import CANARY, confidential
from tests.ui.draft_kit import RealPapers, TestClock
from tests.ui.lanes import HandLane
from ui.screens.check.screen import CheckScreen, CheckTools

PACK = bundled_pack("worcestershire")
FORM = PACK.form("csc")


@pytest.fixture
def show(qtbot):
    def open_(referral):
        clock, lane = TestClock(), HandLane()
        papers = RealPapers(PACK, clock)
        tools = CheckTools(
            pack=PACK, form=FORM, clock=clock, papers=papers, work_lane=lane, vault_lane=lane
        )
        screen = CheckScreen(referral, tools)
        screen.lane = lane
        qtbot.addWidget(screen)
        screen.resize(1366, 768)
        with qtbot.waitExposed(screen):
            screen.show()
        screen.entered()
        lane.run()
        return screen

    return open_


def unsafe():
    """A referral of which it is said that the parents must not hear first."""
    told = referrals.typical()
    return msgspec.structs.replace(
        told, consent=msgspec.structs.replace(told.consent, safe_to_discuss=False)
    )


def save_text(screen, target):
    screen.text_button.click()
    dialog = screen.papers.dialog
    if dialog is None:
        return ""
    (chosen,) = dialog.selectedFiles()
    dialog.fileSelected.emit(str(target))
    dialog.close()
    screen.lane.run()
    return chosen.rsplit("/", 1)[-1]


def test_the_council_is_the_reader_until_another_is_chosen(show, tmp_path):
    screen = show(confidential(referrals.small(), FORM))
    assert screen.for_whom.council.isChecked()
    assert screen.notice.isHidden()
    assert save_text(screen, tmp_path / "x.txt") == "FFD-2026-0001.txt"
    assert CANARY in (tmp_path / "x.txt").read_text("utf-8")


def test_a_copy_for_the_family_is_saved_without_what_is_confidential(show, tmp_path):
    screen = show(confidential(referrals.small(), FORM))
    screen.for_whom.family.setChecked(True)
    assert screen.notice.isVisible()
    assert screen.json_button.isHidden()
    assert save_text(screen, tmp_path / "x.txt") == "FFD-2026-0001-family.txt"
    words = (tmp_path / "x.txt").read_text("utf-8")
    assert CANARY not in words
    assert "copy for the family" in words


def test_the_front_page_is_made_anew_for_another_reader(show):
    screen = show(referrals.small())
    screen.for_whom.family.setChecked(True)
    assert screen.preview.stop_button.isVisible()
    screen.lane.run()
    assert not screen.preview.sheet.is_empty


def test_while_it_is_made_the_page_for_another_reader_is_not_shown(show):
    screen = show(referrals.small())
    screen.for_whom.family.setChecked(True)
    assert screen.preview.sheet.is_empty


def test_what_is_said_of_the_copy_comes_into_sight_wherever_the_list_was(show):
    screen = show(confidential(referrals.typical(), FORM))
    bar = screen.list.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    screen.for_whom.family.setChecked(True)
    QApplication.processEvents()
    assert not screen.notice.visibleRegion().isEmpty()


def test_a_lock_does_not_make_the_council_the_reader_again(show, tmp_path):
    screen = show(unsafe())
    assert screen.half_typed() == {}
    screen.for_whom.family.setChecked(True)
    screen.notice.agreed.setChecked(True)
    typed = screen.half_typed()
    again = show(unsafe())
    again.put_back(typed)
    assert again.for_whom.family.isChecked()
    assert again.notice.isVisible()
    assert not again.notice.agreed.isChecked()
    assert save_text(again, tmp_path / "x.txt") == ""


def test_a_copy_that_may_be_unsafe_waits_until_it_is_agreed_to(show, tmp_path):
    screen = show(unsafe())
    screen.for_whom.family.setChecked(True)
    assert save_text(screen, tmp_path / "x.txt") == ""
    assert QApplication.focusWidget() is screen.notice.agreed
    QTest.keyClick(screen.notice.agreed, Qt.Key.Key_Space)
    assert save_text(screen, tmp_path / "x.txt") == "FFD-2026-0042-family.txt"


def test_the_paper_for_the_council_never_waits(show, tmp_path):
    screen = show(unsafe())
    screen.for_whom.family.setChecked(True)
    screen.for_whom.council.setChecked(True)
    assert save_text(screen, tmp_path / "x.txt") == "FFD-2026-0042.txt"


def test_what_was_said_of_the_councils_paper_is_not_said_of_the_familys(show):
    screen = show(referrals.typical())
    screen.news.tell("note", "Saved as council.pdf")
    screen.for_whom.family.click()
    assert screen.news.isHidden()
