"""Which column is what, on the screen: proposed, changed by keyboard, sampled live, refused."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel

from ffd_desktop.app import rolls
from tests.builders.dialects import made_pupil, sims, table
from tests.builders.roll import upn
from tests.ui import around_kit as kit
from ui.screens.roll.screen import RollScreen

ODD = table([["UPN", "DOB", "Clan", "First"], [upn(1), "01/09/2015", "Fenwick", "Ola"]])


@pytest.fixture
def shown(qtbot, tmp_path):
    def show(data: bytes, name: str = "roll.csv") -> RollScreen:
        path: Path = tmp_path / name
        path.write_bytes(data)
        screen = RollScreen(
            desk=kit.desk(),
            rolls=rolls,
            lane=kit.PromptLane(),
            choose=lambda _over, chosen: chosen([path]),
        )
        kit.show(qtbot, screen)
        press(qtbot)
        return screen

    return show


def press(qtbot, key=Qt.Key.Key_Return) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key)


def reads(qtbot, screen: RollScreen, *texts: str) -> None:
    """Wait until each text is seen: what is put in a layout shows a turn later."""
    for text in texts:
        qtbot.waitUntil(lambda text=text: text in words(screen))


def words(screen: RollScreen) -> str:
    labels = screen.mapping.findChildren(QLabel)
    return " ".join(one.text() for one in labels if one.isVisible())


def test_a_table_is_shown_by_its_columns_with_samples_and_one_press_goes_on(qtbot, shown):
    screen = shown(sims([made_pupil(serial) for serial in range(9)]))
    assert screen.mapping.isVisible()
    reads(qtbot, screen, made_pupil(0).name, "parental responsibility")
    assert QApplication.focusWidget() is screen.mapping.go_on
    press(qtbot)
    assert screen.preview.isVisible()
    press(qtbot)
    assert screen.count.text() == "9 pupils"


def test_what_is_lacking_is_said_and_there_is_no_way_on_without_it(qtbot, shown):
    screen = shown(ODD)
    assert "the pupil’s surname" in words(screen)
    assert not screen.mapping.go_on.isEnabled()
    assert QApplication.focusWidget() is screen.mapping.rows[2].combo
    qtbot.keyClicks(QApplication.focusWidget(), "Pupil: Surname")
    reads(qtbot, screen, "Ola Fenwick")
    assert screen.mapping.go_on.isEnabled()
    assert not screen.mapping.missing.isVisible()


def test_a_column_can_be_left_out_and_the_samples_follow(qtbot, shown):
    screen = shown(sims([made_pupil(1)]))
    reads(qtbot, screen, "born 2 February 2011")
    combo = screen.mapping.rows[3].combo
    combo.setFocus()
    press(qtbot, Qt.Key.Key_Home)
    assert combo.currentData() == ""
    reads(qtbot, screen, "sex M · Year 1")
    assert "born" not in words(screen)


def test_what_only_one_column_can_say_moves(qtbot, shown):
    screen = shown(sims([made_pupil(1)]))
    forename, surname = (screen.mapping.rows[place].combo for place in (0, 1))
    surname.setFocus()
    qtbot.keyClicks(surname, "Pupil: Forename")
    assert surname.currentData() == "forename"
    assert forename.currentData() == ""


def test_the_mapping_is_remembered_once_the_roll_is_in(qtbot, shown):
    screen = shown(ODD)
    qtbot.keyClicks(QApplication.focusWidget(), "Pupil: Surname")
    screen.mapping.go_on.click()
    press(qtbot)
    assert screen.count.text() == "1 pupil"
    press(qtbot)
    assert "as they were the last time" in words(screen)
    assert QApplication.focusWidget() is screen.mapping.go_on


def test_from_the_preview_the_columns_can_be_changed_again(qtbot, shown):
    screen = shown(sims([made_pupil(1)]))
    press(qtbot)
    assert screen.preview.columns.isVisible()
    screen.preview.columns.click()
    assert screen.mapping.isVisible()
    assert not screen.preview.isVisible()
    press(qtbot)
    assert screen.preview.isVisible()


def test_another_file_can_be_chosen_and_nothing_is_stored(qtbot, shown):
    screen = shown(sims([made_pupil(1)]))
    screen.mapping.other_file.click()
    assert not screen.mapping.isVisible()
    assert QApplication.focusWidget() is screen.choose_button
    assert screen.count.text() == "No roll yet"


def test_a_table_without_headings_is_told(qtbot, shown):
    screen = shown(b"1,2,3\n4,5,6\n")
    assert "no row of headings" in screen.banner.spoken()
    assert screen.bring.isVisible()


def test_a_turning_wheel_changes_no_column(qtbot, shown):
    screen = shown(sims([made_pupil(1)]))
    combo = screen.mapping.rows[0].combo
    here, turn = QPointF(5, 5), QPoint(0, -120)
    none = Qt.KeyboardModifier.NoModifier
    buttons = Qt.MouseButton.NoButton
    event = QWheelEvent(here, here, turn, turn, buttons, none, Qt.ScrollPhase.NoScrollPhase, False)
    combo.wheelEvent(event)
    assert not event.isAccepted()
    assert combo.currentData() == "forename"


def test_every_control_has_a_name_and_each_box_says_its_heading(qtbot, shown):
    screen = shown(table([["UPN", "", "Surname", "Forename"], [upn(1), "7", "Fenwick", "Ola"]]))
    kit.assert_all_named(screen)
    boxes = [row.combo for row in screen.mapping.rows]
    headings = [box.accessibleName() for box in boxes]
    assert headings == ["UPN", "Column 2, without a heading", "Surname", "Forename"]
    assert boxes[1].accessibleDescription() == "such as 7"


def test_hostile_words_of_a_table_stay_plain_text(qtbot, shown):
    row = [upn(1), "Fenwick", kit.HOSTILE, "=1+1"]
    screen = shown(table([["UPN", "Surname", "Forename", kit.HOSTILE], row]))
    assert kit.HOSTILE in words(screen)
    plain = Qt.TextFormat.PlainText
    assert all(label.textFormat() == plain for label in screen.findChildren(QLabel))


def test_tab_goes_down_the_columns_and_then_to_the_way_on(qtbot, shown):
    screen = shown(ODD)
    screen.mapping.rows[0].combo.setFocus()
    for row in screen.mapping.rows[1:]:
        press(qtbot, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is row.combo


def test_the_columns_that_were_set_before_a_lock_are_set_again(qtbot, shown, tmp_path):
    screen = shown(ODD)
    qtbot.keyClicks(QApplication.focusWidget(), "Pupil: Surname")
    typed = screen.half_typed()
    assert "Fenwick" not in str(typed)
    again = fresh(qtbot)
    again.put_back(typed)
    assert [row.combo.currentData() for row in again.mapping.rows][2] == "surname"
    assert again.half_typed() == typed
    (tmp_path / "roll.csv").write_bytes(sims([made_pupil(1)]))
    other = fresh(qtbot)
    other.put_back(typed)  # another table lies there now
    assert other.mapping.isVisible()
    assert other.half_typed()["headings"] != typed["headings"]


def test_a_table_that_is_gone_after_a_lock_is_told(qtbot, shown, tmp_path):
    typed = shown(ODD).half_typed()
    (tmp_path / "roll.csv").unlink()
    again = fresh(qtbot)
    again.put_back(typed)
    assert again.banner.isVisible()
    assert again.half_typed() == {}


def test_nothing_of_a_table_is_kept_once_its_roll_is_in(qtbot, shown):
    screen = shown(sims([made_pupil(1)]))
    press(qtbot)
    press(qtbot)
    assert screen.count.text() == "1 pupil"
    assert screen.half_typed() == {}


def fresh(qtbot) -> RollScreen:
    screen = RollScreen(desk=kit.desk(), rolls=rolls, lane=kit.PromptLane())
    return kit.show(qtbot, screen)
