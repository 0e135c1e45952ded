"""The council's indicators in the draft: found by word, ticked, and answered with a reason."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ffd_desktop.councils import bundled
from ffd_desktop.referral.statements import IndicatorMark
from tests.builders import referrals
from tests.ui import draft_kit
from tests.ui.draft_kit import press, show_screen, type_
from ui.screens.draft.levels.page import STRANGER

NEGLECT = "4c-learning-5"


@pytest.fixture(autouse=True)
def in_walsall(monkeypatch):
    """The kit opens the form of another council."""
    pack = bundled.bundled_pack("walsall")
    only = msgspec.structs.replace(
        pack, forms=(msgspec.structs.replace(pack.form("marf"), key="csc"),)
    )
    monkeypatch.setattr(draft_kit, "bundled_pack", lambda _: only)


def marked(*codes, level="3"):
    start = referrals.typical()
    marks = tuple(
        IndicatorMark(id=f"m{n}", code=code, note="Seen.") for n, code in enumerate(codes)
    )
    judged = msgspec.structs.replace(start.judgement, level=level)
    children = tuple(msgspec.structs.replace(one, level=None) for one in start.children)
    return msgspec.structs.replace(start, indicators=marks, judgement=judged, children=children)


def seek(qtbot, page, words):
    page.matrix.search.line.setFocus()
    type_(words)
    qtbot.waitUntil(lambda: page.matrix.found.isVisible() or page.matrix._nothing.isVisible())
    return [one.words for one in page.matrix.found.ticks]


def test_an_indicator_is_found_by_its_words_and_ticked_by_keyboard(qtbot):
    screen = show_screen(qtbot, marked(), section="indicators")
    page = screen.middle.page
    assert QApplication.focusWidget() is page.matrix.search.line
    assert seek(qtbot, page, "missing school") == [
        "Has been missing from home or school more than once",
        "Missing from home or school three times or more",
    ]
    page.matrix.found.ticks[1].setFocus()
    press(Qt.Key.Key_Space)
    (mark,) = screen.presenter.referral.indicators
    assert mark.code == "4c-social-4"
    assert [card.head.summary.title for card in page.cards.values()] == [
        "Missing from home or school three times or more"
    ]
    assert "nothing is named that shows it" in page.cards[mark.id].head.summary.note


def test_taking_a_tick_away_takes_its_mark_out_and_undo_gives_both_back(qtbot):
    screen = show_screen(qtbot, marked(NEGLECT), section="indicators")
    page = screen.middle.page
    tick = page.matrix.reveal(NEGLECT)
    assert tick.isChecked()
    tick.setFocus()
    press(Qt.Key.Key_Space)
    assert screen.presenter.referral.indicators == ()
    screen.presenter.undo()
    assert [one.note for one in screen.presenter.referral.indicators] == ["Seen."]
    assert page.matrix.reveal(NEGLECT).isChecked()


def test_groups_are_folded_say_what_is_marked_in_them_and_make_ticks_only_when_opened(qtbot):
    page = show_screen(qtbot, marked(NEGLECT), section="indicators").middle.page
    assert page.matrix.ticks() == []
    names = [group.button.accessibleName() for group in page.matrix.groups]
    assert names[0] == "Learning and education: 1 at level 4 marked"
    page.matrix.groups[0].button.setFocus()
    press(Qt.Key.Key_Space)
    ticks = page.matrix.ticks()
    assert len(ticks) == 5 + 9 + 7 + 5
    assert [one.indicator.code for one in ticks if one.isChecked()] == [NEGLECT]
    assert all(one.accessibleDescription().startswith("Level ") for one in ticks)


def test_the_whole_matrix_can_be_reached_and_marked(qtbot):
    screen = show_screen(qtbot, marked(), section="indicators")
    page = screen.middle.page
    for group in page.matrix.groups:
        group.open(on=True)
    assert {one.indicator.code for one in page.matrix.ticks()} == {
        one.code for one in screen.presenter.pack.indicators
    }


def test_a_mark_of_another_council_is_kept_and_named_as_such(qtbot):
    page = show_screen(qtbot, marked("elsewhere-1"), section="indicators").middle.page
    assert [card.head.summary.title for card in page.cards.values()] == [STRANGER]


def test_the_guidance_is_told_beside_a_lower_judgement_and_answered_with_a_reason(qtbot):
    screen = show_screen(qtbot, marked(NEGLECT), section="level")
    said = screen.middle.page.said
    (card,) = said.cards.values()
    assert "lists at level 4; your judgement is level 3" in card.sentence.said
    card.editor.box.setFocus()
    type_("A doctor looked into it")
    screen.presenter.check_now()
    assert said.cards == {card.sentence: card}
    assert card.editor.box.hasFocus()
    (reply,) = screen.presenter.referral.replies
    assert (reply.reason, reply.said) == ("A doctor looked into it", card.sentence.said)
    rules = {one.rule for one in screen.presenter.findings.findings}
    assert "guidance.marked_higher" not in rules


def test_undo_takes_the_reason_back_and_the_sentence_stands_again(qtbot):
    screen = show_screen(qtbot, marked(NEGLECT), section="level")
    (card,) = screen.middle.page.said.cards.values()
    card.editor.box.setFocus()
    type_("So")
    screen.presenter.left_field()
    while screen.presenter.can_undo:
        screen.presenter.undo()
    screen.presenter.check_now()
    assert card.editor.value() is None
    assert "guidance.marked_higher" in {one.rule for one in screen.presenter.findings.findings}


def test_where_nothing_is_said_there_is_nothing_to_see(qtbot):
    page = show_screen(qtbot, marked("2c-health-4", level="2"), section="level").middle.page
    assert page.said.cards == {}
    assert page.said.isHidden()


def test_two_groups_of_one_name_are_told_apart_by_their_factor(qtbot):
    page = show_screen(qtbot, marked(), section="indicators").middle.page
    buttons = [group.button for group in page.matrix.groups]
    said = [f"{one.accessibleName()}: {one.accessibleDescription()}" for one in buttons]
    assert len({one.accessibleName() for one in buttons}) < len(buttons)
    assert len(set(said)) == len(buttons)
    assert "Family and social relationships: Parenting factors. Folded" not in said
    assert "Family and social relationships: Child development factors. Folded" in said


def test_a_search_that_finds_nothing_says_how_to_go_on(qtbot):
    page = show_screen(qtbot, marked(), section="indicators").middle.page
    assert seek(qtbot, page, "self-harm") == []
    assert "look under the headings" in page.matrix._nothing.text()
