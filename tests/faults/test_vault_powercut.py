"""Power cuts at every moment of writing: what was acknowledged is there, and the vault is whole."""

import os
import random
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest

from ffd_desktop.problems import ProblemForPerson
from tests.builders import referrals as built
from tests.builders.vaults import by, new_vault, opened_patiently
from tests.faults import powercut
from tests.faults.session_writer import REFERRAL
from tests.tools import needs_tool

SESSIONS, EDITS = 2, 6


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A locked vault with one referral."""
    vault, _ = new_vault(tmp_path / "v")
    vault.referrals.create(msgspec.structs.replace(built.bare(), id=REFERRAL), by=by())
    vault.lock()
    return tmp_path / "v"


@pytest.fixture
def quick_folder(tmp_path: Path) -> Iterator[Path]:
    """A place for images, in memory where the system offers that: nobody waits for a disk."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else tmp_path) as folder:
        yield Path(folder)


def found_wrong(image: Path, acknowledged: dict[int, str]) -> str:
    """Open what a power cut left, as a person would; say what is wrong, or nothing."""
    try:
        vault = opened_patiently(image)
    except ProblemForPerson as problem:
        return problem.code
    kept = {one.seq: str(one.edit.value).split()[1] for one in vault.referrals.history(REFERRAL)}
    notices = [one.code for one in vault.notices if one.code != "keys_repaired"]
    faults = vault.verify().faults
    vault.lock()
    if any(kept.get(seq) != number for seq, number in acknowledged.items()):
        return "acknowledged words lost"
    return " ".join((*notices, *faults))


def cut_everywhere(calls: list[powercut.Call], disk: powercut.Disk, image: Path) -> dict[str, int]:
    """Cut the power after each call; count what was found wrong, and the images tried."""
    chance = random.Random(20261121)
    acknowledged: dict[int, str] = {}
    tried: set[int] = set()
    found = {"images": 0}
    for call in calls:
        if call.name == "said":
            word, seq, number = call.data.decode().split()
            assert word == "ACK"
            acknowledged[int(seq)] = number
        disk.do(call)
        for left in disk.images(chance):
            mark = hash((frozenset(left.items()), len(acknowledged)))
            if mark not in tried:
                tried.add(mark)
                found["images"] += 1
                wrong = found_wrong(powercut.laid_out(left, image), acknowledged)
                if wrong:
                    found[wrong] = found.get(wrong, 0) + 1
    assert len(acknowledged) == SESSIONS * EDITS
    return found


@pytest.mark.slow
@pytest.mark.parametrize("synchronous", ["FULL", "NORMAL"])
def test_no_acknowledged_edit_is_lost_by_a_power_cut_and_normal_would_lose_some(
    folder: Path, quick_folder: Path, synchronous: str
) -> None:
    """Under NORMAL the same test must find losses, or it would prove nothing under FULL."""
    strace = needs_tool("strace")
    disk = powercut.Disk(folder)
    calls = powercut.watched(strace, folder, str(SESSIONS), str(EDITS), synchronous)
    found = cut_everywhere(calls, disk, quick_folder / "v")
    assert found.pop("images") > 200
    if synchronous == "FULL":
        assert found == {}
    else:
        assert found["acknowledged words lost"] > 20
        assert "vault_damaged" not in found


def test_the_replayed_disk_ends_as_the_real_one(folder: Path) -> None:
    """The model followed every call that changed the folder, or this would differ."""
    strace = needs_tool("strace")
    disk = powercut.Disk(folder)
    for call in powercut.watched(strace, folder, "1", "3", "FULL"):
        disk.do(call)
    nothing_synced, everything, *_ = disk.images(random.Random(1))
    assert nothing_synced.keys() >= {"vault.db", "vault.keys", "vault.keys.copy"}
    assert everything == {path.name: path.read_bytes() for path in folder.iterdir()}
