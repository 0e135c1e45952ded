"""The children's page of a draft: who is referred, who is not, and what pressing means."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.drafting.ports import DraftState
from tests.builders import families
from tests.ui.draft_kit import press, show_screen
from ui.screens.draft.referring import done_words, meaning


def shown(qtbot, section="children", family=None, **options):
    screen = show_screen(qtbot, family or families.five(), section=section, **options)
    return screen, screen.middle.page


def child(screen, child_id):
    return next(one for one in screen.presenter.referral.children if one.id == child_id)


def test_a_child_is_referred_too_by_a_key_and_undo_takes_it_back(qtbot):
    screen, page = shown(qtbot)
    before = screen.presenter.referral
    button = page.referring["c1"]
    assert button.text() == "Refer too"
    assert button.accessibleName() == "Refer too: Lowri"
    button.setFocus()
    press(Qt.Key.Key_Return)
    assert child(screen, "c1").referred
    assert button.text() == "No longer referred"
    assert QApplication.focusWidget() is button
    assert page.cards["c1"].head.summary.note == "14, referred"
    screen.presenter.undo()
    assert screen.presenter.referral == before
    assert page.referring["c1"].text() == "Refer too"


def test_what_it_meant_is_said_with_a_way_back(qtbot):
    screen, page = shown(qtbot)
    page.referring["c1"].click()
    assert screen.done.isVisible()
    assert "Lowri is referred too" in screen.done.heading.text()
    screen.done.pressed.emit()
    assert not child(screen, "c1").referred


def test_the_question_in_the_card_says_the_same(qtbot):
    screen, page = shown(qtbot)
    row = screen.go_to("children[c2].referred")
    row.editor.edited.emit(False)
    assert page.referring["c2"].text() == "Refer too"


def test_a_child_who_is_not_referred_is_offered_where_only_those_referred_are_asked(qtbot):
    _screen, page = shown(qtbot, "voice")
    buttons = [one.accessibleName() for one in page.others.children() if one.isWidgetType()]
    assert "Refer Lowri too" in buttons
    assert "c1" not in page.cards
    offer = next(one for one in page.others.children()
                 if one.isWidgetType() and one.accessibleName() == "Refer Lowri too")  # fmt: skip
    offer.click()
    assert "c1" in page.cards
    assert page.cards["c1"].head.hasFocus()
    assert page.others.isHidden()


def test_a_referral_that_is_sealed_offers_nothing(qtbot):
    _, page = shown(qtbot, state=DraftState.SEALED)
    assert page.referring == {}


def test_all_say_what_they_mean_before_and_after():
    five = families.five()
    form = bundled_pack("worcestershire").form("csc")
    lowri, dafydd = five.children[:2]
    assert "Nothing of another child is copied" in meaning(lowri)
    assert "kept" in meaning(dafydd)
    gone = done_words("Dafydd", dafydd, form, five)
    assert gone.startswith("Dafydd is no longer referred, and stays in the family.")
    assert "answers about Dafydd alone are kept, and not printed." in gone


def test_a_child_who_is_gone_to_comes_open(qtbot):
    screen, _ = shown(qtbot)
    screen.show_section("voice")
    screen.go_to("children[c3].first_names")
    assert screen.middle.page.open_item() == "c3"
