"""Looking after a vault: its backups, putting one back, and taking out what damage has left.

Each function says to which lane it belongs; the folder is the program's. Holds no rule.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ffd_desktop.adapters.sqlcipher import opening, restoring, salvaging
from ffd_desktop.adapters.sqlcipher.backup import Backup
from ffd_desktop.adapters.sqlcipher.open_vault import OpenVault
from ffd_desktop.adapters.sqlcipher.restoring import Restored
from ffd_desktop.adapters.sqlcipher.salvaging import Salvaged
from ffd_desktop.app import recovery_proof
from ffd_desktop.app.desk import Desk
from ffd_desktop.app.program import Program
from ffd_desktop.app.where import told_at_opening
from ffd_desktop.progress import SILENT, Progress
from ffd_desktop.vault.slots import Secret


def begin_backups(program: Program, desk: Desk) -> Callable[[], tuple[str, ...]]:
    """Learn what backing up needs, after an unlock on the vault lane.

    Gives the work of proving, thinning and reminding, for any lane; it gives what to say, of the
    folder that the vault is in too. Invented people are not backed up.
    """
    opened = desk.vault
    if not isinstance(opened, OpenVault) or desk.profile().fictional:
        return tuple
    work, sheet = program.backups.begin(opened), recovery_proof.reminder(desk)
    return lambda: (*told_at_opening(program), *sheet, *(notice.words for notice in work()))


def backup_folder(program: Program, desk: Desk) -> str:
    """Give the folder of the backups, empty for none; on the vault lane."""
    opened = desk.vault
    place = program.backups.chosen(opened) if isinstance(opened, OpenVault) else None
    return str(place) if place else ""


def choose_backup_folder(program: Program, desk: Desk, place: Path) -> tuple[str, ...]:
    """Take a folder for the backups, and give what is to be said of it; on the vault lane.

    Raises:
        ProblemForPerson: It cannot be made or written; then nothing is changed.
    """
    opened = desk.vault
    if not isinstance(opened, OpenVault):
        return ()
    return tuple(notice.words for notice in program.backups.choose(opened, place))


def back_up(program: Program, passphrase: str, place: Path, *, whose: str = "") -> Backup:
    """Back the locked vault up into a place and prove it.

    Raises:
        ProblemForPerson: ``wrong_passphrase`` ..., ``backup_not_good``, trouble with the place.
    """
    opened = opening.open_vault(program.folder, passphrase, clock=program.clock, whose=whose)
    try:
        return program.backups.make_now(opened, place)
    finally:
        opened.lock()


def restore(
    program: Program, secret: Secret, source: Path, *, progress: Progress = SILENT
) -> Restored:
    """Put a backup, or the newest good one of a place, back; the old vault is set aside.

    Raises:
        ProblemForPerson: ``backup_missing``, ``backup_not_good``, ``wrong_passphrase``,
            ``vault_in_use``, ``stopped`` ...; the vault's folder is then as it was.
    """
    return restoring.restore(source, program.folder, secret, clock=program.clock, progress=progress)


def salvage(
    program: Program, secret: Secret, source: Path, *, progress: Progress = SILENT
) -> Salvaged:
    """Take what a damaged vault or backup still holds into a new vault in the program's folder.

    Raises:
        ProblemForPerson: ``nothing_to_salvage``, ``wrong_passphrase``, ``vault_in_use``,
            ``stopped`` ...; the vault's folder is then as it was.
    """
    return salvaging.salvage(source, program.folder, secret, clock=program.clock, progress=progress)
