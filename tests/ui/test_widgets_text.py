"""The box to write in: no word lost, no limit, the caret where it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.clean import clean, one_line
from ui.widgets.growing_text import GrowingText

MIXED = "Zażółć gęślą jaźń · 中文 · עברית · العربية · 👩‍👧‍👦 · tab\there\nnext  line\n"


@pytest.fixture
def box(qtbot):
    made = GrowingText(lines=2, most=6)
    qtbot.addWidget(made)
    made.resize(400, 100)
    with qtbot.waitExposed(made):
        made.show()
    return made


def paste(box, text):
    mime = QMimeData()
    mime.setText(text)
    box.insertFromMimeData(mime)


@given(st.text())
def test_cleaned_text_can_always_be_kept(text):
    made = clean(text)
    assert made.encode().decode() == made
    assert clean(made) == made
    assert not {"\0", "\r", "\x1b", "\u2028", "\u2029"} & set(made)


@given(st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn"))))
def test_cleaning_leaves_honest_text_alone(text):
    assert clean(text) == text


def test_a_lone_surrogate_is_shown_as_lost_and_its_neighbours_stay():
    assert clean("before\ud800after") == "before\ufffdafter"


def test_every_script_comes_back_as_it_went_in(box):
    paste(box, MIXED)
    assert box.text() == MIXED
    box.set_text("")
    box.set_text(MIXED)
    assert box.text() == MIXED


def test_a_hard_space_stays_one(box):
    box.set_text("10\u00a0kg")
    assert box.text() == "10\u00a0kg"


def test_control_characters_are_dropped_from_what_is_pasted(box):
    paste(box, "a\0b\x1bc\x07d\r\ne")
    assert box.text() == "abcd\ne"


def test_pasted_markup_stays_words(box):
    mime = QMimeData()
    mime.setHtml("<b>bold</b>")
    mime.setText("<b>bold</b>")
    box.insertFromMimeData(mime)
    assert box.text() == "<b>bold</b>"


def test_a_box_of_one_line_takes_pasted_lines_as_one(qtbot):
    box = GrowingText(single=True)
    qtbot.addWidget(box)
    paste(box, "1 Made Up Street\n  Sampleton\r\nWR99 1AA")
    assert box.text() == "1 Made Up Street Sampleton WR99 1AA"
    assert one_line("a\tb") == "a b"


def test_enter_makes_a_line_only_where_there_are_lines(box, qtbot):
    qtbot.keyClicks(box, "a")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.text() == "a\n"
    single = GrowingText(single=True)
    qtbot.addWidget(single)
    with qtbot.waitSignal(single.submitted):
        qtbot.keyClick(single, Qt.Key.Key_Return)
    assert single.text() == ""


def test_it_grows_with_its_words_and_then_scrolls(box):
    heights = []
    for lines in (1, 2, 4, 6, 30):
        box.set_text("line\n" * (lines - 1) + "line")
        heights.append(box.height())
    assert heights[0] == heights[1]
    assert heights[1] < heights[2] < heights[3] == heights[4]
    always_off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    assert box.verticalScrollBarPolicy() is not always_off


def test_a_narrower_box_grows_for_its_wrapped_words(box):
    box.set_text("word " * 30)
    wide = box.height()
    box.resize(200, box.height())
    assert box.height() > wide


def test_each_key_tells_the_whole_text(box, qtbot):
    seen = []
    box.written.connect(seen.append)
    qtbot.keyClicks(box, "abc")
    assert seen == ["a", "ab", "abc"]


def test_undo_from_elsewhere_keeps_the_caret_by_the_words_that_stayed(box):
    box.set_text("The cat sat on the mat")
    box.set_caret(3)
    box.set_text("The cat sat on the long mat")
    assert box.caret() == 3
    box.set_caret(27)
    box.set_text("The cat sat on the mat")
    assert box.caret() == 22


def test_the_caret_counts_emoji_as_qt_does(box):
    box.set_text("👩 and so")
    box.set_caret(5)
    box.set_text("👩 and then so")
    assert box.text() == "👩 and then so"
    assert box.caret() == 5


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_can_follow_any_other(one, other):
    box = GrowingText(lines=1, most=3)
    box.set_text(one)
    box.set_text(other)
    assert box.text() == clean(other)
    box.deleteLater()


def test_ctrl_z_reaches_the_draft_and_changes_nothing_here(qtbot):
    window, box, undone = QWidget(), GrowingText(lines=1, most=3), []
    QVBoxLayout(window).addWidget(box)
    action = QAction("Undo", window)
    action.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
    action.triggered.connect(lambda: undone.append(box.text()))
    window.addAction(action)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    box.setFocus()
    qtbot.keyClicks(box, "abc")
    qtbot.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: undone == ["abc"])
    assert box.text() == "abc"


def test_tab_leaves_the_box(box, qtbot):
    qtbot.keyClicks(box, "a")
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert box.text() == "a"


def test_a_pasted_novel_comes_in_whole(box):
    novel = ("A line of a long novel, with żółć and 中文. " * 4 + "\n") * 12_000
    assert len(novel) > 2_000_000
    seen = []
    box.written.connect(lambda text: seen.append(len(text)))
    paste(box, novel)
    assert box.text() == novel
    assert seen == [len(novel)]


def test_found_words_are_selected(box):
    box.set_text("One apple, two Apples")
    assert box.find_words("apple")
    assert box.textCursor().selectedText() == "apple"
    assert len(box.extraSelections()) == 2
    assert not box.find_words("pear")
    assert box.extraSelections() == []
