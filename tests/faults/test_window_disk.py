"""The disk is full while somebody types: it is said in red, no word goes, and space mends it."""

from __future__ import annotations

import contextlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from ffd_desktop.app import fictional
from tests.faults.test_vault_disk import file_size_limit
from tests.journeys import steps
from tests.journeys.house import House
from tests.journeys.walker import Walker
from ui.messages import NOT_SAVED
from ui.style.apply import apply_style
from ui.style.tokens import Mode

WORDS = "She told the office that there is no bed at home."
PLACE = "By the gate of the school"


@pytest.fixture
def house(qapp, tmp_path: Path) -> Iterator[House]:
    apply_style(qapp, Mode.LIGHT, 1.0)
    made = House(tmp_path / "vault")
    made.open()
    yield made
    made.end()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real disk with room for a vault and little more."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ("mount", "-t", "tmpfs", "-o", "size=4m", "none", str(disk))
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("needs the right to mount a small disk")
    yield disk
    subprocess.run(("umount", str(disk)), check=True)


@contextlib.contextmanager
def filled(disk: Path) -> Iterator[None]:
    """Let other files take every byte of a disk for a while."""
    filler = disk / "somebody else’s films"
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while file.write(bytes(4096)):
            pass
    try:
        yield
    finally:
        filler.unlink()


@pytest.mark.slow
def test_a_disk_that_others_fill_loses_nothing_and_is_said_until_there_is_room(
    qapp, small_disk: Path
) -> None:
    apply_style(qapp, Mode.LIGHT, 1.0)
    house = House(small_disk / "vault")
    house.open()
    walker = Walker(house.shell).comes_forward()
    steps.look_round(walker)
    steps.open_top_draft(walker)
    steps.go_to_section(walker, "Tell what happened")
    with filled(small_disk):
        walker.type(WORDS).reads(NOT_SAVED, "There is a problem", "Try again now", WORDS)
        walker.fill("Where", PLACE).reads(NOT_SAVED, WORDS)
    walker.reads_no(NOT_SAVED)
    steps.is_saved(walker)
    house.shell.close()
    walker.until(lambda: house.is_closed, "the window did not close")
    house.end()
    desk = house.program.unlock(fictional.PASSPHRASE)
    first = desk.shelf()[0].id
    stored = desk.open(first).referral.concern
    history = [str(one.edit.value) for one in desk.history(first)]
    desk.close()
    assert any(WORDS in one for one in history)
    assert WORDS in str(stored.what_happened)
    assert stored.where == PLACE


@pytest.mark.slow
def test_a_full_disk_stays_in_red_until_the_words_are_on_it(house: House) -> None:
    walker = Walker(house.shell).comes_forward()
    steps.look_round(walker)
    steps.open_top_draft(walker)
    steps.go_to_section(walker, "Tell what happened")
    with file_size_limit(4096):
        walker.type(WORDS).reads(NOT_SAVED, "There is a problem", "Try again now", WORDS)
        walker.type(" And more. ").reads(NOT_SAVED, f"{WORDS} And more.")
    walker.reads_no(NOT_SAVED)
    steps.is_saved(walker)
    house.shell.close()
    walker.until(lambda: house.is_closed, "the window did not close")
    desk = house.program.unlock(fictional.PASSPHRASE)
    stored = str(desk.open(desk.shelf()[0].id).referral.concern.what_happened)
    desk.close()
    assert f"{WORDS} And more." in stored
