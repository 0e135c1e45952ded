"""When a person is reminded of the backups: a pure rule over what is known of them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

import msgspec

OLD: Final = timedelta(days=7)


class Notice(msgspec.Struct, frozen=True):
    """Something a person ought to know about a vault that opened all the same."""

    code: str
    words: str


class KnownBackups(msgspec.Struct, frozen=True):
    """What a rule needs to know.

    Attributes:
        is_chosen: Whether a folder for backups was ever chosen.
        is_reached: Whether that folder can be read now.
        newest_good: When the newest proved backup was made, in UTC.
        newest_count: How many records the newest copy holds, proved or not.
        records: How many records the vault holds.
    """

    is_chosen: bool
    is_reached: bool = True
    newest_good: datetime | None = None
    newest_count: int = 0
    records: int = 0


def reminder(known: KnownBackups, now: datetime) -> Notice | None:
    """Give the one thing to say about the backups, the gravest first; None when all is well."""
    if known.records == 0:
        return None
    if not known.is_chosen:
        return Notice(
            "backup_unchosen",
            "This vault has no backup. In Settings, choose a folder for backups on another disk "
            "than this computer’s own.",
        )
    if not known.is_reached:
        return Notice(
            "backup_failed",
            "The folder for backups cannot be reached. Your words are safe in the vault; "
            "connect its drive, or choose another folder.",
        )
    if known.newest_count < known.records:
        return Notice(
            "backup_failed",
            "What was written last is in the vault but in no backup yet. It is backed up when "
            "the vault is locked; if you read this again, choose another folder for backups.",
        )
    if known.newest_good is None or now - known.newest_good > OLD:
        return Notice(
            "backup_old",
            "The newest backup that was proved good is more than a week old. Check the folder "
            "for backups.",
        )
    return None


def sheet_unproved() -> Notice:
    """Remind of a recovery code that nobody typed back, so that nobody knows whether it is read."""
    return Notice(
        "sheet_unproved",
        "Nobody has typed the recovery code back from its sheet yet, so a forgotten passphrase "
        "could lose everything. When you have a minute, make a new recovery sheet in Settings.",
    )


def came_by_sheet(sheet: str) -> Notice:
    """Say what to do next to somebody who came in by what stands on a sheet."""
    return Notice(
        "came_by_sheet",
        f"The vault was opened with the {sheet}. If a passphrase was forgotten, choose a new one "
        "under “Passphrase” in Settings now, while the vault is open.",
    )


def same_disk() -> Notice:
    """Warn that one broken disk would take the vault and its backups."""
    return Notice(
        "backup_same_disk",
        "That folder is on the same disk as the vault: if the disk breaks or the computer is "
        "stolen, both are gone. Choose a folder on another disk if you can.",
    )
