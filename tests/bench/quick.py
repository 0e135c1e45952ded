"""Unlocking by a keyring's slot beside opening the database bare, and asking the keyring."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from ffd_desktop.adapters.keyrings import ComputerKeyring
from ffd_desktop.adapters.sqlcipher.connection import database_path
from ffd_desktop.adapters.sqlcipher.opening import open_vault
from ffd_desktop.vault import slots
from ffd_desktop.vault.keys import SlotKey
from tests.bench.measuring import Row, against, p50, seconds, times, told
from tests.builders.keyring_daemon import real_keyring
from tests.builders.vaults import SteppingClock, reopened

_ROUNDS = 41
_SETTINGS = (
    "locking_mode=EXCLUSIVE",
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "temp_store=MEMORY",
    "secure_delete=ON",
    "cache_size=-32768",
)


def quick_unlock(folder: Path) -> list[Row]:
    """Open a vault by a slot key and bare, turn by turn; the keyring's own time by itself."""
    key, data_key = _with_slot(folder)
    ours, bares = list[float](), list[float]()
    for number in range(_ROUNDS + 1):
        one, other = _by_slot(folder, key), _bare(folder, data_key)
        if number:  # the first ones warm up
            ours.append(one)
            bares.append(other)
    row = against(
        "unlock by a keyring’s slot, without asking the keyring",
        ours,
        bares,
        most=1.5,
        of_bare="SQLCipher opened with the same settings, one row read",
    )
    return [row, *_asking()]


def _with_slot(folder: Path) -> tuple[SlotKey, bytes]:
    key, vault = SlotKey.fresh(), reopened(folder)
    slot = slots.keyring_slot(
        vault.ways.keys,
        key,
        vault_id=vault.state.vault_id,
        staff=vault.staff[0],
        backend="bench",
        entry="bench",
        at=vault.ways.now(),
    )
    vault.ways.replace(None, slot, proof=key)
    data_key = vault.ways.keys.data.reveal()
    vault.lock()
    return key, data_key


def _by_slot(folder: Path, key: SlotKey) -> float:
    opened = []
    taken = seconds(
        lambda: opened.append(open_vault(folder, key, clock=SteppingClock(), renews=True))
    )
    opened[0].lock()
    return taken


def _bare(folder: Path, data_key: bytes) -> float:
    opened = []
    taken = seconds(lambda: opened.append(_connect(folder, data_key)))
    opened[0].close()
    return taken


def _connect(folder: Path, data_key: bytes) -> sqlcipher.Connection:
    bare = sqlcipher.connect(database_path(folder), isolation_level=None)
    bare.set_key(f"x'{data_key.hex()}'")
    for setting in _SETTINGS:
        bare.execute(f"PRAGMA {setting}").fetchall()
    bare.execute("SELECT vault_id FROM vault").fetchall()
    return bare


def _asking() -> list[Row]:
    """Time asking a real Secret Service, where this machine has one to start."""
    if not (shutil.which("gnome-keyring-daemon") and shutil.which("dbus-run-session")):
        return []
    with tempfile.TemporaryDirectory() as home, pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
            patch.setenv(name, home)
        patch.setenv("XDG_RUNTIME_DIR", home)
        with real_keyring(patch):
            ring = ComputerKeyring()
            ring.keep("bench", SlotKey.fresh())
            taken = times(lambda: ring.fetch("bench"), 9)
    return [Row("  before it: asking the keyring (Secret Service)", told(p50(taken)))]
