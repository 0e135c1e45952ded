"""Setting up where something speaks against the folder: explained, and asked once more."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from ffd_desktop.app.where import Place
from ffd_desktop.vault.surroundings import Surroundings, concerns
from tests.ui.lanes import HandLane
from tests.ui.test_setup import GOOD, Maker, Papers, shown, step, to_passphrase, type_on
from ui.screens.setup.wizard import Step

CLOUD = Place(Path("/od/vault"), Path("/usual"), concerns(Surroundings(cloud="OneDrive")))
SHUT = Place(Path("/ro/vault"), Path("/usual"), concerns(Surroundings(writable=False)))
USUAL = Place(Path("/usual"), Path("/usual"))


@pytest.fixture
def maker() -> Maker:
    return Maker()


def at_the_place(qtbot, maker, place=CLOUD):
    """Walk to the page about the folder."""
    maker.places = [place]
    screen = shown(qtbot, maker, Papers())
    for text in ("Larkrise School", "885/0000", "", ""):
        type_on(qtbot, text)
    qtbot.keyClick(screen.on, Qt.Key.Key_Return)
    type_on(qtbot, "Rhiannon Tanglewood")
    qtbot.keyClick(screen.on, Qt.Key.Key_Return)
    return screen


def words_of(screen) -> str:
    return " ".join(one.text() for one in screen.place.findChildren(QLabel) if one.isVisible())


def test_the_page_comes_only_when_something_speaks_against_the_folder(qtbot, maker):
    screen = shown(qtbot, maker, Papers())
    to_passphrase(qtbot, screen)
    assert step(screen) is Step.PASSPHRASE
    assert screen.progress.text() == "Step 4 of 7"
    screen = at_the_place(qtbot, maker)
    assert step(screen) is Step.PLACE
    assert screen.progress.text() == "Step 4 of 8"
    assert "is inside OneDrive" in words_of(screen)
    assert screen.place.concerns.folder.accessibleName() == str(CLOUD.folder)
    assert QApplication.focusWidget() is screen.place.use_usual


def test_nobody_goes_on_without_saying_so(qtbot, maker):
    screen = at_the_place(qtbot, maker)
    qtbot.keyClick(screen.on, Qt.Key.Key_Return)
    assert step(screen) is Step.PLACE
    assert "say that this one is to be used" in words_of(screen)
    assert QApplication.focusWidget() is screen.place.agree
    qtbot.keyClick(screen.place.agree, Qt.Key.Key_Space)
    qtbot.keyClick(screen.on, Qt.Key.Key_Return)
    assert step(screen) is Step.PASSPHRASE
    type_on(qtbot, GOOD)
    type_on(qtbot, GOOD)
    assert maker.wishes[0].agreed_to == ("place_cloud",)


def test_the_usual_folder_is_one_key_away(qtbot, maker):
    screen = at_the_place(qtbot, maker)
    qtbot.keyClick(screen.place.use_usual, Qt.Key.Key_Return)
    assert maker.settled == [None]
    assert step(screen) is Step.PASSPHRASE
    type_on(qtbot, GOOD)
    type_on(qtbot, GOOD)
    assert maker.wishes[0].agreed_to == ()


def test_another_bad_folder_is_explained_anew_and_not_agreed_to(qtbot, maker):
    screen = at_the_place(qtbot, maker)
    qtbot.keyClick(screen.place.agree, Qt.Key.Key_Space)
    maker.places = [Place(Path("/net"), Path("/usual"), concerns(Surroundings(network=True)))]
    qtbot.keyClick(screen.place.choose, Qt.Key.Key_Return)
    assert maker.settled == [Path("chosen")]
    assert step(screen) is Step.PLACE
    qtbot.waitUntil(lambda: "on another computer" in words_of(screen))
    assert "OneDrive" not in words_of(screen)
    assert not screen.place.agree.isChecked()


def test_where_a_vault_cannot_work_it_cannot_be_agreed_to(qtbot, maker):
    screen = at_the_place(qtbot, maker, SHUT)
    assert not screen.place.agree.isVisible()
    qtbot.keyClick(screen.on, Qt.Key.Key_Return)
    assert step(screen) is Step.PLACE
    assert "cannot work in this one" in words_of(screen)


def test_a_folder_that_it_support_set_is_theirs_to_change(qtbot, maker):
    arranged = Place(CLOUD.folder, CLOUD.usual, CLOUD.concerns, is_arranged=True)
    screen = at_the_place(qtbot, maker, arranged)
    assert "Your IT support set this folder" in words_of(screen)
    assert not screen.place.choose.isVisible()
    assert not screen.place.use_usual.isVisible()


def test_whoever_was_quicker_than_a_slow_drive_is_led_back_with_nothing_lost(qtbot, maker):
    maker.places = [CLOUD]
    lane = HandLane()
    screen = shown(qtbot, maker, Papers(), lane=lane)
    to_passphrase(qtbot, screen)
    qtbot.keyClicks(QApplication.focusWidget(), GOOD)
    lane.run()
    assert step(screen) is Step.PLACE
    qtbot.keyClick(screen.place.agree, Qt.Key.Key_Space)
    qtbot.keyClick(screen.on, Qt.Key.Key_Return)
    assert step(screen) is Step.PASSPHRASE
    assert screen.passphrase.passphrase.line.text() == GOOD
