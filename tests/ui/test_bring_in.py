"""Rows pasted or from a file: looked at, mapped and ticked by keyboard, one step of undo."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from ffd_desktop.drafting.ports import DraftState
from tests.builders import logs, referrals
from tests.builders.dialects import table
from tests.builders.logs import copied
from tests.ui import around_kit
from tests.ui.draft_kit import focused_row, pause, press, show_screen, type_
from ui.screens.draft.bring_in.page import BringInPage
from ui.screens.draft.bring_in.strip import BringInStrip
from ui.screens.draft.screen import DraftScreen

BRON = "Bronisław Ashdown-Pike"
HEAD = ["Date", "Student", "Details", "Seen by"]
ROWS = [
    HEAD,
    ["03/03/2026", BRON, "Came without a coat.", "R T"],
    ["12/03/2026", BRON, 'Said "no",\nand hid.', "R T"],
    ["13/03/2026", "Somebody Elsewhere", "Fell.", "R T"],
]
PASTE = QKeySequence.StandardKey.Paste


@pytest.fixture
def screen(qtbot) -> DraftScreen:
    return show_screen(qtbot, referrals.small(), section="chronology")


def copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def strip(screen: DraftScreen) -> BringInStrip:
    return screen.middle.page.findChild(BringInStrip)


def pasted(screen: DraftScreen, rows=ROWS) -> BringInPage:
    """The page with rows on it, after "Paste rows" was pressed."""
    copy(rows if isinstance(rows, str) else copied(rows))
    strip(screen).paste.setFocus()
    press(Qt.Key.Key_Return)
    settle(screen)
    return screen.bring_in.page


def settle(screen: DraftScreen) -> None:
    screen.lane.run()
    QApplication.processEvents()


def words(page: BringInPage) -> str:
    return " ".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def events(screen: DraftScreen):
    return screen.presenter.referral.events


def test_pasted_rows_come_in_by_one_press_as_one_step_of_undo(screen):
    before = events(screen)
    page = pasted(screen)
    assert page.isVisible()
    assert not screen.middle.isVisible()
    assert page.counts.text() == "3 rows: 2 new, 1 about nobody in this referral"
    assert QApplication.focusWidget() is page.go_on
    assert page.go_on.text() == "Bring in 2 rows"
    assert events(screen) == before
    press(Qt.Key.Key_Return)
    assert screen.middle.isVisible()
    assert QApplication.focusWidget() is strip(screen).paste
    first, second = events(screen)[len(before) :]
    assert second.what == 'Said "no",\nand hid.\n\nSeen by: R T'
    assert first.children == (screen.presenter.referral.children[0].id,)
    assert first.in_referral
    assert "2 events were brought in" in screen.done.spoken()
    pause(screen)
    settle(screen)
    assert screen.desk.kept.events == events(screen)
    screen.presenter.undo()
    assert events(screen) == before


def test_the_keys_that_paste_offer_rows_and_leave_other_words_alone(screen, qtbot):
    copy("just some words")
    strip(screen).paste.setFocus()
    QTest.keySequence(QApplication.focusWidget(), PASTE)
    assert not screen.bring_in.page.isVisible()
    copy("12/03/2026 Mum called\n13/03/2026 Mum called again")
    QTest.keySequence(QApplication.focusWidget(), PASTE)
    settle(screen)
    assert screen.bring_in.page.isVisible()
    assert screen.bring_in.page.counts.text() == "2 rows: 2 new"
    assert not screen.bring_in.page.columns.isVisible()


def test_in_a_box_for_words_the_keys_paste_into_the_box(screen):
    screen.middle.page.add.click()
    row = focused_row()
    copy(copied(ROWS))
    QTest.keySequence(QApplication.focusWidget(), PASTE)
    assert not screen.bring_in.page.isVisible()
    assert "Came without a coat." in row.editor.words()


def test_a_column_is_changed_by_keyboard_and_the_rows_follow(screen):
    page = pasted(screen)
    box = page.columns.rows[3].combo
    box.setFocus()
    type_("Who")
    assert page.columns.rows[3].combo.currentData() == "who"
    assert "Seen by: R T" not in words(page)
    assert "R T" in words(page)
    details = page.columns.rows[2].combo
    details.setFocus()
    press(Qt.Key.Key_Home)
    assert "No column is set to hold what happened." in words(page)
    assert not page.go_on.isEnabled()
    type_("What")
    assert page.go_on.isEnabled()


def test_columns_of_a_file_that_are_left_out_are_named_and_can_be_added(screen, tmp_path):
    page = from_file(screen, tmp_path, table(ROWS))
    assert "Left out: Seen by." in words(page)
    page.add_left_out.click()
    assert "Left out" not in words(page)
    assert page.columns.rows[3].combo.currentData() == "at_end"


def test_rows_are_ticked_by_space_and_the_button_counts(screen):
    page = pasted(screen)
    page.rows.setFocus()
    press(Qt.Key.Key_Space)
    assert page.go_on.text() == "Bring in 1 row"
    said = page.rows.rows.data(page.rows.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Not ticked. 3 March 2026")
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Space)
    assert page.go_on.text() == "Bring in 2 rows"
    assert page.rows.currentIndex().row() == 2
    page.tick_none.click()
    assert not page.go_on.isEnabled()
    page.tick_all.click()
    assert page.go_on.text() == "Bring in 3 rows"


def test_a_tick_can_be_set_by_assistive_technology_and_by_a_press_on_its_box(screen, qtbot):
    page = pasted(screen)
    rows, first = page.rows.rows, page.rows.rows.index(0)
    check = Qt.ItemDataRole.CheckStateRole
    assert rows.setData(first, Qt.CheckState.Unchecked, check)
    assert page.go_on.text() == "Bring in 1 row"
    assert not rows.setData(first, "words")
    box = page.rows.visualRect(first).topLeft() + QPoint(20, 20)
    qtbot.mouseClick(page.rows.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert page.go_on.text() == "Bring in 2 rows"
    qtbot.mouseClick(page.rows.viewport(), Qt.MouseButton.LeftButton, pos=box + QPoint(200, 0))
    assert page.go_on.text() == "Bring in 2 rows"


def test_rows_may_stay_on_file_or_become_worries(screen):
    page = pasted(screen)
    page.on_file.click()
    page.go_on.click()
    assert [one.in_referral for one in events(screen)[-2:]] == [False, False]
    page = pasted(screen)
    assert page.counts.text().startswith("3 rows: 2 already there")
    page.worries.click()
    assert not page.inside.isVisible()
    assert page.counts.text().startswith("3 rows: 2 new")
    page.go_on.click()
    assert [one.kind for one in screen.presenter.referral.statements[-2:]] == ["worry", "worry"]


def test_whom_rows_concern_that_name_no_child_is_chosen_for_all_of_them(qtbot):
    screen = show_screen(qtbot, referrals.typical(), section="chronology")
    page = pasted(screen, "12/03/2026 Mum called\n13/03/2026 Mum called again")
    first = screen.presenter.referral.children[0].id
    assert page.whom.isVisible()
    page.whom.chips[first].setFocus()
    press(Qt.Key.Key_Return)
    assert BRON in str(page.rows.rows.data(page.rows.rows.index(0)))
    typed = screen.half_typed()
    page.go_on.click()
    assert [one.children for one in events(screen)[-2:]] == [(first,), (first,)]
    again = show_screen(qtbot, referrals.typical(), section="chronology")
    again.put_back(typed)
    settle(again)
    assert again.bring_in.page.whom.whom() == (first,)


def test_an_empty_clipboard_is_told(screen):
    page = pasted(screen, " ")
    assert "no words on the clipboard" in page.banner.spoken()
    assert QApplication.focusWidget() is page.back
    assert not page.go_on.isVisible()
    press(Qt.Key.Key_Escape)
    assert screen.middle.isVisible()
    assert not strip(screen).go_on.isVisible()


def test_the_mapping_is_remembered_once_rows_came_in(screen):
    page = pasted(screen)
    page.columns.rows[3].combo.setFocus()
    type_("Who")
    page.go_on.click()
    settle(screen)
    page = pasted(screen)
    assert "as they were the last time" in words(page)
    assert page.columns.rows[3].combo.currentData() == "who"


def test_rows_that_wait_can_be_left_for_the_draft_and_gone_on_with(screen):
    page = pasted(screen)
    page.rows.setFocus()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Escape)
    assert screen.middle.isVisible()
    assert QApplication.focusWidget() is strip(screen).go_on
    press(Qt.Key.Key_Return)
    assert page.go_on.text() == "Bring in 1 row"
    screen.next_section(1)
    assert screen.middle.isVisible()
    screen.next_section(-1)
    strip(screen).go_on.click()
    assert page.isVisible()
    screen._toggle_numbers()
    assert screen.middle.shows_numbers
    assert screen.middle.isVisible()
    strip(screen).go_on.click()
    page.leave_it.click()
    assert not strip(screen).go_on.isVisible()
    assert screen.half_typed() == {}


def test_a_lock_loses_neither_the_pasted_rows_nor_what_was_set(screen, qtbot):
    page = pasted(screen)
    page.columns.rows[3].combo.setFocus()
    type_("Who")
    page.on_file.click()
    page.rows.setFocus()
    press(Qt.Key.Key_Space)
    typed = screen.half_typed()
    again = show_screen(qtbot, referrals.small(), section="chronology")
    again.put_back(typed)
    settle(again)
    page = again.bring_in.page
    assert page.isVisible()
    assert not again.find_bar.isVisible()
    assert page.columns.rows[3].combo.currentData() == "who"
    assert page.on_file.isChecked()
    assert page.go_on.text() == "Bring in 1 row"
    assert again.half_typed() == typed


def test_a_file_that_waited_is_read_again_after_a_lock_or_its_loss_is_told(screen, qtbot, tmp_path):
    page = from_file(screen, tmp_path, logs.one_column_each())
    assert page.counts.text() == "4 rows: 4 about nobody in this referral"
    typed = screen.half_typed()
    assert "coat" not in str(typed)
    again = show_screen(qtbot, referrals.small(), section="chronology")
    again.put_back(typed)
    settle(again)
    assert again.bring_in.page.counts.text() == page.counts.text()
    (tmp_path / "log.csv").unlink()
    other = show_screen(qtbot, referrals.small(), section="chronology")
    other.put_back(typed)
    settle(other)
    assert "cannot be opened" in other.bring_in.page.banner.spoken()
    assert other.half_typed() == {}


def from_file(screen: DraftScreen, folder, data: bytes, *, run: bool = True) -> BringInPage:
    path = folder / "log.csv"
    path.write_bytes(data)
    screen.bring_in._choose = lambda _over, chosen: chosen([path])
    strip(screen).file.click()
    if run:
        settle(screen)
    return screen.bring_in.page


def test_a_file_that_is_none_is_told_on_the_page(screen, tmp_path):
    page = from_file(screen, tmp_path, b"%PDF-1.7")
    assert "a PDF, not a table" in page.banner.spoken()
    assert not page.rows.isVisible()


def test_reading_shows_how_far_it_is_and_stop_goes_back(screen, tmp_path):
    page = from_file(screen, tmp_path, table(ROWS), run=False)
    screen.lane.move(1, 4, "200 rows read")
    assert page.working.words.text() == "200 rows read"
    assert page.working.bar.value() == 25
    assert QApplication.focusWidget() is page.working.stop
    press(Qt.Key.Key_Return)
    settle(screen)
    assert screen.middle.isVisible()
    assert screen.half_typed() == {}


def test_every_control_has_a_name_and_pasted_words_stay_plain(screen):
    page = pasted(screen, [HEAD, ["1/3/26", BRON, around_kit.HOSTILE, around_kit.HOSTILE]])
    around_kit.assert_all_named(page)
    assert around_kit.HOSTILE in words(page)
    plain = Qt.TextFormat.PlainText
    assert all(label.textFormat() == plain for label in page.findChildren(QLabel))


def test_tab_goes_through_everything_on_the_page(screen):
    page = pasted(screen)
    met = set()
    for _ in range(40):
        press(Qt.Key.Key_Tab)
        met.add(QApplication.focusWidget())
    wanted = {row.combo for row in page.columns.rows}
    wanted |= {page.rows, page.go_on, page.leave_it, page.tick_all, page.back, page.scrolled}
    assert wanted <= met


def test_what_is_sealed_takes_no_rows(qtbot):
    screen = show_screen(qtbot, state=DraftState.SEALED, section="chronology")
    assert not strip(screen).isVisible()


def test_nothing_comes_in_while_the_screen_is_being_left(screen):
    page = pasted(screen)
    before = events(screen)
    screen.leave(lambda: None)
    page.go_on.click()
    assert events(screen) == before
    settle(screen)
    page.go_on.click()
    assert len(events(screen)) == len(before) + 2


def test_five_hundred_rows_are_listed_and_come_in(screen):
    days = (f"{n % 28 + 1}/{n % 12 + 1}/2025" for n in range(500))
    rows = [HEAD, *([day, BRON, f"Entry {n}", ""] for n, day in enumerate(days))]
    page = pasted(screen, rows)
    assert page.go_on.text() == "Bring in 500 rows"
    press(Qt.Key.Key_Return)
    assert len(events(screen)) >= 500


def test_the_page_offers_no_button_that_does_nothing(screen):
    page = pasted(screen)
    shown = [one.text() for one in page.findChildren(QPushButton) if one.isVisible()]
    assert shown == ["Back to the draft", "Tick all", "Tick none", "Bring in 2 rows",
                     "Leave these rows"]  # fmt: skip
