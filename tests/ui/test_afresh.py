"""A lock that ends in a new process: what is handed over, what is waited for, what if it fails."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import msgspec
import pytest
from PySide6.QtWidgets import QLabel

from ffd_desktop.adapters.afresh import Handover
from ffd_desktop.app.program import Program
from ffd_desktop.app.setting_up import SetUp
from ffd_desktop.app.upkeep import choose_backup_folder
from ffd_desktop.drafting.ports import SchoolProfile
from ffd_desktop.drafting.shelf import Aim
from ffd_desktop.referral.edits import put
from ffd_desktop.vault.calibrate import LEAST
from tests.journeys.house import House
from ui.destinations import ToDraft, ToLocked
from ui.screens.draft.screen import DraftScreen
from ui.screens.locked.screen import LockedScreen
from ui.screens.restore.screen import RestoreScreen
from ui.screens.shelf.screen import ShelfScreen
from ui.shell.afresh import Afresh
from ui.shell.building import Builder
from ui.shell.hush import Hush

PASSPHRASE = "otter lantern gravel"
STORY = "concern.what_happened"
WAIT = 20_000
PATIENCE_MS = 100
NEVER_MS = 24 * 60 * 60 * 1000


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault with one draft in it; copied for each test."""
    folder = tmp_path_factory.mktemp("home") / "vault"
    profile = SchoolProfile(council="worcestershire", staff_name="Rhiannon Tanglewood")
    desk, _ = Program(folder=folder).create(SetUp(PASSPHRASE, profile, params=LEAST))
    pack = Program(folder=folder).pack("worcestershire")
    prefill = (put(STORY, "Wren said that the weir was cold"),)
    desk.start(Aim(pack.key, pack.forms[0].key, pack.version), prefill=prefill, screen="test")
    desk.close()
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "vault"))


@pytest.fixture
def begun() -> list[Handover]:
    """What a new process would have begun with."""
    return []


@pytest.fixture
def make(qtbot, folder: Path) -> Iterator[Callable[..., House]]:
    """Make a window whose locks end in what is given instead of a new process."""
    houses: list[House] = []

    def made(begin: Callable[[Handover], object], patience_ms: int = PATIENCE_MS) -> House:
        def afresh(builder: Builder) -> Afresh:
            return Afresh(builder, begin=begin, patience_ms=patience_ms)

        house = House(folder, afresh=afresh)
        qtbot.addWidget(house.shell)
        houses.append(house)
        return house

    yield made
    for house in houses:
        house.end()


@pytest.fixture
def house(make, begun: list[Handover], qtbot) -> House:
    """The window at the draft."""
    return at_the_draft(make(begun.append), qtbot)


def at_the_draft(house: House, qtbot) -> House:
    house.open()
    unlock(house, qtbot)
    qtbot.waitUntil(lambda: isinstance(house.shell.screen_now, ShelfScreen), timeout=WAIT)
    desk = house.builder.desk
    assert desk is not None
    rows = house.on_lane(desk.shelf)
    assert isinstance(rows, tuple)
    house.shell.go(ToDraft(rows[0].id))
    qtbot.waitUntil(lambda: isinstance(house.shell.screen_now, DraftScreen), timeout=WAIT)
    return house


def unlock(house: House, qtbot) -> None:
    qtbot.waitUntil(lambda: isinstance(house.shell.screen_now, LockedScreen), timeout=WAIT)
    locked = house.shell.screen_now
    assert isinstance(locked, LockedScreen)
    locked.passphrase.line.setText(PASSPHRASE)
    locked.open_button.click()


def test_what_is_handed_over_holds_nothing_of_the_vault(
    house: House, begun: list[Handover], qtbot
) -> None:
    house.shell.lock("Locked because the lid was closed.")
    qtbot.waitUntil(lambda: bool(begun), timeout=WAIT)
    told = msgspec.json.encode(begun[0]).decode()
    assert house.builder.desk is None
    assert begun[0].why == "Locked because the lid was closed."
    assert not any(word in told for word in (PASSPHRASE, "Wren", "Rhiannon", "FFD-2"))


def test_the_next_process_comes_back_to_the_letter_typed_last(
    house: House, make, begun: list[Handover], qtbot
) -> None:
    draft = house.shell.screen_now
    assert isinstance(draft, DraftScreen)
    draft.presenter.edited(STORY, "typed in the last millisecond")
    house.shell.lock("Why it locked")
    qtbot.waitUntil(lambda: bool(begun), timeout=WAIT)
    after: House = make(begun.append)
    after.shell.begin(begun[0])
    after.shell.show()
    locked = after.shell.screen_now
    assert isinstance(locked, LockedScreen)
    assert locked.why.text() == "Why it locked"
    unlock(after, qtbot)
    qtbot.waitUntil(lambda: isinstance(after.shell.screen_now, DraftScreen), timeout=WAIT)
    again = after.shell.screen_now
    assert isinstance(again, DraftScreen)
    assert again.presenter.value(STORY) == "typed in the last millisecond"


