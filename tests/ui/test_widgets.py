"""The small widgets that screens share."""

from datetime import datetime

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ffd_desktop.problems import ProblemForPerson
from tests.ui.gallery import NUMBERS
from ui.messages import KEEP_OPEN
from ui.widgets.banner import Banner
from ui.widgets.choice import Radio, Tick
from ui.widgets.keep_in_view import KeepInView
from ui.widgets.number_card import NumberCard
from ui.widgets.passphrase_box import PassphraseBox
from ui.widgets.saved_mark import Mark, SavedMark
from ui.widgets.search_box import SearchBox
from ui.widgets.status_tag import StatusTag, Tone
from ui.widgets.task_row import TaskRow
from ui.widgets.words import Words

FULL = ProblemForPerson("The disk is full.", "Make room on it.", "disk_full")
HOSTILE = '<h1>Kyle</h1> <img src="file:///etc/hostname"> & more'


def words_in(widget):
    return [one.text() for one in widget.findChildren(Words) if not one.isHidden()]


@pytest.mark.parametrize("make", [Words, StatusTag])
def test_words_are_never_read_as_markup(make, qtbot):
    label = make(HOSTILE)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert HOSTILE in label.text()


def test_the_number_for_danger_stands_first(qtbot):
    card = NumberCard()
    qtbot.addWidget(card)
    card.show_numbers(NUMBERS)
    words = words_in(card)
    assert words[0] == "999"
    assert words.index("01632 960001") < words.index("01632 960002")
    assert "Open until 16:30 today" in words
    assert card.spoken().startswith("Immediate danger: Police or ambulance, 999")


def test_a_card_without_room_stacks_and_cuts_nothing(qtbot):
    card = NumberCard()
    qtbot.addWidget(card)
    card.show_numbers(NUMBERS)
    card.resize(300, 900)
    with qtbot.waitExposed(card):
        card.show()

    def nothing_is_cut():
        seen = [one for one in card.findChildren(Words) if one.isVisible()]
        assert seen
        for one in seen:
            assert card.rect().contains(QRect(one.mapTo(card, QPoint()), one.size()))
            assert one.height() >= one.heightForWidth(one.width())
        assert len({one.mapTo(card, QPoint()).x() for one in seen}) == 1

    qtbot.waitUntil(nothing_is_cut)


def test_saved_is_said_with_its_time(qtbot):
    mark = SavedMark()
    qtbot.addWidget(mark)
    mark.saved(datetime(2026, 11, 21, 14, 3, 7))  # noqa: DTZ001 - local, as it is shown
    assert mark.words.text().endswith("Saved 14:03:07")
    assert mark.mark is Mark.SAVED


def test_a_failed_write_stays_said_until_a_save_succeeds(qtbot):
    mark = SavedMark()
    qtbot.addWidget(mark)
    mark.not_saved(FULL)
    mark.saving()
    assert mark.mark is Mark.NOT_SAVED
    assert "The disk is full." in mark.words.text()
    assert mark.what_to_do.text() == f"Make room on it. {KEEP_OPEN}"
    mark.saved(datetime(2026, 11, 21, 14, 3, 7))  # noqa: DTZ001 - local, as it is shown
    assert mark.mark is Mark.SAVED
    assert mark.what_to_do.isHidden()


def test_each_state_of_saving_has_a_shape_of_its_own(qtbot):
    mark = SavedMark()
    qtbot.addWidget(mark)
    seen = set()
    mark.saving()
    seen.add(mark.words.text()[0])
    mark.not_saved(FULL)
    seen.add(mark.words.text()[0])
    mark.saved(datetime(2026, 11, 21, 14, 3, 7))  # noqa: DTZ001 - local, as it is shown
    seen.add(mark.words.text()[0])
    assert len(seen) == 3


