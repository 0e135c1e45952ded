"""What the encryption engine must be, and how it must be set: read back, or the vault stays shut.

Facts: SQLite before 3.51.3 can lose committed transactions when its WAL is reset; WAL with FULL
and EXCLUSIVE loses nothing at a power cut and keeps a second program out.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypeAlias

import sqlcipher3.dbapi2 as sqlcipher

from ffd_desktop.problems import ProblemForPerson

Value: TypeAlias = str | bytes | int | float | None

OLDEST_ENGINE: Final = (3, 51, 3)

SETTINGS: Final[tuple[tuple[str, str, Value], ...]] = (
    ("cipher_log_level", "NONE", "NONE"),
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),
    ("foreign_keys", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("mmap_size", "0", 0),
    ("temp_store", "MEMORY", 2),
    ("secure_delete", "ON", 1),
    ("cache_size", "-32768", -32768),
)
RESTING_SETTINGS: Final[tuple[tuple[str, str, Value], ...]] = (
    ("cipher_log_level", "NONE", "NONE"),
    ("query_only", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("mmap_size", "0", 0),
    ("temp_store", "MEMORY", 2),
    ("cache_size", "-8192", -8192),
)
MAC_SETTINGS: Final[tuple[tuple[str, str, Value], ...]] = (
    ("fullfsync", "ON", 1),
    ("checkpoint_fullfsync", "ON", 1),
)


def apply(connection: sqlcipher.Connection, settings: Iterable[tuple[str, str, Value]]) -> None:
    """Make settings and read each of them back.

    Raises:
        ProblemForPerson: ``engine_unfit``.
    """
    for name, value, wanted in settings:
        connection.execute(f"PRAGMA {name}={value}").fetchall()
        found = connection.execute(f"PRAGMA {name}").fetchone()
        if found is None or found[0] != wanted:
            raise unfit()


def refuse_old(version: tuple[int, ...]) -> None:
    """Refuse an engine with a known way of losing commits."""
    if version < OLDEST_ENGINE:
        raise unfit()


def refuse_plain(connection: sqlcipher.Connection) -> None:
    """SECURITY: plain SQLite ignores a key without a word and would write in clear."""
    found = connection.execute("PRAGMA cipher_version").fetchone()
    if found is None or not str(found[0]).startswith("4."):
        raise unfit()


def unfit() -> ProblemForPerson:
    """The encryption library is not the one that this program was tested with."""
    return ProblemForPerson(
        "Nothing was changed. The encryption library on this computer is not safe to use "
        "(too old, or it does not keep its settings), so the vault was not opened.",
        "Install FFD Desktop again from your school’s copy, or tell your IT support.",
        "engine_unfit",
    )
