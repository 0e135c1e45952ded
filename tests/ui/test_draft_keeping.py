"""A hidden address and a number that is not safe are marked wherever they stand on screen."""

import pytest

from ffd_desktop.referral.edits import Edit, replay
from tests.builders import referrals
from tests.ui.draft_kit import focused_row, show_screen

KEPT = "⚠ Kept from: "


@pytest.fixture
def show(qtbot):
    def open_(*edits, **options):
        told = replay(referrals.typical(), [Edit(path, value) for path, value in edits])
        return show_screen(qtbot, told, **options)

    return open_


HIDDEN = ("addresses[a2].kept_from_people", ["p3"])
NAME = referrals.typical().people[2].name


def test_the_address_of_a_question_says_from_whom_it_is_kept(show):
    show(HIDDEN, path="people[p2].home")
    editor = focused_row().editor
    assert editor.kept.text() == KEPT + NAME
    assert editor.kept.isVisible()
    assert KEPT + NAME in editor.lines.accessibleDescription()
    assert any(KEPT in editor.pick.combo.itemText(n) for n in range(editor.pick.combo.count()))


def test_an_address_kept_from_nobody_bears_no_mark(show):
    show(path="people[p2].home")
    editor = focused_row().editor
    assert editor.kept.isHidden()
    assert "⚠" not in editor.lines.accessibleDescription()


def test_the_mark_comes_and_goes_with_the_answer(show):
    screen = show(path="people[p2].home")
    editor = focused_row().editor
    screen.presenter.do(Edit(*HIDDEN))
    assert editor.kept.text() == KEPT + NAME
    screen.presenter.undo()
    assert editor.kept.isHidden()


@pytest.mark.parametrize(
    ("edit", "section", "item", "words"),
    [
        (HIDDEN, "addresses", "a2", KEPT + NAME),
        (HIDDEN, "adults", "p2", "⚠ Address kept from: " + NAME),
        (HIDDEN, "living", "c1", "⚠ Address kept from: " + NAME),
        (("people[p1].phone_is_safe", False), "adults", "p1", "⚠ Not safe to phone"),
        (("people[p1].safe_to_contact", False), "adults", "p1", "⚠ Not safe to contact"),
    ],
)
def test_a_card_says_what_has_to_be_taken_care_of(show, edit, section, item, words):
    page = show(edit, section=section).middle.page
    assert words in page.cards[item].head.summary.note


def test_of_two_numbers_it_is_said_that_one_is_not_safe(show):
    edits = (("people[p1].other_phone", "01632 960777"), ("people[p1].other_phone_is_safe", False))
    page = show(*edits, section="adults").middle.page
    assert "One number is not safe" in page.cards["p1"].head.summary.note


def test_the_grid_marks_its_heads_and_its_squares_say_why(show):
    screen = show(HIDDEN, section="ties")
    grid = screen.middle.page.grid
    heads = [grid.verticalHeaderItem(n).text() for n in range(grid.rowCount())]
    assert [one.startswith("⚠") for one in heads] == [False, True, False, True, False]
    grid.setCurrentCell(1, 0)
    assert f"⚠ Address kept from: {NAME}" in grid.heard()
    assert f"kept from: {NAME}" in grid.verticalHeaderItem(1).toolTip()
