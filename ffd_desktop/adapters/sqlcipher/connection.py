"""One SQLCipher connection, opened in the one right order, with every setting read back.

Belongs to the thread that opened it and refuses any other. Knows no table; stores bring their SQL.
What the settings are and why: ``engine.py``.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, TypeAlias

import sqlcipher3.dbapi2 as sqlcipher

from ffd_desktop.adapters import files
from ffd_desktop.adapters.sqlcipher import engine, translating
from ffd_desktop.adapters.sqlcipher.engine import Value
from ffd_desktop.adapters.sqlcipher.sealed_file import SealedFile
from ffd_desktop.adapters.sqlcipher.translating import told_plainly
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.undoing import undone_on_failure
from ffd_desktop.vault import trouble

LOCK_WAIT_S: Final = 0.5
VIRUS_SCANNER_WAIT_S: Final = 5.0
ASK_AFTER: Final = 10_000
"""Steps of SQLite's machine between two askings of ``rows_watched``: a few milliseconds."""
PAGES_IN_WAL: Final = 1000

_BEHIND: Final = {"folder_read_only": "vault_read_only", "disk_full": "disk_full"}

Row: TypeAlias = tuple[Value, ...]
Parameters: TypeAlias = Sequence[Value]


class Database:
    """An open vault database. Not for use from two threads."""

    def __init__(self, path: Path, key: bytes) -> None:
        """Open (or make) the file at ``path`` under a raw 256-bit key.

        Raises:
            ProblemForPerson: ``vault_in_use`` within 2 s, ``vault_damaged``, ``vault_read_only``,
                ``disk_full``, ``vault_unreachable``, ``vault_io`` or ``engine_unfit``.
        """
        self._path = path
        self._key = key
        self._is_suspect = False
        self.sealed = SealedFile(path, lambda: self._key)
        self._connection = self._opened()

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self._path

    def rows(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """Run a question and give all its rows."""
        with self._told():
            return self._connection.execute(sql, parameters).fetchall()

    def rows_watched(self, sql: str, ask: Callable[[], None]) -> list[Row]:
        """Run a long question; ``ask`` is called many times a second and may raise to stop it.

        Raises:
            ProblemForPerson: Also whatever ``ask`` raised.
        """
        raised: list[ProblemForPerson] = []

        def asked() -> int:
            try:
                ask()
            except ProblemForPerson as problem:
                raised.append(problem)
            return len(raised)

        self._connection.set_progress_handler(asked, ASK_AFTER)
        try:
            return self.rows(sql)
        except sqlcipher.OperationalError:
            if raised:
                raise raised[0] from None
            raise
        finally:
            self._connection.set_progress_handler(None, 0)

    def each(self, sql: str, parameters: Parameters = ()) -> Iterator[Row]:
        """Run a question and give its rows one by one."""
        with self._told():
            yield from self._connection.execute(sql, parameters)

    def row(self, sql: str, parameters: Parameters = ()) -> Row | None:
        """Run a question and give its first row, if any."""
        with self._told():
            found: Row | None = self._connection.execute(sql, parameters).fetchone()
            return found

    def value(self, sql: str, parameters: Parameters = ()) -> Value:
        """Run a question and give the first value of its first row; None without rows."""
        found = self.row(sql, parameters)
        return None if found is None else found[0]

    def run(self, sql: str, parameters: Parameters = ()) -> int:
        """Run one statement; give the number of rows it touched."""
        with self._told():
            return self._connection.execute(sql, parameters).rowcount

    def run_each(self, sql: str, parameters: Iterable[Parameters]) -> None:
        """Run one statement for each set of parameters, drawn one by one."""
        with self._told():
            self._connection.executemany(sql, parameters)

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Do everything inside or nothing; durable once the block is left.

        SECURITY: after an I/O error the system may have dropped unwritten pages while calling
        them clean, so the file is closed, opened and read anew before the next transaction.
        """
        if self._is_suspect:
            self.reopen()
        try:
            with undone_on_failure(self._back_out):
                with self._told():
                    self._connection.execute("BEGIN IMMEDIATE")
                yield
                with self._told():
                    self._connection.execute("COMMIT")
        except ProblemForPerson as error:
            self._is_suspect = self._is_suspect or error.code == "vault_io"
            raise diagnosed(error, self._path.parent) from None

    def reopen(self) -> None:
        """Close and open again; what had been committed is there again."""
        with contextlib.suppress(sqlcipher.Error):
            self._connection.close()
        self._connection = self._opened()
        self._is_suspect = False

    def rekey(self, key: bytes) -> None:
        """Encrypt the whole file anew under another raw key, in one transaction.

        SECURITY: a kill leaves the file under the one key or the other, never between; the check
        point takes the pages under the old key off the disk.
        """
        if key == self._key:
            return
        self.checkpoint()
        with self._told():
            self._connection.reset_key(f"x'{key.hex()}'")
        self._key = key
        self.checkpoint()
        self.reopen()

    def checkpoint(self) -> None:
        """Move everything from the WAL into the database file and cut the WAL to nothing.

        SECURITY: one flipped byte in a WAL silently drops every later commit, so a locked vault
        has none.
        """
        self.rows("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Check point and close; closing twice does no harm."""
        with contextlib.suppress(ProblemForPerson, sqlcipher.ProgrammingError):
            self.checkpoint()
        self._key = b""
        try:
            with self._told():
                self._connection.close()
        finally:
            self.sealed.close()

    def rest(self) -> None:
        """Leave the file as it is from now on: what is written goes to the WAL alone."""
        self.checkpoint()
        self.rows("PRAGMA wal_autocheckpoint=0")

    def go_on(self) -> None:
        """Let the file take in what the WAL holds, now and then, as ever."""
        self.rows(f"PRAGMA wal_autocheckpoint={PAGES_IN_WAL}")

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """Tell the world's faults plainly, and a job that came after the lock that it is locked."""
        try:
            with told_plainly():
                yield
        except sqlcipher.ProgrammingError:
            if self._key:
                raise
            raise trouble.is_locked() from None

    def _opened(self) -> sqlcipher.Connection:
        try:
            return _connect(self._path, self._key)
        except ProblemForPerson as error:
            raise diagnosed(error, self._path.parent) from None

    def _back_out(self) -> None:
        with contextlib.suppress(sqlcipher.Error):
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")


class Snapshot(Database):
    """The file of a database that rests, read on another thread while the WAL is written.

    Takes no lock and sees nothing of the WAL. SQLite closes its handle only once the process holds
    no lock on the file any more, so the first connection's lock stays.
    """

    def __init__(self, of: Database) -> None:
        super().__init__(of._path, of._key)
        self.sealed = of.sealed

    def close(self) -> None:
        """Close; what the first connection shares stays open."""
        self._key = b""
        with self._told():
            self._connection.close()

    def checkpoint(self) -> None:
        """Leave the WAL alone: it belongs to the connection that writes."""

    def _opened(self) -> sqlcipher.Connection:
        uri = f"{self._path.absolute().as_uri()}?mode=ro&immutable=1"
        with self._told():
            connection = sqlcipher.connect(uri, timeout=0, isolation_level=None, uri=True)
        with undone_on_failure(connection.close), self._told():
            connection.set_key(f"x'{self._key.hex()}'")
            engine.apply(connection, engine.RESTING_SETTINGS)
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        return connection


def database_path(folder: Path) -> Path:
    """Give where a vault's database lies."""
    return folder / "vault.db"


def is_in_use(path: Path, key: bytes) -> bool:
    """Say whether another program holds a vault's database open; changes nothing."""
    connection = sqlcipher.connect(f"{path.absolute().as_uri()}?mode=ro", timeout=0, uri=True)
    try:
        connection.set_key(f"x'{key.hex()}'")
        connection.execute("PRAGMA locking_mode=EXCLUSIVE").fetchall()
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlcipher.Error as error:
        return translating.code_of(error) == "vault_in_use"
    finally:
        connection.close()
    return False


def _connect(path: Path, key: bytes) -> sqlcipher.Connection:
    engine.refuse_old(sqlcipher.sqlite_version_info)
    with told_plainly():
        connection = sqlcipher.connect(path, timeout=LOCK_WAIT_S, isolation_level=None)
    with undone_on_failure(connection.close), told_plainly():
        connection.set_key(f"x'{key.hex()}'")
        engine.apply(connection, engine.SETTINGS)
        if sys.platform == "darwin":
            engine.apply(connection, engine.MAC_SETTINGS)
        engine.refuse_plain(connection)
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        connection.set_busy_timeout(VIRUS_SCANNER_WAIT_S)
    return connection


def diagnosed(error: ProblemForPerson, folder: Path) -> ProblemForPerson:
    """Say what lies behind "I/O error", which is all that the library tells of some disks."""
    if error.code not in {"vault_io", "vault_unreachable"}:
        return error
    try:
        files.probe_writable(folder)
    except ProblemForPerson as found:
        code = _BEHIND.get(found.code)
        return translating.problem(code) if code else error
    return error