def test_whoever_locks_to_put_a_backup_back_arrives_there_in_the_next_process(
    house: House, make, begun: list[Handover], qtbot
) -> None:
    house.shell.go(ToLocked(to_restore=True))
    qtbot.waitUntil(lambda: bool(begun), timeout=WAIT)
    assert house.builder.desk is None
    after: House = make(begun.append)
    after.shell.begin(begun[0])
    assert isinstance(after.shell.screen_now, RestoreScreen)


def test_the_screen_is_covered_at_once(house: House, begun: list[Handover], qtbot) -> None:
    draft = house.shell.screen_now
    assert draft is not None
    house.shell.lock()
    assert not draft.isVisible()
    hush = house.shell.findChild(Hush)
    assert hush is not None
    assert hush.isVisible()
    assert "Locked" in [label.text() for label in hush.findChildren(QLabel)]
    qtbot.waitUntil(lambda: bool(begun), timeout=WAIT)


def test_the_next_process_copies_the_backup_that_was_due(
    house: House, make, begun: list[Handover], qtbot, tmp_path: Path
) -> None:
    place, desk = tmp_path / "share", house.builder.desk
    assert desk is not None
    house.on_lane(lambda: choose_backup_folder(house.program, desk, place))
    house.shell.lock()
    qtbot.waitUntil(lambda: bool(begun), timeout=WAIT)
    assert not any(place.glob("*.ffdbackup-unproved"))
    make(begun.append).shell.begin(begun[0])
    qtbot.waitUntil(lambda: any(place.glob("*.ffdbackup-unproved")), timeout=WAIT)


def test_a_system_that_does_not_let_it_begin_afresh_still_locks_and_says_so(
    make, qtbot, house: House, begun: list[Handover]
) -> None:
    house.shell.close()
    qtbot.waitUntil(lambda: house.is_closed, timeout=WAIT)

    def refuse(_: Handover) -> None:
        raise OSError

    other: House = make(refuse)
    other.open()
    unlock(other, qtbot)
    qtbot.waitUntil(lambda: isinstance(other.shell.screen_now, ShelfScreen), timeout=WAIT)
    other.shell.lock()
    qtbot.waitUntil(lambda: isinstance(other.shell.screen_now, LockedScreen), timeout=WAIT)
    assert other.builder.desk is None
    assert "could not start itself afresh" in other.shell.banner.spoken()


def test_a_paper_that_is_being_made_is_waited_for(
    house: House, begun: list[Handover], qtbot
) -> None:
    steps: list[str] = []
    gate = Event()

    def make_paper() -> None:
        gate.wait(WAIT)
        steps.append("written")

    house.shell.lock()
    house.lanes.papers.submit(house.shell, make_paper, steps.append, steps.append)
    gate.set()
    qtbot.waitUntil(lambda: bool(begun), timeout=WAIT)
    assert steps[:1] == ["written"]


@pytest.mark.parametrize("lane", ["papers", "proofs"])
def test_a_lane_that_does_not_end_keeps_no_key_in_memory(
    house: House, begun: list[Handover], qtbot, lane: str
) -> None:
    gate, ends = Event(), list[object]()
    getattr(house.lanes, lane).submit(
        house.shell, lambda: gate.wait(WAIT), ends.append, ends.append
    )
    house.shell.lock()
    qtbot.waitUntil(lambda: bool(begun), timeout=WAIT)
    assert not ends
    gate.set()


def test_a_window_that_is_closed_meanwhile_does_not_come_back(
    make, begun: list[Handover], qtbot
) -> None:
    house = at_the_draft(make(begun.append, patience_ms=NEVER_MS), qtbot)
    gate, ends = Event(), list[object]()
    house.lanes.papers.submit(house.shell, lambda: gate.wait(WAIT), ends.append, ends.append)
    house.shell.lock()
    qtbot.waitUntil(lambda: house.builder.desk is None, timeout=WAIT)
    house.on_lane(lambda: "closed")  # from now on only the paper is waited for
    house.shell.close()
    qtbot.waitUntil(lambda: house.is_closed, timeout=WAIT)
    gate.set()
    house.lanes.papers.submit(house.shell, lambda: "the last", ends.append, ends.append)
    qtbot.waitUntil(lambda: "the last" in ends, timeout=WAIT)
    assert not begun
