"""How long records are kept: what is due is looked at, and each decision is made on the page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from ffd_desktop.app import following
from ffd_desktop.referral.dates import read_date
from ffd_desktop.referral.edits import put
from tests.ui import around_kit as kit
from ui.destinations import ToAfter, ToBoard
from ui.screens.keeping.screen import KeepingScreen
from ui.shell.following_here import DeskKeeper

TODAY = kit.HandClock().now().date()


def record(desk, born, *edits):
    child = put("children[c1]", {"id": "c1", "first_names": "Wren"})
    day = read_date(born, today=TODAY)
    dated = (put("children[c1].date_of_birth", day),) if day else ()
    return desk.start(kit.AIM, prefill=(child, *dated, *edits), screen="test")


@pytest.fixture
def desk():
    made = kit.desk()
    record(made, "3 March 2000")
    record(made, "4 April 2001")
    record(made, "5 May 2015")
    record(made, "")
    record(made, "6 June 1999", put("after.hold", True), put("after.hold_reason", "A court asked."))
    return made


@pytest.fixture
def screen(qtbot, desk) -> KeepingScreen:
    return kit.show(qtbot, KeepingScreen(keeper=DeskKeeper(desk), lane=kit.PromptLane()))


def references(screen):
    return [card.found.reference for card in screen.cards]


def words(screen):
    QApplication.processEvents()  # what was added is shown with the next turn
    return " ".join(one.text() for one in screen.findChildren(QLabel) if one.isVisible())


def test_what_is_due_longest_stands_first_and_the_rest_is_told(screen):
    assert references(screen) == ["FFD-2026-0001", "FFD-2026-0002"]
    assert "2 to look at now. 1 kept until a later day." in words(screen)
    assert "A court asked." in words(screen)
    assert "No day: a date of birth is missing" in words(screen)


def test_a_record_is_kept_longer_with_the_reason(qtbot, screen, desk):
    card = screen.cards[0]
    qtbot.keyClick(card.keep, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is card.until
    card.until.setText("1 March 2040")
    card.reason.setText("She asked us to.")
    card.done.click()
    after = desk.open(card.found.id).referral.after
    assert (after.keep_until.words(), after.keep_reason) == ("1 March 2040", "She asked us to.")
    assert references(screen) == ["FFD-2026-0002"]


def test_a_day_and_a_reason_are_asked_for_where_they_stand(screen, desk):
    card = screen.cards[0]
    card.keep.click()
    card.done.click()
    assert "Write a day" in card._until.slip_words()
    assert card._why.slip_words() == "Write why."
    card.until.setText("1 March 2001")
    card.reason.setText("Because.")
    card.done.click()
    assert "a day that is to come" in screen.banner.spoken()
    assert desk.open(card.found.id).referral.after.keep_until is None


def test_a_record_that_is_held_cannot_be_destroyed_and_says_why(screen, desk):
    card = screen.cards[0]
    card.hold.click()
    assert not card.until.isVisible()
    card.reason.setText("An inquiry asked on 3 May.")
    card.done.click()
    assert desk.open(card.found.id).referral.after.hold is True
    assert "An inquiry asked on 3 May." in words(screen)
    assert references(screen) == ["FFD-2026-0002"]


def test_a_record_is_destroyed_with_reason_and_reference_on_the_page(screen, desk):
    card = screen.cards[0]
    card.destroy_button.click()
    panel = screen.destroy_panel
    assert panel.isVisible()
    panel.button.click()
    assert len(desk.shelf()) == 5
    panel.reason.setText("Time of keeping is over")
    panel.typed.setText("FFD-2026-0001")
    panel.button.click()
    assert len(desk.shelf()) == 4
    (left,) = desk.tombstones()
    assert (left.reference, left.reason) == ("FFD-2026-0001", "Time of keeping is over")
    assert not panel.isVisible()


def test_a_lock_keeps_what_is_being_decided(qtbot, screen, desk):
    screen.cards[1].keep.click()
    screen.cards[1].until.setText("2040")
    screen.cards[1].reason.setText("Because")
    typed = screen.half_typed()
    again = KeepingScreen(keeper=DeskKeeper(desk), lane=kit.PromptLane())
    again.put_back(typed)
    kit.show(qtbot, again)
    assert (again.cards[1].until.text(), again.cards[1].reason.text()) == ("2040", "Because")
    assert again.cards[1].is_asking


def test_the_ways_on(qtbot, screen):
    with qtbot.waitSignal(screen.go) as went:
        screen.cards[0].link.click()
    assert went.args == [ToAfter(screen.cards[0].found.id, section="after_keeping")]
    with qtbot.waitSignal(screen.go) as went:
        screen.back.click()
    assert went.args == [ToBoard()]


def test_reviews_still_name_the_children(desk):
    assert following.reviews(desk)[0].children == ("Wren",)
