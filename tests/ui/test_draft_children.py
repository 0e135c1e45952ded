"""The children's page of a draft: who is referred, who is not, and what pressing means."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.drafting.ports import DraftState
from ffd_desktop.referral.edits import replay, take_out
from ffd_desktop.roll.prefill import prefill
from tests.builders import families, referrals
from tests.ui import around_kit as kit
from tests.ui.draft_kit import focused_row, press, show_screen, type_
from ui.screens.draft.referring import done_words, meaning
from ui.widgets.kin import Choice

FORM = bundled_pack("worcestershire").form("csc")


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


# ---- from the roll, and unborn ---------------------------------------------------------------


def about_amelie(qtbot):
    begun = replay(referrals.bare(), prefill(kit.AMELIE, source=kit.SOURCE))
    return shown(qtbot, family=begun, pupils=kit.PUPILS)


def look_for(qtbot, screen, page, words):
    page.from_roll.click()
    type_(words)
    qtbot.waitUntil(lambda: bool(screen.lane.jobs))
    screen.lane.run()


def test_a_brother_comes_from_the_roll_by_keys_alone_in_one_step(qtbot):
    screen, page = about_amelie(qtbot)
    before = screen.presenter.referral
    page.from_roll.setFocus()
    press(Qt.Key.Key_Return)
    type_("piotr")
    qtbot.waitUntil(lambda: bool(screen.lane.jobs))
    screen.lane.run()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    screen.lane.run()
    assert QApplication.focusWidget() is page.roll.add_button
    press(Qt.Key.Key_Return)
    screen.lane.run()
    after = screen.presenter.referral
    assert [one.first_names for one in after.children] == ["Amélie", "Piotr"]
    assert after.people == before.people
    assert after.addresses == before.addresses
    assert after.origins[f"children[{after.children[1].id}].upn"].kind == "roll"
    assert "not entered twice: 7 Larkrise Close; Grażyna Wiśniewska" in screen.done.heading.text()
    assert QApplication.focusWidget() is page.cards[after.children[1].id].head
    screen.presenter.undo()
    undone = screen.presenter.referral
    assert msgspec.structs.replace(undone, origins=before.origins) == before


def test_a_child_who_is_here_already_is_said_to_be_and_brings_who_may_be_family(qtbot):
    screen, page = about_amelie(qtbot)
    look_for(qtbot, screen, page, kit.AMELIE.upn)
    assert "in this draft already" in page.roll.here.text()
    page.roll.kin.radios[kit.PIOTR.upn, Choice.FAMILY].click()
    page.roll.add_button.click()
    screen.lane.run()
    amelie, piotr = screen.presenter.referral.children
    assert (amelie.referred, piotr.referred) == (True, False)


def test_a_child_can_be_family_without_being_referred(qtbot):
    screen, page = about_amelie(qtbot)
    look_for(qtbot, screen, page, kit.NNAMDI.upn)
    page.roll.standing[Choice.FAMILY].click()
    page.roll.add_button.click()
    screen.lane.run()
    assert screen.presenter.referral.children[1].referred is False


def test_escape_puts_the_roll_away_and_adds_nobody(qtbot):
    screen, page = about_amelie(qtbot)
    before = screen.presenter.referral
    look_for(qtbot, screen, page, "wi")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Escape)
    assert page.roll is None
    assert QApplication.focusWidget() is page.from_roll
    assert screen.presenter.referral == before


def test_what_is_looked_for_on_the_roll_comes_back_after_a_lock(qtbot):
    screen, page = about_amelie(qtbot)
    look_for(qtbot, screen, page, "pio")
    typed = screen.half_typed()
    assert typed == {"page": {"roll": "pio"}}
    again, other = about_amelie(qtbot)
    again.put_back(typed)
    assert other.roll.search.line.text() == "pio"
    assert again.half_typed() == typed


def test_a_baby_not_yet_born_is_added_with_the_due_date_asked_and_no_first_name(qtbot):
    screen, page = shown(qtbot)
    page.unborn.click()
    row = focused_row()
    assert row.field.attribute == "date_of_birth"
    type_("14 February 2027")
    baby = screen.presenter.referral.children[-1]
    assert baby.date_of_birth.words() == "due 14 February 2027"
    assert baby.first_names is None
    rows = page.asked().rows
    assert not any(path.endswith(("first_names", "known_as", "upn")) for path in rows)
    assert page.cards[baby.id].head.summary.title == "The baby"


def test_a_sealed_referral_takes_no_child(qtbot):
    _, page = shown(qtbot, state=DraftState.SEALED)
    assert not page.from_roll.isVisible()
    assert not page.unborn.isVisible()


# ---- how they are related --------------------------------------------------------------------


def test_what_follows_from_the_parents_is_shown_so_that_nobody_types_it(qtbot):
    screen, page = shown(qtbot, "sibling_ties")
    assert "Khadija: Grażyna Wiśniewska (mother), Ümit Kaya (father)." in page.follows.text()
    assert "Half brothers and sisters through Grażyna Wiśniewska" in page.follows.text()
    screen.presenter.do(take_out("relationships[g-c3-p3]"))
    assert "Not said: who else is a parent of Khadija." in page.follows.text()


def test_who_is_in_the_draft_already_is_not_proposed_again(qtbot):
    screen, page = about_amelie(qtbot)
    look_for(qtbot, screen, page, kit.PIOTR.upn)
    proposed = {key for key, _ in page.roll.kin.radios}
    assert kit.AMELIE.upn not in proposed
    assert kit.LOWRI.upn in proposed


def test_the_last_child_taken_out_of_an_entry_leaves_nobody_and_never_all(qtbot):
    screen, page = shown(qtbot, "worries")
    page.open_card("s2")
    row = screen.go_to("statements[s2].children")
    row.editor.chips.chips["c2"].click()
    assert screen.presenter.referral.statements[1].children == ()
    assert page.cards["s2"].head.summary.whom == ("No child yet",)
    row.clear_button.click()
    assert screen.presenter.referral.statements[1].children is None
    assert page.cards["s2"].head.summary.whom == ("All 4 children referred",)


@pytest.mark.parametrize("key", ["children", "health"])
def test_undo_and_redo_of_a_child_taken_out_wait_for_no_question_still_to_come(qtbot, key):
    screen, _ = shown(qtbot, key, referrals.largest())
    first = screen.presenter.referral.children[0]
    screen.presenter.take_out(FORM.section(key), first.id, "The first child")
    screen.presenter.undo()
    assert screen.middle.asked() is not None
    screen.presenter.redo()
    assert first.id not in screen.middle.page.cards
    screen.presenter.undo()
    assert first.id in screen.middle.page.cards
