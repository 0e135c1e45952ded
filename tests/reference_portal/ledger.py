"""The portal's database: what came in, once for each key, and what the council answered.

Every method opens a connection of its own, so any of the server's threads may call it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

_TABLES = """
CREATE TABLE IF NOT EXISTS submissions (
    number INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL,
    repr_digest TEXT NOT NULL,
    content_digest TEXT NOT NULL,
    reference TEXT NOT NULL,
    received_at TEXT NOT NULL,
    package TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS answers (
    number INTEGER PRIMARY KEY,
    submission INTEGER NOT NULL REFERENCES submissions (number),
    body TEXT NOT NULL
) STRICT;
"""


@dataclass(frozen=True)
class Entry:
    """One submission as it was stored."""

    number: int
    key: str
    account: str
    repr_digest: str
    content_digest: str
    reference: str
    received_at: str
    package: dict[str, Any]

    def receipt(self) -> dict[str, str]:
        """What the sender is given, the same each time."""
        return {
            "reference": self.reference,
            "received_at": self.received_at,
            "key": self.key,
            "content_digest": self.content_digest,
            "repr_digest": self.repr_digest,
        }


class Ledger:
    """What came in, and the answers."""

    def __init__(self, file: Path) -> None:
        self._file = file
        with self._open() as database:
            database.executescript(_TABLES)

    def take(
        self, key: str, account: str, *, repr_digest: str, content_digest: str, package: Any
    ) -> Entry:
        """Store a submission unless its key is there; give what lies under the key."""
        with self._open() as database:
            database.execute(
                "INSERT INTO submissions"
                " (key, account, repr_digest, content_digest, reference, received_at, package)"
                " SELECT ?, ?, ?, ?, printf('FFD/%04d', count(*) + 1), ?, ? FROM submissions"
                " WHERE true ON CONFLICT (key) DO NOTHING",
                (key, account, repr_digest, content_digest, now(), json.dumps(package)),
            )
        (entry,) = self._entries("WHERE key = ?", key)
        return entry

    def find(self, key: str) -> Entry | None:
        """Give what lies under a key."""
        return next(iter(self._entries("WHERE key = ?", key)), None)

    def all(self) -> list[Entry]:
        """Give everything that came in, oldest first."""
        return self._entries("ORDER BY number")

    def answer(self, key: str, **answer: str) -> None:
        """Add what the council says of a submission."""
        with self._open() as database:
            database.execute(
                "INSERT INTO answers (submission, body)"
                " SELECT number, ? FROM submissions WHERE key = ?",
                (json.dumps({"at": now(), **answer}), key),
            )

    def answers(self, key: str) -> list[dict[str, str]]:
        """Give what the council said of a submission, oldest first."""
        with self._open() as database:
            rows = database.execute(
                "SELECT body FROM answers JOIN submissions ON submission = submissions.number"
                " WHERE key = ? ORDER BY answers.number",
                (key,),
            ).fetchall()
        return [json.loads(body) for (body,) in rows]

    def _entries(self, where: str, *values: str) -> list[Entry]:
        with self._open() as database:
            rows = database.execute(f"SELECT * FROM submissions {where}", values).fetchall()
        return [Entry(*row[:-1], json.loads(row[-1])) for row in rows]

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        database = sqlite3.connect(self._file, timeout=10)
        try:
            with database:
                yield database
        finally:
            database.close()


def now() -> str:
    """The time in UTC, as the protocol writes it."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")  # noqa: TID251
