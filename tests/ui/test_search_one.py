"""Choosing one of many by typing: Enter takes the only match, and own words stay own words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ffd_desktop.councils.forms import FieldKind
from tests.builders.editor_fields import CONTEXT, field
from ui.editors.registry import make_editor
from ui.editors.search_one import OWN_WORDS


@pytest.fixture
def editor(qtbot):
    made = make_editor(field(FieldKind.CODE, "First language", codes="languages"), CONTEXT)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.focus_in_editor()
    return made


def typed(editor, words):
    QTest.keyClicks(editor.line, words)
    QTest.keyClick(editor.line, Qt.Key.Key_Return)
    return editor.value()


def test_enter_takes_the_only_choice_that_holds_what_was_typed(editor):
    assert typed(editor, "olis") == "POLI"
    assert editor.words().endswith("Polish")
    assert editor.note.isHidden()


def test_words_that_several_choices_hold_stay_as_they_were_typed(editor):
    assert typed(editor, "s") == "s"
    assert editor.note.text() == OWN_WORDS


def test_words_that_no_choice_holds_are_kept_in_ones_own_words(editor):
    assert typed(editor, "Klingon at home") == "Klingon at home"
    assert editor.note.text() == OWN_WORDS
