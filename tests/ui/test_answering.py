"""A finding left as it is for a reason: in the panel of the draft and on the check screen."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.edits import replay
from tests.builders import referrals
from tests.ui.draft_kit import WHAT, RealPapers, TestClock, press, show_screen, type_
from tests.ui.lanes import HandLane
from ui.screens.check.screen import CheckScreen, CheckTools
from ui.screens.draft.answer_box import AnswerBox
from ui.screens.draft.to_put_right import AnsweredLines, FindingLink

RULE = "clarity.abbreviation"


def written():
    """A draft with one abbreviation that nobody spells out."""
    start = referrals.typical()
    concern = msgspec.structs.replace(start.concern, what_happened="The EHA was closed.")
    return msgspec.structs.replace(start, concern=concern)


@pytest.fixture
def screen(qtbot):
    made = show_screen(qtbot, written(), path=WHAT)
    made.side.tabs[1].click()
    return made


def link(screen):
    links = screen.side.to_put_right.findChildren(FindingLink)
    return next((one for one in links if one.finding.rule == RULE and one.isVisible()), None)


def rules(screen):
    return {one.rule for one in screen.presenter.findings.findings}


def open_box(screen):
    link(screen).answer.setFocus()
    press(Qt.Key.Key_Space)
    return screen.side.to_put_right.box


def answer(screen, words):
    box = open_box(screen)
    type_(words)
    screen.presenter.check_now()
    return box


def answered(screen):
    return [one for one in screen.side.to_put_right.findChildren(AnsweredLines) if one.isVisible()]


def test_a_reason_is_an_answer_of_the_draft_from_its_first_letter(screen):
    box = answer(screen, "K")
    (reply,) = screen.presenter.referral.replies
    assert (reply.rule, reply.reason, reply.on_file) == (RULE, "K", True)
    assert screen.side.to_put_right.box is box
    assert box.editor.box.hasFocus()
    type_("nown here")
    assert screen.presenter.referral.replies[0].reason == "Known here"


def test_the_list_stands_still_while_a_reason_is_written_and_then_shows_it_apart(screen):
    box = answer(screen, "Known here")
    assert RULE not in rules(screen)
    assert link(screen) is not None
    box.close_button.setFocus()
    press(Qt.Key.Key_Space)
    QApplication.processEvents()
    assert link(screen) is None
    assert len(answered(screen)) == 1


def test_a_reason_is_taken_back_and_undo_brings_it_again(screen):
    answer(screen, "Known here").close_box()
    QApplication.processEvents()
    answered(screen)[0].button.setFocus()
    press(Qt.Key.Key_Space)
    assert (screen.presenter.referral.replies, RULE in rules(screen)) == ((), True)
    screen.presenter.undo()
    screen.presenter.check_now()
    assert RULE not in rules(screen)


def test_a_box_left_empty_leaves_nothing_behind(screen):
    box = answer(screen, "K")
    box.editor.box.setFocus()
    press(Qt.Key.Key_Backspace)
    box.close_box()
    assert screen.presenter.referral.replies == ()
    assert RULE in rules(screen)


def test_going_to_another_section_closes_the_box_and_keeps_the_reason(screen):
    answer(screen, "Known here")
    screen.show_section("children")
    assert screen.side.to_put_right.box is None
    assert screen.presenter.referral.replies[0].reason == "Known here"


def test_a_plain_gap_is_not_offered_a_reason(qtbot):
    screen = show_screen(qtbot, referrals.bare(), section="danger")
    links = screen.side.to_put_right.findChildren(FindingLink)
    assert links
    assert all(one.answer is None for one in links if not one.finding.answerable)


def test_every_control_is_named_for_a_screen_reader(screen):
    button = link(screen).answer
    assert button.accessibleName() == "Leave it, and say why: “EHA” is not spelled out."
    box = open_box(screen)
    assert isinstance(box, AnswerBox)
    assert box.editor.box.accessibleName() == "Why it may stay"
    assert "not printed" in box.editor.box.accessibleDescription()


# ---- the check screen ------------------------------------------------------------------------


class Checking:
    """A check screen over a draft that is kept."""

    def __init__(self, qtbot, referral, *, may_change=True):
        pack, clock, self.lane = bundled_pack("worcestershire"), TestClock(), HandLane()
        self.kept, self.trouble = [], None
        self.screen = CheckScreen(
            referral,
            CheckTools(
                pack=pack, form=pack.form("csc"), clock=clock, papers=RealPapers(pack, clock),
                work_lane=HandLane(), vault_lane=self.lane,
                change=self.change if may_change else None,
            ),
        )  # fmt: skip
        qtbot.addWidget(self.screen)
        self.screen.resize(1366, 768)
        with qtbot.waitExposed(self.screen):
            self.screen.show()
        self.screen.activateWindow()
        self.screen.entered()

    def change(self, referral, edit):
        if self.trouble is not None:
            raise self.trouble
        after = replay(referral, [edit])
        self.kept.append(after)
        return after

    def card(self):
        boxes = (one.reason for one in self.screen.findings.shown.cards if one.reason)
        return next((one for one in boxes if one.finding.rule == RULE), None)

    def answer(self, words):
        self.card().open_button.setFocus()
        press(Qt.Key.Key_Space)
        type_(words)


def test_a_finding_is_answered_on_the_check_screen_and_listed_apart(qtbot):
    check = Checking(qtbot, written())
    check.answer("Known here")
    check.card().keep.setFocus()
    press(Qt.Key.Key_Space)
    check.lane.run()
    assert check.kept[-1].replies[0].reason == "Known here"
    assert check.card() is None
    (card,) = check.screen.findings.shown.answered_cards
    card.button.setFocus()
    press(Qt.Key.Key_Space)
    check.lane.run()
    assert check.kept[-1].replies == ()
    assert check.card() is not None


def test_no_reason_is_kept_without_words_and_cancelling_keeps_none(qtbot):
    check = Checking(qtbot, written())
    check.answer(" ")
    check.card().keep.click()
    assert check.card().slip.text() == "Write why it may stay, or choose “Cancel”."
    assert check.card().box.hasFocus()
    check.card().cancel.click()
    assert check.card().open_button.hasFocus()
    assert (check.lane.jobs, check.screen.half_typed()) == ([], {})


def test_a_reason_half_written_outlasts_a_lock(qtbot):
    check = Checking(qtbot, written())
    check.answer("Known he")
    typed = check.screen.half_typed()
    again = Checking(qtbot, written())
    again.screen.put_back(typed)
    assert again.card().half_typed == "Known he"
    assert again.card().box.isVisible()


def test_what_is_fixed_shows_its_reasons_and_takes_none(qtbot):
    first = Checking(qtbot, written())
    first.answer("Known here")
    first.card().keep.click()
    first.lane.run()
    fixed = Checking(qtbot, first.kept[-1], may_change=False)
    assert all(one.reason is None for one in fixed.screen.findings.shown.cards)
    (card,) = fixed.screen.findings.shown.answered_cards
    assert not hasattr(card, "button")


def test_a_reason_that_cannot_be_saved_stays_in_its_box(qtbot):
    check = Checking(qtbot, written())
    check.trouble = ProblemForPerson("The disk is full.", "Make room.", "disk_full")
    check.answer("Known here")
    check.card().keep.click()
    check.lane.run()
    assert check.card().half_typed == "Known here"
    assert check.screen.trouble.isVisible()
