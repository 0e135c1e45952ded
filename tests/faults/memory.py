"""Looks into another process's memory from outside, through ``/proc``. Linux only."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

_LINE = re.compile(r"([0-9a-f]+)-([0-9a-f]+) (\S{4}) \S+ \S+ \S+ *(.*)")
_PIECE = 4 * 1024 * 1024


def needs_sight(pid: int) -> None:
    """Skip when this test may not look into the process: it needs root, or CAP_SYS_PTRACE."""
    try:
        os.close(os.open(f"/proc/{pid}/mem", os.O_RDONLY))
    except OSError:
        pytest.skip("this user may not read another process's memory; run as root")


def family_of(session: int) -> list[int]:
    """Give the ids of every process of a session: a program and whatever it started."""
    found = []
    for place in Path("/proc").iterdir():
        if place.name.isdecimal():
            try:
                facts = (place / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(facts[3]) == session and facts[0] != "Z":
                found.append(int(place.name))
    return found


def seen_in(pid: int, needles: Mapping[str, bytes]) -> set[str]:
    """Give the names of those byte strings that stand anywhere in a process's memory."""
    seen: set[str] = set()
    for piece in _pieces(pid, overlap=max(map(len, needles.values()))):
        seen |= {name for name, needle in needles.items() if needle in piece}
    return seen


def _pieces(pid: int, *, overlap: int) -> Iterator[bytes]:
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for start, end in _readable(pid):
            for at in range(start, end, _PIECE):
                try:
                    memory.seek(at)
                    yield memory.read(min(_PIECE + overlap, end - at))
                except (OSError, ValueError, OverflowError):
                    continue  # a guard page, or the kernel's own


def _readable(pid: int) -> Iterator[tuple[int, int]]:
    for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
        match = _LINE.fullmatch(line)
        if match and match[3].startswith("r") and match[4] not in {"[vvar]", "[vsyscall]"}:
            yield int(match[1], 16), int(match[2], 16)
