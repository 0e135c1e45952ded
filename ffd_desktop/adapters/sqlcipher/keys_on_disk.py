"""The two copies of vault.keys in a vault's folder: read, proved, repaired. Knows no database."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import msgspec

from ffd_desktop.adapters import files
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault import keysfile, slots, trouble
from ffd_desktop.vault.keys import DataKey
from ffd_desktop.vault.keysfile import KeysFile, ReadKeys, Slot
from ffd_desktop.vault.slots import Opened, Secret

NAME: Final = "vault.keys"
COPY: Final = "vault.keys.copy"
_TRY_THE_OTHER: Final = frozenset(
    {"wrong_passphrase", "wrong_recovery_code", "wrong_slot_key", "keys_damaged"}
)


class Unlocked(msgspec.Struct, frozen=True):
    """What a secret opened, the keys file it stood in, and whether a copy wants repair."""

    opened: Opened
    read: ReadKeys
    wants_repair: bool


class KeysOnDisk:
    """vault.keys and vault.keys.copy of one folder."""

    def __init__(self, folder: Path) -> None:
        self.paths = (folder / NAME, folder / COPY)

    def exist(self) -> bool:
        """Say whether anything stands where a copy would."""
        return any(path.is_symlink() or path.exists() for path in self.paths)

    def read(self) -> tuple[ReadKeys, ...]:
        """Give the sound copies, the newest revision first, without doubles.

        Raises:
            ProblemForPerson: ``keys_damaged`` when there is none, ``vault_too_new``.
        """
        return self._sound(self._decoded())

    def sound_path(self) -> Path:
        """Give where the newest sound copy lies, to be copied as it is.

        Raises:
            ProblemForPerson: ``keys_damaged``, ``vault_too_new``.
        """
        newest = self.read()[0]
        both = zip(self.paths, self._decoded(), strict=True)
        return next(path for path, read in both if read == newest)

    def unlock(self, secret: Secret, *, whose: str = "") -> Unlocked:
        """Open the newest sound copy that the secret opens.

        Raises:
            ProblemForPerson: ``wrong_passphrase``, ``wrong_recovery_code``, ``keys_damaged``,
                ``vault_too_new`` or ``too_little_memory``.
        """
        copies, fallback, refusal = self._decoded(), None, slots.refused(secret)
        newest = self._sound(copies)[0].content
        for read in self._sound(copies):
            try:
                opened = slots.open_keys(read, secret, whose=whose)
            except ProblemForPerson as problem:
                if problem.code not in _TRY_THE_OTHER:
                    raise
                refusal = problem
                continue
            if _is_taken_away(opened.slot, newest):
                continue
            if opened.is_ours:
                return Unlocked(opened, read, copies[0] != copies[1])
            fallback = fallback or Unlocked(opened, read, wants_repair=False)
        if fallback is None:
            raise refusal
        return fallback

    def write_first(self, content: KeysFile, data_key: DataKey, proofs: tuple[Secret, ...]) -> None:
        """Write both copies of a new vault, never over anything, and prove them from the disk."""
        data = keysfile.encode(content, data_key)
        for path in self.paths:
            files.write_once(path, data)
        self._prove(data, data_key, proofs, paths=self.paths)

    def write(self, content: KeysFile, data_key: DataKey, proofs: tuple[Secret, ...] = ()) -> None:
        """Replace both copies; the second only once the first was proved from the disk."""
        data = keysfile.encode(content, data_key)
        for path in self.paths:
            files.write_atomically(path, data)
            self._prove(data, data_key, proofs, paths=(path,))
            proofs = ()

    def repair(self, content: KeysFile, data_key: DataKey) -> bool:
        """Put the good content in the place of a damaged, old or missing copy, if the disk lets."""
        try:
            self.write(content, data_key)
        except ProblemForPerson:
            return False
        return True

    def _prove(
        self,
        data: bytes,
        data_key: DataKey,
        proofs: tuple[Secret, ...],
        *,
        paths: tuple[Path, ...],
    ) -> None:
        for path in paths:
            if files.read_whole(path, most_bytes=keysfile.MOST_BYTES) != data:
                raise trouble.keys_unproved()
        slots.prove(data, data_key, proofs)

    def _decoded(self) -> tuple[ReadKeys | None, ...]:
        texts = (files.read_whole(path, most_bytes=keysfile.MOST_BYTES) for path in self.paths)
        return tuple(None if text is None else keysfile.decode(text) for text in texts)

    def _sound(self, copies: tuple[ReadKeys | None, ...]) -> tuple[ReadKeys, ...]:
        found = [read for read in copies if read is not None]
        if not found:
            raise trouble.keys_damaged() if self.exist() else trouble.keys_missing()
        found.sort(key=lambda read: -read.content.revision)
        return tuple(found[:1] if found[0] == found[-1] else found)


def _is_taken_away(slot: Slot, newest: KeysFile) -> bool:
    """Say whether a re-keying that was cut short had begun to take this way in away.

    SECURITY: it may still stand in the older copy, from which both would then be repaired.
    """
    ids = {one.facts.id for one in newest.slots}
    return isinstance(newest.former, bytes) and slot.facts.id not in ids
