"""Keeps the files of referrals in the vault, in pieces; implements drafting's FileStore.

A record of the chain holds each file's digest, so ``faults`` can tell what was changed by another
program. Not for use from two threads.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeAlias, cast

import msgspec

from ffd_desktop.adapters.sqlcipher.connection import Database
from ffd_desktop.adapters.sqlcipher.readers import Readers
from ffd_desktop.adapters.sqlcipher.record_log import RecordLog
from ffd_desktop.drafting import files
from ffd_desktop.drafting.files import KeptFile
from ffd_desktop.drafting.ports import By

KIND: Final = "file"
_FILE: Final = msgspec.json.Decoder(KeptFile)
_CLEARED_AT_ONCE: Final = 16
_BODIES: Final = "SELECT file FROM files WHERE referral = ?"
_UNUSED: Final = "file IN (SELECT number FROM file_bodies WHERE is_whole = 0)"

Key: TypeAlias = tuple[int, str]
"""A referral's number and a file's id."""


class SqlFileStore:
    """The files of one open vault, as one person may see them.

    SECURITY: every method that gives or takes a file finds its referral by ``Readers.number_of``,
    which refuses what is hidden; a file's id alone opens nothing.
    """

    def __init__(self, database: Database, log: RecordLog, readers: Readers) -> None:
        self._database = database
        self._log = log
        self._readers = readers
        self._coming: dict[int, _Coming] = {}

    def begin(self, referral_id: str) -> int:
        """Begin to take a file in; give the number under which its pieces come."""
        self._readers.number_of(referral_id)
        return self.begin_unnamed()

    def begin_unnamed(self) -> int:
        """Begin to take in a file of a referral that comes into being with it."""
        with self._log.writing():
            made = self._database.value(
                "INSERT INTO file_bodies (is_whole) VALUES (0) RETURNING number"
            )
        number = cast("int", made)
        self._coming[number] = _Coming()
        return number

    def add(self, coming: int, piece: bytes) -> None:
        """Store the next piece, in a transaction of its own."""
        so_far = self._coming[coming]
        with self._log.writing():
            self._add(coming, so_far.pieces, piece)
        so_far.take(piece)

    def finish(self, coming: int, referral_id: str, file: KeptFile, *, by: By) -> None:
        """Make a file whose pieces are all there one of the referral's."""
        number = self._readers.number_of(referral_id)
        with self._log.writing():
            self.make_whole(coming, size=file.facts.size, digest=file.facts.digest)
            self._name(number, coming, file, by=by)
        del self._coming[coming]

    def give_up(self, coming: int) -> bool:
        """Clear away some of what came in of a file; say whether there is more to clear."""
        self._coming.pop(coming, None)
        with self._log.writing():
            gone = self._database.run(
                f"DELETE FROM file_pieces WHERE {_UNUSED} AND number IN"  # noqa: S608
                " (SELECT number FROM file_pieces WHERE file = ? LIMIT ?)",
                (coming, _CLEARED_AT_ONCE),
            )
            if gone:
                return True
            self._database.run(
                "DELETE FROM file_bodies WHERE number = ? AND is_whole = 0", (coming,)
            )
        return False

    def of(self, referral_id: str) -> tuple[KeptFile, ...]:
        """Give all files that a referral ever had, in the order in which they came."""
        rows = self._database.rows(
            "SELECT facts FROM files WHERE referral = ? ORDER BY number",
            (self._readers.number_of(referral_id),),
        )
        return tuple(_FILE.decode(cast("bytes", row[0])) for row in rows)

    def unnamed(self, referral_id: str) -> tuple[KeptFile, ...]:
        """Give the files that came in whole and that no attachment ever named.

        The program was killed between the last piece and the edit that names the file.
        """
        rows = self._database.rows(
            "SELECT facts FROM files WHERE referral = ? AND NOT EXISTS (SELECT 1 FROM records"
            " WHERE records.referral = files.referral AND kind IN ('edit', 'created')"
            " AND instr(body, CAST(files.id AS BLOB)) > 0) ORDER BY number",
            (self._readers.number_of(referral_id),),
        )
        return tuple(_FILE.decode(cast("bytes", row[0])) for row in rows)

    def pieces(self, referral_id: str, file_id: str) -> Iterator[bytes]:
        """Give a file's bytes, piece by piece."""
        found = self._database.value(
            "SELECT file FROM files WHERE referral = ? AND id = ?",
            (self._readers.number_of(referral_id), file_id),
        )
        if not isinstance(found, int):
            raise files.missing()
        return pieces_of(self._database, found)

    # ---- inside another's transaction ---------------------------------------------------------

    def share(self, with_number: int, referral_id: str, *, by: By) -> None:
        """Give a referral's files to its copy as well, without a copy of their bytes."""
        rows = self._database.rows(
            "SELECT file, facts FROM files WHERE referral = ? ORDER BY number",
            (self._readers.number_of(referral_id),),
        )
        for body, facts in cast("list[tuple[int, bytes]]", rows):
            self._name(with_number, body, _FILE.decode(facts), by=by)

    def keep_whole(
        self, referral_id: str, file: KeptFile, pieces: Iterable[bytes], *, by: By
    ) -> None:
        """Store a whole file at once, for a vault that nobody writes in yet (salvaging)."""
        made = self.body_of(pieces)
        self._name(self._readers.number_of(referral_id), made, file, by=by)

    def body_of(self, pieces: Iterable[bytes]) -> int:
        """Store bytes that are all there, in pieces of the usual size; give their number."""
        made = cast(
            "int",
            self._database.value("INSERT INTO file_bodies (is_whole) VALUES (1) RETURNING number"),
        )
        for place, piece in enumerate(_cut(pieces)):
            self._add(made, place, piece)
        return made

    def make_whole(self, coming: int, *, size: int, digest: str) -> None:
        """Let bytes count whose pieces are all there.

        Raises:
            ProblemForPerson: ``file_changed_on_the_way``: they are not what was looked at.
        """
        so_far = self._coming[coming]
        if (so_far.size, so_far.hash.hexdigest()) != (size, digest):
            raise files.changed_on_the_way()
        self._database.run("UPDATE file_bodies SET is_whole = 1 WHERE number = ?", (coming,))

    def drop(self, body: int) -> None:
        """Take bytes out that nothing names any more."""
        self._database.run("DELETE FROM file_pieces WHERE file = ?", (body,))
        self._database.run("DELETE FROM file_bodies WHERE number = ?", (body,))

    def forget(self, number: int) -> None:
        """Drop a destroyed referral's files, and the bytes that no copy of it shares."""
        bodies = self._database.rows(_BODIES, (number,))
        self._database.run("DELETE FROM files WHERE referral = ?", (number,))
        for body in bodies:
            if self._database.value("SELECT 1 FROM files WHERE file = ?", body) is None:
                self.drop(cast("int", body[0]))

    def tidy(self) -> None:
        """Clear away what a stop or a kill left of files on their way in; at the opening."""
        if self._database.value("SELECT 1 FROM file_bodies WHERE is_whole = 0"):
            with self._log.writing():
                self._database.run(f"DELETE FROM file_pieces WHERE {_UNUSED}")  # noqa: S608
                self._database.run("DELETE FROM file_bodies WHERE is_whole = 0")

    def _add(self, body: int, place: int, piece: bytes) -> None:
        self._database.run(
            "INSERT INTO file_pieces (file, place, body) VALUES (?, ?, ?)", (body, place, piece)
        )

    def _name(self, number: int, body: int, file: KeptFile, *, by: By) -> None:
        facts = msgspec.json.encode(file)
        self._database.run(
            "INSERT INTO files (referral, id, file, facts) VALUES (?, ?, ?, ?)",
            (number, file.id, body, facts),
        )
        self._log.add(KIND, number, facts, by=by)


