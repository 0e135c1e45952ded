"""One suite over everything that keeps slot keys: three systems' keyrings and the fake."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from ffd_desktop.adapters.keyrings import ComputerKeyring
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault.keys import SlotKey
from ffd_desktop.vault.slot_keys import SlotKeys
from tests.builders.keyring_daemon import real_keyring
from tests.fakes import credential_stores
from tests.fakes.slot_keys import FakeSlotKeys

ENTRY = "5f0c3e7a-0001"


@contextmanager
def subject(name: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[SlotKeys]:
    match name:
        case "fake":
            yield FakeSlotKeys()
        case "secret-service":
            with real_keyring(monkeypatch):
                yield ComputerKeyring()
        case "windows":
            credential_stores.stand_in_for_windows(monkeypatch)
            yield ComputerKeyring(platform="win32")
        case "macos":
            credential_stores.stand_in_for_macos(monkeypatch)
            yield ComputerKeyring(platform="darwin")


@pytest.fixture(params=["fake", "secret-service", "windows", "macos"])
def kept(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[SlotKeys]:
    with subject(request.param, monkeypatch) as one:
        yield one


def refusal_of(kept: SlotKeys, entry: str) -> str:
    with pytest.raises(ProblemForPerson) as caught:
        kept.fetch(entry)
    return caught.value.code


def test_what_is_kept_comes_back(kept: SlotKeys) -> None:
    key = SlotKey.fresh()
    kept.keep(ENTRY, key)
    assert kept.fetch(ENTRY) == key


def test_each_entry_has_its_own_key(kept: SlotKeys) -> None:
    one, other = SlotKey.fresh(), SlotKey.fresh()
    kept.keep(ENTRY, one)
    kept.keep(f"{ENTRY}-other", other)
    assert (kept.fetch(ENTRY), kept.fetch(f"{ENTRY}-other")) == (one, other)


def test_a_key_kept_later_takes_the_place_of_the_one_before(kept: SlotKeys) -> None:
    key = SlotKey.fresh()
    kept.keep(ENTRY, SlotKey.fresh())
    kept.keep(ENTRY, key)
    assert kept.fetch(ENTRY) == key


def test_nothing_kept_is_told_as_empty(kept: SlotKeys) -> None:
    assert refusal_of(kept, ENTRY) == "keyring_empty"


def test_what_is_forgotten_is_gone_and_the_rest_stays(kept: SlotKeys) -> None:
    key = SlotKey.fresh()
    kept.keep(ENTRY, SlotKey.fresh())
    kept.keep(f"{ENTRY}-other", key)
    kept.forget(ENTRY)
    kept.forget(ENTRY)
    assert refusal_of(kept, ENTRY) == "keyring_empty"
    assert kept.fetch(f"{ENTRY}-other") == key


def test_it_says_what_kind_it_is(kept: SlotKeys) -> None:
    assert kept.backend
