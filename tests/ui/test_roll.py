"""Bringing in the roll: looked at first, stored only on demand, stopped without a trace."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QStackedWidget

from ffd_desktop.app import rolls
from ffd_desktop.roll import trouble
from ffd_desktop.roll.preview import RollPreview
from ffd_desktop.roll.pupil import Unreadable
from tests.builders.roll import ctf_text
from tests.ui import around_kit as kit
from tests.ui.lanes import HandLane
from ui.destinations import ToNewReferral, ToShelf
from ui.screens.roll.screen import RollScreen


def preview(**more) -> RollPreview:
    usual = {
        "source": kit.SOURCE,
        "pupils": 412,
        "new": 31,
        "changed": 58,
        "unchanged": 323,
        "gone": 29,
        "unreadable_count": 1,
        "temporary_count": 0,
        "without_upn_count": 0,
        "digest": "d",
        "warnings": ("This is the roll of another school.",),
        "unreadable": (Unreadable(row=17, reason="It has no name.", upn=kit.AMELIE.upn),),
    }
    return RollPreview(**{**usual, **more})


class Work:
    """Reads what it is told to, keeps what it was asked, stops when asked."""

    def __init__(self) -> None:
        self.previewed, self.taken = [], []
        self.fails = None

    def look_at_table(self, _desk, _paths, _progress):
        return None

    def preview_roll(self, _desk, paths, progress, *, mapping):
        self.previewed.append(tuple(paths))
        progress.step(1, 2, "206 pupils read")
        if progress.is_stopped():
            raise trouble.Stopped
        if self.fails:
            raise self.fails
        return preview()

    def import_roll(self, _desk, paths, progress, *, agreed, mapping):
        progress.step(1, 2, "206 pupils read")
        if progress.is_stopped():
            raise trouble.Stopped
        self.taken.append((tuple(paths), agreed.digest))
        return agreed.pupils


@pytest.fixture
def work() -> Work:
    return Work()


def shown(qtbot, work, *, lane=None, pupils=kit.PUPILS, paths=("roll.xml",)) -> RollScreen:
    screen = RollScreen(
        desk=kit.desk(pupils=pupils),
        rolls=work,
        lane=lane or kit.PromptLane(),
        choose=lambda _over, chosen: chosen([Path(one) for one in paths]),
    )
    return kit.show(qtbot, screen)


@pytest.fixture
def screen(qtbot, work) -> RollScreen:
    return shown(qtbot, work)


def press(qtbot, key=Qt.Key.Key_Return) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key)


def test_the_roll_in_use_is_told_with_its_day(screen):
    assert screen.count.text() == "4 pupils"
    assert screen.details.text() == "Larkrise Fictional Primary School, written on 3 November 2026"


def test_no_roll_is_told_as_such(qtbot, work):
    screen = shown(qtbot, work, pupils=())
    assert screen.count.text() == "No roll yet"
    assert not screen.new.isVisible()


def test_choosing_and_taking_a_roll_by_enter_alone(qtbot, screen, work):
    press(qtbot)
    assert screen.preview.isVisible()
    assert work.taken == []
    press(qtbot)
    assert work.taken == [((Path("roll.xml"),), "d")]
    assert "412 pupils" in screen.banner.spoken()
    assert not screen.preview.isVisible()


def test_the_preview_says_what_would_change_and_what_could_not_be_read(qtbot, screen):
    press(qtbot)
    words = " ".join(label.text() for label in screen.preview.findChildren(QLabel))
    for said in ("31", "new", "58", "changed", "29", "gone", "the roll of another school"):
        assert said in words
    assert screen.preview.unreadable.toPlainText() == (
        f"Pupil 17 of the file, UPN {kit.AMELIE.upn}: It has no name."
    )


def test_a_date_of_birth_that_is_none_is_listed_with_its_row(screen):
    odd = Unreadable(row=9, reason="The date of birth is no calendar date.", upn=kit.AMELIE.upn)
    screen.preview.show_preview(preview(unreadable=(), undated=(odd,)))
    assert "Pupil 9 of the file" in screen.preview.unreadable.toPlainText()
    assert not screen.preview.unreadable.isHidden()


def test_leaving_it_stores_nothing(qtbot, screen, work):
    press(qtbot)
    qtbot.keyClick(screen.preview.leave_it, Qt.Key.Key_Return)
    assert work.taken == []
    assert not screen.preview.isVisible()
    assert screen.bring.isVisible()
    screen._presenter.take()
    assert work.taken == []


@pytest.mark.parametrize("storing", [False, True])
def test_stopping_leaves_the_roll_as_it_was(qtbot, work, storing):
    lane = HandLane()
    screen = shown(qtbot, work, lane=lane)
    lane.run()
    press(qtbot)
    if storing:
        lane.run()
        press(qtbot)
    assert QApplication.focusWidget() is screen.stop
    press(qtbot)
    lane.run()
    assert work.taken == []
    assert screen.banner.spoken().startswith("Stopped")
    assert screen.bring.isVisible()
    assert not screen.busy.isVisible()


@pytest.mark.parametrize("storing", [False, True])
def test_a_lock_does_not_wait_for_a_roll_to_be_read(qtbot, work, storing):
    lane, left = HandLane(), []
    screen = shown(qtbot, work, lane=lane)
    lane.run()
    press(qtbot)
    if storing:
        lane.run()
        press(qtbot)
    screen.leave(lambda: left.append(True))
    lane.run()
    assert left == [True]
    assert work.taken == []
    assert screen.banner.spoken().startswith("Stopped")


def test_progress_is_told_in_words_and_as_a_share(qtbot, work):
    lane = HandLane()
    screen = shown(qtbot, work, lane=lane)
    lane.run()
    press(qtbot)
    lane.move(1, 2, "206 pupils read")
    assert screen.working.text() == "206 pupils read"
    assert screen.bar.value() == 50


def test_while_one_file_is_read_no_other_is(qtbot, work):
    lane = HandLane()
    screen = shown(qtbot, work, lane=lane)
    lane.run()
    press(qtbot)
    screen._presenter.preview([Path("other.xml")])
    lane.run()
    assert work.previewed == [(Path("roll.xml"),)]


def test_what_is_no_roll_is_told_with_what_to_do(qtbot, screen, work):
    work.fails = trouble.attainment_only()
    press(qtbot)
    assert "assessment results only" in screen.banner.spoken()
    assert "full Common Transfer File" in screen.banner.spoken()
    assert not screen.preview.isVisible()


def test_files_can_be_dropped(screen, work):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/one.xml"), QUrl("https://elsewhere.example/two.xml")])
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    screen.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))
    assert work.previewed == [(Path("/one.xml"),)]


def test_a_real_file_goes_in_by_way_of_its_preview(qtbot, tmp_path):
    path = tmp_path / "roll.xml"
    path.write_text(ctf_text(kit.AMELIE), encoding="utf-8")
    screen = shown(qtbot, rolls, pupils=(), paths=(path,))
    press(qtbot)
    assert screen.preview.isVisible(), screen.banner.spoken()
    press(qtbot)
    assert screen.count.text() == "1 pupil"


def test_the_ways_on_lead_to_the_shelf_and_to_a_new_referral(qtbot, screen):
    for button, destination in ((screen.to_shelf, ToShelf()), (screen.new, ToNewReferral())):
        with qtbot.waitSignal(screen.go) as left:
            qtbot.keyClick(button, Qt.Key.Key_Return)
        assert left.args == [destination]


def test_hostile_words_of_a_file_stay_plain_text(qtbot, work):
    screen = shown(qtbot, work)
    hostile = (Unreadable(row=1, reason=kit.HOSTILE),)
    screen.show_preview(preview(warnings=(kit.HOSTILE,), unreadable=hostile))
    assert kit.HOSTILE in screen.preview.unreadable.toPlainText()
    plain = Qt.TextFormat.PlainText
    assert all(label.textFormat() == plain for label in screen.findChildren(QLabel))


def test_every_control_has_a_name(qtbot, screen):
    press(qtbot)
    screen.busy.show()
    screen.bring.show()
    kit.assert_all_named(screen)


def test_an_answer_that_comes_after_leaving_takes_no_focus(qtbot, work):
    lane = HandLane()
    window, elsewhere = QStackedWidget(), QLineEdit()
    screen = RollScreen(
        desk=kit.desk(), rolls=work, lane=lane, choose=lambda _over, chosen: chosen([Path("r.xml")])
    )
    window.addWidget(screen)
    window.addWidget(elsewhere)
    window.entered = screen.entered
    kit.show(qtbot, window)
    lane.run()
    press(qtbot)
    window.setCurrentWidget(elsewhere)
    window.removeWidget(screen)
    elsewhere.setFocus()
    lane.run()
    assert QApplication.focusWidget() is elsewhere
