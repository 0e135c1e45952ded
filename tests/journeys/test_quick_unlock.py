"""The walk with this computer's sign-in: turned on in Settings, used, lost, and nobody minds."""

from collections.abc import Iterator

import pytest

from ffd_desktop.app import fictional
from tests.builders.keyring_daemon import kept_in_keyring, lock_keyring, real_keyring
from tests.journeys import steps
from tests.journeys.conftest import Open
from tests.journeys.walker import Key, Walker
from tests.tools import only_on

pytestmark = only_on("Linux")
UNLOCK = f"Unlock as {fictional.SCHOOL.staff_name}"


@pytest.fixture
def walker(opens: Open, monkeypatch: pytest.MonkeyPatch) -> Iterator[Walker]:
    """Locked, with quick unlock turned on."""
    with real_keyring(monkeypatch):
        house, walker = opens()
        steps.look_round(walker)
        walker.push("Settings").reads("This computer")
        walker.push("Turn on unlocking with this computer’s sign-in").reads("Turned on")
        assert len(kept_in_keyring()) == 1
        walker.ctrl(Key.Key_L).reads("FFD Desktop is locked", UNLOCK)
        walker.stands_at("Passphrase")
        yield walker
        house.end()


def test_the_keyring_opens_the_vault_and_is_let_go_again(walker: Walker) -> None:
    walker.push(UNLOCK).reads("This computer", "On for you on this computer.")
    walker.push("Turn off unlocking with this computer’s sign-in").reads("Turned off")
    assert kept_in_keyring() == {}
    walker.ctrl(Key.Key_L).reads("FFD Desktop is locked")
    steps.unlock(walker, fictional.PASSPHRASE)


def test_a_locked_keyring_takes_the_offer_back_and_the_passphrase_opens(walker: Walker) -> None:
    lock_keyring()
    walker.push(UNLOCK).reads("This computer’s keyring did not answer. Type your passphrase.")
    steps.unlock(walker, fictional.PASSPHRASE)
    walker.reads("On for you on this computer.")
