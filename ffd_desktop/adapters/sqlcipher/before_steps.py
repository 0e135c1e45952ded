"""The copy of a vault that is kept before its schema is brought up to date.

It lies beside the vault, is proved with the keys at hand, and is a backup like any other: the same
name, thinned by the same rule, put back by the same command. Changes nothing in the vault but the
head noted in its keys file, as a lock does.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Final

from ffd_desktop.adapters import files
from ffd_desktop.adapters.sqlcipher import backup
from ffd_desktop.adapters.sqlcipher.connection import Database
from ffd_desktop.adapters.sqlcipher.proving import Prover
from ffd_desktop.adapters.sqlcipher.record_log import RecordLog
from ffd_desktop.adapters.sqlcipher.ways_in import WaysIn
from ffd_desktop.drafting.ports import Clock
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault import chain

_BESIDE: Final = "before-updates"
_NOT_GOOD: Final = {"backup_not_good", "vault_damaged"}


def place_of(folder: Path) -> Path:
    """Give where the copies of the vault in a folder are kept."""
    return folder.with_name(f"{folder.name}-{_BESIDE}")


def note_head(database: Database, ways: WaysIn, clock: Clock) -> None:
    """Note how far the records reach, so that a copy can be held against it; as a lock does.

    After a kill the note lags behind. SECURITY: never after a roll-back, which would then look
    right.
    """
    log = RecordLog(database, ways.keys.root.derive(chain.PURPOSE), clock.monotonic)
    if ways.is_ours and log.reaches(ways.content.anchor):
        with contextlib.suppress(ProblemForPerson):
            ways.note_head(log.head())


def keep_copy(folder: Path, ways: WaysIn, clock: Clock) -> None:
    """Copy a closed vault and prove the copy.

    A vault that is damaged, or that was meddled with, gives no good copy; the exact one is kept
    and stays marked unproved, and the vault opens as it would have: it says so by itself.

    Raises:
        ProblemForPerson: ``disk_full`` ..., ``backup_not_now``: there is no copy, so the vault
            is left as it is.
    """
    place = place_of(folder)
    files.make_private_folder(place)
    made = backup.copy_locked(folder, place, clock=clock)
    newest = made or backup.listed(place, ways.content.vault_id)[0]
    try:
        backup.prove(newest, Prover(ways.keys, clock))
    except ProblemForPerson as problem:
        if problem.code not in _NOT_GOOD:
            raise
    else:
        backup.thin(place, ways.content.vault_id)
