"""The connection's settings, its refusals and its words for the library's errors."""

import contextlib
import threading
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from ffd_desktop.adapters.sqlcipher import engine, translating
from ffd_desktop.adapters.sqlcipher.connection import Database
from ffd_desktop.problems import ProblemForPerson

KEY = bytes(range(32))


@pytest.fixture
def database(tmp_path: Path):
    opened = Database(tmp_path / "a.db", KEY)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("locking_mode", "exclusive"),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("mmap_size", 0),
        ("secure_delete", 1),
        ("temp_store", 2),
        ("cipher_log_level", "NONE"),
    ],
)
def test_each_setting_is_as_it_must_be(database: Database, pragma: str, value: object) -> None:
    assert database.value(f"PRAGMA {pragma}") == value


def test_the_engine_is_a_safe_one(database: Database) -> None:
    assert sqlcipher.sqlite_version_info >= (3, 51, 3)
    assert str(database.value("PRAGMA cipher_version")).startswith("4.")
    options = {row[0] for row in database.rows("PRAGMA compile_options")}
    assert {"HAS_CODEC", "TEMP_STORE=2", "ENABLE_FTS5"} <= options


def test_a_setting_that_does_not_hold_refuses_the_vault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    demanded = (*engine.SETTINGS, ("page_size", "4096", 8192))
    monkeypatch.setattr(engine, "SETTINGS", demanded)
    with pytest.raises(ProblemForPerson) as caught:
        Database(tmp_path / "a.db", KEY)
    assert caught.value.code == "engine_unfit"


@pytest.mark.parametrize("version", [(3, 51, 2), (3, 50, 99), (2, 0, 0)])
def test_an_engine_that_can_lose_commits_is_refused(version: tuple[int, ...]) -> None:
    with pytest.raises(ProblemForPerson) as caught:
        engine.refuse_old(version)
    assert caught.value.code == "engine_unfit"


def test_the_first_safe_engine_is_accepted() -> None:
    engine.refuse_old((3, 51, 3))


def test_plain_sqlite_is_refused(tmp_path: Path) -> None:
    import sqlite3

    plain = sqlite3.connect(tmp_path / "plain.db")
    with pytest.raises(ProblemForPerson) as caught:
        engine.refuse_plain(plain)  # type: ignore[arg-type]
    plain.close()
    assert caught.value.code == "engine_unfit"


def test_the_file_is_not_readable_without_the_key(tmp_path: Path, database: Database) -> None:
    database.run("CREATE TABLE t (words TEXT)")
    database.run("INSERT INTO t VALUES ('canary of the garden')")
    for path in tmp_path.iterdir():
        data = path.read_bytes()
        assert not data.startswith(b"SQLite format 3")
        assert b"canary" not in data
    database.checkpoint()
    assert b"canary" not in (tmp_path / "a.db").read_bytes()
    assert not (tmp_path / "a.db-shm").exists()


def test_after_a_checkpoint_the_wal_is_empty(tmp_path: Path, database: Database) -> None:
    database.run("CREATE TABLE t (words TEXT)")
    assert (tmp_path / "a.db-wal").stat().st_size > 0
    database.checkpoint()
    assert (tmp_path / "a.db-wal").stat().st_size == 0


def test_a_failed_transaction_leaves_nothing(database: Database) -> None:
    database.run("CREATE TABLE t (a INTEGER)")
    with contextlib.suppress(RuntimeError), database.transaction():
        database.run("INSERT INTO t VALUES (1)")
        raise RuntimeError
    assert database.rows("SELECT * FROM t") == []
    with database.transaction():
        database.run("INSERT INTO t VALUES (2)")
    assert database.rows("SELECT * FROM t") == [(2,)]


def test_after_an_io_error_the_file_is_opened_anew(database: Database) -> None:
    database.run("CREATE TABLE t (a INTEGER)")
    before = database._connection
    with pytest.raises(ProblemForPerson), database.transaction():
        raise translating.problem("vault_io")
    with database.transaction():
        database.run("INSERT INTO t VALUES (1)")
    assert database._connection is not before
    assert database.rows("SELECT * FROM t") == [(1,)]


def test_another_thread_is_refused(database: Database) -> None:
    caught: list[BaseException] = []

    def use() -> None:
        try:
            database.rows("SELECT 1")
        except sqlcipher.ProgrammingError as error:
            caught.append(error)

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()
    assert len(caught) == 1


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (5, "vault_in_use"),
        (5 | (2 << 8), "vault_in_use"),
        (8, "vault_read_only"),
        (8 | (4 << 8), "vault_read_only"),
        (10, "vault_io"),
        (10 | (4 << 8), "vault_io"),
        (11, "vault_damaged"),
        (13, "disk_full"),
        (14, "vault_unreachable"),
        (26, "vault_damaged"),
        (1, None),
        (19, None),
        (21, None),
    ],
)
def test_each_error_of_the_world_has_its_words(number: int, code: str | None) -> None:
    error = sqlcipher.OperationalError("near 'Amélie': syntax error")
    error.sqlite_errorcode = number
    assert translating.code_of(error) == code
    if code is None:
        with pytest.raises(sqlcipher.OperationalError), translating.told_plainly():
            raise error
        return
    with pytest.raises(ProblemForPerson) as caught, translating.told_plainly():
        raise error
    assert caught.value.code == code
    assert "Amélie" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_an_error_of_ours_is_not_dressed_up(database: Database) -> None:
    with pytest.raises(sqlcipher.Error):
        database.run("SELECT nonsense FROM nowhere")
    with pytest.raises(sqlcipher.ProgrammingError):
        database.run("SELECT ?", ())


def test_another_key_is_refused_as_damage(tmp_path: Path, database: Database) -> None:
    database.run("CREATE TABLE t (a INTEGER)")
    database.close()
    with pytest.raises(ProblemForPerson) as caught:
        Database(tmp_path / "a.db", bytes(32))
    assert caught.value.code == "vault_damaged"
