"""A keyring in memory; passes the same contract as the computer's own.

Can be made to fail as a real one does: ``is_locked`` answers nobody, ``kept`` may be changed.
"""

from __future__ import annotations

from ffd_desktop.vault import slot_keys
from ffd_desktop.vault.keys import SlotKey


class FakeSlotKeys:
    """Implements ``SlotKeys``."""

    def __init__(self, backend: str = "in memory") -> None:
        self.backend = backend
        self.kept: dict[str, str] = {}
        self.is_locked = False
        self.asked = 0

    def keep(self, entry: str, key: SlotKey) -> None:
        self._answer()
        self.kept[entry] = key.reveal().hex()

    def fetch(self, entry: str) -> SlotKey:
        self._answer()
        try:
            return SlotKey(bytes.fromhex(self.kept.get(entry, "")))
        except ValueError:
            raise slot_keys.empty() from None

    def forget(self, entry: str) -> None:
        self._answer()
        self.kept.pop(entry, None)

    def _answer(self) -> None:
        self.asked += 1
        if self.is_locked:
            raise slot_keys.silent()
