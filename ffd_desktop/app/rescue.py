"""Getting a vault back: what backups there are, what the vault in use holds, putting one back.

Works without any key and with a vault that is damaged, keyless or gone. Every call is for a lane.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from ffd_desktop.adapters.sqlcipher import backup, lost_keys
from ffd_desktop.adapters.sqlcipher.connection import database_path
from ffd_desktop.adapters.sqlcipher.keys_on_disk import KeysOnDisk
from ffd_desktop.adapters.sqlcipher.restoring import Restored
from ffd_desktop.adapters.sqlcipher.salvaging import Salvaged
from ffd_desktop.app import upkeep
from ffd_desktop.app.program import Program
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.progress import Progress
from ffd_desktop.vault.keysfile import KeysFile
from ffd_desktop.vault.recovery import read_printed
from ffd_desktop.vault.slots import Secret

__all__ = ["BackupSeen", "Restored", "Salvaged", "Seen", "VaultSeen", "look", "restore", "salvage"]


class VaultSeen(msgspec.Struct, frozen=True):
    """What can be told of the vault in use without opening it.

    Attributes:
        is_there: Whether anything of a vault stands in its folder.
        folder: Where that is.
        records: How many it held when it was last locked; ``None`` when nobody can tell.
        are_keys_lost: Whether its database stands there without keys that can be read.
        can_be_rescued: Whether there are keys and a database to take words out of.
    """

    is_there: bool
    folder: Path
    records: int | None = None
    are_keys_lost: bool = False
    can_be_rescued: bool = False


class BackupSeen(msgspec.Struct, frozen=True):
    """One thing that can be put back.

    Attributes:
        path: Where it lies.
        made_at: When, in UTC.
        records: How many it holds; ``None`` when its keys do not say.
        is_good: Whether it was proved; a vault that was set aside never was.
        is_aside: Whether it is a vault that was set aside here, not a backup.
        is_ours: Whether it is of the vault in use; ``None`` when nobody can tell.
    """

    path: Path
    made_at: datetime
    records: int | None
    is_good: bool = False
    is_aside: bool = False
    is_ours: bool | None = None


class Seen(msgspec.Struct, frozen=True):
    """What there is: the vault in use, the places looked at, and what was found, best first."""

    vault: VaultSeen
    places: tuple[Path, ...]
    found: tuple[BackupSeen, ...]


def look(program: Program, place: Path | None = None) -> Seen:
    """Look in the folder of the backups, beside the vault, and in one more place if it is given."""
    known = program.look().backups
    all_places = (program.arranged.backup_folder, Path(known) if known else None, place)
    places = tuple(dict.fromkeys(one for one in all_places if one))
    content = _content(program.folder)
    found = [*_beside(program.folder, content)]
    for one in places:
        found += _in_place(one, content)
    unique = {one.path.absolute(): one for one in found}.values()
    return Seen(_vault_seen(program.folder, content), places, tuple(sorted(unique, key=_rank)))


def restore(program: Program, source: Path, typed: str, progress: Progress) -> Restored:
    """Put one backup back; what stands in its place is set aside.

    Raises:
        ProblemForPerson: As ``upkeep.restore``, and ``recovery_code_misread``.
    """
    return upkeep.restore(program, secret_of(typed), source, progress=progress)


def salvage(program: Program, source: Path, typed: str, progress: Progress) -> Salvaged:
    """Take what a damaged vault or backup still holds into a new vault.

    Raises:
        ProblemForPerson: As ``upkeep.salvage``, and ``recovery_code_misread``.
    """
    return upkeep.salvage(program, secret_of(typed), source, progress=progress)


def secret_of(typed: str) -> Secret:
    """Read what was typed: a code from a sheet if it is one to the last symbol, else a passphrase.

    A passphrase that happens to be such a code with its check symbol is not met in this world.
    """
    try:
        return read_printed(typed)
    except ProblemForPerson:
        return typed


def _content(folder: Path) -> KeysFile | None:
    try:
        return KeysOnDisk(folder).read()[0].content
    except ProblemForPerson:
        return None


def _vault_seen(folder: Path, content: KeysFile | None) -> VaultSeen:
    has_database = database_path(folder).is_file()
    return VaultSeen(
        is_there=has_database or KeysOnDisk(folder).exist(),
        folder=folder,
        records=_records(content) if has_database else None,
        are_keys_lost=lost_keys.are_lost(folder),
        can_be_rescued=has_database and content is not None,
    )


def _records(content: KeysFile | None) -> int | None:
    if content is None:
        return None
    return content.anchor.count if content.anchor else 0


def _in_place(place: Path, content: KeysFile | None) -> Iterator[BackupSeen]:
    if KeysOnDisk(place).exist() and database_path(place).is_file():
        yield _vault_in(place, content)
    for one in backup.listed(place):
        ours = _is_ours(one.path, content)
        yield BackupSeen(one.path, one.made_at, one.count, is_good=one.is_good, is_ours=ours)


def _beside(folder: Path, content: KeysFile | None) -> Iterator[BackupSeen]:
    """Give the vaults that were set aside here: putting one back undoes a wrong restoring."""
    try:
        names = sorted(folder.parent.glob(f"{folder.name}-set-aside-*"))
    except OSError:
        return
    for path in names:
        if KeysOnDisk(path).exist() and database_path(path).is_file():
            yield msgspec.structs.replace(_vault_in(path, content), is_aside=True)


def _vault_in(path: Path, content: KeysFile | None) -> BackupSeen:
    written = datetime.fromtimestamp(database_path(path).stat().st_mtime, UTC)
    records, ours = _records(_content(path)), _is_ours(path, content)
    return BackupSeen(path, written.replace(microsecond=0), records, is_ours=ours)


def _is_ours(path: Path, content: KeysFile | None) -> bool | None:
    other = _content(path)
    if content is None or other is None:
        return None
    return content.vault_id == other.vault_id


def _rank(one: BackupSeen) -> tuple[bool, bool, bool, float]:
    """Own before another vault's, proved before unproved, backups before what was set aside."""
    return (one.is_ours is False, one.is_aside, not one.is_good, -one.made_at.timestamp())
