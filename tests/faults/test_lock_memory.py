"""A lock takes key and words out of memory, looked at from outside; and nothing is lost."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ffd_desktop.app import fictional
from ffd_desktop.app.program import Program
from ffd_desktop.vault.keys import DataKey, RootKey
from tests.faults.driven import Driven
from tests.faults.memory import family_of, needs_sight, seen_in
from tests.tools import only_on

ROOT = Path(__file__).parents[2]
CANARY = "a heron nested under the weir bridge"
pytestmark = only_on("Linux")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A vault of the fictional school."""
    fictional.look_round(Program(folder=tmp_path / "vault")).close()
    return tmp_path / fictional.FOLDER


@pytest.fixture
def driven(folder: Path) -> Iterator[Driven]:
    made = Driven(folder)
    yield made
    made.end()


def keys_of(folder: Path) -> dict[str, bytes]:
    """Give each key of a vault, as bytes and as hexadecimal digits of either case."""
    desk = Program(folder=folder).unlock(fictional.PASSPHRASE)
    found = {one.reveal() for one in gc.get_objects() if isinstance(one, DataKey | RootKey)}
    desk.close()
    assert len(found) > 1
    return {
        f"key {number} {form}": shape
        for number, key in enumerate(found)
        for form, shape in {
            "raw": key,
            "hex": key.hex().encode(),
            "HEX": key.hex().upper().encode(),
        }.items()
    }


def test_after_a_lock_neither_key_nor_words_are_in_memory(folder: Path, driven: Driven) -> None:
    needs_sight(driven.pid)
    keys = keys_of(folder)
    words = {form: CANARY.encode(form) for form in ("utf-8", "utf-16-le")}
    needles = {**keys, **words}
    driven.does("unlock")
    driven.does("draft")
    driven.does(f"type {CANARY}")
    seen = seen_in(driven.pid, needles)
    assert seen & keys.keys()
    assert seen & words.keys()
    locked = driven.does("lock !")
    assert locked["screen"] == "LockedScreen"
    family = family_of(driven.pid)
    assert locked["pid"] == driven.pid
    assert driven.pid in family
    assert {pid: seen_in(pid, needles) for pid in family} == {pid: set() for pid in family}


def test_after_the_new_process_is_unlocked_the_last_letter_and_the_caret_are_there(
    driven: Driven,
) -> None:
    driven.does("unlock")
    driven.does("draft")
    driven.does(f"type {CANARY}")
    driven.does("left 6")
    before = driven.does("look")
    driven.does("lock y")
    again = driven.does("unlock")
    assert again["text"] == CANARY[:-6] + "y" + CANARY[-6:]
    assert again["caret"] == len(CANARY) - 5
    assert (again["section"], again["at"]) == (before["section"], before["at"])


def test_locking_to_put_a_backup_back_arrives_there_in_a_process_without_the_key(
    folder: Path, driven: Driven
) -> None:
    needs_sight(driven.pid)
    keys = keys_of(folder)
    driven.does("unlock")
    driven.does("push Settings")
    driven.does("push The vault")
    driven.does("go Compare with the foot of a printed page")
    driven.does("type Record 1 28")
    assert seen_in(driven.pid, keys)
    there = driven.does("restore")
    assert (there["screen"], there["pid"]) == ("RestoreScreen", driven.pid)
    assert "The vault in use" in str(driven.does("look")["shown"])
    assert {pid: seen_in(pid, keys) for pid in family_of(driven.pid)} == {driven.pid: set()}
    assert driven.does("push Back")["screen"] == "LockedScreen"
    again = driven.does("unlock")
    assert (again["screen"], again["text"]) == ("VaultScreen", "Record 1 28")


def test_a_second_copy_finds_the_first_also_after_a_lock(folder: Path, driven: Driven) -> None:
    driven.does("unlock")
    driven.does("lock !")
    second = subprocess.run(
        [sys.executable, "-m", "ui", "--vault", str(folder)], cwd=ROOT, check=False, timeout=30
    )
    assert second.returncode == 0
    assert driven.does("look")["screen"] == "LockedScreen"
