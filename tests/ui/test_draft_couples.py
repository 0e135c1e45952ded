"""Couples on screen: parents of one child are offered as a pair, and never presumed to be one."""

import pytest
from PySide6.QtWidgets import QApplication

from ffd_desktop.drafting.couples import pairs_to_offer
from ffd_desktop.referral.edits import Edit, replay
from tests.builders import referrals
from tests.ui.draft_kit import focused_row, show_screen


def alone():
    """The typical family, of whose couples nothing is said yet."""
    told = referrals.typical()
    gone = [Edit(f"partnerships[{one.id}]") for one in told.partnerships]
    return replay(told, gone)


@pytest.fixture
def show(qtbot):
    return lambda referral=None: show_screen(qtbot, referral or alone(), section="partnerships")


def names(screen):
    return {one.id: one.words for one in screen.presenter.context().people}


def test_parents_of_one_child_are_offered_and_a_parent_with_the_partner_at_home():
    assert set(pairs_to_offer(alone())) == {("p1", "p2"), ("p1", "p5"), ("p1", "p3")}


def test_a_pair_of_whom_something_is_said_is_not_offered_again():
    said = replay(alone(), [Edit("partnerships[u1]", {"first": "p2", "second": "p1"})])
    assert ("p1", "p2") not in pairs_to_offer(said)


def test_nobody_is_offered_with_somebody_who_is_not_in_the_lists():
    told = replay(
        alone(), [Edit("relationships[x]", {"child": "c1", "person": "gone", "kind": "PAF"})]
    )
    assert all("gone" not in pair for pair in pairs_to_offer(told))


def test_what_is_offered_is_nothing_until_it_is_pressed(show):
    screen = show()
    assert len(screen.middle.page.offers) == 3
    assert screen.presenter.referral.partnerships == ()


def test_pressing_a_pair_begins_a_couple_and_asks_what_they_are(show):
    screen = show()
    page = screen.middle.page
    words = page.offers[0].text()
    page.offers[0].click()
    QApplication.processEvents()
    (couple,) = screen.presenter.referral.partnerships
    assert words == " and ".join(names(screen)[one] for one in (couple.first, couple.second))
    assert couple.kind is None
    assert focused_row().field.path == "partnerships[].kind"
    assert words not in [one.text() for one in page.offers]
    screen.presenter.undo()
    assert screen.presenter.referral.partnerships == ()
    assert words in [one.text() for one in page.offers]


def test_who_is_in_no_couple_leaves_an_empty_page_to_add_to(show):
    screen = show(referrals.bare())
    assert screen.middle.page.offers == []
    assert screen.middle.page.add.isVisible()


def test_an_adult_who_is_taken_out_takes_the_couple_along_and_undo_gives_both_back(show):
    told = replay(alone(), [Edit("partnerships[u1]", {"first": "p1", "second": "p3"})])
    screen = show(told)
    adults = screen.presenter.form.section("adults")
    screen.presenter.take_out(adults, "p3", "Somebody")
    assert screen.presenter.referral.partnerships == ()
    screen.presenter.undo()
    assert screen.presenter.referral == told


def test_the_grid_leads_to_the_couples(qtbot):
    screen = show_screen(qtbot, alone(), section="ties")
    screen.middle.page.wanted.emit("partnerships")
    assert screen.section == "partnerships"
