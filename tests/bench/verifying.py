"""Checking a whole vault beside SQLCipher's and SQLite's own checks of the same file."""

from __future__ import annotations

import time
from pathlib import Path

import msgspec

from ffd_desktop.adapters.sqlcipher.connection import Database
from ffd_desktop.adapters.sqlcipher.open_vault import OpenVault
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.edits import put, replay
from tests.bench.measuring import Row, Size, against, cpu_seconds, told, within
from tests.builders import referrals as built
from tests.builders.vaults import by, reopened

EDITS = 150
_STATM = Path("/proc/self/statm")
_PAGE = 4096


class Heard:
    """A progress that notes when it heard, what memory was held, and stops where it is told to."""

    def __init__(self, stop_at: int = -1) -> None:
        self.times: list[float] = [time.perf_counter()]
        self.most = 0
        self._stop_at = stop_at
        self._is_stopped = False

    def step(self, done: int, total: int, words: str) -> None:
        """Note the moment."""
        self.times.append(time.perf_counter())
        self.most = max(self.most, held())
        self._is_stopped = 0 <= self._stop_at <= done

    def is_stopped(self) -> bool:
        """Stop once the place is reached."""
        return self._is_stopped

    @property
    def gaps(self) -> list[float]:
        """How long each wait for a step was."""
        return [after - before for before, after in zip(self.times, self.times[1:], strict=False)]


def held() -> int:
    """Give the memory of this process now, in bytes; 0 where that cannot be asked."""
    return int(_STATM.read_text().split()[1]) * _PAGE if _STATM.exists() else 0


def fill(vault: OpenVault, file: Path, megabytes: int) -> None:
    """Write referrals with their history until the file is so large."""
    number = 0
    while file.stat().st_size < megabytes * 1_000_000:
        here = msgspec.structs.replace(built.small(), id=f"r{number}", reference=f"FFD-{number}")
        vault.referrals.create(here, by=by())
        edits = [
            put("concern.what_happened", f"{number} {one} {'word ' * 60}") for one in range(EDITS)
        ]
        vault.referrals.append(here.id, edits, replay(here, edits), by=by())
        number += 1


def checking(folder: Path, size: Size) -> list[Row]:
    """Compare a check with the engine's own two; say how soon it moves and stops."""
    vault = reopened(folder)
    fill(vault, folder / "vault.db", size.megabytes)
    vault.lock()
    vault = reopened(folder)
    before, heard = held(), Heard()
    ours = [cpu_seconds(lambda: vault.verify(heard)), cpu_seconds(vault.verify)]
    bare = [cpu_seconds(lambda: _engines_own(vault._database)) for _ in range(2)]
    stopping = [stop_at(vault, place) for place in (50, 250, 700)]
    vault.lock()
    above = max(heard.most - before, 0) // 1_000_000
    return [
        against(
            f"check a whole vault of {size.megabytes} MB, record chain included",
            [min(ours)],
            [min(bare)],
            most=4,
            of_bare="cipher_integrity_check and integrity_check",
        ),
        within("  longest wait for the bar to move", [max(heard.gaps)], most=1.0),
        within("  from Stop to stopped", [max(stopping)], most=1.0),
        Row("  memory above the start", f"{above} MB", budget="50 MB", kept=above < 50),
    ]


def stop_at(vault: OpenVault, place: int) -> float:
    """Stop a check at a thousandth of it; give how long it went on."""
    heard = Heard(stop_at=place)
    try:
        vault.verify(heard)
    except ProblemForPerson:
        return time.perf_counter() - heard.times[-1]
    raise AssertionError(f"it did not stop at {told(place)}")


def _engines_own(database: Database) -> None:
    for check in ("cipher_integrity_check", "integrity_check"):
        database.rows(f"PRAGMA {check}")