def test_a_problem_says_what_and_what_next(qtbot):
    banner = Banner()
    qtbot.addWidget(banner)
    assert banner.isHidden()
    banner.show_problem(FULL)
    assert words_in(banner)[1:] == ["There is a problem", "The disk is full.", "Make room on it."]
    with qtbot.waitSignal(banner.dismissed):
        banner.close_button.click()
    assert banner.isHidden()


def test_a_sticky_problem_cannot_be_closed(qtbot):
    banner = Banner()
    qtbot.addWidget(banner)
    banner.show_problem(FULL, action="Try again", sticky=True)
    assert banner.close_button.isHidden()
    qtbot.keyClick(banner, Qt.Key.Key_Escape)
    assert not banner.isHidden()
    with qtbot.waitSignal(banner.pressed):
        banner.action.click()


def test_every_tone_but_plain_has_a_shape(qtbot):
    shapes = set()
    for tone in set(Tone) - {Tone.PLAIN}:
        tag = StatusTag("State", tone)
        qtbot.addWidget(tag)
        shapes.add(tag.text()[0])
        assert tag.accessibleName() == "State"
    assert len(shapes) == len(Tone) - 1


def test_a_passphrase_is_hidden_until_it_is_wanted(qtbot):
    box = PassphraseBox()
    qtbot.addWidget(box)
    assert box.line.echoMode() is QLineEdit.EchoMode.Password
    box.button.click()
    assert box.line.echoMode() is QLineEdit.EchoMode.Normal
    box.clear()
    assert box.line.echoMode() is QLineEdit.EchoMode.Password


def test_a_passphrase_can_be_pasted_as_it_is(qtbot):
    box = PassphraseBox()
    qtbot.addWidget(box)
    QApplication.clipboard().setText("  four  invented words  ")
    box.line.paste()
    assert box.text() == "  four  invented words  "


def test_searching_waits_for_a_pause_and_escape_empties(qtbot):
    box = SearchBox("Find a referral")
    qtbot.addWidget(box)
    seen = []
    box.sought.connect(seen.append)
    qtbot.keyClicks(box.line, "kyle")
    qtbot.waitUntil(lambda: seen == ["kyle"])
    qtbot.keyClick(box.line, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: seen == ["kyle", ""])


def test_a_row_says_its_title_and_state(qtbot):
    row = TaskRow("The children", "In progress", Tone.ACCENT)
    qtbot.addWidget(row)
    assert row.accessibleName() == "The children, In progress"
    row.say("Done", Tone.GOOD)
    assert row.accessibleName() == "The children, Done"


@pytest.mark.parametrize("make", [Radio, Tick])
def test_a_choice_wraps_instead_of_cutting_its_words(make, qtbot):
    choice = make("Words that go on and on " * 6, note="and a note that does the same " * 4)
    qtbot.addWidget(choice)
    assert choice.heightForWidth(200) > 2 * choice.heightForWidth(2000)


@pytest.mark.parametrize("make", [Radio, Tick])
def test_a_column_gives_a_choice_the_height_of_its_words(make, qtbot):
    frame, choice = QWidget(), make("Words that go on and on " * 6)
    QVBoxLayout(frame).addWidget(choice)
    qtbot.addWidget(frame)
    assert frame.layout().hasHeightForWidth()
    assert frame.heightForWidth(200) >= choice.heightForWidth(180)


def test_what_has_the_focus_is_never_out_of_view(qtbot):
    inside = QWidget()
    lines = QVBoxLayout(inside)
    buttons = [QPushButton(f"Button {number}") for number in range(60)]
    for button in buttons:
        lines.addWidget(button)
    view = KeepInView(inside)
    qtbot.addWidget(view)
    view.resize(300, 200)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    for button in (buttons[-1], buttons[0], buttons[30]):
        button.setFocus()
        top = button.mapTo(view.viewport(), button.rect().topLeft()).y()
        bottom = button.mapTo(view.viewport(), button.rect().bottomLeft()).y()
        assert top >= 0
        assert bottom <= view.viewport().height()
