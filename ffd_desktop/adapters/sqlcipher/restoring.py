"""Puts a backup back as a copy. What stood in the vault's folder is set aside, never deleted.

The backup itself is only read. The copy is proved before anything that exists is moved.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Final

import msgspec

from ffd_desktop.adapters import files
from ffd_desktop.adapters.sqlcipher import backup, keys_on_disk, translating
from ffd_desktop.adapters.sqlcipher.connection import database_path, is_in_use
from ffd_desktop.adapters.sqlcipher.guesses_on_disk import GuessesOnDisk
from ffd_desktop.adapters.sqlcipher.keys_on_disk import KeysOnDisk, Unlocked
from ffd_desktop.adapters.sqlcipher.proving import Prover
from ffd_desktop.adapters.sqlcipher.vault import set_aside
from ffd_desktop.adapters.sqlcipher.verifying import VerifyReport
from ffd_desktop.drafting.ports import Clock
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault import trouble
from ffd_desktop.vault.slots import Secret

_TRY_AN_OLDER_ONE: Final = frozenset(
    {"backup_not_good", "vault_damaged", "keys_damaged", "file_io", "file_unreadable", "vault_io"}
)


class Restored(msgspec.Struct, frozen=True):
    """What was put back, what is in it, and where the old vault lies now, if there was one."""

    source: Path
    report: VerifyReport
    aside: Path | None


def restore(source: Path, folder: Path, secret: Secret, *, clock: Clock) -> Restored:
    """Put a backup, or the newest good one in a place of backups, into a vault's folder.

    Raises:
        ProblemForPerson: ``backup_missing``, ``backup_not_good`` ..., ``wrong_passphrase``,
            ``wait_before_guessing``, ``vault_in_use``, or trouble with the disk. The vault's
            folder is then as it was.
    """
    part = part_of(folder)
    try:
        candidate, unlocked, report = _first_good(source, folder, secret, clock=clock)
        return Restored(candidate, report, put_in_place(part, folder, unlocked, clock=clock))
    finally:
        files.remove_folder(part)


def unlocked_counted(source: Path, folder: Path, secret: Secret, *, clock: Clock) -> Unlocked:
    """Open a backup's keys; the guess counts at the vault that stands in the folder, if it is one.

    Without that, restoring would be a way of guessing without waiting.
    """
    on_disk, guesses = KeysOnDisk(source), None
    vault_id = on_disk.read()[0].content.vault_id
    with contextlib.suppress(ProblemForPerson):
        if KeysOnDisk(folder).read()[0].content.vault_id == vault_id:
            guesses = GuessesOnDisk(folder, vault_id, clock.monotonic)
    if guesses is not None:
        guesses.count()
    unlocked = on_disk.unlock(secret)
    if guesses is not None:
        guesses.start_anew()
    return unlocked


def part_of(folder: Path) -> Path:
    """Give where a vault is put together before it takes its place; what a kill left goes."""
    part = folder.with_name(f"{files.TEMPORARY}{folder.name}")
    files.remove_folder(part)
    return part


def put_in_place(part: Path, folder: Path, unlocked: Unlocked, *, clock: Clock) -> Path | None:
    """Give a proved vault its place; say where the one before it went.

    Raises:
        ProblemForPerson: ``vault_in_use``, or trouble with the disk; the old one is then in its
            place.
    """
    content, data_key = unlocked.read.content, unlocked.opened.keys.data
    if database_path(folder).is_file() and is_in_use(database_path(folder), data_key.reveal()):
        raise translating.problem("vault_in_use")
    if unlocked.opened.is_ours:
        KeysOnDisk(part).write(content, data_key)
    else:
        files.copy_once(part / keys_on_disk.NAME, part / keys_on_disk.COPY)
    GuessesOnDisk(part, content.vault_id, clock.monotonic).start_anew()
    aside = set_aside(folder, clock=clock) if os.path.lexists(folder) else None
    try:
        files.move(part, folder)
    except ProblemForPerson:
        if aside is not None:
            files.move(aside, folder)
        raise
    return aside


def _first_good(
    source: Path, folder: Path, secret: Secret, *, clock: Clock
) -> tuple[Path, Unlocked, VerifyReport]:
    """Leave a proved copy of the first backup that is good in the part folder."""
    refusal = trouble.backup_missing()
    for candidate in _candidates(source):
        part = part_of(folder)
        try:
            unlocked = unlocked_counted(candidate, folder, secret, clock=clock)
            backup.copy_files(candidate, part)
            return candidate, unlocked, Prover(unlocked.opened.keys, clock).prove(part)
        except ProblemForPerson as problem:
            refusal = problem
            if problem.code not in _TRY_AN_OLDER_ONE:
                break
    raise refusal


def _candidates(source: Path) -> tuple[Path, ...]:
    """Give one backup by itself, or those in a place, good ones first, newest first."""
    if KeysOnDisk(source).exist() or os.path.lexists(database_path(source)):
        return (source,)
    found = backup.listed(source)
    return tuple(one.path for one in sorted(found, key=lambda one: not one.is_good))
