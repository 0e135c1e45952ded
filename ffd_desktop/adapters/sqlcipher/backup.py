"""Backups of a locked vault: copied without any key, and good only once they were proved.

A backup is a folder with vault.db and vault.keys: a vault of its own. So it is opened and proved
where it lies, what is missing from a half-copied one shows, and a person without this program's
help can put either file back by hand. The chain's head in its vault.keys, sealed by the data key,
says how far it must reach. Its name tells when it was made, in UTC, how many records it holds,
and whether it was proved. Never changes the vault.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import msgspec

from ffd_desktop.adapters import files
from ffd_desktop.adapters.sqlcipher import keys_on_disk
from ffd_desktop.adapters.sqlcipher.connection import database_path
from ffd_desktop.adapters.sqlcipher.keys_on_disk import KeysOnDisk
from ffd_desktop.adapters.sqlcipher.proving import Prover
from ffd_desktop.drafting.ports import Clock
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.undoing import undone_on_failure
from ffd_desktop.vault import thinning, trouble

GOOD: Final = ".ffdbackup"
UNPROVED: Final = ".ffdbackup-unproved"
_STAMP: Final = "%Y%m%d-%H%M%S"
_NAME: Final = re.compile(r"vault-(\d{8}-\d{6})-(\d+)(\.ffdbackup(?:-unproved)?)")


class Backup(msgspec.Struct, frozen=True):
    """One backup: where, when it was made (UTC), how many records, whether it was proved."""

    path: Path
    made_at: datetime
    count: int
    is_good: bool


def copy_locked(folder: Path, place: Path, *, clock: Clock) -> Backup | None:
    """Copy a locked vault into a place for backups; None when the newest one is the same.

    Needs no key and so can follow a lock. What it gives counts only after ``prove``.

    Raises:
        ProblemForPerson: ``backup_not_now`` when the vault is open or was not locked properly,
            ``keys_damaged``, or trouble with the place; nothing partial is then left.
    """
    content = KeysOnDisk(folder).read()[0].content
    before = _still(folder)
    newest = next(iter(listed(place, content.vault_id)), None)
    if newest is not None and _is_same(folder, newest.path):
        return None
    made_at = clock.now().astimezone(UTC).replace(microsecond=0)
    count = content.anchor.count if content.anchor else 0
    target = place / f"vault-{made_at.strftime(_STAMP)}-{count}{UNPROVED}"
    part = place / f"{files.TEMPORARY}{content.vault_id}"
    files.probe_writable(place)  # a drive that was taken out must not be made anew as a folder
    files.remove_folder(part)
    with undone_on_failure(files.remove_folder, part):
        copy_files(folder, part)
        _expect_still(folder, before)
        files.move(part, target)
    return Backup(target, made_at, count, is_good=False)


def copy_files(folder: Path, to: Path, *, told: Callable[[int], None] | None = None) -> None:
    """Copy a vault's database and its newest sound keys into a new private folder.

    ``told`` hears how many bytes are copied, and may raise to stop.

    Raises:
        ProblemForPerson: ``keys_damaged``, ``vault_too_new``, or trouble with the disk.
    """
    keys = KeysOnDisk(folder).sound_path()
    files.make_private_folder(to)
    files.copy_once(database_path(folder), database_path(to), told=told)
    files.copy_once(keys, to / keys_on_disk.NAME)


def prove(backup: Backup, prover: Prover) -> Backup:
    """Open and count a backup, and mark it good by its name.

    Raises:
        ProblemForPerson: ``backup_not_good``, ``vault_damaged``, trouble with the disk. The
            backup then stays as it is, unmarked.
    """
    prover.prove(backup.path)
    if backup.is_good:
        return backup
    path = backup.path.with_name(backup.path.name.removesuffix(UNPROVED) + GOOD)
    files.move(backup.path, path)
    return Backup(path, backup.made_at, backup.count, is_good=True)


def listed(place: Path, vault_id: str | None = None) -> tuple[Backup, ...]:
    """List the backups in a place (of one vault), newest first; none when it is not there."""
    try:
        found = [_read(path) for path in place.iterdir()]
    except OSError:
        return ()
    backups = [one for one in found if one and vault_id in {None, _vault_id(one.path)}]
    return tuple(sorted(backups, key=lambda one: (one.made_at, one.is_good), reverse=True))


def thin(place: Path, vault_id: str) -> tuple[Backup, ...]:
    """Remove the good backups of a vault that the rule lets go; give them.

    Unproved ones older than the newest good one go too: they failed, or were overtaken.
    """
    backups = listed(place, vault_id)
    good = [one for one in backups if one.is_good]
    stay = thinning.kept(one.made_at for one in good)
    gone = [one for one in good if one.made_at not in stay]
    gone += [one for one in backups if good and not one.is_good and one.made_at < good[0].made_at]
    for one in gone:
        files.remove_folder(one.path)
    return tuple(gone)


def _still(folder: Path) -> tuple[int, int]:
    """Make sure that nobody has the vault open; give what would change if somebody wrote."""
    path = database_path(folder)
    if path.with_name(f"{path.name}-wal").exists() or not path.is_file() or path.is_symlink():
        raise trouble.backup_not_now()
    facts = path.stat()
    return facts.st_size, facts.st_mtime_ns


def _expect_still(folder: Path, before: tuple[int, int]) -> None:
    if _still(folder) != before:
        raise trouble.backup_not_now()


def _is_same(folder: Path, backup: Path) -> bool:
    names = (database_path(folder).name, keys_on_disk.NAME)
    return all(files.are_alike(folder / name, backup / name) for name in names)


def _read(path: Path) -> Backup | None:
    match = _NAME.fullmatch(path.name)
    if match is None or path.is_symlink() or not path.is_dir():
        return None
    try:
        made_at = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(path, made_at, int(match[2]), is_good=match[3] == GOOD)


def _vault_id(path: Path) -> str | None:
    """Give whose backup it is; None when that cannot be read, and then nobody removes it."""
    try:
        return KeysOnDisk(path).read()[0].content.vault_id
    except ProblemForPerson:
        return None
