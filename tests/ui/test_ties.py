"""The grid of adults and children: answered by keyboard, heard whole, and copied in one step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ffd_desktop.referral.answers import NotKnown
from ffd_desktop.referral.edits import Edit, put, replay
from ffd_desktop.referral.model import Origin
from tests.builders import families, referrals
from tests.ui.draft_kit import press, show_screen
from ui.screens.draft.ties_grid import Square
from ui.screens.draft.ties_page import NOTHING_TO_COPY


@pytest.fixture
def show(qtbot):
    def open_(referral=None, **options):
        screen = show_screen(qtbot, referral, section="ties", **options)
        screen.middle.page.grid.setFocus()
        return screen

    return open_


def tie(screen, person="p4", child="c1"):
    ties = screen.presenter.referral.relationships
    return next((one for one in ties if (one.person, one.child) == (person, child)), None)


def at(screen, person, child):
    screen.middle.page.grid.choose(Square(person, child))
    return screen.middle.page


def bare_square(show):
    """The typical family, in which nothing is said yet of the fifth adult and the first child."""
    screen = show()
    at(screen, "p5", "c1")
    assert tie(screen, "p5") is None
    return screen


def test_a_letter_chooses_the_relationship_without_leaving_the_grid(show):
    screen = bare_square(show)
    press(Qt.Key.Key_G)
    assert tie(screen, "p5").kind == "GRM"
    press(Qt.Key.Key_G)
    assert tie(screen, "p5").kind == "GRF"
    assert QApplication.focusWidget() is screen.middle.page.grid
    assert screen.middle.page.grid.currentItem().text() == "Grandfather"


def test_several_letters_find_the_relationship_that_begins_so(show):
    screen = bare_square(show)
    QTest.keyClicks(screen.middle.page.grid, "foster f")
    assert tie(screen, "p5").kind in {"FOM", "FOF"}
    screen = bare_square(show)
    QTest.keyClicks(screen.middle.page.grid, "ste")
    assert tie(screen, "p5").kind == "STM"


def test_a_letter_with_which_nothing_begins_changes_nothing(show):
    screen = show()
    at(screen, "p4", "c1")
    before = screen.presenter.referral
    press(Qt.Key.Key_Z)
    assert screen.presenter.referral == before


@pytest.mark.parametrize(
    ("key", "name"),
    [
        (Qt.Key.Key_1, "parental_responsibility"),
        (Qt.Key.Key_2, "lives_with"),
        (Qt.Key.Key_3, "aware_of_referral"),
        (Qt.Key.Key_4, "court_order"),
    ],
)
def test_a_figure_says_yes_then_no_then_not_known_then_nothing(show, key, name):
    screen = bare_square(show)
    seen = []
    for _ in range(4):
        press(key)
        seen.append(getattr(tie(screen, "p5"), name))
    assert seen == [True, False, NotKnown(), None]


def test_what_is_answered_on_the_grid_stands_in_the_questions_beneath(show):
    screen = bare_square(show)
    press(Qt.Key.Key_G)
    press(Qt.Key.Key_1)
    page = screen.middle.page
    rows = {path.rpartition(".")[2]: row for path, row in page.asked().rows.items()}
    assert rows["kind"].editor.value() == "GRM"
    assert rows["parental_responsibility"].editor.value() is True
    assert "basis" in rows


def test_enter_leads_to_the_questions_and_escape_back(show):
    screen = show()
    page = at(screen, "p1", "c1")
    press(Qt.Key.Key_Return)
    assert page.asked().isAncestorOf(QApplication.focusWidget())
    press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page.grid


def test_an_answer_on_the_grid_is_one_step_of_undo(show):
    screen = bare_square(show)
    before = screen.presenter.referral
    press(Qt.Key.Key_G)
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert screen.presenter.referral == before
    assert screen.middle.page.grid.currentItem().text() == "–"


def test_a_square_says_to_a_screen_reader_who_to_whom_and_everything(show):
    screen = show()
    page = at(screen, "p1", "c1")
    adult, child = (one.name for one in (screen.presenter.referral.people[0],
                                         screen.presenter.referral.children[0]))  # fmt: skip
    heard = page.grid.heard()
    assert heard.startswith(f"{adult} and {child}: ")
    for words in ("Relationship: mother", "Parental responsibility: yes (Mother)",
                  "Do they live together: yes", "know about this referral: yes"):  # fmt: skip
        assert words in heard
    at(screen, "p5", "c1")
    assert page.grid.heard().endswith("nothing said yet")


def test_what_came_from_the_roll_is_marked_until_it_is_confirmed(show):
    path = "relationships[g-c1-p1].kind"
    mark = Origin("roll", "2026-11-03")
    screen = show(replay(referrals.typical(), (put(path, "PAM", origin=mark),)))
    page = at(screen, "p1", "c1")
    assert "from the roll" in page.grid.currentItem().text()
    assert "not confirmed" in page.grid.heard()
    screen.presenter.confirm(path)
    assert "roll" not in page.grid.currentItem().text()


def test_children_of_one_first_name_are_told_apart(show):
    named = replay(referrals.typical(), (Edit("children[c2].first_names", "Bronisław"),))
    named = replay(named, (Edit("children[c2].family_name", "Kaya"),))
    grid = show(named).middle.page.grid
    heads = [grid.horizontalHeaderItem(n).text() for n in range(grid.columnCount())]
    assert len(set(heads)) == len(heads)


def test_the_same_is_said_of_the_other_children_in_one_step_and_overwrites_nothing(show):
    screen = show()
    before = screen.presenter.referral
    page = at(screen, "p3", "c1")
    others = {child: tie(screen, "p3", child) for child in ("c2", "c3", "c4")}
    page.same.click()
    assert page.told == NOTHING_TO_COPY
    assert screen.presenter.referral == before
    screen.presenter.do(*(Edit(f"relationships[{others[one].id}]") for one in ("c2", "c3")))
    at(screen, "p3", "c1")
    page.same.click()
    after = screen.presenter.referral
    assert {tie(screen, "p3", one).kind for one in ("c1", "c2", "c3")} == {"PPM"}
    assert tie(screen, "p3", "c4") == others["c4"]
    assert page.told == "Copied to 2 children."
    screen.presenter.undo()
    assert tie(screen, "p3", "c2") is None
    screen.presenter.redo()
    assert screen.presenter.referral == after


def test_the_heads_stay_while_twelve_children_and_many_adults_are_scrolled(show):
    screen = show(referrals.largest())
    grid = screen.middle.page.grid
    assert (grid.rowCount(), grid.columnCount()) == (21, 12)
    assert grid.horizontalScrollBar().maximum() > 0
    assert grid.height() < screen.height() * 6 // 10
    grid.setCurrentCell(20, 11)
    spot = grid.visualItemRect(grid.item(20, 11))
    assert grid.viewport().rect().intersects(spot)
    assert grid.verticalHeader().isVisible()
    assert grid.horizontalHeader().isVisible()


def test_no_word_of_a_square_is_cut(show):
    grid = show(families.five()).middle.page.grid
    for row in range(grid.rowCount()):
        for column in range(grid.columnCount()):
            wanted = grid.itemDelegate().sizeHint(None, grid.model().index(row, column))
            assert grid.rowHeight(row) >= wanted.height()


def test_a_square_of_which_the_checks_ask_something_is_marked_until_it_is_put_right(show):
    screen = show()
    page = at(screen, "p4", "c1")
    screen.presenter.edited("relationships[g-c1-p4].basis", "mother")
    screen.presenter.check_now()
    assert page.grid.currentItem().text().endswith("? Look again")
    assert "Could this be a slip?" in page.grid.heard()
    screen.presenter.edited("relationships[g-c1-p4].basis", None)
    screen.presenter.check_now()
    assert "?" not in page.grid.currentItem().text()


def test_a_page_that_was_left_hears_no_checks_any_more(show):
    screen = show()
    screen.show_section("about")
    QApplication.processEvents()
    screen.presenter.edited("relationships[g-c1-p4].basis", "mother")
    screen.presenter.check_now()
    assert screen.section == "about"
