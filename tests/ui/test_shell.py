"""The window around the screens: locking, closing and leaving keep every word, and ask nothing."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Timer

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ffd_desktop.adapters.sqlcipher.open_vault import OpenVault
from ffd_desktop.app import fictional
from ffd_desktop.app.coming_back import Where, find_where, keep_where
from ffd_desktop.app.office_details import Found, keep_details
from ffd_desktop.app.program import Program
from ffd_desktop.app.setting_up import SetUp
from ffd_desktop.app.upkeep import choose_backup_folder
from ffd_desktop.councils.checked import DetailKind
from ffd_desktop.drafting.ports import SchoolProfile
from ffd_desktop.drafting.shelf import Aim
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault.calibrate import LEAST
from ui.__main__ import main as window_or_verb
from ui.background import Lanes, make_lanes
from ui.bugs import Bug
from ui.destinations import ToCheck, ToDraft, ToNewReferral, ToSettings, ToShelf, ToVault
from ui.look import Look
from ui.screen import Screen
from ui.screens.check.screen import CheckScreen
from ui.screens.draft.screen import DraftScreen
from ui.screens.locked.screen import LockedScreen
from ui.screens.new_referral.choices import Danger
from ui.screens.new_referral.screen import NewReferralScreen
from ui.screens.settings.screen import SettingsScreen
from ui.screens.shelf.screen import ShelfScreen
from ui.screens.vault.screen import VaultScreen
from ui.screens.welcome.screen import WelcomeScreen
from ui.shell.building import Builder
from ui.shell.faults import Faults
from ui.shell.starting import load_the_core
from ui.shell.wardrobe import ProgramWardrobe
from ui.shell.window import Shell
from ui.style.apply import style_now
from ui.widgets.compact_numbers import CompactNumbers
from ui.widgets.kin import Choice
from ui.widgets.words import Words

STORY = "concern.what_happened"
WAIT = 20_000


class House:
    """The real program on the fictional school, in a window."""

    def __init__(self, folder: Path) -> None:
        self.bugs: list[Bug] = []
        self.program = Program(folder=folder / "vault")
        self.lanes: Lanes = make_lanes(on_bug=self.bugs.append)
        self.builder = Builder(self.program, self.lanes)
        self.shell = Shell(self.builder)

    def on_lane(self, job: Callable[[], object]) -> object:
        """Do a job where the vault lives, and wait for it."""
        answers: list[object] = []
        self.lanes.vault.submit(self.shell, job, answers.append, answers.append)
        self.lanes.vault.drain()
        while not answers:
            QApplication.processEvents()
        return answers[0]

    def draft_ids(self) -> list[str]:
        """Give the drafts on the shelf, last changed first."""
        desk = self.builder.desk
        assert desk is not None
        rows = self.on_lane(desk.shelf)
        assert isinstance(rows, tuple)
        return [row.id for row in rows]


@pytest.fixture(scope="module")
def fictional_school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the fictional school's vault, made once and copied for each test."""
    home = tmp_path_factory.mktemp("school")
    fictional.look_round(Program(folder=home / "vault")).close()
    return home / fictional.FOLDER


@pytest.fixture
def house(qtbot, tmp_path: Path, fictional_school: Path) -> Iterator[House]:
    shutil.copytree(fictional_school, tmp_path / fictional.FOLDER)
    made = House(tmp_path)
    qtbot.addWidget(made.shell)
    yield made
    if made.shell.screen_now is not None:
        made.shell.screen_now.stay()
    if made.builder.desk is not None:
        made.on_lane(made.builder.desk.close)
    made.lanes.close()
    assert made.bugs == []


@pytest.fixture
def inside(house: House, qtbot) -> House:
    """The window, looking round the fictional school."""
    house.shell.begin()
    house.shell.show()
    welcome = house.shell.screen_now
    assert isinstance(welcome, WelcomeScreen)
    welcome.look_round.click()
    qtbot.waitUntil(lambda: isinstance(house.shell.screen_now, ShelfScreen), timeout=WAIT)
    return house


