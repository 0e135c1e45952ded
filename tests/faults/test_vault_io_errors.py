"""Disk errors at every write and sync in turn: plainly told, and nothing promised is lost."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest

from ffd_desktop.problems import ProblemForPerson
from tests.builders import referrals as built
from tests.builders.vaults import by, new_vault, opened_patiently
from tests.faults.session_writer import REFERRAL
from tests.tools import needs_tool

ROOT = Path(__file__).parents[2]
EDITS = "3"
AIMED_AT = {
    "EIO": ("pwrite64", "write", "fsync", "ftruncate", "rename"),
    "ENOSPC": ("pwrite64", "write", "rename"),
}
PLAIN = {"vault_io", "disk_full", "file_io"}
_CALL = re.compile(r"^\d+ +(\w+)\(")


@pytest.fixture
def vaults() -> Iterator[Path]:
    """A place for many vaults, in memory where the system offers that; one of them is sound."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as place:
        vault, _ = new_vault(Path(place) / "sound")
        vault.referrals.create(msgspec.structs.replace(built.bare(), id=REFERRAL), by=by())
        vault.lock()
        yield Path(place)


def run(folder: Path, *strace: str) -> tuple[str, str]:
    """Run the session writer under strace; give what it said and the log of calls."""
    log = folder.with_name(f"{folder.name}.log")
    names = ",".join(AIMED_AT["EIO"])
    writer = [sys.executable, "-B", "-m", "tests.faults.session_writer", str(folder), "1", EDITS]
    done = subprocess.run(
        [*strace, "-f", "-y", "-s", "0", "-e", f"trace={names}", "-o", str(log), *writer, "FULL"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout, log.read_text("utf-8")


def targets(log: str, folder: Path, name: str) -> list[int]:
    """Give which calls of one name, counted from 1, reached the vault's folder."""
    calls = [line for line in log.splitlines() if (at := _CALL.match(line)) and at[1] == name]
    return [at for at, line in enumerate(calls, 1) if str(folder) in line or name == "rename"]


def outcome(folder: Path, said: str) -> str:
    """Hold what is in the vault afterwards against what the program said; "" when all is well."""
    words = [line.split() for line in said.splitlines()]
    codes = {line[1] for line in words if line[0] == "PROBLEM"}
    if codes - PLAIN:
        return f"told strangely: {codes - PLAIN}"
    try:
        vault = opened_patiently(folder)
    except ProblemForPerson as problem:
        return f"does not open: {problem.code}"
    kept = {
        str(one.seq): str(one.edit.value).split()[1] for one in vault.referrals.history(REFERRAL)
    }
    lost = [line for line in words if line[0] == "ACK" and kept.get(line[1]) != line[2]]
    wrong = [one.code for one in vault.notices if one.code != "keys_repaired"]
    wrong += vault.verify().faults
    vault.lock()
    return f"lost {lost}" if lost else " ".join(wrong)


@pytest.mark.slow
@pytest.mark.parametrize("error", AIMED_AT)
@pytest.mark.parametrize("lasting", [False, True], ids=["once", "for good"])
def test_an_error_at_any_write_or_sync_loses_nothing_acknowledged(
    vaults: Path, error: str, lasting: bool
) -> None:
    strace = needs_tool("strace")
    counted = Path(shutil.copytree(vaults / "sound", vaults / "counted"))
    said, log = run(counted, strace)
    assert said.count("ACK") == int(EDITS)
    aims = [(name, at) for name in AIMED_AT[error] for at in targets(log, counted, name)]
    assert len(aims) > 30

    def strike(aim: tuple[str, int]) -> tuple[str, str, bool]:
        name, at = aim
        folder = Path(shutil.copytree(vaults / "sound", vaults / f"{name}{at}"))
        when = f"{at}+" if lasting else f"{at}"
        said, log = run(folder, strace, "-e", f"inject={name}:error={error}:when={when}")
        struck = [line for line in log.splitlines() if "INJECTED" in line]
        assert struck
        assert str(folder) in struck[0], struck[0]
        wrong = outcome(folder, said)
        shutil.rmtree(folder)
        return f"{name} {at}", wrong, "PROBLEM" in said

    with ThreadPoolExecutor(2) as pair:
        found = list(pair.map(strike, aims[:: 4 if lasting else 1]))
    assert {aim: wrong for aim, wrong, _ in found if wrong} == {}
    assert sum(told for _, _, told in found) > len(found) / 3
