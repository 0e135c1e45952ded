"""The transfer sheet: one key copies and goes on, and a time-out costs nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ffd_desktop.app import copied
from ffd_desktop.app.transfer import TransferSheet
from ffd_desktop.councils.reading import read_pack
from ffd_desktop.referral.edits import put, replay
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.people import Child
from ffd_desktop.sending.sheet import pages_of
from tests.builders.packs import SHARED, as_bytes, pack_files
from tests.fakes.referral_store import FakeSettingsStore
from tests.ui import around_kit as kit
from ui.destinations import ToCheck
from ui.screens.sheet.screen import SheetScreen

PACK = read_pack(as_bytes(pack_files()), SHARED)
FAMILY = (Child("c1", first_names="Mia Aurelia Constance", sex="F"), Child("c2", sex="M"))


class Kept:
    """What was copied, kept as the real program keeps it, in settings that a test can see."""

    def __init__(self) -> None:
        self.settings = FakeSettingsStore()

    def marks(self) -> frozenset[str]:
        return copied.marks(self.settings, "r")

    def keep(self, marks: frozenset[str]) -> None:
        copied.keep(self.settings, "r", marks)


def sheet() -> TransferSheet:
    blank = Referral("r", "FFD-2026-0001", "larkrise", "csc", children=FAMILY)
    referral = replay(blank, [put("concern.immediate_danger", False)])
    pages = pages_of(referral, PACK.form("csc"), PACK, today=kit.FRIDAY.date())
    return TransferSheet("r", "FFD-2026-0001", "Larkrise online", "Invented", pages)


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
def words() -> list[str]:
    return []


@pytest.fixture
def screen(qtbot, kept, words) -> SheetScreen:
    return shown(qtbot, kept, words)


def shown(qtbot, kept, words) -> SheetScreen:
    made = SheetScreen(sheet(), copied=kept, lane=kit.PromptLane())
    made.copies.connect(words.append)
    return kit.show(qtbot, made)


def enter(qtbot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def test_enter_alone_walks_through_a_page(qtbot, screen, words):
    assert QApplication.focusWidget().accessibleName() == "Chosen there: Gender"
    for _ in range(3):
        enter(qtbot)
    assert words == ["Mia Aurelia ", "Constance"]
    assert screen.progress.text() == "3 of 5 done."
    assert QApplication.focusWidget() is screen.next
    enter(qtbot)
    assert screen.heading.text() == "1. The child: child 2 of 2"


def test_what_was_copied_is_there_again_after_a_time_out_and_a_lock(qtbot, screen, kept, words):
    for _ in range(4):
        enter(qtbot)
    again = shown(qtbot, kept, words)
    assert again.presenter.at == 1
    assert again.progress.text() == "3 of 5 done."
    again.turn(0)
    assert all(part.done.isVisible() for row in again.rows for part in row.parts)


def test_a_sheet_is_begun_anew_when_the_web_form_is(qtbot, screen, kept):
    enter(qtbot)
    screen.anew.click()
    assert kept.marks() == frozenset()
    assert screen.progress.text() == "0 of 5 done."


def test_the_clipboard_is_cleared_behind_it(qtbot, screen, words):
    enter(qtbot)
    enter(qtbot)
    assert screen.clearing.isActive()
    screen.clearing.timeout.emit()
    screen.leave(lambda: words.append("left"))
    assert words == ["Mia Aurelia ", "", "", "left"]


def test_pages_turn_by_keys_and_the_way_back_leads_to_the_check(qtbot, screen):
    qtbot.keyClick(screen, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert screen.where.text() == "Page 2 of 3"
    qtbot.keyClick(screen, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert screen.where.text() == "Page 1 of 3"
    with qtbot.waitSignal(screen.go) as left:
        screen.back.click()
    assert left.args == [ToCheck("r")]
