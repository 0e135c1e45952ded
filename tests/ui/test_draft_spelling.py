"""Spelling in the draft: marks that change nothing, other spellings, the next word by a key."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from tests.builders import referrals
from tests.ui.draft_kit import WHAT, pause, press, show_screen, type_
from ui.screens.draft.spelling.menu import LEAVE, LOOKING, NONE
from ui.widgets.growing_text import GrowingText

EXACT = "concern.child_words"


def shown(qtbot, path=WHAT, **options):
    """A draft with the caret in one answer, everything looked at."""
    screen = show_screen(qtbot, path=path, **options)
    look(screen)
    return screen


def look(screen) -> None:
    """Look at what is due, as after a pause."""
    screen.middle.spelling.watcher.look()
    screen.words_lane.run()


def box() -> GrowingText:
    found = QApplication.focusWidget()
    assert isinstance(found, GrowingText)
    return found


def write(screen, words: str) -> None:
    """Put words in and move on from them."""
    box().insertPlainText(words)
    press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    look(screen)


def marked() -> tuple[str, ...]:
    return box().misspelt.marked()


def menu_of(screen) -> QMenu:
    press(Qt.Key.Key_Menu)
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def lines(menu: QMenu) -> list[str]:
    return [one.text() for one in menu.actions()]


def choose(menu: QMenu, words: str) -> None:
    next(one for one in menu.actions() if one.text() == words).trigger()
    menu.close()


def test_what_is_misspelled_is_marked_after_a_pause(qtbot) -> None:
    screen = shown(qtbot, referral=referrals.bare())
    type_("He had a bruise and a scrach ")
    qtbot.waitUntil(lambda: bool(screen.words_lane.jobs))
    screen.words_lane.run()
    assert marked() == ("scrach",)


def test_marks_change_neither_the_words_nor_what_is_saved_nor_undo(qtbot) -> None:
    screen = shown(qtbot, referral=referrals.bare())
    type_("teh recieve ")
    before = screen.presenter.referral
    heard = []
    box().written.connect(heard.append)
    look(screen)
    assert marked() == ("teh", "recieve")
    assert box().text() == "teh recieve "
    assert heard == []
    assert screen.presenter.referral is before


def test_an_answer_about_words_that_have_changed_is_dropped(qtbot) -> None:
    screen = shown(qtbot, referral=referrals.bare())
    type_("teh ")
    screen.middle.spelling.watcher.look()
    type_("cat ")
    screen.words_lane.run()
    assert marked() == ()


def test_the_word_that_is_being_typed_is_not_marked_yet(qtbot) -> None:
    screen = shown(qtbot, referral=referrals.bare())
    type_("a scrach")
    look(screen)
    assert marked() == ()
    press(Qt.Key.Key_Home)
    assert marked() == ("scrach",)


def test_no_name_of_the_draft_is_marked(qtbot) -> None:
    screen = shown(qtbot)
    child = screen.presenter.referral.children[0]
    write(screen, f"{child.first_names}’s {child.family_name.lower()} Zzyzx ")
    assert marked() == ("Zzyzx",)


def test_exact_words_have_no_marks_and_no_other_spellings(qtbot) -> None:
    screen = shown(qtbot, EXACT, referral=referrals.bare())
    write(screen, "he hitted me wiv a belt ")
    assert box().misspelt is None
    menu = menu_of(screen)
    assert LEAVE not in lines(menu)
    menu.close()


def test_a_name_is_not_marked_where_it_is_entered(qtbot) -> None:
    shown(qtbot, "children[c1].first_names", referral=referrals.small())
    assert box().misspelt is None


def test_other_spellings_come_into_the_open_menu(qtbot) -> None:
    screen = shown(qtbot, referral=referrals.bare())
    write(screen, "recieve ")
    menu = menu_of(screen)
    assert lines(menu)[0] == LOOKING
    screen.words_lane.run()
    assert lines(menu)[0] == "receive"
    assert LOOKING not in lines(menu)
    assert menu.activeAction().text() == "receive"
    menu.close()


def test_a_chosen_spelling_is_saved_and_undo_takes_it_back(qtbot) -> None:
    screen = shown(qtbot, referral=referrals.bare())
    write(screen, "did recieve it ")
    press(Qt.Key.Key_F7)
    screen.words_lane.run()
    qtbot.waitUntil(lambda: box().textCursor().selectedText() == "recieve")
    menu = menu_of(screen)
    screen.words_lane.run()
    choose(menu, "receive")
    screen.lane.run()
    pause(screen)
    screen.lane.run()
    assert screen.desk.kept.concern.what_happened == "did receive it "
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert box().text() == "did recieve it "


def test_where_nothing_is_near_the_menu_says_so(qtbot) -> None:
    screen = shown(qtbot, referral=referrals.bare())
    write(screen, "xqzwvkj ")
    menu = menu_of(screen)
    screen.words_lane.run()
    assert lines(menu)[0] == NONE
    menu.close()


def test_a_word_of_the_school_is_marked_no_longer_in_any_draft(qtbot) -> None:
    screen = shown(qtbot, referral=referrals.bare())
    write(screen, "Zzyzx zzyzx ")
    choose(menu_of(screen), "Add “Zzyzx” to the school’s words")
    screen.lane.run()
    screen.words_lane.run()
    assert marked() == ()
    assert screen.middle.spelling._work.own("another").words == ("Zzyzx",)


def test_a_word_left_in_this_draft_is_marked_in_others(qtbot) -> None:
    screen = shown(qtbot, referral=referrals.bare())
    write(screen, "zzyzx ")
    choose(menu_of(screen), LEAVE)
    screen.lane.run()
    screen.words_lane.run()
    assert marked() == ()
    work = screen.middle.spelling._work
    assert work.own(screen.presenter.referral.id).left == ("zzyzx",)
    assert work.own("another").passing() == frozenset()


def test_a_key_goes_to_the_next_misspelled_word_of_the_draft(qtbot) -> None:
    screen = shown(qtbot, "wanted.asked", referral=referrals.bare())
    write(screen, "a vist and a vist ")
    for start in (2, 13, 2):
        press(Qt.Key.Key_F7)
        screen.words_lane.run()
        qtbot.waitUntil(lambda start=start: box().textCursor().selectionStart() == start)
    screen.go_to(WHAT)
    press(Qt.Key.Key_F7)
    screen.words_lane.run()
    qtbot.waitUntil(lambda: box().textCursor().selectedText() == "vist")
    assert screen.section != screen.presenter.form.section_of(WHAT).key


def test_without_a_misspelled_word_the_key_says_so(qtbot) -> None:
    screen = shown(qtbot, referral=referrals.bare())
    press(Qt.Key.Key_F7)
    screen.words_lane.run()
    assert "left" in screen.notice.heading.text()


def test_turned_off_nothing_is_marked(qtbot) -> None:
    screen = shown(qtbot, referral=referrals.bare())
    spelling = screen.middle.spelling
    spelling.watcher.take_own(spelling._work.turn(on=False))
    write(screen, "teh ")
    assert marked() == ()
    press(Qt.Key.Key_F7)
    assert "turned off" in screen.notice.heading.text()
