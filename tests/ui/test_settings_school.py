"""The school's recovery key in Settings: none, made and typed back, ended; by keyboard."""

import pytest
from PySide6.QtCore import Qt

from ffd_desktop.vault import trouble
from ffd_desktop.vault.recovery import SchoolKey
from tests.ui import around_kit as kit
from tests.ui.test_settings import OLD
from tests.ui.test_setup import Papers
from ui.screens.settings.school_part import ENDED, SAYS, SchoolPart

KEY = SchoolKey("7RG69307GXZD7E2YCT3DEG8MGABCDE")


class Keeper:
    """Knows one passphrase; what is drawn counts once it was typed back."""

    def __init__(self) -> None:
        self.has_key = False

    def is_proved(self):
        return self.has_key

    def renew(self, passphrase):
        if passphrase != OLD:
            raise trouble.wrong_passphrase()
        return KEY

    def sheet(self, code):
        return f"%PDF {code}".encode()

    def note_typed_back(self):
        self.has_key = True

    def withdraw(self, passphrase):
        self.renew(passphrase)
        self.has_key = False


@pytest.fixture
def keeper() -> Keeper:
    return Keeper()


@pytest.fixture
def part(qtbot, keeper) -> SchoolPart:
    made = SchoolPart(keeper, kit.PromptLane(), Papers(), asks_old=True)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.presenter.look_up()
    return made


def press(qtbot, part, button, passphrase=OLD) -> None:
    part.old.line.setText(passphrase)
    qtbot.keyClick(button, Qt.Key.Key_Return)


def test_a_key_counts_once_two_groups_were_typed_back(qtbot, part, keeper):
    assert part.state.text() == SAYS.unproved
    assert not part.end.isVisible()
    press(qtbot, part, part.make)
    assert part.fresh.isVisible()
    assert not keeper.has_key
    for line, at in zip(part.lines, part.presenter._asked, strict=True):
        line.setText(KEY.groups()[at].lower())
    with qtbot.waitSignal(part.done):
        qtbot.keyClick(part.lines[1], Qt.Key.Key_Return)
    assert keeper.has_key
    assert part.state.text() == SAYS.proved
    assert not part.fresh.isVisible()


def test_it_is_ended_with_the_passphrase(qtbot, part, keeper):
    keeper.has_key = True
    part.presenter.look_up()
    with qtbot.waitSignal(part.failed):
        press(qtbot, part, part.end, "not the one at all")
    assert keeper.has_key
    with qtbot.waitSignal(part.done) as done:
        press(qtbot, part, part.end)
    assert done.args == [ENDED]
    assert not keeper.has_key
    assert part.old.text() == ""


def test_every_control_has_a_name(qtbot, part):
    press(qtbot, part, part.make)
    kit.assert_all_named(part)
