"""Settings: the office's details, numbers, looks, locking, passphrase; each by keyboard."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from ffd_desktop.vault import slot_keys, trouble
from ffd_desktop.vault.passphrase import judge
from tests.ui import around_kit as kit
from ui.destinations import ToCouncilDetails
from ui.look import Look
from ui.screens.settings.quick_part import QuickPart
from ui.screens.settings.screen import SettingsScreen
from ui.screens.settings.spelling_part import SpellingPart
from ui.shell.spelling import DeskSpelling

OLD, NEW = "teapot velvet canal", "lantern biscuit harbour"


class Wardrobe:
    """Wears what it is told."""

    def __init__(self) -> None:
        self.worn = Look("dark", 125)

    def look(self) -> Look:
        return self.worn

    def wear(self, look: Look) -> None:
        self.worn = look


class Locksmith:
    """Knows one passphrase."""

    def __init__(self) -> None:
        self.passphrase = OLD

    def judge_passphrase(self, text, about):
        return judge(text, common=frozenset(), about=about)

    def change_passphrase(self, *, old, new, whose=""):
        if old != self.passphrase:
            raise trouble.wrong_passphrase()
        self.passphrase = new


class BackupKeeper:
    """Keeps a folder in memory, and warns of every one."""

    def __init__(self) -> None:
        self.folder = ""

    def chosen(self) -> str:
        return self.folder

    def choose(self, place):
        self.folder = str(place)
        return ("It is on the same disk as the vault.",)


@pytest.fixture
def backups() -> BackupKeeper:
    return BackupKeeper()


@pytest.fixture
def desk():
    return kit.desk()


@pytest.fixture
def wardrobe() -> Wardrobe:
    return Wardrobe()


@pytest.fixture
def locksmith() -> Locksmith:
    return Locksmith()


@pytest.fixture
def quick() -> kit.FakeQuick:
    return kit.FakeQuick()


@pytest.fixture
def minutes() -> list[int]:
    return []


@pytest.fixture
def screen(qtbot, desk, wardrobe, locksmith, backups, quick, minutes) -> SettingsScreen:
    made = SettingsScreen(
        desk=desk,
        pack=kit.pack(),
        lane=kit.PromptLane(),
        wardrobe=wardrobe,
        locksmith=locksmith,
        backups=backups,
        quick=QuickPart(quick, vault=kit.PromptLane(), keyring=kit.PromptLane()),
        spelling=SpellingPart(DeskSpelling(desk), kit.PromptLane()),
        lock_after=minutes.append,
    )
    return kit.show(qtbot, made)


def retype(qtbot, line, text: str) -> None:
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)


def test_what_is_kept_stands_in_the_boxes(screen):
    assert screen.you.lines["staff_name"].text() == "Rhiannon Tanglewood"
    assert screen.you.role.currentData() == "dsl"
    assert screen.school.lines["estab_code"].text() == "0000"
    assert screen.looks.modes["dark"].isChecked()
    assert screen.looks.sizes[125].isChecked()
    assert screen.locking.minutes.currentData() == 5


def test_details_are_kept_and_the_rest_stays(qtbot, screen, desk):
    retype(qtbot, screen.you.lines["staff_phone"], "07700 900999")
    with qtbot.waitSignal(screen.office_changed):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    profile = desk.profile()
    assert profile.staff_phone == "07700 900999"
    assert profile.staff_role == "dsl"
    assert profile.school_name == kit.PROFILE.school_name
    assert profile.fictional is True
    assert screen.banner.spoken().startswith("Kept")


def test_another_name_says_where_else_it_must_be_given(qtbot, screen):
    retype(qtbot, screen.you.lines["staff_name"], "Rhiannon Calloway")
    qtbot.keyClick(screen.you.keep, Qt.Key.Key_Return)
    assert "you are still Rhiannon Tanglewood" in screen.banner.spoken()


def test_a_second_card_does_not_undo_the_first(qtbot, screen, desk):
    retype(qtbot, screen.you.lines["staff_name"], "Nnamdi Kaya")
    qtbot.keyClick(screen.you.keep, Qt.Key.Key_Return)
    retype(qtbot, screen.school.lines["school_phone"], "01632 960999")
    qtbot.keyClick(screen.school.keep, Qt.Key.Key_Return)
    assert desk.profile().staff_name == "Nnamdi Kaya"
    assert desk.profile().school_phone == "01632 960999"


def test_the_councils_details_are_one_button_away(qtbot, screen):
    with qtbot.waitSignal(screen.go) as left:
        qtbot.keyClick(screen.council.link, Qt.Key.Key_Return)
    assert left.args == [ToCouncilDetails()]
    assert screen.council.state.text() == "Your office has checked all that is published."


def test_looks_are_worn_at_once(qtbot, screen, wardrobe):
    qtbot.keyClick(screen.looks.modes["light"], Qt.Key.Key_Space)
    qtbot.keyClick(screen.looks.sizes[200], Qt.Key.Key_Space)
    assert wardrobe.worn == Look("light", 200)


def test_the_time_to_lock_is_kept_and_told_to_the_shell(qtbot, screen, desk, minutes):
    screen.locking.minutes.setFocus()
    qtbot.keyClick(screen.locking.minutes, Qt.Key.Key_Down)
    chosen = screen.locking.minutes.currentData()
    assert chosen == 10
    assert minutes == [10]
    assert desk.settings.get("lock_minutes") == 10


def change(qtbot, screen, old: str, new: str, again: str) -> None:
    for box, text in zip(
        (screen.passphrase.old, screen.passphrase.new, screen.passphrase.again),
        (old, new, again),
        strict=True,
    ):
        retype(qtbot, box.line, text)
    qtbot.keyClick(screen.passphrase.again.line, Qt.Key.Key_Return)


def test_the_passphrase_is_changed_and_forgotten_by_the_boxes(qtbot, screen, locksmith):
    change(qtbot, screen, OLD, NEW, NEW)
    assert locksmith.passphrase == NEW
    assert "passphrase is changed" in screen.banner.spoken()
    assert screen.passphrase.old.text() == screen.passphrase.new.text() == ""
    assert "passphrase is changed" in screen.passphrase.strength.text()
    assert QApplication.focusWidget() is screen.passphrase.again.line


@pytest.mark.parametrize(
    ("old", "new", "again", "asked"),
    [
        ("", NEW, NEW, 0),
        (OLD, "short", "short", 1),
        (OLD, "", "", 1),
        (OLD, "Rhiannon Tanglewood", "Rhiannon Tanglewood", 1),
        (OLD, NEW, NEW + "x", 2),
    ],
)
def test_what_is_not_good_is_said_at_its_box(qtbot, screen, locksmith, old, new, again, asked):
    change(qtbot, screen, old, new, again)
    assert locksmith.passphrase == OLD
    assert screen.passphrase.asked[asked].slip_words()


def test_a_wrong_present_passphrase_is_told(qtbot, screen, locksmith):
    change(qtbot, screen, "not the one at all", NEW, NEW)
    assert locksmith.passphrase == OLD
    assert "does not open it" in screen.banner.spoken()
    assert "does not open it" in screen.passphrase.asked[0].slip_words()
    assert QApplication.focusWidget() is screen.passphrase.old.line


def test_what_was_destroyed_is_listed_with_its_reason(screen, desk):
    row = kit.start(desk, "Lowri", "Kaya")
    desk.destroy(row.id, reason="Written about the wrong child", screen="test")
    screen.entered()
    words = " ".join(label.text() for label in screen.gone.findChildren(QLabel))
    assert "FFD-2026-0001, on 20 November 2026 by Rhiannon Tanglewood" in words
    assert "Written about the wrong child" in words
    assert "Kaya" not in words


def test_every_control_has_a_name(screen):
    kit.assert_all_named(screen)


def test_a_folder_for_the_backups_is_kept_and_what_speaks_against_it_is_said(
    qtbot, screen, backups, tmp_path
):
    assert "No folder" in screen.backups.where.text()
    screen.backups.chosen.emit(tmp_path)
    assert backups.folder == str(tmp_path)
    assert str(tmp_path) in screen.backups.where.text()
    assert "same disk" in screen.banner.spoken()


# ---- this computer's sign-in ------------------------------------------------------------------


def test_it_is_off_at_first_and_says_what_it_means(screen):
    assert screen.quick.state.text() == "Off on this computer."
    assert screen.quick.on.isEnabled()
    assert not screen.quick.off.isVisible()


def test_it_is_turned_on_and_off_by_keys(qtbot, screen, quick):
    screen.quick.on.setFocus()
    qtbot.keyClick(screen.quick.on, Qt.Key.Key_Return)
    assert quick.is_on
    assert QApplication.focusWidget() is screen.quick.off
    assert screen.quick.state.text() == "On for you on this computer."
    assert "Turned on" in screen.banner.spoken()
    qtbot.keyClick(screen.quick.off, Qt.Key.Key_Return)
    assert not quick.is_on
    assert [note.entry for note in quick.forgotten] == ["old"]
    assert "keeps nothing for you" in screen.banner.spoken()


def test_a_keyring_that_does_not_answer_leaves_it_off(qtbot, screen, quick):
    quick.fails = slot_keys.silent()
    qtbot.keyClick(screen.quick.on, Qt.Key.Key_Return)
    assert "did not answer" in screen.banner.spoken()
    assert screen.quick.state.text() == "Off on this computer."
    assert screen.quick.on.isEnabled()


def test_a_slot_that_could_not_be_made_has_its_key_forgotten(qtbot, screen, quick):
    quick.refuses = trouble.keys_unproved()
    qtbot.keyClick(screen.quick.on, Qt.Key.Key_Return)
    assert [note.entry for note in quick.forgotten] == ["new"]
    assert not quick.is_on
    assert screen.banner.isVisible()


def test_a_keyring_that_does_not_answer_does_not_keep_it_on(qtbot, screen, quick):
    quick.is_on = True
    screen.entered()
    quick.fails = slot_keys.silent()
    qtbot.keyClick(screen.quick.off, Qt.Key.Key_Return)
    assert not quick.is_on
    assert "does not open the vault any more" in screen.banner.spoken()


def test_where_it_may_not_be_it_says_why(screen, quick):
    quick.why_not = "Your IT support does not allow it."
    screen.entered()
    assert screen.quick.state.text().endswith("Your IT support does not allow it.")
    assert not screen.quick.on.isEnabled()


def test_whoever_came_in_by_a_sheet_has_no_details_to_keep(screen):
    told = screen._presenter._read()
    screen.show_office(msgspec.structs.replace(told, is_recovered=True))
    assert screen.you.isHidden()
    screen.show_office(msgspec.structs.replace(told, is_recovered=False))
    assert not screen.you.isHidden()