class _Coming:
    """What came in so far of one file."""

    def __init__(self) -> None:
        self.hash = hashlib.sha256()
        self.pieces = self.size = 0

    def take(self, piece: bytes) -> None:
        self.hash.update(piece)
        self.pieces += 1
        self.size += len(piece)


def _cut(pieces: Iterable[bytes]) -> Iterator[bytes]:
    for piece in pieces:
        yield from (piece[at : at + files.PIECE] for at in range(0, len(piece), files.PIECE))


def pieces_of(database: Database, body: int) -> Iterator[bytes]:
    """Give the bytes of one body, piece by piece."""
    rows = database.each("SELECT body FROM file_pieces WHERE file = ? ORDER BY place", (body,))
    return (cast("bytes", row[0]) for row in rows)


def digest_in(database: Database, body: int) -> str:
    """Give the SHA-256 of bytes in the vault, in hexadecimal."""
    digest = hashlib.sha256()
    for piece in pieces_of(database, body):
        digest.update(piece)
    return digest.hexdigest()


def size_in(database: Database, body: int) -> int:
    """Give how many bytes there are."""
    sql = "SELECT total(length(body)) FROM file_pieces WHERE file = ?"
    return int(cast("float", database.value(sql, (body,))))


def file_in(body: bytes) -> KeptFile:
    """Read which file a record of kind ``file``, or a row of the table, names.

    Raises:
        msgspec.MsgspecError: It is something else.
    """
    return _FILE.decode(body)


