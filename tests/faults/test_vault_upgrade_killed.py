"""Killed at each write, sync and rename while an old vault is brought up to date: nothing is lost.

From a vault of every released schema. Whatever the kill left opens whole, under the old schema or
the new one, and the copy of before is there as soon as anything was changed.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from ffd_desktop.adapters.sqlcipher import backup, before_steps
from ffd_desktop.adapters.sqlcipher.connection import Database, database_path
from ffd_desktop.adapters.sqlcipher.steps import known_steps, version_of
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral import codec
from tests.builders.roll import upn
from tests.builders.vaults import opened_patiently
from tests.tools import needs_tool

ROOT = Path(__file__).parents[2]
VAULTS = ROOT / "tests" / "data" / "vaults"
NEWEST = known_steps()[-1].number
OLD = [f"schema-{step.number}" for step in known_steps()[:-1]]
CALLS = ("pwrite64", "write", "fsync", "fdatasync", "ftruncate", "rename", "unlink", "mkdir")
CALL = re.compile(r"^\d+ +(\w+)\(")
OPENING = """
import sys
from pathlib import Path
from tests.builders.vaults import opened_patiently
opened_patiently(Path(sys.argv[1])).lock()
print("DONE")
"""


@pytest.fixture
def place() -> Iterator[Path]:
    """A place for many vaults, in memory where the system offers that."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as made:
        yield Path(made)


def vault_in(place: Path, released: str) -> Path:
    return Path(shutil.copytree(VAULTS / released, place / "vault"))


def bring_up(strace: str, folder: Path, *more: str) -> tuple[str, list[str]]:
    """Open a vault in a process under strace; give what it said and its calls."""
    log = folder.parent / "calls"
    opening = [sys.executable, "-B", "-c", OPENING, str(folder)]
    watch = ["-f", "-y", "-s", "0", "-e", f"trace={','.join(CALLS)}", "-o", str(log), *more]
    done = subprocess.run(
        [strace, *watch, *opening], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.stdout, log.read_text("utf-8").splitlines()


def aims(calls: list[str], place: Path) -> list[tuple[str, int]]:
    """Give each call that reached the vault or what lies beside it, counted from 1 by its name."""
    found = []
    counts = dict.fromkeys(CALLS, 0)
    for line in calls:
        if (call := CALL.match(line)) is not None:
            counts[call[1]] += 1
            if str(place) in line or call[1] in {"rename", "unlink", "mkdir"}:
                found.append((call[1], counts[call[1]]))
    return found


def wrong_with(folder: Path, key: bytes, before: bytes) -> str:
    """Say what a kill did wrong; "" when the vault opens with everything in it."""
    good = [one for one in backup.listed(before_steps.place_of(folder)) if one.is_good]
    if database_path(folder).read_bytes() != before and not good:
        return "changed without a proved copy"
    try:
        version = version_in(folder, key)
        if version not in {int(released_of(folder)), NEWEST}:
            return f"between two schemas: {version}"
        return "" if holds_everything(folder) else "not everything is there"
    except ProblemForPerson as problem:
        return f"does not open: {problem.code}"


def released_of(folder: Path) -> str:
    return (folder.parent / "released").read_text(encoding="ascii")


def version_in(folder: Path, key: bytes) -> int:
    """Read the schema's number from a copy, so that the vault's own WAL stays for the opening."""
    with TemporaryDirectory(dir=folder.parent) as aside:
        for path in folder.glob("vault.db*"):
            shutil.copy(path, aside)
        database = Database(database_path(Path(aside)), key)
        try:
            return version_of(database)
        finally:
            database.close()


def holds_everything(folder: Path) -> bool:
    expected = codec.decode((folder / "referral.json").read_bytes())
    vault = opened_patiently(folder)
    try:
        return (
            vault.referrals.load(expected.id) == expected
            and [grave.id for grave in vault.referrals.tombstones()] == ["r-gone"]
            and vault.roll.by_upn(upn(1)) is not None
            and vault.verify().faults == ()
            and all(one.code == "keys_repaired" for one in vault.notices)
        )
    finally:
        vault.lock()


@pytest.mark.slow
@pytest.mark.parametrize("released", OLD)
def test_an_upgrade_killed_at_any_write_opens_whole_and_loses_nothing(
    released: str, place: Path
) -> None:
    strace = needs_tool("strace")
    counted = place / "counted"
    counted.mkdir()
    folder = vault_in(counted, released)
    before = database_path(folder).read_bytes()
    said, calls = bring_up(strace, folder)
    assert said == "DONE\n"
    vault = opened_patiently(folder)
    key = vault.ways.keys.data.reveal()
    vault.lock()
    found = aims(calls, counted)
    assert len(found) > 40

    def strike(aim: tuple[str, int]) -> tuple[str, str]:
        name, at = aim
        here = place / f"{name}{at}"
        here.mkdir()
        (here / "released").write_text(released.removeprefix("schema-"), encoding="ascii")
        folder = vault_in(here, released)
        said, _ = bring_up(strace, folder, "-e", f"inject={name}:signal=KILL:when={at}")
        wrong = "was not killed" if "DONE" in said else wrong_with(folder, key, before)
        shutil.rmtree(here)
        return f"{name} {at}", wrong

    with ThreadPoolExecutor(2) as pair:
        ends = dict(pair.map(strike, found))
    assert {aim: wrong for aim, wrong in ends.items() if wrong} == {}
