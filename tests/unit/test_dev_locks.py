"""The lock files: every package pinned and hashed, no address, no path; dev agrees with run."""

import re
from pathlib import Path

import pytest

PACKAGING = Path(__file__).parents[2] / "packaging"
LOCKS = ["requirements-run.txt", "requirements-dev.txt"]


def pins(lock: str) -> dict[str, str]:
    """Each package of a lock file with its version, marker and hashes."""
    entries = re.split(r"\n(?=\S)", (PACKAGING / lock).read_text().strip())
    return {entry.partition("==")[0]: entry for entry in entries}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_and_hashed(lock: str) -> None:
    assert pins(lock)
    for entry in pins(lock).values():
        assert re.match(r"[a-z0-9-]+==\S+ ", entry), entry
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), entry


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_names_an_address_a_path_or_an_index(lock: str) -> None:
    assert not re.search(r"://|/|--index|--find-links|@", (PACKAGING / lock).read_text())


def test_development_uses_exactly_what_runs() -> None:
    run, dev = pins("requirements-run.txt"), pins("requirements-dev.txt")
    assert run == {name: dev.get(name) for name in run}


def test_the_engine_with_the_known_fault_cannot_come_in() -> None:
    assert pins("requirements-run.txt")["sqlcipher3"].startswith("sqlcipher3==0.6.4 ")


@pytest.mark.parametrize("purpose", ["run", "dev"])
def test_every_wanted_package_is_locked(purpose: str) -> None:
    lines = (PACKAGING / f"requirements-{purpose}.in").read_text().splitlines()
    wanted = [line for line in lines if line and line[0] not in "#-"]
    names = {re.split(r"[=;<>! ]", line)[0].lower() for line in wanted}
    assert names <= set(pins(f"requirements-{purpose}.txt"))