def has_table(database: Database) -> bool:
    """Say whether a vault or backup knows files at all: those of before schema step 3 do not."""
    return bool(database.value("SELECT 1 FROM sqlite_schema WHERE name = 'files'"))


def has_any(database: Database) -> bool:
    """Say whether there is a file to check, so that a check can say that it does."""
    return has_table(database) and bool(database.value("SELECT 1 FROM files"))


def faults(database: Database, passed: Callable[[int, int], None]) -> Iterator[str]:
    """Tell each referral whose files are not those that came in, by what the records say.

    A backup of before schema step 3 has no files, and is proved as it lies.

    Args:
        database: Of the vault or backup.
        passed: Hears how many files of how many are behind, and may raise to stop.
    """
    if not has_table(database):
        return
    told, kept = _recorded(database), _kept(database)
    for done, key in enumerate(sorted({*told, *kept})):
        passed(done, len(told))
        number, file = key[0], told.get(key)
        if file is None:
            yield f"Referral {number} of the vault has a file that no record tells of."
        elif key not in kept:
            yield f"A file of referral {number} of the vault is missing."
        elif kept[key][1] != file or not _is_as_it_came(database, kept[key][0], file):
            yield f"A file of referral {number} of the vault is not what came in."


def _recorded(database: Database) -> dict[Key, KeptFile]:
    rows = database.rows("SELECT referral, body FROM records WHERE kind = ?", (KIND,))
    each = ((number, _FILE.decode(body)) for number, body in cast("list[tuple[int, bytes]]", rows))
    return {(number, file.id): file for number, file in each}


def _kept(database: Database) -> dict[Key, tuple[int, KeptFile | None]]:
    rows = database.rows("SELECT referral, id, file, facts FROM files")
    return {
        (number, file_id): (body, _decoded(facts))
        for number, file_id, body, facts in cast("list[tuple[int, str, int, bytes]]", rows)
    }


def _decoded(facts: bytes) -> KeptFile | None:
    try:
        return _FILE.decode(facts)
    except msgspec.MsgspecError:
        return None


def _is_as_it_came(database: Database, body: int, file: KeptFile) -> bool:
    told = (file.facts.size, file.facts.digest)
    return (size_in(database, body), digest_in(database, body)) == told
