"""Puts a backup back as a copy. What stood in the vault's folder is set aside, never deleted.

The backup itself is only read. The copy is proved before anything that exists is moved. When only
the keys of the vault are lost, the backup's keys are put back and the vault stays as it is.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Final

import msgspec

from ffd_desktop.adapters import files
from ffd_desktop.adapters.sqlcipher import backup, keys_on_disk, lost_keys, translating
from ffd_desktop.adapters.sqlcipher.connection import database_path, is_in_use
from ffd_desktop.adapters.sqlcipher.guesses_on_disk import GuessesOnDisk
from ffd_desktop.adapters.sqlcipher.keys_on_disk import KeysOnDisk, Unlocked
from ffd_desktop.adapters.sqlcipher.proving import Prover
from ffd_desktop.adapters.sqlcipher.vault import set_aside
from ffd_desktop.adapters.sqlcipher.verifying import VerifyReport
from ffd_desktop.drafting.ports import Clock
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.progress import SILENT, WHOLE, Part, Progress
from ffd_desktop.vault import trouble
from ffd_desktop.vault.recovery import PrintedCode
from ffd_desktop.vault.slots import Secret

COPYING: Final = "Copying the backup"
PROVING: Final = "Proving the copy: {}"
_AFTER_COPY: Final = WHOLE // 4
_TRY_AN_OLDER_ONE: Final = frozenset(
    {"backup_not_good", "vault_damaged", "keys_damaged", "file_io", "file_unreadable", "vault_io"}
)
_NOT_GOOD: Final = frozenset({"vault_damaged", "keys_damaged"})
_WRONG: Final = frozenset({"wrong_passphrase", "wrong_recovery_code"})


class Restored(msgspec.Struct, frozen=True):
    """What was put back, what is in it, and where the old vault lies now, if there was one.

    ``is_keys_only`` says that the vault itself stayed: only its keys were lost.
    """

    source: Path
    report: VerifyReport
    aside: Path | None
    is_keys_only: bool = False


def restore(
    source: Path, folder: Path, secret: Secret, *, clock: Clock, progress: Progress = SILENT
) -> Restored:
    """Put a backup, or the newest good one in a place of backups, into a vault's folder.

    Raises:
        ProblemForPerson: ``backup_missing``, ``backup_not_good`` ..., ``wrong_passphrase``,
            ``wait_before_guessing``, ``vault_in_use``, ``stopped``, or trouble with the disk. The
            vault's folder is then as it was.
    """
    part = part_of(folder)
    try:
        found = _first_good(source, folder, secret, clock=clock, progress=progress)
        if isinstance(found, Restored):
            return found
        candidate, unlocked, report = found
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
    try:
        unlocked = on_disk.unlock(secret)
    except ProblemForPerson as problem:
        if problem.code in _WRONG:
            raise trouble.backup_not_opened(is_code=isinstance(secret, PrintedCode)) from None
        raise
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
    source: Path, folder: Path, secret: Secret, *, clock: Clock, progress: Progress
) -> tuple[Path, Unlocked, VerifyReport] | Restored:
    """Leave a proved copy of the first backup that is good in the part folder.

    Or put the keys of the first one back that fits, when nothing else of the vault is lost.
    """
    refusal = trouble.backup_missing()
    for candidate in _candidates(source):
        try:
            unlocked = unlocked_counted(candidate, folder, secret, clock=clock)
            report = lost_keys.put_back(folder, unlocked, clock=clock, progress=progress)
            if report is not None:
                return Restored(candidate, report, None, is_keys_only=True)
            return candidate, unlocked, _proved_copy(candidate, folder, unlocked, clock, progress)
        except ProblemForPerson as problem:
            refusal = trouble.backup_not_good() if problem.code in _NOT_GOOD else problem
            if problem.code not in _TRY_AN_OLDER_ONE:
                break
    raise refusal


def _proved_copy(
    candidate: Path, folder: Path, unlocked: Unlocked, clock: Clock, progress: Progress
) -> VerifyReport:
    part, size = part_of(folder), database_path(candidate).stat().st_size
    copying = Part(progress, COPYING, end=_AFTER_COPY)
    backup.copy_files(candidate, part, told=lambda done: copying.step(done, size))
    return Prover(unlocked.opened.keys, clock).prove(part, _Proving(progress))


def is_vault(source: Path) -> bool:
    """Say whether a folder is one vault or backup, or what is left of it; not a place of them."""
    return KeysOnDisk(source).exist() or os.path.lexists(database_path(source))


def _candidates(source: Path) -> tuple[Path, ...]:
    """Give one backup by itself, or those in a place, good ones first, newest first."""
    if is_vault(source):
        return (source,)
    found = backup.listed(source)
    return tuple(one.path for one in sorted(found, key=lambda one: not one.is_good))


class _Proving:
    """What proving tells, as the rest of the work after the copying."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress

    def step(self, done: int, total: int, words: str) -> None:
        at = _AFTER_COPY + (WHOLE - _AFTER_COPY) * done // total
        self._progress.step(at, WHOLE, PROVING.format(words[:1].lower() + words[1:]))

    def is_stopped(self) -> bool:
        return self._progress.is_stopped()
