"""What putting a backup back asks of the core. Declares shapes only."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from ffd_desktop.app.rescue import Restored, Salvaged, Seen
from ffd_desktop.progress import Progress


class RescueWork(Protocol):
    """What the core can do with backups and damaged vaults (``ffd_desktop/app/rescue.py``).

    Every call may touch a slow disk, so it belongs on a lane.
    """

    def look(self, place: Path | None) -> Seen:
        """Say what there is, also in one more place; changes nothing."""
        ...

    def restore(self, source: Path, typed: str, progress: Progress) -> Restored:
        """Put a backup back by the passphrase or recovery code of its time.

        Raises:
            ProblemForPerson: ``wrong_passphrase``, ``backup_not_good``, ``vault_in_use``,
                ``stopped`` ...; the vault's folder is then as it was.
        """
        ...

    def salvage(self, source: Path, typed: str, progress: Progress) -> Salvaged:
        """Take what a damaged vault or backup still holds into a new vault.

        Raises:
            ProblemForPerson: ``nothing_to_salvage``, ``wrong_passphrase``, ``vault_in_use``,
                ``stopped`` ...; the vault's folder is then as it was.
        """
        ...
