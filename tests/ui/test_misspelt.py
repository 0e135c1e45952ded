"""Lines beneath misspelled words: over the words, beside other marks, told to a screen reader."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from ffd_desktop.spelling.words import words_of
from ui.style.apply import apply_style, style_now
from ui.style.tokens import Mode
from ui.widgets import misspelt
from ui.widgets.growing_text import GrowingText

MOST = misspelt.MOST_MARKS


@pytest.fixture
def box(qtbot) -> GrowingText:
    made = GrowingText(lines=6, most=6)
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.watch_spelling()
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    return made


def mark(box: GrowingText, text: str, *wrong: str) -> None:
    """Show a text with some of its words marked."""
    box.set_text(text)
    words = [word for word in words_of(text) if word.text in wrong]
    box.watch_spelling().show_words(text, words)


def red(box: GrowingText) -> int:
    """Count the rows of the box that hold the colour of the line."""
    picture = box.grab().toImage()
    wanted = QColor(style_now().colours.alarm)
    return sum(
        any(near(picture.pixelColor(x, y), wanted) for x in range(picture.width()))
        for y in range(picture.height())
    )


def near(one: QColor, other: QColor) -> bool:
    return all(abs(a - b) < 40 for a, b in zip(one.getRgb(), other.getRgb(), strict=True))


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_line_is_drawn_beneath_the_word(qtbot, box, mode, scale) -> None:
    apply_style(QApplication.instance(), mode, scale)
    mark(box, "a teh b")
    assert red(box) == 0
    mark(box, "a teh b", "teh")
    assert red(box) > 0


def test_the_line_goes_with_its_word(box) -> None:
    mark(box, "a teh b", "teh")
    box.set_text("well, a teh b")
    assert box.misspelt.word_at(9).selectedText() == "teh"
    assert box.misspelt.word_at(2) is None


def test_a_word_that_is_deleted_takes_its_line_with_it(box) -> None:
    mark(box, "a teh b", "teh")
    box.set_text("a b")
    assert box.misspelt.marked() == ()
    assert red(box) == 0


def test_letters_beyond_the_first_plane_shift_nothing(box) -> None:
    mark(box, "😀😀 teh", "teh")
    assert box.misspelt.word_at(6).selectedText() == "teh"


def test_marks_of_what_was_found_stay_beside_them(box) -> None:
    mark(box, "a teh b", "teh")
    assert box.find_words("b")
    assert len(box.extraSelections()) == 1
    assert box.misspelt.marked() == ("teh",)


def test_of_very_many_the_first_are_marked(box) -> None:
    mark(box, "teh " * (MOST + 5), "teh")
    assert len(box.misspelt.marked()) == MOST


def test_a_screen_reader_hears_a_marked_word_once_when_the_caret_comes_into_it(
    qtbot, box, monkeypatch
) -> None:
    heard = []
    monkeypatch.setattr(misspelt, "announce", lambda _box, words: heard.append(words))
    mark(box, "a teh b", "teh")
    box.set_caret(0)
    for _ in range(7):
        qtbot.keyClick(box, Qt.Key.Key_Right)
    assert heard == ["“teh” is not in the dictionary"]


def test_undo_is_not_in_the_menu_for_it_belongs_to_the_draft(qtbot, box) -> None:
    qtbot.keyClick(box, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert not {"edit-undo", "edit-redo"} & {one.objectName() for one in menu.actions()}
    menu.close()


def test_a_second_word_of_the_same_key_opens_no_second_menu(qtbot, box) -> None:
    box.watch_spelling()
    qtbot.keyClick(box, Qt.Key.Key_Menu)
    first = QApplication.activePopupWidget()
    misspelt.open_menu(box, 0, box.pos())
    assert QApplication.activePopupWidget() is first
    first.close()
