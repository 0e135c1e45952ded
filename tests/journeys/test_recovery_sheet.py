"""Set-up is ended before the recovery code was typed back: writing goes on, the reminder stays."""

from __future__ import annotations

import gc
from threading import Event

import pytest

from ffd_desktop.adapters.sqlcipher.open_vault import OpenVault
from ffd_desktop.vault.states import Locked
from tests.journeys import steps
from tests.journeys.conftest import Open
from tests.journeys.house import House
from tests.journeys.walker import Key, Walker

WAIT_S = 20
REMINDER = "Nobody has typed the recovery code back from its sheet yet"


def to_the_sheet(walker: Walker) -> None:
    """From the first screen to the page of the recovery code."""
    to_the_passphrase(walker)
    walker.type(steps.PASSPHRASE).enter().type(steps.PASSPHRASE).enter()
    walker.reads("The recovery sheet")


def to_the_passphrase(walker: Walker) -> None:
    """From the first screen to the page of the passphrase."""
    walker.push("Set up this computer").type("Example Primary School").push("Continue")
    walker.choose("Worcestershire").push("Continue")
    walker.type("Rhiannon Tanglewood").push("Continue")
    walker.reads("Step 4 of 7")


def has_closed_its_vault(house: House, walker: Walker) -> None:
    """Close the window, and see that nothing holds the vault and no word waits beside it."""
    house.shell.close()
    walker.until(lambda: house.is_closed, "the window did not close")
    folder = house.program.folder
    assert (folder / "vault.db").exists()
    assert not (folder / "vault.db-wal").exists()
    state = house.program.vault_state()
    assert isinstance(state, Locked)
    alive = (one for one in gc.get_objects() if isinstance(one, OpenVault))
    of_here = [one for one in alive if one.ways.content.vault_id == state.vault_id]
    assert all(one.is_locked and one.ways.is_forgotten for one in of_here)


def test_set_up_that_is_closed_at_its_sheet_locks_the_vault_and_forgets_its_key(
    opens: Open,
) -> None:
    house, walker = opens()
    to_the_sheet(walker)
    has_closed_its_vault(house, walker)


def test_set_up_that_is_closed_while_the_vault_is_made_locks_it_and_forgets_its_key(
    opens: Open,
) -> None:
    house, walker = opens()
    to_the_passphrase(walker)
    gate = Event()
    house.lanes.vault.submit(house.shell, lambda: gate.wait(WAIT_S), str, str)
    walker.type(steps.PASSPHRASE).enter().type(steps.PASSPHRASE).enter()
    walker.reads("Making the vault")
    house.shell.close()
    gate.set()
    has_closed_its_vault(house, walker)


@pytest.mark.slow
@pytest.mark.parametrize("way", ["the keys", "nobody there"])
def test_a_lock_at_the_sheet_hides_the_code_and_locks_the_vault(way: str, opens: Open) -> None:
    house, walker = opens()
    house.shell.lock()  # no vault yet, and nothing to lock
    to_the_sheet(walker)
    assert house.builder.is_open
    if way == "the keys":
        walker.ctrl(Key.Key_L)
    else:
        house.shell.idle.passed.emit()
    walker.reads("FFD Desktop is locked").reads_no("The recovery sheet")
    assert not house.builder.is_open
    assert not (house.program.folder / "vault.db-wal").exists()
    steps.unlock(walker, steps.PASSPHRASE)
    walker.reads("Referrals", REMINDER)


def test_idleness_is_watched_from_the_moment_in_which_set_up_has_made_a_vault(
    opens: Open,
) -> None:
    house, walker = opens()
    to_the_passphrase(walker)
    assert not house.shell.idle.is_watching
    walker.type(steps.PASSPHRASE).enter().type(steps.PASSPHRASE).enter()
    walker.reads("The recovery sheet")
    assert house.shell.idle.is_watching
    has_closed_its_vault(house, walker)


@pytest.mark.slow
def test_the_code_is_typed_back_before_the_first_record_or_reminded_of_until_it_is(
    opens: Open,
) -> None:
    house, walker = opens()
    to_the_sheet(walker)
    walker.push("Continue").reads("group must be as it stands on the sheet")
    house.shell.close()
    walker.until(lambda: house.is_closed, "the window did not close")
    house, walker = opens()
    steps.unlock(walker, steps.PASSPHRASE)
    walker.reads(REMINDER)
    assert house.builder.desk is not None
    assert house.builder.desk.head.count == 0
    walker.ctrl(Key.Key_N).reads("Is a child in immediate danger now?")  # nothing is in the way
    walker.push("Back to the shelf").stands_at(steps.SHELF_SEARCH)
    renew(walker)
    house.shell.lock()
    steps.unlock(walker, steps.PASSPHRASE)
    walker.reads("The code was typed back from its sheet").reads_no(REMINDER)


def renew(walker: Walker) -> None:
    """Make a new sheet in Settings and type two groups of its code back."""
    walker.reads("Settings").push("Settings").reads("Recovery sheet", "Nobody has typed")
    walker.fill("Your passphrase, for a new sheet", steps.PASSPHRASE)
    walker.push("Make a new recovery sheet").reads("Type two groups back")
    steps.type_code_back(walker)
    walker.reads("The new recovery sheet works")
