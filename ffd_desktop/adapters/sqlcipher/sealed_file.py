"""The bytes of a database file as they lie on the disk, read beside the connection that writes it.

SECURITY: closing any handle of a file drops every lock that this process holds on it (POSIX), and
with them what keeps a second program out. So a database opens one of these at most, and closes it
only once its own connection is closed.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO


class SealedFile:
    """One database file, for reading only; may be used on any one thread at a time."""

    def __init__(self, path: Path, key: Callable[[], bytes]) -> None:
        self._path = path
        self._key = key
        self._file: BinaryIO | None = None

    @property
    def key(self) -> bytes:
        """The raw key of the database, as long as that is open."""
        return self._key()

    @property
    def size(self) -> int:
        """How many bytes it has now."""
        return self._path.stat().st_size

    @property
    def facts(self) -> tuple[int, int]:
        """What changes when somebody writes into it."""
        found = self._path.stat()
        return found.st_size, found.st_mtime_ns

    def read(self, start: int, length: int) -> bytes:
        """Give bytes from a place on; fewer at the end.

        Raises:
            OSError: The disk does not give them.
        """
        if self._file is None:
            self._file = self._path.open("rb", buffering=0)
        self._file.seek(start, os.SEEK_SET)
        return self._file.read(length)

    def close(self) -> None:
        """Close it; only once the connection beside it is closed."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def __del__(self) -> None:
        """Close it with the database that was let go of without being closed."""
        self.close()
