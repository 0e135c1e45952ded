"""The backups of one vault: chosen once, then made by themselves. Holds no key.

Made right after a lock, on the vault lane, when the database is check-pointed and closed: it is
copied as it lies, without the key, so the lock is as quick as ever, the key is gone at once, and
a laptop that is stolen on the way home has left a copy of that day. The copy is proved, which
needs the key, after the next unlock, on the proofs lane, so that it keeps no save and no paper
waiting. A lock or a kill may end a proof at any moment: it only reads, and is begun anew.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import UTC
from pathlib import Path

import msgspec

from ffd_desktop.adapters import files
from ffd_desktop.adapters.afresh import CopyDue
from ffd_desktop.adapters.sqlcipher import backup
from ffd_desktop.adapters.sqlcipher.backup import Backup
from ffd_desktop.adapters.sqlcipher.open_vault import OpenVault
from ffd_desktop.adapters.sqlcipher.proving import Prover
from ffd_desktop.drafting.ports import Clock
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault import reminding
from ffd_desktop.vault.reminding import KnownBackups, Notice

SETTING = "backup_folder"


class _Known(msgspec.Struct, frozen=True):
    """What is known of the vault since it was last open; nothing secret."""

    vault_id: str
    records: int
    place: Path | None


class Backups:
    """The backups of the vault in one folder. Each method says to which lane it belongs.

    ``arranged`` is the place that IT support set for this computer; it goes before a chosen one.
    """

    def __init__(self, folder: Path, clock: Clock, *, arranged: Path | None = None) -> None:
        self._folder = folder
        self._arranged = arranged
        self._clock = clock
        self._known: _Known | None = None

    def begin(self, vault: OpenVault) -> Callable[[], tuple[Notice, ...]]:
        """Learn what is to be known, right after an unlock, on the vault lane.

        Returns:
            The work of proving, thinning and reminding, for any lane; it gives what to say.
        """
        self._known = _Known(vault.state.vault_id, vault.head.count, self.chosen(vault))
        known, prover = self._known, vault.prover()
        return lambda: self._settle(known, prover)

    def chosen(self, vault: OpenVault) -> Path | None:
        """Give the folder that IT support arranged, or that of choice; on the vault lane."""
        kept = vault.settings.get(SETTING)
        own = Path(kept) if isinstance(kept, str) and kept else None
        return self._arranged or own

    def choose(self, vault: OpenVault, place: Path) -> tuple[Notice, ...]:
        """Take a folder for the backups from now on, with what is to be said of it; vault lane.

        Raises:
            ProblemForPerson: The folder cannot be made or written; then nothing is changed.
        """
        if not place.is_dir():
            files.make_private_folder(place)
        files.probe_writable(place)
        vault.settings.put(SETTING, str(place.absolute()))
        self._known = _Known(vault.state.vault_id, vault.head.count, place.absolute())
        return self.warnings(place)

    def warnings(self, place: Path) -> tuple[Notice, ...]:
        """Say what speaks against a place; on any lane."""
        return (reminding.same_disk(),) if files.on_same_disk(place, self._folder) else ()

    def after_lock(self) -> Backup | None:
        """Copy the locked vault if it changed since the newest backup; on the vault lane.

        Does nothing when no folder was chosen. What goes wrong is told by the next ``begin``.

        Raises:
            ProblemForPerson: ``backup_not_now``, or trouble with the folder.
        """
        if self._known is None or self._known.place is None:
            return None
        return backup.copy_locked(self._folder, self._known.place, clock=self._clock)

    def copy_due(self) -> CopyDue | None:
        """Say what ``after_lock`` would copy where; nothing of it is secret. On any lane."""
        known = self._known
        if known is None or known.place is None:
            return None
        return CopyDue(known.vault_id, known.records, str(known.place))

    def take_over(self, due: CopyDue) -> None:
        """Know what another process knew, so that ``after_lock`` does what it left to do."""
        self._known = _Known(due.vault_id, due.records, Path(due.place))

    def make_now(self, vault: OpenVault, place: Path) -> Backup:
        """Lock a vault, back it up into a place and prove it at once; on the vault lane.

        Raises:
            ProblemForPerson: ``backup_not_now``, ``backup_not_good``, trouble with the place.
        """
        prover, vault_id = vault.prover(), vault.state.vault_id
        vault.lock()
        if not place.is_dir():
            files.make_private_folder(place)
        made = backup.copy_locked(self._folder, place, clock=self._clock)
        return backup.prove(made or backup.listed(place, vault_id)[0], prover)

    def _settle(self, known: _Known, prover: Prover) -> tuple[Notice, ...]:
        if self._arranged is not None and not self._arranged.is_dir():
            with contextlib.suppress(ProblemForPerson):
                files.make_private_folder(self._arranged)
        failed = self._prove_waiting(known, prover)
        if known.place is not None:
            backup.thin(known.place, known.vault_id)
        notice = reminding.reminder(self._state(known), self._clock.now().astimezone(UTC))
        return (*failed, *((notice,) if notice else ()))

    def _prove_waiting(self, known: _Known, prover: Prover) -> tuple[Notice, ...]:
        """Prove the newest copy; older unproved ones have been overtaken by it."""
        listed = backup.listed(known.place, known.vault_id) if known.place else ()
        if not listed or listed[0].is_good:
            return ()
        try:
            backup.prove(listed[0], prover)
        except ProblemForPerson as problem:
            return (Notice("backup_failed", f"{problem.what} {problem.next_step}"),)
        return ()

    def _state(self, known: _Known) -> KnownBackups:
        if known.place is None:
            return KnownBackups(is_chosen=False, records=known.records)
        listed = backup.listed(known.place, known.vault_id)
        good = [one.made_at for one in listed if one.is_good]
        return KnownBackups(
            is_chosen=True,
            is_reached=known.place.is_dir(),
            newest_good=good[0] if good else None,
            newest_count=listed[0].count if listed else 0,
            records=known.records,
        )
