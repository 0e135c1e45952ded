"""Figures on the screen, between two days, and saved as a table; closures in Settings."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from ffd_desktop.app import following
from ffd_desktop.following.closures import Closure
from ffd_desktop.referral.dates import read_date
from ffd_desktop.referral.edits import put
from tests.ui import around_kit as kit
from ui.destinations import ToBoard
from ui.screens.figures.screen import FiguresScreen
from ui.screens.settings.closures_part import ClosuresPart
from ui.shell.following_here import DeskClosures, DeskCounts

EASTER = Closure(date(2027, 3, 26), date(2027, 4, 9), "Easter holidays")


def sent(desk, words):
    day = put("after.sent_on", read_date(words, today=date.min))
    desk.start(kit.AIM, prefill=(day,), screen="test")


@pytest.fixture
def screen(qtbot) -> FiguresScreen:
    desk = kit.desk()
    for day in ("3 September 2026", "19 November 2026"):
        sent(desk, day)
    lane = kit.PromptLane()
    counts = DeskCounts(desk, {"worcestershire": kit.pack()})
    return kit.show(qtbot, FiguresScreen(counts=counts, vault=lane, work=lane))


def numbers(screen):
    table = screen.table
    rows = range(table.rowCount())
    said = Qt.ItemDataRole.AccessibleTextRole
    return {table.item(row, 1).data(said): table.item(row, 2).text() for row in rows}


def test_everything_is_counted_at_first(screen):
    assert numbers(screen)["Referrals: Sent"] == "2"
    assert QApplication.focusWidget() is screen.since


def test_only_what_was_sent_in_the_time_is_counted(qtbot, screen):
    screen.since.setText("September 2026")
    screen.until.setText("30 September 2026")
    qtbot.keyClick(screen.until, Qt.Key.Key_Return)
    assert numbers(screen)["Referrals: Sent"] == "1"
    screen.until.setText("2025")
    screen.count.click()
    assert numbers(screen)["Referrals: Sent"] == "0"


def test_what_is_no_time_is_said_where_it_stands(screen):
    screen.since.setText("last term")
    screen.count.click()
    assert "Write a day" in screen._since.slip_words()
    assert QApplication.focusWidget() is screen.since
    assert numbers(screen)["Referrals: Sent"] == "2"


def test_they_are_saved_as_a_table(screen, tmp_path: Path):
    screen.save.click()
    screen.dialog.fileSelected.emit(str(tmp_path / "f.csv"))
    screen.dialog.close()
    rows = (tmp_path / "f.csv").read_text(encoding="utf-8-sig").splitlines()
    assert "Referrals,Sent,2" in rows
    assert "Saved as f.csv" in screen.banner.spoken()


def test_a_lock_keeps_the_two_days(screen):
    screen.since.setText("September 2026")
    typed = screen.half_typed()
    screen.since.clear()
    screen.put_back(typed)
    assert screen.since.text() == "September 2026"


def test_the_way_back_leads_to_the_board(qtbot, screen):
    with qtbot.waitSignal(screen.go) as went:
        screen.back.click()
    assert went.args == [ToBoard()]


# ---- closures -------------------------------------------------------------------------------


@pytest.fixture
def desk():
    return kit.desk()


@pytest.fixture
def card(qtbot, desk) -> ClosuresPart:
    made = ClosuresPart(DeskClosures(desk), kit.PromptLane())
    qtbot.addWidget(made)
    made.show()
    made.presenter.look_up()
    return made


def enter(card, first, last="", name=""):
    for line, text in ((card.first, first), (card.last, last), (card.name, name)):
        line.setText(text)
    card.add_button.click()


def test_days_are_entered_listed_and_taken_out(card, desk):
    assert card.none.isVisible()
    enter(card, "26/3/2027", "9 April 2027", "Easter holidays")
    assert following.closures(desk) == (EASTER,)
    assert card.first.text() == ""
    assert not card.none.isVisible()
    named = "Take out: Easter holidays: 26 March 2027 to 9 April 2027"
    button = next(b for b in card.findChildren(QPushButton) if b.accessibleName() == named)
    button.click()
    assert following.closures(desk) == ()


def test_a_single_day_needs_no_last_one(card, desk):
    enter(card, "3 May 2027")
    assert following.closures(desk) == (Closure(date(2027, 5, 3), date(2027, 5, 3)),)


def test_what_is_no_day_is_said_and_nothing_is_kept(card, desk):
    enter(card, "Easter", "9 April 2027")
    assert "Write a day" in card._first.slip_words()
    enter(card, "1 April 2027", "soon")
    assert "Write a day" in card._last.slip_words()
    assert following.closures(desk) == ()


def test_days_that_end_before_they_begin_are_a_problem_and_stay_in_the_boxes(qtbot, card):
    with qtbot.waitSignal(card.failed) as told:
        enter(card, "9 April 2027", "1 April 2027")
    assert told.args[0].code == "closure_backwards"
    assert card.first.text() == "9 April 2027"
