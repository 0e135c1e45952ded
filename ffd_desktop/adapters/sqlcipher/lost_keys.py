"""Puts a backup's keys beside a vault that has lost its own, when nothing else of it is lost.

So what was written after the backup stays. The vault is opened and checked whole before anything
is written; keys files that are damaged are set aside under another name, never deleted.
"""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from ffd_desktop.adapters import files
from ffd_desktop.adapters.sqlcipher import verifying
from ffd_desktop.adapters.sqlcipher.connection import Database, database_path
from ffd_desktop.adapters.sqlcipher.guesses_on_disk import GuessesOnDisk
from ffd_desktop.adapters.sqlcipher.keys_on_disk import KeysOnDisk, Unlocked
from ffd_desktop.adapters.sqlcipher.record_log import RecordLog
from ffd_desktop.adapters.sqlcipher.verifying import VerifyReport
from ffd_desktop.drafting.ports import Clock
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.progress import Progress
from ffd_desktop.vault import chain
from ffd_desktop.vault.keysfile import Anchor

_STAYS: frozenset[str] = frozenset({"stopped", "vault_in_use"})


def are_lost(folder: Path) -> bool:
    """Say whether a database stands in a folder without keys that can be read."""
    path = database_path(folder)
    if path.is_symlink() or not path.is_file():
        return False
    try:
        KeysOnDisk(folder).read()
    except ProblemForPerson as problem:
        return problem.code == "keys_damaged"
    return False


def put_back(
    folder: Path, unlocked: Unlocked, *, clock: Clock, progress: Progress
) -> VerifyReport | None:
    """Put a backup's keys back if they are all that the vault lacks.

    Returns:
        What was found in the vault; ``None`` when it lacks more, or was given another key since,
        and is then as it was.

    Raises:
        ProblemForPerson: ``stopped``, ``vault_in_use``, or the keys could not be written.
    """
    if not are_lost(folder) or not unlocked.opened.is_ours:
        return None
    try:
        found = _looked_at(folder, unlocked, clock, progress)
    except ProblemForPerson as problem:
        if problem.code in _STAYS:
            raise
        return None
    if found is None:
        return None
    report, head = found
    on_disk, content = KeysOnDisk(folder), unlocked.read.content
    stamp = clock.now().strftime("%Y%m%d-%H%M%S")
    for path in on_disk.paths:
        if os.path.lexists(path):
            files.move(path, path.with_name(f"{path.name}.damaged-{stamp}"))
    newer = msgspec.structs.replace(content, anchor=head, revision=content.revision + 1)
    on_disk.write(newer, unlocked.opened.keys.data)
    GuessesOnDisk(folder, content.vault_id, clock.monotonic).start_anew()
    return report


def _looked_at(
    folder: Path, unlocked: Unlocked, clock: Clock, progress: Progress
) -> tuple[VerifyReport, Anchor] | None:
    vault_keys, content = unlocked.opened.keys, unlocked.read.content
    database = Database(database_path(folder), vault_keys.data.reveal())
    try:
        if database.value("SELECT vault_id FROM vault") != content.vault_id:
            return None
        log = RecordLog(database, vault_keys.root.derive(chain.PURPOSE), clock.monotonic)
        report = verifying.verify(database, log, content.anchor, progress=progress)
        return (report, log.head()) if report.is_sound else None
    finally:
        database.close()
