"""Vaults for tests: real ones, with a passphrase slot that is cheap to open."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from ffd_desktop.adapters.clock import SCHOOL_ZONE
from ffd_desktop.adapters.sqlcipher.open_vault import OpenVault
from ffd_desktop.adapters.sqlcipher.opening import open_vault
from ffd_desktop.adapters.sqlcipher.roll_store import SqlRollStore
from ffd_desktop.adapters.sqlcipher.vault import NewVault, create_vault
from ffd_desktop.drafting.ports import By
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault import keysfile
from ffd_desktop.vault.keys import Argon2Cost
from ffd_desktop.vault.recovery import RecoveryCode
from ffd_desktop.vault.slots import Secret, Staff

CHEAP = Argon2Cost(64, 1, 1)
PASSPHRASE = "kettle violin moss"
STAFF = Staff("Rhiannon Tanglewood", "DSL")


def meddled(data: bytes, **changes: object) -> bytes:
    """Change what a keys file says and put the open checksum right again, as anyone could."""
    read = keysfile.decode(data)
    assert read is not None
    content = msgspec.structs.replace(read.content, **changes)
    checksum = keysfile._checksum(content, read.mac)
    sealed = keysfile._Sealed(keysfile.FORMAT, keysfile.VERSION, content, read.mac, checksum)
    return msgspec.json.encode(sealed)


class SteppingClock:
    """A clock that goes on by one second each time it is asked."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 20, 9, 0, tzinfo=SCHOOL_ZONE)
        self.seconds = 0.0

    def now(self) -> datetime:
        self.time += timedelta(seconds=1)
        return self.time

    def monotonic(self) -> float:
        self.seconds += 1.0
        return self.seconds


def by(second: int = 0, screen: str = "draft") -> By:
    """Give who did something, at a second of the test's morning."""
    return By(STAFF.name, screen, f"2026-11-20T09:{second // 60:02}:{second % 60:02}.000Z")


def new_vault(folder: Path) -> tuple[OpenVault, RecoveryCode]:
    """Make a vault that PASSPHRASE opens."""
    new = NewVault(folder, STAFF, PASSPHRASE, params=CHEAP)
    return create_vault(new, clock=SteppingClock())


@contextmanager
def rolls_of_a_vault(folder: Path) -> Iterator[SqlRollStore]:
    """Lend the roll of a new vault."""
    vault, _ = new_vault(folder)
    yield vault.roll
    vault.lock()


def reopened(folder: Path) -> OpenVault:
    """Open the vault of a folder with PASSPHRASE."""
    return open_vault(folder, PASSPHRASE, clock=SteppingClock())


def opened_patiently(folder: Path, secret: Secret = PASSPHRASE) -> OpenVault:
    """Open a vault, waiting as long as a killed guess or a lost count of guesses asks for."""
    clock = SteppingClock()
    try:
        return open_vault(folder, secret, clock=clock)
    except ProblemForPerson as problem:
        if problem.code != "wait_before_guessing":
            raise
    clock.seconds += 300.0
    return open_vault(folder, secret, clock=clock)
