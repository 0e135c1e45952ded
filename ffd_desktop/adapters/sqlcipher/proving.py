"""Whether a copy of a vault is good: opened under its own key and counted, page by page.

Holds the vault's keys as long as it lives, so its owner lets go of it soon. Changes nothing in what
it proves.
"""

from __future__ import annotations

from pathlib import Path

from ffd_desktop.adapters.sqlcipher import translating, verifying
from ffd_desktop.adapters.sqlcipher.connection import Database, database_path
from ffd_desktop.adapters.sqlcipher.keys_on_disk import KeysOnDisk
from ffd_desktop.adapters.sqlcipher.record_log import RecordLog
from ffd_desktop.adapters.sqlcipher.verifying import VerifyReport
from ffd_desktop.drafting.ports import Clock
from ffd_desktop.progress import SILENT, Progress
from ffd_desktop.vault import chain, trouble
from ffd_desktop.vault.keys import VaultKeys
from ffd_desktop.vault.keysfile import KeysFile


class Prover:
    """Proves copies of one vault; may be used on any one thread."""

    def __init__(self, vault_keys: VaultKeys, clock: Clock) -> None:
        self._keys = vault_keys
        self._clock = clock

    def prove(self, folder: Path, progress: Progress = SILENT) -> VerifyReport:
        """Open the vault in a folder and check every seal, its structure and the whole chain.

        Raises:
            ProblemForPerson: ``backup_not_good`` when anything at all is wrong with it,
                ``vault_too_new``, ``stopped``, or trouble with the disk.
        """
        keys = KeysOnDisk(folder).read()[0]
        path = database_path(folder)
        if not keys.is_ours(self._keys.data) or path.is_symlink() or not path.is_file():
            raise trouble.backup_not_good()
        report = self._verified(path, keys.content, progress)
        if not report.is_sound:
            raise trouble.backup_not_good()
        return report

    def _verified(self, path: Path, content: KeysFile, progress: Progress) -> VerifyReport:
        database = Database(path, self._keys.data.reveal())
        try:
            if database.value("SELECT vault_id FROM vault") != content.vault_id:
                raise translating.problem("vault_damaged")
            key = self._keys.root.derive(chain.PURPOSE)
            log = RecordLog(database, key, self._clock.monotonic)
            if log.head() != (content.anchor or chain.EMPTY):
                raise trouble.backup_not_good()
            return verifying.verify(database, log, content.anchor, progress=progress)
        finally:
            database.close()
