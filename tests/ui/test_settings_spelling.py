"""The card of spelling: turned off and on, and the school's own words taken out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from ffd_desktop.app import own_words
from tests.ui import around_kit as kit
from ui.screens.settings.spelling_part import SpellingPart
from ui.shell.spelling import DeskSpelling


@pytest.fixture
def desk():
    made = kit.desk()
    own_words.add(made, "Zed")
    own_words.add(made, "bubba")
    return made


@pytest.fixture
def card(qtbot, desk) -> SpellingPart:
    made = SpellingPart(DeskSpelling(desk), kit.PromptLane())
    qtbot.addWidget(made)
    made.show()
    made.presenter.look_up()
    return made


def words(card: SpellingPart) -> list[str]:
    shown = (one for one in card.findChildren(QPushButton) if one.isVisible())
    return [one.accessibleName() for one in shown]


def test_words_are_marked_until_it_is_turned_off(qtbot, card, desk) -> None:
    assert card.mark.isChecked()
    with qtbot.waitSignal(card.done):
        QTest.keyClick(card.mark, Qt.Key.Key_Space)
    assert not own_words.read(desk).is_on
    with qtbot.waitSignal(card.done):
        QTest.keyClick(card.mark, Qt.Key.Key_Space)
    assert own_words.read(desk).is_on


def test_each_of_the_schools_words_can_be_taken_out(qtbot, card, desk) -> None:
    assert words(card) == [
        "Take “bubba” out of the school’s words",
        "Take “Zed” out of the school’s words",
    ]
    button = next(one for one in card.findChildren(QPushButton) if "bubba" in one.text())
    with qtbot.waitSignal(card.done):
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert own_words.read(desk).words == ("Zed",)
    qtbot.waitUntil(lambda: words(card) == ["Take “Zed” out of the school’s words"])


def test_without_words_it_says_where_they_come_from(qtbot, card) -> None:
    for word in ("bubba", "Zed"):
        card.presenter.take_out(word)
    assert card.words.isVisible()
    assert words(card) == []
