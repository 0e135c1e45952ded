"""Vaults with backups for tests and pictures: real ones, and words written before and after."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path

from ffd_desktop.adapters.clock import SCHOOL_ZONE
from ffd_desktop.adapters.looks import KeptLook, keep_look
from ffd_desktop.adapters.sqlcipher import backup
from ffd_desktop.adapters.sqlcipher.backup import Backup
from ffd_desktop.referral.edits import put, replay
from tests.builders import referrals as built
from tests.builders.vaults import by, new_vault, reopened

BEFORE, AFTER = "Written before the backup.", "Written after the backup."
STICK = "stick"
EDITS = 61


class At:
    """A clock that stands."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return 0.0


def write(folder: Path, words: str, edits: int = EDITS) -> None:
    """Write in the one referral: some edits, the last of which is the words."""
    vault = reopened(folder)
    here = vault.referrals.load(built.typical().id)
    batch = [put("concern.what_happened", f"{words} {number}") for number in range(edits - 1)]
    batch.append(put("concern.what_happened", words))
    vault.referrals.append(here.id, batch, replay(here, batch), by=by(59))
    vault.lock()


def back_up(folder: Path, place: Path, at: datetime, *, proves: bool = True) -> Backup:
    """Make a backup as of a moment."""
    vault = reopened(folder)
    prover = vault.prover()
    vault.lock()
    made = backup.copy_locked(folder, place, clock=At(at))
    assert made is not None
    return backup.prove(made, prover) if proves else made


def some_backups(folder: Path) -> Path:
    """Make a vault with two good backups and an unproved one beside it; give their place."""
    place = folder.parent / STICK
    place.mkdir()
    first_written(folder, place)
    tuesday = datetime(2026, 11, 17, 14, 5, tzinfo=SCHOOL_ZONE)
    back_up(folder, place, tuesday)
    write(folder, "Written on Tuesday.", 12)
    back_up(folder, place, tuesday + timedelta(days=2, hours=1))
    write(folder, "Written on Thursday.", 3)
    back_up(folder, place, tuesday + timedelta(days=3, hours=-5), proves=False)
    write(folder, AFTER, 9)
    return place


def first_written(folder: Path, place: Path) -> None:
    """Make a vault with one referral, whose backups go to a place."""
    vault, _ = new_vault(folder)
    vault.referrals.create(built.typical(), by=by())
    vault.settings.put("backup_folder", str(place))
    vault.lock()
    write(folder, BEFORE)
    keep_look(folder.parent, KeptLook(council="worcestershire", backups=str(place)))


def older_file(folder: Path) -> None:
    """Make a vault in which its database of an earlier day was put."""
    place = folder.parent / STICK
    place.mkdir()
    first_written(folder, place)
    older = folder.parent / "older.db"
    shutil.copy(folder / "vault.db", older)
    write(folder, AFTER)
    older.replace(folder / "vault.db")
