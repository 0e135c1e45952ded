"""The computer is left in mid-word: the window locks, the word is kept, the system was waited for.

A real bus, real signals, the real window.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ffd_desktop.app import fictional
from tests.fakes.computer import FakeComputer, private_bus
from tests.journeys import steps
from tests.journeys.conftest import Open
from tests.journeys.house import House
from tests.journeys.walker import Walker
from tests.tools import only_on
from ui.sentry.linux import Addresses, LinuxSentry
from ui.sentry.port import Why
from ui.shell.guarding import WORDS

pytestmark = only_on("Linux")
Leave = Callable[[FakeComputer], None]
WAYS: dict[str, tuple[Leave, Why]] = {
    "the screen saver of GNOME": (FakeComputer.saver_comes, Why.SCREEN),
    "the session is locked": (FakeComputer.session_is_locked, Why.SCREEN),
    "the session is switched": (FakeComputer.session_is_switched, Why.SWITCH),
    "sleep": (FakeComputer.goes_to_sleep, Why.SLEEP),
    "the lid": (FakeComputer.lid_closes, Why.LID),
}


@pytest.fixture
def computer(tmp_path: Path) -> Iterator[tuple[FakeComputer, LinuxSentry]]:
    with private_bus(tmp_path) as address:
        made = FakeComputer(address)
        yield made, LinuxSentry(Addresses(address, address))
        made.leave()


@pytest.fixture
def at_work(
    opens: Open, computer: tuple[FakeComputer, LinuxSentry]
) -> tuple[House, Walker, FakeComputer]:
    """In a draft of the fictional school."""
    made, sentry = computer
    house, walker = opens(sentry=sentry)
    steps.look_round(walker)
    steps.open_top_draft(walker)
    return house, walker, made


@pytest.mark.parametrize("way", WAYS)
def test_leaving_the_computer_locks_and_keeps_the_letter_typed_last(
    at_work: tuple[House, Walker, FakeComputer], way: str
) -> None:
    house, walker, computer = at_work
    leave, why = WAYS[way]
    steps.go_to_section(walker, "Tell what happened")
    walker.stands_at("What happened").type("in the last millisecond")
    leave(computer)
    walker.reads("FFD Desktop is locked", WORDS[why]).stands_at("Passphrase")
    assert house.builder.desk is None
    steps.unlock(walker, fictional.PASSPHRASE)
    walker.reads("in the last millisecond").stands_at("What happened")


def test_the_system_waits_for_the_lock_and_only_while_there_are_words(
    at_work: tuple[House, Walker, FakeComputer],
) -> None:
    _, walker, computer = at_work
    walker.until(lambda: len(computer.held()) == 1, "no inhibitor was taken")
    assert computer.held() == [("sleep", "FFD Desktop", "Locking the vault", "delay")]
    computer.goes_to_sleep()
    walker.reads("FFD Desktop is locked")
    walker.until(lambda: not computer.held(), "the inhibitor was not given back")
    computer.wakes()
    steps.unlock(walker, fictional.PASSPHRASE)
    walker.until(lambda: len(computer.held()) == 1, "no inhibitor was taken after waking")
    assert computer.taken == 2


def test_the_inhibitor_is_held_until_the_vault_is_closed(
    at_work: tuple[House, Walker, FakeComputer], monkeypatch: pytest.MonkeyPatch
) -> None:
    house, walker, computer = at_work
    walker.until(lambda: len(computer.held()) == 1, "no inhibitor was taken")
    desk = house.builder.desk
    assert desk is not None
    close, held = desk.close, []

    def watched() -> None:
        close()
        held.append(len(computer.held()))

    monkeypatch.setattr(desk, "close", watched)
    computer.goes_to_sleep()
    walker.reads("FFD Desktop is locked")
    assert held == [1]


def test_closing_the_window_gives_the_inhibitor_back(
    at_work: tuple[House, Walker, FakeComputer],
) -> None:
    house, walker, computer = at_work
    walker.until(lambda: len(computer.held()) == 1, "no inhibitor was taken")
    house.shell.close()
    walker.until(lambda: not computer.held(), "the inhibitor was not given back")


def test_a_computer_left_while_the_vault_is_being_opened_is_locked_again(
    opens: Open, computer: tuple[FakeComputer, LinuxSentry]
) -> None:
    _, sentry = computer
    house, walker = opens(sentry=sentry)
    steps.look_round(walker)
    house.shell.lock()
    steps.unlock(walker, fictional.PASSPHRASE)
    house.sentry.called.emit(Why.SCREEN)
    opened: list[object] = []
    house.builder.opened.connect(opened.append)
    walker.until(lambda: bool(opened), "the vault was not opened")
    walker.reads("FFD Desktop is locked", WORDS[Why.SCREEN])
    walker.until(lambda: house.builder.desk is None, "the vault stays open")


def test_without_any_bus_there_is_nothing_to_hear_and_nothing_is_said(opens: Open) -> None:
    sentry = LinuxSentry(Addresses("unix:path=/nowhere/at/all", ""))
    house, walker = opens(sentry=sentry)
    steps.look_round(walker)
    house.shell.lock()
    walker.reads("FFD Desktop is locked")
