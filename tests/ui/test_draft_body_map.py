"""The body map in the draft: by pointer, by keys, and in words."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ffd_desktop.drafting.ports import DraftState, Place
from ffd_desktop.exporting.pictures.body.marks import groups
from ffd_desktop.exporting.pictures.body.plates import VIEWS, plate
from tests.builders.marks import CHILD_ID, INFANT_ID, marked
from tests.builders.referrals import small
from tests.journeys.walker import role_of
from tests.ui.draft_kit import focused_row, press, show_screen, type_
from ui.screens.draft.body_map.page import BodyMapPage

KEY = Qt.Key


@pytest.fixture
def show(qtbot):
    def shown(referral=None, **options):
        options.setdefault("section", "injuries")
        return show_screen(qtbot, referral or small(), **options)

    return shown


def page_of(screen) -> BodyMapPage:
    page = screen.middle.page
    assert isinstance(page, BodyMapPage)
    return page


def canvas_of(screen):
    canvas = page_of(screen).picture.canvas
    canvas.setFocus()
    QApplication.processEvents()
    return canvas


def marks(screen):
    return screen.presenter.referral.injuries


def at(canvas, x, y) -> QPoint:
    return canvas.point_of(x, y).toPoint()


def click(canvas, x, y) -> None:
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at(canvas, x, y))


def test_a_click_sets_a_numbered_mark_with_its_place_and_child(show):
    screen = show()
    click(canvas_of(screen), 0.5, 0.3)
    (mark,) = marks(screen)
    assert (mark.view, mark.site, mark.child) == ("front", "chest", CHILD_ID)
    assert (mark.x, mark.y) == (pytest.approx(0.5, abs=0.01), pytest.approx(0.3, abs=0.01))
    assert page_of(screen).cards[mark.id].head.summary.title == "1 · Chest"
    assert page_of(screen).picture.canvas.chosen == 1


def test_enter_sets_a_mark_at_the_cross_and_once_more_goes_to_its_questions(show):
    screen = show()
    canvas_of(screen)
    press(KEY.Key_PageDown)
    press(KEY.Key_Return)
    assert len(marks(screen)) == 1
    press(KEY.Key_Return)
    assert focused_row() is not None
    assert page_of(screen).isAncestorOf(focused_row())


@pytest.mark.parametrize("view", VIEWS)
def test_every_place_of_a_picture_is_reached_by_key_and_by_click(show, view):
    screen = show()
    page_of(screen).picture.tiles.buttons[view].click()
    canvas = canvas_of(screen)
    wanted = {region.site for region in plate(view).regions}
    for _ in plate(view).regions:
        press(KEY.Key_PageDown)
        press(KEY.Key_Space)
    assert {one.site for one in marks(screen)} == wanted
    while screen.presenter.can_undo:
        screen.presenter.undo()
    for region in plate(view).regions:
        canvas.placed.emit(*plate(view).middle_of(region))
    assert {one.site for one in marks(screen)} == wanted
    assert {one.view for one in marks(screen)} == {view}


def test_arrows_move_the_chosen_mark_in_one_step_of_undo(show):
    screen = show()
    click(canvas_of(screen), 0.5, 0.3)
    before = marks(screen)[0]
    batch = len(screen.presenter._session._undo)
    canvas = canvas_of(screen)
    for _ in range(5):
        QTest.keyPress(canvas, KEY.Key_Down)
    assert marks(screen)[0] == before
    QTest.keyRelease(canvas, KEY.Key_Down)
    moved = marks(screen)[0]
    assert moved.y > before.y
    assert moved.x == before.x
    assert len(screen.presenter._session._undo) == batch + 1
    screen.presenter.undo()
    assert marks(screen)[0] == before


def test_shift_goes_further(show):
    screen = show()
    canvas = canvas_of(screen)
    press(KEY.Key_Down)
    little = canvas.cross.y - 0.5
    press(KEY.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.cross.y - 0.5 - little > 3 * little


def test_a_drag_is_one_edit_at_its_end(show):
    screen = show()
    canvas = canvas_of(screen)
    click(canvas, 0.5, 0.3)
    before = marks(screen)[0]
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=at(canvas, 0.5, 0.3))
    for step in range(1, 6):
        QTest.mouseMove(canvas, at(canvas, 0.5, 0.3 + 0.02 * step))
    assert marks(screen)[0] == before
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=at(canvas, 0.5, 0.4))
    after = marks(screen)[0]
    assert after.y == pytest.approx(0.4, abs=0.01)
    assert after.site == "abdomen"
    assert len(marks(screen)) == 1


def test_delete_takes_the_mark_out_and_undo_brings_it_back(show):
    screen = show()
    click(canvas_of(screen), 0.5, 0.3)
    before = marks(screen)
    press(KEY.Key_Delete)
    assert marks(screen) == ()
    assert "taken out" in screen.done.spoken()
    screen.presenter.undo()
    assert marks(screen) == before


def test_n_and_p_go_from_mark_to_mark_over_all_pictures(show):
    screen = show(marked(9))
    page, _ = page_of(screen), canvas_of(screen)
    seen = []
    for _ in range(3):
        press(KEY.Key_N)
        seen.append((page.open_item(), page.picture.view))
    assert [view for _, view in seen] == ["front", "back", "face"]
    press(KEY.Key_P)
    assert (page.open_item(), page.picture.view) == seen[1]


def test_escape_lets_the_mark_go_and_the_next_enter_sets_another(show):
    screen = show()
    click(canvas_of(screen), 0.5, 0.3)
    press(KEY.Key_Escape)
    press(KEY.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(KEY.Key_Return)
    assert len(marks(screen)) == 2


def test_a_mark_is_chosen_by_a_press_and_no_new_one_is_set(show):
    screen = show(marked(9))
    canvas = canvas_of(screen)
    first = groups(screen.presenter.referral)[0].marks[0]
    click(canvas, first.x, first.y)
    assert len(marks(screen)) == 9
    assert page_of(screen).open_item() == first.id


def test_the_picture_says_its_marks_and_the_cross_its_place(show):
    screen = show(marked(9))
    canvas = canvas_of(screen)
    told = canvas.accessibleDescription()
    for words in ("Front: Mark 1: Mouth or lips, Bruise, 1 cm across", "Back: Mark 2", "Mark 3"):
        assert words in told
    assert canvas.accessibleName() == "Body map: Front"
    assert role_of(canvas) is QAccessible.Role.Graphic
    press(KEY.Key_PageDown)
    assert page_of(screen).picture.place.text().startswith("Cross: ")


def test_each_occasion_shows_its_own_marks_in_words_beside_the_picture(show):
    screen = show(marked(9, loose=1))
    page = page_of(screen)
    for group in groups(screen.presenter.referral):
        page.occasions.tiles.buttons[" ".join(group.key)].click()
        assert list(page.cards) == [one.id for one in group.marks]
    titles = [card.head.summary.title for card in page.cards.values()]
    assert [title.partition(" · ")[0] for title in titles] == ["1", "2", "3"]


def test_a_new_occasion_is_the_childs_in_view_and_takes_the_next_marks(show):
    screen = show(marked(9))
    page = page_of(screen)
    page.occasions.tiles.buttons[f"{INFANT_ID} x3"].click()
    page.occasions.add.click()
    new = screen.presenter.referral.examinations[-1]
    assert new.child == INFANT_ID
    assert focused_row() is not None
    click(canvas_of(screen), 0.5, 0.5)
    assert marks(screen)[-1].examination == new.id
    assert page.picture.canvas.sheet is plate("front", "infant")


def test_saying_whose_occasion_it_was_takes_its_marks_along(show):
    screen = show(marked(9))
    page = page_of(screen)
    page.occasions.open_about()
    page._write_occasion("examinations[x1].child", INFANT_ID)
    assert {one.child for one in marks(screen) if one.examination == "x1"} == {INFANT_ID}
    assert page._group().key == (INFANT_ID, "x1")


def test_a_mark_in_words_only_can_be_added_and_put_on_the_picture_later(show):
    screen = show()
    page = page_of(screen)
    page.add.click()
    (mark,) = marks(screen)
    assert not page.picture.canvas.chosen
    page._tools.place.click()
    assert page.picture.canvas.hasFocus()
    press(KEY.Key_Return)
    (placed,) = marks(screen)
    assert (placed.id, placed.view) == (mark.id, "front")
    assert placed.x == pytest.approx(0.5)
    page._tools.place.click()
    assert marks(screen)[0].view is None


def test_another_picture_by_hand_takes_the_mark_off_the_first(show):
    screen = show()
    click(canvas_of(screen), 0.5, 0.3)
    mark = marks(screen)[0]
    page_of(screen)._write(f"injuries[{mark.id}].view", "back")
    after = marks(screen)[0]
    assert (after.view, after.x, after.y) == ("back", 0.0, 0.0)


def test_a_mark_is_joined_to_an_occasion_and_shown_there(show):
    screen = show(marked(3, loose=1))
    page = page_of(screen)
    page.go_to("i3", "")
    page._tools.combo.setCurrentIndex(page._tools.combo.findData("x2"))
    page._tools.combo.activated.emit(page._tools.combo.currentIndex())
    assert marks(screen)[3].examination == "x2"
    assert page.open_item() == "i3"
    assert page._group().key == (CHILD_ID, "x2")


def test_a_link_opens_the_mark_in_its_occasion_on_its_picture(show):
    screen = show(marked(9), path="injuries[i5].explanation")
    page = page_of(screen)
    assert page.open_item() == "i5"
    assert page._group().key == (INFANT_ID, "x3")
    assert focused_row().field.key == "injury_explanation"


def test_finding_goes_from_mark_to_mark_over_the_occasions(show):
    screen = show(marked(9))
    screen.find_bar.open_bar()
    type_("fell off the wall 6 times")
    press(KEY.Key_Return)
    assert page_of(screen).open_item() == "i5"


def test_the_caret_comes_back_to_the_mark_where_it_was(show):
    place = Place("injuries", "injuries[i4].size", 3)
    screen = show(marked(9), section="", place=place)
    assert page_of(screen).open_item() == "i4"
    assert focused_row().caret() == 3


def test_an_occasions_own_answers_are_saved_as_they_are_typed(show):
    screen = show(marked(3))
    page = page_of(screen)
    page.occasions.open_about()
    page.occasions.questions.reach("examinations[x1].present").focus_in_editor()
    type_("!")
    assert screen.presenter.referral.examinations[0].present.count("!") == 1


def test_a_sealed_referral_takes_no_mark(show):
    screen = show(marked(9), state=DraftState.SEALED)
    canvas = canvas_of(screen)
    click(canvas, 0.9, 0.9)
    press(KEY.Key_Return)
    press(KEY.Key_Down)
    assert len(marks(screen)) == 9
    assert marks(screen) == marked(9).injuries


def test_more_marks_than_a_page_holds_are_all_reached(show):
    screen = show(marked(75))
    page, _ = page_of(screen), canvas_of(screen)
    seen = set()
    for _ in range(25):
        press(KEY.Key_N)
        seen.add(page.open_item())
        assert page.open_item() in page.cards
    assert len(seen) == 25


def test_no_part_of_the_page_opens_as_a_window_of_its_own(show):
    screen = show(marked(9))
    click(canvas_of(screen), 0.5, 0.5)
    page_of(screen).occasions.add.click()
    QApplication.processEvents()
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    assert shown == [screen]


def test_words_that_say_another_place_than_the_picture_are_noticed(show):
    screen = show()
    canvas = canvas_of(screen)
    canvas.placed.emit(*plate("front").middle_of(plate("front").regions[-1]))
    QApplication.processEvents()
    mark, page = marks(screen)[0], page_of(screen)
    assert mark.site == "foot_right"
    assert not page._tools._note.isVisible()
    screen.presenter.edited(f"injuries[{mark.id}].site", "foot_left")
    page._show_map()
    assert page._tools._note.text().startswith("The picture says: Right foot.")
    assert page._tools._note.isVisible()


def test_a_link_to_another_occasion_turns_the_open_page_to_it(show):
    screen = show(marked(9), path="injuries[i0].size")
    screen.go_to("injuries[i5].size")
    page = page_of(screen)
    assert (page.open_item(), page._group().key) == ("i5", (INFANT_ID, "x3"))
    assert focused_row() is page.asked().rows["injuries[i5].size"]


def test_undo_and_redo_on_the_picture_leave_the_focus_there(show):
    screen = show()
    canvas = canvas_of(screen)
    click(canvas, 0.5, 0.3)
    QTest.keyClick(canvas, KEY.Key_Down)
    first, moved = marks(screen)[0].id, marks(screen)[0].y
    for step in (screen.presenter.undo, screen.presenter.redo):
        step()
        QApplication.processEvents()
        assert canvas.hasFocus()
    assert (marks(screen)[0].id, marks(screen)[0].y) == (first, moved)
    for step in (screen.presenter.undo, screen.presenter.undo, screen.presenter.redo):
        step()
        QApplication.processEvents()
        assert canvas.hasFocus()
    assert page_of(screen).open_item() == first


def test_an_occasion_is_taken_out_and_its_marks_stay(show):
    screen = show(marked(9))
    page = page_of(screen)
    page.occasions.open_about()
    page.occasions._on_take_out()
    assert [one.id for one in screen.presenter.referral.examinations] == ["x2", "x3"]
    stayed = [one for one in marks(screen) if one.examination is None]
    assert len(marks(screen)) == 9
    assert len(stayed) == 3
    assert all(one.seen_by == "Ifeoma Teasel, school nurse" for one in stayed)
    assert "taken out" in screen.done.spoken()
