"""Comments on the draft screen: written beneath an answer or at the side, answered, resolved."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ffd_desktop.drafting.ports import DraftState
from ffd_desktop.referral.commenting import commenting, replying, resolving
from ffd_desktop.referral.comments import Author
from ffd_desktop.referral.edits import Edit, put, replay
from tests.builders import referrals
from tests.ui import draft_kit
from tests.ui.draft_kit import WHAT, focused_row, show_screen, type_
from ui.screens.draft.comments.joined import COMMENT, KEYS
from ui.screens.draft.section_list import STATE_WORDS_ROLE
from ui.widgets.buttons import Button

ANNA = Author("Anna Birchwood", "p-anna", "2026-11-20T09:00:00.000+00:00")
BEN = Author("Ben Quarrystone", "p-ben", "2026-11-20T10:00:00.000+00:00")
WORRY = referrals.typical().statements[0].id


@pytest.fixture
def shown(qtbot, monkeypatch):
    """A way to show a draft to Anna, with comments in it, of which some are new to her."""
    opened = draft_kit.opened

    def show(*edits, new=(), **options):
        referral = replay(referrals.typical(), edits)
        monkeypatch.setattr(
            draft_kit,
            "opened",
            lambda *given: msgspec.structs.replace(opened(*given), me=ANNA, new_comments=new),
        )
        options.setdefault("path", WHAT)
        return show_screen(qtbot, referral, **options)

    return show


def bens(path=WHAT, text="Who saw it?"):
    return commenting(referrals.typical(), path, text, BEN)


def chord(keys):
    sequence = QKeySequence(keys)[0]
    QTest.keyClick(QApplication.focusWidget(), sequence.key(), sequence.keyboardModifiers())


def said(screen):
    return screen.presenter.referral.comments


def button(parent, words):
    QApplication.processEvents()
    found = [one for one in parent.findChildren(Button) if one.text() == words and one.isVisible()]
    assert found, words
    return found[0]


def section_words(screen, key):
    return screen.sections.rows.place(key).data(STATE_WORDS_ROLE)


def test_a_chord_opens_a_box_and_the_first_letter_is_a_comment(shown):
    screen = shown()
    chord(COMMENT)
    assert screen.comments.box.isVisible()
    assert said(screen) == ()
    type_("W")
    (made,) = said(screen)
    type_("ho saw it?")
    (made,) = said(screen)
    assert (made.path, made.text) == (WHAT, "Who saw it?")
    assert (made.by, made.person) == (ANNA.name, ANNA.person)
    assert made.said_of == referrals.typical().concern.what_happened
    screen.presenter.saver.save_now()
    screen.lane.run()
    assert screen.desk.kept.comments == said(screen)


def test_done_closes_the_box_and_leaves_a_mark_and_the_focus_at_the_answer(shown):
    screen = shown()
    chord(COMMENT)
    type_("Who saw it?")
    button(screen.comments.box, "Done").click()
    row = focused_row()
    assert screen.middle.path_of(row) == WHAT
    assert row.comments.text() == "1 open comment"
    assert screen.comments.box is None
    assert screen.comments.tab.text() == "Comments (1)"
    assert "1 comment" in section_words(screen, screen.section)


def test_a_box_that_is_cleared_or_left_empty_leaves_no_comment(shown):
    screen = shown()
    chord(COMMENT)
    type_("Hm")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    assert said(screen) == ()
    type_("Yes")
    assert [one.text for one in said(screen)] == ["Yes"]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert screen.comments.box is None
    chord(COMMENT)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert [one.text for one in said(screen)] == ["Yes"]


def test_undo_takes_a_comment_back_like_any_answer(shown):
    screen = shown()
    chord(COMMENT)
    type_("W")
    screen.presenter.undo()
    assert said(screen) == ()
    screen.presenter.redo()
    assert [one.text for one in said(screen)] == ["W"]


def test_undo_clears_the_box_too_and_the_next_letter_is_a_comment_again(shown):
    screen = shown()
    chord(COMMENT)
    type_("W")
    chord("Ctrl+Z")
    assert screen.comments.box.writing.box.text() == ""
    type_("Y")
    assert [one.text for one in said(screen)] == ["Y"]


def test_what_undo_took_away_can_be_neither_resolved_nor_answered(shown):
    screen = shown()
    chord(COMMENT)
    type_("W")
    (made,) = said(screen)
    screen.presenter.undo()
    comments = screen.comments.comments
    comments.resolve(made)
    comments.open_again(made)
    comments.take_back(f"comments[{made.id}]")
    assert comments.begin_reply(made, "Yes") == ""
    assert said(screen) == ()


def test_words_are_marked_in_a_comment_as_in_an_answer(shown):
    screen = shown()
    chord(COMMENT)
    assert screen.comments.box.writing.box.misspelt is not None


def test_the_page_lists_a_comment_once_it_is_written(shown):
    screen = shown()
    screen.comments.show_page()
    screen.go_to(WHAT)
    chord(COMMENT)
    type_("Who saw it?")
    screen.comments.show_now()
    assert screen.comments.page.open.slots == {}
    button(screen.comments.box, "Done").click()
    assert len(screen.comments.page.open.slots) == 1


def test_many_comments_are_listed_when_they_are_wanted(shown):
    screen = shown(*(bens(text=f"Number {number}") for number in range(30)))
    screen.comments.show_page()
    assert len(screen.comments.page.open.slots) == 12
    button(screen.comments.page, "Show all 30").click()
    assert len(screen.comments.page.open.slots) == 30


def test_a_comment_is_answered_resolved_and_opened_again_beneath_the_answer(shown):
    screen = shown(bens())
    focused_row().comments.click()
    box = screen.comments.box
    button(box, "Reply").click()
    type_("Miss Tarn.")
    (made,) = said(screen)
    assert [(one.text, one.by) for one in made.replies] == [("Miss Tarn.", ANNA.name)]
    button(box.said, "Done").click()
    screen.comments.show_now()
    assert any(one.text() == "Miss Tarn." for one in box.said.findChildren(type(box.writing.hint)))
    button(box, "Resolve").click()
    assert said(screen)[0].resolved_by == ANNA.name
    screen.comments.show_now()
    assert focused_row() is None or not focused_row().comments.isVisible()
    button(box, "Open again").click()
    assert said(screen)[0].is_open


def test_only_her_own_words_can_be_changed(shown):
    own = commenting(referrals.typical(), WHAT, "My note", ANNA)
    screen = shown(bens(), own)
    focused_row().comments.click()
    changes = [one for one in screen.comments.box.said.slots.values() if one.card.told.can_change]
    assert [one.card.told.comment.text for one in changes] == ["My note"]
    button(changes[0], "Change").click()
    type_(", better")
    texts = [one.text for one in said(screen)]
    assert "Who saw it?" in texts
    assert any("better" in text for text in texts)


def test_an_item_a_section_and_the_whole_are_commented_on_at_the_side(shown):
    item = f"statements[{WORRY}]"
    screen = shown(path=f"{item}.text")
    page = screen.middle.page
    button(page.cards[WORRY], "Comment on this worry").click()
    type_("Is this what she said?")
    button(screen.comments.page, "Done").click()
    button(screen.comments.page, "This section").click()
    type_("More of these?")
    button(screen.comments.page, "The whole referral").click()
    type_("Good.")
    assert [one.path for one in said(screen)] == [item, screen.section, ""]
    screen.comments.show_now()
    assert "1 open comment" in page.cards[WORRY].head.summary.note
    assert "2 comments" in section_words(screen, screen.section)


def test_the_chord_on_a_folded_card_comments_on_the_item(shown):
    screen = shown(path=f"statements[{WORRY}].text")
    screen.middle.page.cards[WORRY].head.setFocus()
    chord(COMMENT)
    type_("All of it?")
    assert [one.path for one in said(screen)] == [f"statements[{WORRY}]"]


def test_the_page_lists_open_ones_first_in_the_order_of_the_form_and_leads_there(shown):
    done = bens("concern.where", "Settled")
    referral = replay(referrals.typical(), [done])
    screen = shown(
        bens(f"statements[{WORRY}].text", "Later"),
        done,
        *resolving(referral.comments[0], BEN),
        bens(WHAT, "Earlier"),
        bens("", "Whole"),
        section="declaration",
        path="",
    )
    screen.comments.show_page()
    page = screen.comments.page
    texts = [one.card.told.comment.text for one in page.open.slots.values()]
    assert texts == ["Whole", "Earlier", "Later"]
    assert page.resolved.slots == {}
    button(page, "Show 1 resolved").click()
    assert [one.card.told.comment.text for one in page.resolved.slots.values()] == ["Settled"]
    list(page.open.slots.values())[1].card.link.click()
    assert screen.comments.box.path == WHAT


def test_keys_go_from_open_comment_to_open_comment(shown):
    screen = shown(bens(WHAT, "One"), bens(f"statements[{WORRY}].text", "Two"), bens("", "All"))
    chord(KEYS["next"])
    assert screen.comments.page.open.slots
    seen = []
    for _ in range(3):
        chord(KEYS["next"])
        seen.append(screen.comments.comments.find(screen.comments._at).text)
    assert seen == ["One", "Two", "All"]
    chord(KEYS["previous"])
    assert screen.comments.box.path == f"statements[{WORRY}].text"


def test_a_comment_on_what_was_taken_out_stays_and_says_so(shown):
    screen = shown(bens(f"statements[{WORRY}].text"))
    screen.presenter.do(Edit(f"statements[{WORRY}]"))
    screen.comments.show_page()
    (slot,) = screen.comments.page.open.slots.values()
    assert "not in the draft any more" in slot.card.told.note
    slot.card.link.click()
    assert said(screen)


def test_a_comment_says_that_the_answer_has_changed(shown):
    screen = shown(bens())
    screen.presenter.do(put(WHAT, "Other words."))
    screen.comments.show_page()
    screen.comments.show_now()
    (slot,) = screen.comments.page.open.slots.values()
    assert slot.card.told.note.startswith("The answer has changed since. It read: “Since October")


def test_what_is_new_is_told_at_once(shown):
    asked = bens()
    made = replay(referrals.typical(), [asked]).comments[0]
    answered = replying(made, "And when?", BEN)
    reply = answered.path.rpartition("[")[2].rstrip("]")
    screen = shown(asked, answered, new=(made.id, reply))
    assert screen.notice.heading.text() == "2 new comments by Ben Quarrystone"
    screen.comments.show_now()
    (slot,) = screen.comments.page.open.slots.values()
    assert slot.card.told.is_new


def test_a_second_reader_is_offered_and_never_put(shown):
    screen = shown(Edit("declaration.second_reader"))
    screen.comments.show_page()
    page = screen.comments.page
    assert page.read.isVisible()
    assert not page.reader.isVisible()
    page.read.click()
    screen.comments.show_now()
    assert not page.read.isVisible()
    assert screen.presenter.value("declaration.second_reader") is None
    page.reader.click()
    assert screen.presenter.value("declaration.second_reader") == ANNA.name
    screen.comments.show_now()
    assert not page.reader.isVisible()


def test_the_form_offers_whoever_commented_as_second_reader_and_undo_takes_it_back(shown):
    path = "declaration.second_reader"
    screen = shown(Edit(path), bens(), path=path)
    row = screen.go_to(path)
    assert row.offer.words.text() == "Has read it or commented: Ben Quarrystone"
    row.offer.button.click()
    assert screen.presenter.value(path) == "Ben Quarrystone"
    assert not row.offer.isVisible()
    screen.presenter.undo()
    assert screen.presenter.value(path) is None


def test_a_sealed_referral_shows_comments_and_takes_none(shown):
    screen = shown(bens(), state=DraftState.SEALED)
    screen.comments.show_page()
    (slot,) = screen.comments.page.open.slots.values()
    assert slot.card.buttons == ()
    assert screen.comments.bubble is None
    before = said(screen)
    screen.comments.comment_here()
    assert said(screen) == before
    screen.go_to(f"statements[{WORRY}].text")
    QApplication.processEvents()
    words = [one.text() for one in screen.middle.findChildren(Button)]
    assert "Next worry" in words
    assert not any(one.startswith("Comment on") for one in words)


def test_the_bubble_comes_with_the_focus_and_opens_the_box(shown):
    screen = shown()
    bubble = screen.comments.bubble
    assert bubble.parent() is focused_row()
    assert COMMENT in bubble.toolTip()
    bubble.click()
    assert screen.comments.box.path == WHAT
    other = screen.go_to("concern.where")
    assert screen.comments.bubble.parent() is other


def test_typing_in_an_answer_counts_no_comment_anew(shown):
    screen = shown(*(bens("concern.where", f"{number}") for number in range(40)))
    counted = screen.comments.comments._count()
    type_("More words in another answer")
    assert screen.comments.comments._count() is counted
