"""Keeps the school's roll in the vault; implements roll's RollStore.

Not for use from two threads. A search first draws candidates (by any three letters in a row, or
in list order); when there are few, all are ranked; when there are very many, the list is walked
in order, the best rank first, and left as soon as enough are found. Either way costs little.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final, cast

import msgspec

from ffd_desktop.adapters.sqlcipher.connection import Database, Row
from ffd_desktop.adapters.sqlcipher.engine import Value
from ffd_desktop.roll.keys import rank, search_words
from ffd_desktop.roll.pupil import Pupil, RollSource
from ffd_desktop.roll.rows import RollRow, pupil_of

FEW: Final = 1500
STREAM: Final = 500
GATHERED: Final = 8_000_000  # bytes of the letters' index in memory before they are written
LETTERS: Final = 3
SELDOM: Final = 4 * FEW
_TABLES: Final = ("pupil_families", "pupil_bodies", "pupils", "roll_source")
_GATHER: Final = "INSERT INTO pupil_letters (pupil_letters, rank) VALUES ('hashsize', ?)"
_SOURCE: Final = msgspec.json.Decoder(RollSource)
_ROWS: Final = "SELECT search_key, sort_key, key, number FROM pupils"
_HOLDS: Final = "search_key LIKE ?"
_DRAWN: Final = "number IN (SELECT rowid FROM pupil_letters WHERE pupil_letters MATCH ?)"
_BEGUN: Final = "SELECT term, doc FROM pupil_threes WHERE term >= ? AND term < ?"
_BEHIND: Final = "\U0010ffff"  # sorts after every letter
_NOWHERE: Final = " " * LETTERS  # stands in no search key
_BODY: Final = "SELECT body FROM pupil_bodies JOIN pupils ON number = pupil"


class SqlRollStore:
    """The roll of one open vault."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def replace_with(self, rows: Iterable[RollRow], source: RollSource) -> int:
        """Put a new roll in the place of the old one, in one transaction; give its size."""
        database, size = self._database, 0
        with database.transaction():
            for table in _TABLES:
                database.run(f"DELETE FROM {table}")  # noqa: S608
            database.run("INSERT INTO pupil_letters (pupil_letters) VALUES ('delete-all')")
            database.run(_GATHER, (GATHERED,))
            for batch in _batches(rows):
                self._add(size, batch)
                size += len(batch)
            database.run("INSERT INTO roll_source VALUES (1, ?)", (msgspec.json.encode(source),))
        database.checkpoint()
        return size

    def by_upn(self, upn: str) -> Pupil | None:
        """Give the pupil with this normalised UPN (or row key), or ``None``."""
        found = self._database.value(f"{_BODY} WHERE key = ?", (upn,))
        return pupil_of(found) if isinstance(found, bytes) else None

    def search(self, text: str, *, limit: int = 50) -> tuple[Pupil, ...]:
        """Give pupils whose every name and UPN hold every word of the text, best first."""
        words = search_words(text)
        if not words or limit < 1:
            return ()
        found = self._candidates(words)
        if len(found) > FEW:
            found = self._in_order(words, limit)
        found.sort(key=lambda row: (rank(cast("str", row[0]), words), row[1], row[2]))
        return tuple(self._pupil(row[3]) for row in found[:limit])

    def sharing(self, keys: Sequence[int], *, limit: int = 500) -> tuple[Pupil, ...]:
        """Give pupils who have any of these family keys, by sort key, then key."""
        rows = self._database.rows(
            "SELECT body FROM pupils JOIN pupil_bodies ON pupil = number WHERE number IN"
            " (SELECT pupil FROM pupil_families WHERE family_key IN"
            " (SELECT value FROM json_each(?))) ORDER BY sort_key, key LIMIT ?",
            (msgspec.json.encode(tuple(keys)).decode(), limit),
        )
        return _pupils(rows)

    def spread(self, keys: Sequence[int]) -> Mapping[int, int]:
        """Give how many pupils have each of these family keys."""
        count = "SELECT count(*) FROM pupil_families WHERE family_key = ?"
        return {key: cast("int", self._database.value(count, (key,))) for key in keys}

    def all_pupils(self, *, limit: int, after: str = "") -> tuple[Pupil, ...]:
        """Give pupils by row key, from the first one behind ``after`` on."""
        rows = self._database.rows(f"{_BODY} WHERE key > ? ORDER BY key LIMIT ?", (after, limit))
        return _pupils(rows)

    def bodies(self, keys: Collection[str]) -> Mapping[str, bytes]:
        """Give what the rows with these keys hold, by key."""
        rows = self._database.rows(
            "SELECT key, body FROM pupils JOIN pupil_bodies ON pupil = number WHERE key IN"
            " (SELECT value FROM json_each(?)) ORDER BY key",
            (msgspec.json.encode(tuple(keys)).decode(),),
        )
        return dict(cast("list[tuple[str, bytes]]", rows))

    def fingerprints(self) -> Mapping[str, bytes]:
        """Give every row's fingerprint by its key."""
        rows = self._database.each("SELECT key, fingerprint FROM pupils")
        return dict(cast("Iterator[tuple[str, bytes]]", rows))

    def source(self) -> RollSource | None:
        """Give where the roll came from, or ``None`` before the first import."""
        found = self._database.value("SELECT body FROM roll_source")
        return _SOURCE.decode(found) if isinstance(found, bytes) else None

    def count(self) -> int:
        """Give the number of pupils on the roll."""
        return cast("int", self._database.value("SELECT count(*) FROM pupils"))

    def _add(self, done: int, batch: list[RollRow]) -> None:
        numbered = list(enumerate(batch, start=done + 1))
        run_each = self._database.run_each
        run_each(
            "INSERT INTO pupils VALUES (?, ?, ?, ?, ?)",
            ((n, row.key, row.sort_key, row.search_key, row.fingerprint) for n, row in numbered),
        )
        run_each("INSERT INTO pupil_bodies VALUES (?, ?)", ((n, row.body) for n, row in numbered))
        run_each(
            "INSERT INTO pupil_families VALUES (?, ?)",
            ((key, n) for n, row in numbered for key in row.family_keys),
        )
        run_each(
            "INSERT INTO pupil_letters (rowid, search_key) VALUES (?, ?)",
            # Padded, so that the last letter begins three as well (``_letters``).
            ((n, f"{row.search_key} ") for n, row in numbered),
        )

    def _candidates(self, words: tuple[str, ...]) -> list[Row]:
        """Give the rows that hold every word; one more than FEW when there are too many."""
        letters = [drawn for word in words if (drawn := self._letters(word))]
        parameters: list[Value] = [f"%{word}%" for word in words]
        where = " AND ".join([_HOLDS] * len(words))
        if letters:
            where = f"{where} AND {_DRAWN}"
            parameters.append(" AND ".join(letters))
        return self._database.rows(f"{_ROWS} WHERE {where} LIMIT ?", (*parameters, FEW + 1))

    def _letters(self, word: str) -> str:
        """Say what the letters' index must hold for a word; empty when a walk would be quicker.

        One or two letters are looked for as the beginnings of the threes that there are.
        """
        if len(word) >= LETTERS:
            return " AND ".join(f'"{three}"' for three in sorted(set(_threes(word))))
        begun = self._database.rows(_BEGUN, (word, word + _BEHIND))
        if sum(cast("int", row[1]) for row in begun) > SELDOM:
            return ""
        threes = " OR ".join(f'"{row[0]!s}"' for row in begun) or f'"{_NOWHERE}"'
        return f"({threes})"

    def _in_order(self, words: tuple[str, ...], limit: int) -> list[Row]:
        """Walk the list once for each rank, the best first, until enough are found."""
        where = " AND ".join([_HOLDS] * len(words))
        ranked = " + ".join(["(search_key NOT LIKE ?)"] * len(words))
        wanted = (*(f"%{word}%" for word in words), *(f"% {word}%" for word in words))
        found: list[Row] = []
        for worst in range(len(words) + 1):
            found += self._database.rows(
                f"{_ROWS} INDEXED BY pupils_in_order WHERE {where} AND {ranked} = ?"
                " ORDER BY sort_key, key LIMIT ?",
                (*wanted, worst, limit - len(found)),
            )
            if len(found) >= limit:
                break
        return found

    def _pupil(self, number: Value) -> Pupil:
        body = self._database.value("SELECT body FROM pupil_bodies WHERE pupil = ?", (number,))
        return pupil_of(cast("bytes", body))


def _threes(word: str) -> Iterator[str]:
    return (word[at : at + LETTERS] for at in range(len(word) - LETTERS + 1))


def _batches(rows: Iterable[RollRow]) -> Iterator[list[RollRow]]:
    stream = iter(rows)
    while batch := list(islice(stream, STREAM)):
        yield batch


def _pupils(rows: list[Row]) -> tuple[Pupil, ...]:
    return tuple(pupil_of(cast("bytes", row[0])) for row in rows)
