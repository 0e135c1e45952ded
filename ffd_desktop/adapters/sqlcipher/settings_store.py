"""Small settings inside the vault, by key; implements drafting's SettingsStore.

Values are JSON. Not for use from two threads.
"""

from __future__ import annotations

import msgspec

from ffd_desktop.adapters.sqlcipher.connection import Database


class SqlSettingsStore:
    """The settings of one open vault."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, key: str) -> object:
        """Give a setting, or ``None``."""
        found = self._database.value("SELECT value FROM settings WHERE key = ?", (key,))
        return msgspec.json.decode(found) if isinstance(found, bytes) else None

    def put(self, key: str, value: object) -> None:
        """Keep a setting, durably."""
        with self._database.transaction():
            self._database.run(
                "INSERT OR REPLACE INTO settings VALUES (?, ?)", (key, msgspec.json.encode(value))
            )
