"""A quiet offer beside an answer that the roll filled in and would now fill in otherwise."""

from msgspec.structs import replace
from PySide6.QtCore import Qt

from ffd_desktop.drafting.ports import DraftState
from ffd_desktop.referral.edits import replay
from ffd_desktop.roll.offers import offers
from ffd_desktop.roll.prefill import prefill
from tests.builders import referrals
from tests.builders.roll import SOURCE
from tests.ui import draft_kit as kit
from tests.unit.roll.test_offers import AWAY, OLA

MOVED = replace(OLA, address=AWAY, year_group="6")


def shown(qtbot, *, state=DraftState.DRAFT):
    draft = replay(referrals.bare(), prefill(OLA, source=SOURCE))
    child = draft.children[0].id
    path = f"children[{child}].year_group"
    given = offers(draft, SOURCE, {OLA.upn: MOVED}.get)
    screen = kit.show_screen(qtbot, draft, path=path, state=state, offers=given)
    return screen, screen.go_to(path)


def test_the_offer_says_the_new_value_and_the_old_one_stays(qtbot):
    screen, row = shown(qtbot)
    qtbot.waitUntil(row.offer.isVisible)
    assert row.offer.words.text() == "The roll now says: Year 6"
    assert row.answer() == "Year 5"
    assert screen.presenter.referral.children[0].year_group == "Year 5"


def test_taking_it_by_keyboard_writes_it_and_undo_gives_it_back(qtbot):
    screen, row = shown(qtbot)
    row.offer.button.setFocus()
    qtbot.keyClick(row.offer.button, Qt.Key.Key_Return)
    assert row.answer() == "Year 6"
    assert not row.offer.isVisible()
    assert screen.presenter.origin(
        f"children[{screen.presenter.referral.children[0].id}].year_group"
    )
    screen.presenter.undo()
    assert row.answer() == "Year 5"
    qtbot.waitUntil(row.offer.isVisible)


def test_confirming_keeps_what_stands_and_the_offer_goes(qtbot):
    screen, row = shown(qtbot)
    row.origin.button.click()
    assert not row.offer.isVisible()
    screen.presenter._lane.run()
    assert screen.presenter.referral.children[0].year_group == "Year 5"


def test_typing_something_else_makes_the_offer_go(qtbot):
    _, row = shown(qtbot)
    kit.type_("x")
    assert not row.offer.isVisible()


def test_the_button_says_what_it_is_about(qtbot):
    _, row = shown(qtbot)
    assert row.offer.button.accessibleName().startswith("Take what the roll says now: ")


def test_what_is_sent_is_offered_nothing(qtbot):
    screen, row = shown(qtbot, state=DraftState.SENT)
    assert (
        screen.presenter.offer(f"children[{screen.presenter.referral.children[0].id}].year_group")
        is None
    )
    assert not row._has("offer")
