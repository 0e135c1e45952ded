"""The locked screen: opened by keyboard alone; a wrong passphrase is told and can be retyped."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from ffd_desktop.vault import trouble
from tests.ui import around_kit as kit
from tests.ui.lanes import HandLane
from ui.screens.locked.screen import LockedScreen

RIGHT = "teapot velvet canal"
CODE = "7RG69-307GX-ZD7E2-YCT3D-EG8MG-E"


class Doors:
    """A vault that one passphrase and one code open."""

    def __init__(self) -> None:
        self.tried = []
        self.named = []
        self.is_asked = False
        self.names = ("Rhiannon Tanglewood",)

    def staff(self):
        self.is_asked = True
        return self.names

    def unlock(self, passphrase, whose=""):
        self.tried.append(passphrase)
        self.named.append(whose)
        if passphrase != RIGHT:
            raise trouble.wrong_passphrase()
        return "desk"

    def unlock_with_code(self, code):
        if code.upper() != CODE:
            raise trouble.misread_recovery_code()
        return "desk"


@pytest.fixture
def doors() -> Doors:
    return Doors()


def shown(qtbot, doors, **more) -> LockedScreen:
    given = {
        "doors": doors,
        "lane": kit.PromptLane(),
        "whom": kit.whom,
        "quick": kit.FakeQuick(),
        "keyring_lane": kit.PromptLane(),
    }
    return kit.show(qtbot, LockedScreen(**given | more))


@pytest.fixture
def screen(qtbot, doors) -> LockedScreen:
    return shown(qtbot, doors)


def type_in(qtbot, text: str) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), text)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def test_the_passphrase_and_enter_open_the_vault(qtbot, screen):
    with qtbot.waitSignal(screen.opened) as opened:
        type_in(qtbot, RIGHT)
    assert opened.args == ["desk"]


def test_nothing_typed_stays_in_the_box_once_it_is_open(qtbot, screen):
    type_in(qtbot, RIGHT)
    assert screen.passphrase.text() == ""


def test_a_wrong_passphrase_is_told_marked_and_typed_over(qtbot, screen):
    type_in(qtbot, "wrong words entirely")
    assert "does not open it" in screen.banner.spoken()
    assert QApplication.focusWidget() is screen.passphrase.line
    assert screen.passphrase.line.selectedText() == "wrong words entirely"
    with qtbot.waitSignal(screen.opened):
        type_in(qtbot, RIGHT)


def test_an_empty_box_tries_nothing(qtbot, screen, doors):
    qtbot.keyClick(screen.passphrase.line, Qt.Key.Key_Return)
    assert doors.tried == []
    assert screen._asked.slip_words() == "Enter your passphrase."


def test_a_second_press_while_it_opens_does_nothing(qtbot, doors):
    lane = HandLane()
    screen = shown(qtbot, doors, lane=lane)
    qtbot.waitUntil(lambda: bool(lane.jobs))
    lane.run()
    type_in(qtbot, RIGHT)
    qtbot.keyClick(screen.passphrase.line, Qt.Key.Key_Return)
    assert len(lane.jobs) == 1
    assert not screen.open_button.isEnabled()
    lane.run()
    assert doors.tried == [RIGHT]
    assert screen.open_button.isEnabled()


def test_the_recovery_code_opens_it_too_by_keys_alone(qtbot, screen):
    qtbot.keyClick(screen.use_code, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is screen.code
    type_in(qtbot, "nonsense")
    assert "group by group" in screen.banner.spoken()
    with qtbot.waitSignal(screen.opened):
        type_in(qtbot, CODE)


def test_show_lets_the_passphrase_be_read_and_entering_hides_it_again(qtbot, screen):
    assert screen.passphrase.line.echoMode() == QLineEdit.EchoMode.Password
    qtbot.keyClick(screen.passphrase.button, Qt.Key.Key_Space)
    assert screen.passphrase.line.echoMode() == QLineEdit.EchoMode.Normal
    screen.entered()
    assert screen.passphrase.line.echoMode() == QLineEdit.EchoMode.Password


def test_the_numbers_of_the_moment_are_on_it(qtbot, screen):
    def said() -> str:
        return " ".join(label.text() for label in screen.findChildren(QLabel))

    qtbot.waitUntil(lambda: "999" in said())
    words = said()
    assert "01905 822666" in words
    assert "Open until 16:30 today" in words


def test_why_it_locked_is_said(screen):
    screen.say_why("It locked by itself after 5 minutes.")
    assert screen.why.isVisible()
    assert screen.why.text() == "It locked by itself after 5 minutes."


def test_only_the_fictional_school_shows_its_passphrase(qtbot, doors, screen):
    fictional = shown(qtbot, doors, hint=RIGHT)
    for one, is_shown in ((fictional, True), (screen, False)):
        words = " ".join(label.text() for label in one.findChildren(QLabel))
        assert (RIGHT in words) is is_shown


def test_one_person_is_not_asked_who_they_are(qtbot, screen, doors):
    qtbot.waitUntil(lambda: doors.is_asked)
    assert not screen.who.isVisible()
    type_in(qtbot, RIGHT)
    assert doors.named == [""]


def test_of_several_the_last_one_is_chosen_and_the_caret_waits_for_the_passphrase(qtbot, doors):
    doors.names = ("Idris Calloway", "Rhiannon Tanglewood")
    screen = shown(qtbot, doors)
    qtbot.waitUntil(screen.who.isVisible)
    assert QApplication.focusWidget() is screen.passphrase.line
    type_in(qtbot, RIGHT)
    assert doors.named == ["Idris Calloway"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_R])
def test_an_arrow_or_a_letter_chooses_another_name(qtbot, doors, key):
    doors.names = ("Idris Calloway", "Rhiannon Tanglewood")
    screen = shown(qtbot, doors)
    qtbot.waitUntil(screen.who.isVisible)
    screen.who.setFocus()
    qtbot.keyClick(screen.who, key)
    qtbot.keyClick(screen.who, Qt.Key.Key_Tab)
    screen.passphrase.line.setFocus()
    type_in(qtbot, RIGHT)
    assert doors.named == ["Rhiannon Tanglewood"]


def test_every_control_has_a_name(screen):
    kit.assert_all_named(screen)