def open_draft(house: House, qtbot, section: str = "", path: str = "") -> DraftScreen:
    house.shell.go(ToDraft(house.draft_ids()[0], section, path))
    qtbot.waitUntil(lambda: isinstance(house.shell.screen_now, DraftScreen), timeout=WAIT)
    screen = house.shell.screen_now
    assert isinstance(screen, DraftScreen)
    return screen


def unlock(house: House, qtbot) -> None:
    qtbot.waitUntil(lambda: isinstance(house.shell.screen_now, LockedScreen), timeout=WAIT)
    locked = house.shell.screen_now
    assert isinstance(locked, LockedScreen)
    locked.passphrase.line.setText(fictional.PASSPHRASE)
    locked.open_button.click()


@pytest.fixture
def covered(inside: House, qtbot, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    """The window, told to lock while the disk is full; afterwards the disk has room again."""
    draft = open_draft(inside, qtbot)
    desk = inside.builder.desk
    assert desk is not None

    def full(*_: object, **__: object) -> None:
        raise ProblemForPerson("The disk is full.", "Make room.", "disk_full")

    with monkeypatch.context() as patch:
        patch.setattr(desk, "save", full)
        draft.presenter.edited(STORY, "not on the disk yet")
        inside.shell.lock()
        qtbot.waitUntil(lambda: inside.shell.cover_now is not None, timeout=WAIT)
        assert not draft.isVisible()
        yield inside


def test_locking_keeps_the_letter_typed_last_and_comes_back_to_it(inside: House, qtbot) -> None:
    draft = open_draft(inside, qtbot)
    draft.presenter.edited(STORY, "typed in the last millisecond")
    inside.shell.lock()
    unlock(inside, qtbot)
    qtbot.waitUntil(lambda: isinstance(inside.shell.screen_now, DraftScreen), timeout=WAIT)
    again = inside.shell.screen_now
    assert isinstance(again, DraftScreen)
    assert again.presenter.value(STORY) == "typed in the last millisecond"


def test_ctrl_l_locks_from_any_screen(inside: House, qtbot) -> None:
    qtbot.keyClick(inside.shell, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: isinstance(inside.shell.screen_now, LockedScreen), timeout=WAIT)
    assert inside.builder.desk is None


def test_closing_keeps_every_word_and_frees_the_vault(inside: House, qtbot) -> None:
    draft = open_draft(inside, qtbot)
    referral_id = draft.presenter.referral.id
    draft.presenter.edited(STORY, "written just before closing")
    with qtbot.waitSignal(inside.shell.closed, timeout=WAIT):
        inside.shell.close()
    desk = inside.program.unlock(fictional.PASSPHRASE)
    try:
        assert (
            desk.open(referral_id).referral.concern.what_happened == "written just before closing"
        )
    finally:
        desk.close()


def test_the_title_never_says_whom_it_is_about(inside: House, qtbot) -> None:
    draft = open_draft(inside, qtbot)
    names = [child.family_name for child in draft.presenter.referral.children]
    inside.shell.go(ToCheck(draft.presenter.referral.id))
    qtbot.waitUntil(lambda: isinstance(inside.shell.screen_now, CheckScreen), timeout=WAIT)
    for window in QApplication.topLevelWidgets():
        assert not any(str(name) in window.windowTitle() for name in names)
    assert inside.shell.windowTitle() == "FFD Desktop"


def test_words_that_the_disk_does_not_take_are_hidden_by_a_lock_and_not_lost(
    covered: House, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = covered.builder.desk
    assert desk is not None
    monkeypatch.setattr(desk, "save", type(desk).save.__get__(desk))
    unlock(covered, qtbot)
    qtbot.waitUntil(lambda: isinstance(covered.shell.screen_now, DraftScreen), timeout=WAIT)
    again = covered.shell.screen_now
    assert isinstance(again, DraftScreen)
    assert again.presenter.value(STORY) == "not on the disk yet"


def test_the_passphrase_uncovers_words_that_could_not_be_written(
    covered: House, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    cover, draft = covered.shell.cover_now, covered.shell.screen_now
    assert cover is not None
    assert draft is not None
    cover.passphrase.line.setText("wrong wrong wrong")
    with qtbot.assertNotEmitted(cover.uncovered, wait=500):
        cover.show_button.click()
    qtbot.waitUntil(cover.banner.isVisible, timeout=WAIT)

    def uncovered_after_the_pause_for_guesses() -> bool:
        if not draft.isVisible() and not cover.is_asking:
            cover.passphrase.line.setText(fictional.PASSPHRASE)
            cover.show_button.click()
        return draft.isVisible()

    qtbot.waitUntil(uncovered_after_the_pause_for_guesses, timeout=WAIT)
    desk = covered.builder.desk
    assert desk is not None
    monkeypatch.setattr(desk, "save", type(desk).save.__get__(desk))
    with qtbot.waitSignal(covered.shell.closed, timeout=WAIT):
        covered.shell.close()


@pytest.mark.parametrize("by_code", [False, True])
def test_either_secret_uncovers_although_the_vaults_folder_is_gone(
    covered: House, qtbot, by_code: bool
) -> None:
    desk, cover, draft = covered.builder.desk, covered.shell.cover_now, covered.shell.screen_now
    assert desk is not None
    assert cover is not None
    assert draft is not None
    vault = desk.vault
    assert isinstance(vault, OpenVault)
    code = str(covered.on_lane(vault.ways.renew_recovery_code))
    away = covered.program.folder.rename(covered.program.home / "unplugged")
    if by_code:
        cover.other_way.click()
    cover.box.line.setText(code if by_code else fictional.PASSPHRASE)
    with qtbot.waitSignal(cover.uncovered, timeout=WAIT):
        cover.show_button.click()
    assert draft.isVisible()
    away.rename(covered.program.folder)


def test_a_misread_code_leaves_the_words_hidden_and_can_be_typed_again(
    covered: House, qtbot
) -> None:
    cover, draft = covered.shell.cover_now, covered.shell.screen_now
    assert cover is not None
    assert draft is not None
    cover.other_way.click()
    cover.box.line.setText("ABCDE-FGHJK")
    cover.show_button.click()
    qtbot.waitUntil(lambda: "slip in it" in cover.banner.spoken(), timeout=WAIT)
    assert not draft.isVisible()
    assert cover.box is cover.code
    assert cover.box.text() == ""


def test_idle_warns_first_and_any_key_stays(inside: House, qtbot) -> None:
    idle = inside.shell.idle
    idle.watch(1)
    idle.time_is_up()
    assert inside.shell.banner.isVisible()
    QTest.keyClick(inside.shell.windowHandle(), Qt.Key.Key_Shift)
    assert not inside.shell.banner.isVisible()
    idle.time_is_up()
    idle.time_is_up()
    qtbot.waitUntil(lambda: isinstance(inside.shell.screen_now, LockedScreen), timeout=WAIT)


def test_the_end_of_the_session_waits_for_the_words(inside: House, qtbot) -> None:
    draft = open_draft(inside, qtbot)
    draft.presenter.edited(STORY, "the computer is shutting down")
    inside.shell.save_for_session_end()
    desk = inside.builder.desk
    assert desk is not None
    referral_id = draft.presenter.referral.id
    stored = inside.on_lane(lambda: desk.open(referral_id).referral.concern.what_happened)
    assert stored == "the computer is shutting down"


def test_what_is_to_be_known_of_the_vault_is_said_after_unlocking(house: House, qtbot) -> None:
    keys = house.program.home / fictional.FOLDER / "vault.keys"
    keys.write_bytes(b"damaged")
    house.shell.begin()
    house.shell.show()
    welcome = house.shell.screen_now
    assert isinstance(welcome, WelcomeScreen)
    welcome.look_round.click()
    qtbot.waitUntil(lambda: isinstance(house.shell.screen_now, ShelfScreen), timeout=WAIT)
    assert "keys file was damaged" in house.shell.banner.spoken()


def test_a_backup_is_made_after_locking_and_proved_after_unlocking(
    house: House, qtbot, tmp_path: Path
) -> None:
    place, passphrase = tmp_path / "share", "otter lantern gravel"
    profile = SchoolProfile(council="worcestershire", staff_name="Rhiannon")
    made, _ = house.program.create(SetUp(passphrase, profile, params=LEAST))
    choose_backup_folder(house.program, made, place)
    made.close()
    house.shell.begin()
    house.shell.show()

    def open_with_passphrase() -> None:
        qtbot.waitUntil(lambda: isinstance(house.shell.screen_now, LockedScreen), timeout=WAIT)
        locked = house.shell.screen_now
        assert isinstance(locked, LockedScreen)
        locked.passphrase.line.setText(passphrase)
        locked.open_button.click()
        qtbot.waitUntil(lambda: isinstance(house.shell.screen_now, ShelfScreen), timeout=WAIT)

    open_with_passphrase()
    house.shell.lock()
    qtbot.waitUntil(lambda: any(place.glob("*.ffdbackup-unproved")), timeout=WAIT)
    open_with_passphrase()
    qtbot.waitUntil(lambda: any(place.glob("*.ffdbackup")), timeout=WAIT)


def test_a_link_followed_from_check_does_not_move_where_a_lock_comes_back_to(
    inside: House, qtbot
) -> None:
    draft = open_draft(inside, qtbot, path="first_call.phoned")
    draft.go_to(STORY)
    draft.presenter.edited(STORY, "written after the link")
    inside.shell.lock()
    unlock(inside, qtbot)
    qtbot.waitUntil(lambda: isinstance(inside.shell.screen_now, DraftScreen), timeout=WAIT)
    again = inside.shell.screen_now
    assert isinstance(again, DraftScreen)
    assert again.presenter.place.path == STORY
    assert again.section == draft.section


def test_nothing_takes_the_place_of_a_lock_that_was_asked_for(inside: House, qtbot) -> None:
    inside.shell.go(ToDraft(inside.draft_ids()[0]))
    inside.shell.lock()
    inside.shell.go(ToShelf())
    qtbot.waitUntil(lambda: isinstance(inside.shell.screen_now, LockedScreen), timeout=WAIT)


def test_a_vault_that_closes_badly_is_hidden_all_the_same(
    inside: House, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_draft(inside, qtbot)
    desk = inside.builder.desk
    assert desk is not None

    def badly() -> None:
        raise ProblemForPerson("The disk is gone.", "Put it back.", "vault_io")

    with monkeypatch.context() as patch:
        patch.setattr(desk, "close", badly)
        inside.shell.lock()
        qtbot.waitUntil(lambda: isinstance(inside.shell.screen_now, LockedScreen), timeout=WAIT)
    assert "The disk is gone" in inside.shell.banner.spoken()
    inside.on_lane(desk.close)


def test_the_end_of_the_session_waits_for_a_save_behind_a_save(
    inside: House, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = open_draft(inside, qtbot)
    desk = inside.builder.desk
    assert desk is not None
    gate, real = Event(), desk.save

    def slow(*words: object, **more: object) -> object:
        gate.wait(5)
        return real(*words, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(desk, "save", slow)
    draft.presenter.edited(STORY, "first")
    draft.presenter.saver.save_now()
    draft.presenter.edited(STORY, "first and second")
    Timer(0.2, gate.set).start()
    inside.shell.save_for_session_end()
    referral_id = draft.presenter.referral.id
    stored = inside.on_lane(lambda: desk.open(referral_id).referral.concern.what_happened)
    assert stored == "first and second"


def test_numbers_that_the_office_corrected_stand_on_the_locked_screen_of_the_next_start(
    inside: House, qtbot
) -> None:
    desk = inside.builder.desk
    assert desk is not None
    pack = inside.builder.pack()
    found = [
        Found(contact=one.key, kind=DetailKind.PHONE, text="01632 960777") for one in pack.contacts
    ]
    today = inside.program.clock.now().date()
    inside.on_lane(lambda: keep_details(desk, pack, found, by="Rhiannon", on=today))
    with qtbot.waitSignal(inside.builder.numbers_changed, timeout=WAIT):
        inside.builder.look_again()
    fresh = Builder(Program(folder=inside.program.home / "vault"), inside.lanes)
    assert fresh.whom().now.phone == "01632 960777"
    assert fresh.whom().danger.phone == "999"


def test_a_draft_is_held_against_the_numbers_that_the_office_corrected(
    inside: House, qtbot
) -> None:
    desk = inside.builder.desk
    assert desk is not None
    found = [Found(contact="front_door", kind=DetailKind.PHONE, text="01632 960777")]
    pack, today = inside.builder.pack(), inside.program.clock.now().date()
    inside.on_lane(lambda: keep_details(desk, pack, found, by="Rhiannon", on=today))
    with qtbot.waitSignal(inside.builder.numbers_changed, timeout=WAIT):
        inside.builder.look_again()
    draft = open_draft(inside, qtbot)
    contacts = {one.key: one.phone for one in draft.presenter.pack.contacts}
    assert contacts["front_door"] == "01632 960777"


def test_a_draft_for_another_council_shows_that_councils_numbers(inside: House, qtbot) -> None:
    desk = inside.builder.desk
    assert desk is not None
    one = inside.draft_ids()[0]
    aim = Aim("walsall", "marf", inside.program.pack("walsall").version)
    inside.on_lane(lambda: desk.aim(one, aim, screen="check"))
    draft = open_draft(inside, qtbot, path="first_call.phoned")
    qtbot.waitUntil(lambda: bool(draft.findChildren(CompactNumbers)), timeout=WAIT)
    (numbers,) = draft.findChildren(CompactNumbers)
    shown = [one.text() for one in numbers.findChildren(Words)]
    assert any(one.startswith("0300 555") for one in shown)
    assert not any(one.startswith("01905") for one in shown)


def test_an_open_vault_is_needed_for_every_way_but_the_first(house: House, qtbot) -> None:
    house.shell.go(ToShelf())
    qtbot.waitUntil(lambda: isinstance(house.shell.screen_now, LockedScreen), timeout=WAIT)


def test_a_fault_is_noted_without_its_words_and_told_at_the_next_start(house: House, qtbot) -> None:
    faults = Faults(house.program)
    with qtbot.waitSignal(faults.noted):
        faults.on_error(ValueError("CANARY Ada Example"))
    note = house.program.take_fault()
    assert "ValueError" in note
    assert "CANARY" not in note


def test_what_an_open_vault_needs_is_loaded_while_a_passphrase_is_typed() -> None:
    load_the_core()
    assert {"ffd_desktop.app.papers", "ffd_desktop.app.rolls"} <= set(sys.modules)


def test_a_verb_goes_to_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert window_or_verb(["council", "list", "--json"]) == 0
    assert "worcestershire" in capsys.readouterr().out


def test_the_look_is_kept_outside_the_vault_and_put_on_at_the_next_start(tmp_path: Path) -> None:
    program = Program(folder=tmp_path / "vault")
    ProgramWardrobe(program).wear(Look("dark", 150))
    again = ProgramWardrobe(Program(folder=tmp_path / "vault"))
    again.put_on()
    assert again.look() == Look("dark", 150)
    assert style_now().scale == 1.5


def back_inside(house: House, qtbot, kind: type[Screen]) -> Screen:
    """Lock, unlock, and give the screen that came back; a new one each time."""
    before = house.shell.screen_now
    house.shell.lock()
    assert before is not None
    assert not before.isVisible()
    unlock(house, qtbot)
    qtbot.waitUntil(lambda: isinstance(house.shell.screen_now, kind), timeout=WAIT)
    again = house.shell.screen_now
    assert again is not None
    assert again is not before
    return again


def test_what_is_half_typed_for_a_new_referral_comes_back_after_a_lock(
    inside: House, qtbot
) -> None:
    inside.shell.go(ToNewReferral())
    new = inside.shell.screen_now
    assert isinstance(new, NewReferralScreen)
    new.danger.radios[Danger.NOT_SURE].click()
    new.finder.search.line.setText("reedmace")
    qtbot.waitUntil(new.finder.results.isVisible, timeout=WAIT)
    new.finder.results.mark_first()
    qtbot.waitUntil(lambda: bool(new.pupil.kin.radios), timeout=WAIT)
    (sibling, _), radio = next(
        (key, one) for key, one in new.pupil.kin.radios.items() if key[1] is Choice.REFER
    )
    radio.click()
    name = new.pupil.name.text()
    new.finder.search.line.setFocus()
    new.finder.search.line.setCursorPosition(1)
    before = new.half_typed()
    again = back_inside(inside, qtbot, NewReferralScreen)
    assert isinstance(again, NewReferralScreen)
    assert again.half_typed() == before
    qtbot.waitUntil(lambda: (sibling, Choice.REFER) in again.pupil.kin.radios, timeout=WAIT)
    assert again.pupil.kin.radios[sibling, Choice.REFER].isChecked()
    assert again.pupil.name.text() == name
    assert again.danger.radios[Danger.NOT_SURE].isChecked()
    line = again.finder.search.line
    assert (line.text(), line.cursorPosition()) == ("reedmace", 1)
    assert again.half_typed()["kin"] == {sibling: "refer"}


def test_the_name_of_a_child_who_is_not_on_the_roll_comes_back_after_a_lock(
    inside: House, qtbot
) -> None:
    inside.shell.go(ToNewReferral())
    new = inside.shell.screen_now
    assert isinstance(new, NewReferralScreen)
    new.finder.show_name("Wren", "Saltma")
    new.finder.family_name.setFocus()
    again = back_inside(inside, qtbot, NewReferralScreen)
    assert isinstance(again, NewReferralScreen)
    assert again.finder.first_names.text() == "Wren"
    assert again.finder.family_name.text() == "Saltma"
    assert again.focusWidget() is again.finder.family_name


def test_details_that_were_typed_and_not_kept_come_back_after_a_lock(inside: House, qtbot) -> None:
    inside.shell.go(ToSettings())
    settings = inside.shell.screen_now
    assert isinstance(settings, SettingsScreen)
    qtbot.waitUntil(lambda: bool(settings.you.lines["staff_name"].text()), timeout=WAIT)
    settings.you.lines["staff_name"].setText("Rhiannon Tanglewood-Re")
    settings.passphrase.new.line.setText("never to be kept")
    again = back_inside(inside, qtbot, SettingsScreen)
    assert isinstance(again, SettingsScreen)
    box = again.you.lines["staff_name"]
    qtbot.waitUntil(lambda: box.text() == "Rhiannon Tanglewood-Re", timeout=WAIT)
    assert again.half_typed() == {"staff_name": "Rhiannon Tanglewood-Re"}
    assert again.school.lines["school_name"].text()
    assert again.passphrase.new.text() == ""


def test_the_vault_is_checked_from_its_screen_and_the_outcome_is_kept(inside: House, qtbot) -> None:
    inside.shell.go(ToVault())
    qtbot.waitUntil(lambda: isinstance(inside.shell.screen_now, VaultScreen), timeout=WAIT)
    vault = inside.shell.screen_now
    assert isinstance(vault, VaultScreen)
    vault.check.click()
    qtbot.waitUntil(lambda: "The vault is sound" in vault.heading.text(), timeout=WAIT)
    inside.shell.go(ToShelf())
    qtbot.waitUntil(lambda: isinstance(inside.shell.screen_now, ShelfScreen), timeout=WAIT)
    inside.shell.go(ToVault())
    qtbot.waitUntil(lambda: isinstance(inside.shell.screen_now, VaultScreen), timeout=WAIT)
    again = inside.shell.screen_now
    assert isinstance(again, VaultScreen)
    qtbot.waitUntil(lambda: "The vault is sound" in again.heading.text(), timeout=WAIT)


def test_what_came_back_stays_in_the_vault_until_its_writer_has_gone_on(
    inside: House, qtbot
) -> None:
    inside.shell.go(ToNewReferral())
    new = inside.shell.screen_now
    assert isinstance(new, NewReferralScreen)
    new.finder.show_name("Wren", "Saltma")
    back_inside(inside, qtbot, NewReferralScreen)
    desk = inside.shell._builder.desk
    assert desk is not None
    kept = inside.on_lane(lambda: find_where(desk))
    assert isinstance(kept, Where)
    assert "Saltma" in str(kept.typed)
    inside.shell.go(ToShelf())
    qtbot.waitUntil(lambda: isinstance(inside.shell.screen_now, ShelfScreen), timeout=WAIT)
    assert inside.on_lane(lambda: find_where(desk)) is None


def test_words_that_are_looked_for_come_back_after_a_lock(inside: House, qtbot) -> None:
    shelf = inside.shell.screen_now
    assert isinstance(shelf, ShelfScreen)
    shelf.view.search.line.setText("heron")
    again = back_inside(inside, qtbot, ShelfScreen)
    assert isinstance(again, ShelfScreen)
    assert again.view.search.line.text() == "heron"
    again.view.search.empty()
    draft = open_draft(inside, qtbot)
    draft.find_bar.open_bar()
    draft.find_bar.box.line.setText("weir")
    found = back_inside(inside, qtbot, DraftScreen)
    assert isinstance(found, DraftScreen)
    assert found.find_bar.box.text() == "weir"
    assert found.find_bar.isVisible()


def test_what_is_half_typed_is_hidden_and_kept_while_the_disk_does_not_take_it(
    inside: House, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, shelf = inside.builder.desk, inside.shell.screen_now
    assert desk is not None
    assert isinstance(shelf, ShelfScreen)
    shelf.view.search.line.setText("heron")

    def full(*_: object) -> None:
        raise ProblemForPerson("The disk is full.", "Make room.", "disk_full")

    with monkeypatch.context() as patch:
        patch.setattr(desk.settings, "put", full)
        inside.shell.lock()
        qtbot.waitUntil(lambda: inside.shell.cover_now is not None, timeout=WAIT)
        assert inside.builder.desk is desk
        assert not shelf.isVisible()
    unlock(inside, qtbot)
    qtbot.waitUntil(lambda: isinstance(inside.shell.screen_now, ShelfScreen), timeout=WAIT)
    again = inside.shell.screen_now
    assert isinstance(again, ShelfScreen)
    assert again.view.search.line.text() == "heron"


def test_a_draft_that_is_gone_since_the_lock_leads_to_the_shelf(inside: House, qtbot) -> None:
    open_draft(inside, qtbot)
    inside.shell.lock()
    qtbot.waitUntil(lambda: isinstance(inside.shell.screen_now, LockedScreen), timeout=WAIT)
    desk = inside.program.unlock(fictional.PASSPHRASE)
    keep_where(desk, Where("draft", "another"))
    desk.close()
    unlock(inside, qtbot)
    qtbot.waitUntil(lambda: isinstance(inside.shell.screen_now, ShelfScreen), timeout=WAIT)
    assert inside.shell.banner.isVisible()
