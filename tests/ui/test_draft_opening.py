"""Opening a draft: what is seen first comes first, and nobody can tell that the rest came later."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ffd_desktop.drafting.ports import Place
from tests.builders import referrals
from tests.ui.draft_kit import focused_row, make_screen, press, show_screen
from ui.screens.draft.questions import SEEN_FIRST
from ui.widgets.tab_order import step_focus

ADULT = Place("adults", "people[p2].first_names", 2)


def begun(qtbot):
    """A window in which an adult was just opened, before it has had a turn of its own."""
    screen = show_screen(qtbot, referrals.typical())
    screen.show_section("adults", "p2")
    return screen


def asked_paths(screen):
    """The paths of the open questions in the order in which they stand on the page."""
    rows = screen.middle.asked().rows
    return sorted(rows, key=lambda path: rows[path].y())


def expected_paths(screen, item):
    section = screen.presenter.form.section(screen.section)
    held = next(one for one in section.of(screen.presenter.referral) if one.id == item)
    return [
        field.path.replace("[]", f"[{item}]")
        for field in section.fields
        if screen.presenter.is_shown(field, held)
    ]


def test_the_first_questions_come_at_once_and_the_others_in_their_order(qtbot):
    screen = begun(qtbot)
    assert len(screen.middle.asked().rows) == SEEN_FIRST
    wanted = expected_paths(screen, "p2")
    assert len(wanted) > SEEN_FIRST
    qtbot.waitUntil(lambda: len(screen.middle.asked().rows) == len(wanted))
    QApplication.processEvents()
    assert asked_paths(screen) == wanted
    assert all(row.isVisible() for row in screen.middle.asked().rows.values())


def test_a_question_far_down_can_be_gone_to_at_once(qtbot):
    screen = begun(qtbot)
    path = expected_paths(screen, "p2")[-1]
    row = screen.go_to(path)
    assert row is screen.middle.asked().rows[path]
    assert focused_row() is row


class Window(QWidget):
    """A window in which Tab goes where the eye goes, as in the program's own."""

    def focusNextPrevChild(self, next):  # noqa: A002, N802 - Qt's signature
        return step_focus(self, onward=next)


def test_tab_passes_over_no_question_that_is_still_to_come(qtbot):
    window = Window()
    qtbot.addWidget(window)
    screen = make_screen(referrals.typical())
    QVBoxLayout(window).addWidget(screen)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    screen.show_section("adults", "p2")
    paths = expected_paths(screen, "p2")
    last, after = paths[SEEN_FIRST - 1], paths[SEEN_FIRST]
    screen.go_to(last)
    assert after not in screen.middle.asked().rows
    while screen.middle.path_of(focused_row()) == last:
        press(Qt.Key.Key_Tab)
    assert screen.middle.path_of(focused_row()) == after


def test_a_question_still_to_come_shows_what_was_answered_meanwhile(qtbot):
    screen = begun(qtbot)
    path = expected_paths(screen, "p2")[-1]
    screen.presenter.edited(path, "Told at the gate")
    qtbot.waitUntil(lambda: path in screen.middle.asked().rows)
    assert screen.middle.asked().rows[path].answer() == "Told at the gate"


def test_opening_shows_the_section_once(qtbot):
    screen = show_screen(qtbot, referrals.typical(), place=ADULT)
    page = screen.middle.page
    screen.hide()
    screen.show()
    assert screen.middle.page is page


def test_a_draft_left_far_down_opens_there_with_its_caret(qtbot):
    path = "people[p2].views_of_referral"
    screen = show_screen(qtbot, referrals.typical(), place=Place("adults", path, 3))
    assert screen.middle.path_of(focused_row()) == path
    assert focused_row().caret() == 3
