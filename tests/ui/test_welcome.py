"""The first screen: three ways in, each by keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from ffd_desktop.vault import trouble
from ffd_desktop.vault.surroundings import Surroundings, concerns
from tests.ui import around_kit as kit
from tests.ui.lanes import HandLane
from ui.destinations import ToLocked, ToSetUp
from ui.screens.welcome.screen import WelcomeScreen


class Doors:
    """One folder holds a vault, no other does."""

    def __init__(self, concerns=()):
        self.concerns, self.used = concerns, []

    def doubts(self, folder):
        if folder != Path("kept"):
            raise trouble.vault_missing()
        return self.concerns

    def use_folder(self, folder, agreed_to):
        self.used.append((folder, agreed_to))

    def look_round(self):
        return "fictional desk"


def shown(qtbot, folder="kept", lane=None, doors=None) -> WelcomeScreen:
    screen = WelcomeScreen(
        doors=doors or Doors(),
        lane=lane or kit.PromptLane(),
        choose_folder=lambda _over, chosen: chosen(Path(folder)),
    )
    return kit.show(qtbot, screen)


@pytest.fixture
def screen(qtbot) -> WelcomeScreen:
    return shown(qtbot)


def test_enter_starts_setting_up(qtbot, screen):
    with qtbot.waitSignal(screen.go) as left:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert left.args == [ToSetUp()]


def test_the_fictional_school_opens_with_a_desk(qtbot, screen):
    with qtbot.waitSignal(screen.opened) as opened:
        qtbot.keyClick(screen.look_round, Qt.Key.Key_Return)
    assert opened.args == ["fictional desk"]


def test_a_folder_with_a_vault_leads_to_the_lock(qtbot, screen):
    with qtbot.waitSignal(screen.go) as left:
        qtbot.keyClick(screen.open_vault, Qt.Key.Key_Return)
    assert left.args == [ToLocked()]


def test_a_folder_without_one_is_told_in_the_window(qtbot):
    screen = shown(qtbot, folder="empty")
    qtbot.keyClick(screen.open_vault, Qt.Key.Key_Return)
    assert "no vault in that folder" in screen.banner.spoken()
    assert screen.set_up.isEnabled()


def test_nothing_else_can_be_started_while_the_school_is_made(qtbot):
    lane = HandLane()
    screen = shown(qtbot, lane=lane)
    qtbot.keyClick(screen.look_round, Qt.Key.Key_Return)
    assert screen.working.isVisible()
    assert not screen.look_round.isEnabled()
    lane.run()
    assert not screen.working.isVisible()


def test_every_control_has_a_name(screen):
    kit.assert_all_named(screen)


CLOUD = concerns(Surroundings(cloud="OneDrive", free=0))


def test_what_speaks_against_a_folder_is_explained_before_its_vault_is_opened(qtbot):
    doors = Doors(CLOUD)
    screen = shown(qtbot, doors=doors)
    assert not screen.doubts.isVisible()
    qtbot.keyClick(screen.open_vault, Qt.Key.Key_Return)
    assert screen.doubts.isVisible()
    words = " ".join(one.text() for one in screen.concerns.findChildren(QLabel))
    assert "is inside OneDrive" in words
    assert QApplication.focusWidget() is screen.give_up
    assert doors.used == []
    with qtbot.waitSignal(screen.go) as left:
        qtbot.keyClick(screen.go_on, Qt.Key.Key_Return)
    assert left.args == [ToLocked()]
    assert doors.used == [(Path("kept"), ("place_cloud",))]  # a full disk is told again


def test_a_doubtful_folder_can_be_left_alone(qtbot):
    doors = Doors(CLOUD)
    screen = shown(qtbot, doors=doors)
    qtbot.keyClick(screen.open_vault, Qt.Key.Key_Return)
    qtbot.keyClick(screen.give_up, Qt.Key.Key_Return)
    assert not screen.doubts.isVisible()
    assert QApplication.focusWidget() is screen.open_vault
    assert doors.used == []
