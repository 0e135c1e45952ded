"""The vault is checked while somebody writes: nothing waits for it and nothing is lost."""

import threading
from pathlib import Path

import pytest

from ffd_desktop.adapters.sqlcipher.checkup import Checkup
from tests.builders import referrals as built
from tests.builders.backups import STICK, first_written, write
from tests.builders.vaults import PASSPHRASE, reopened
from tests.journeys.conftest import Open
from tests.journeys.walker import Key, Walker

EDITS = 6000
TYPED = " Typed while the check went on."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A vault with some thousand records."""
    computer = tmp_path / "computer"
    computer.mkdir()
    (tmp_path / STICK).mkdir()
    first_written(computer / "vault", tmp_path / STICK)
    write(computer / "vault", "What was there before.", EDITS)
    return computer / "vault"


@pytest.fixture
def may_go_on(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Hold each check, once begun, until a test lets it go on or it is over."""
    let_go, verified = threading.Event(), Checkup._verified

    def held(self: Checkup, progress: object) -> object:
        while not (let_go.wait(0.01) or progress.is_stopped()):  # type: ignore[attr-defined]
            pass
        return verified(self, progress)  # type: ignore[arg-type]

    monkeypatch.setattr(Checkup, "_verified", held)
    return let_go


def begin_a_check(walker: Walker) -> None:
    walker.stands_at("Passphrase").type(PASSPHRASE).enter().reads("FFD-")
    walker.push("Settings").push("The vault").push("Check the vault now")
    walker.reads("Beginning the check")


def write_something(walker: Walker) -> None:
    walker.push("Back to Settings").push("Back to the shelf").reads("FFD-")
    walker.tab_to("Referrals on the shelf").enter().reads("Back to the shelf")
    walker.tab_to("Sections of this referral").row_to("Tell what happened").press(Key.Key_Tab)
    walker.ctrl(Key.Key_End).type(TYPED).reads("✓  Saved ")


def test_words_are_saved_while_the_vault_is_checked(
    folder: Path, opens: Open, may_go_on: threading.Event
) -> None:
    house, walker = opens()
    begin_a_check(walker)
    write_something(walker)
    desk = house.builder.desk
    assert desk is not None
    assert house.builder.checks_of(desk).is_running
    found = house.on_lane(lambda: desk.open(built.typical().id))
    assert str(found.referral.concern.what_happened).endswith(TYPED)
    may_go_on.set()
    walker.push("Back to the shelf").reads("FFD-").push("Settings").push("The vault")
    walker.reads("The vault is sound").ctrl(Key.Key_L).reads("FFD Desktop is locked")
    walker.stands_at("Passphrase").type(PASSPHRASE).enter().reads("The vault is sound")


def test_locking_during_a_check_loses_nothing(
    folder: Path, opens: Open, may_go_on: threading.Event
) -> None:
    _, walker = opens()
    begin_a_check(walker)
    write_something(walker)
    walker.ctrl(Key.Key_L).reads("FFD Desktop is locked")
    vault = reopened(folder)
    words = str(vault.referrals.load(built.typical().id).concern.what_happened)
    assert words.endswith(TYPED)
    assert vault.verify().is_sound
    vault.lock()


def test_a_check_can_be_stopped(folder: Path, opens: Open, may_go_on: threading.Event) -> None:
    _, walker = opens()
    begin_a_check(walker)
    walker.stands_at("Stop: checking the vault").space()
    walker.reads("Stopped. Nothing was changed")
    may_go_on.set()
    walker.push("Check the vault now").reads("The vault is sound")
