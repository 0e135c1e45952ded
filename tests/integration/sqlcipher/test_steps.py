"""The numbered schema steps."""

import re
from pathlib import Path

import pytest

from ffd_desktop.adapters.sqlcipher.connection import Database
from ffd_desktop.adapters.sqlcipher.steps import Step, bring_up, known_steps, version_of
from ffd_desktop.problems import ProblemForPerson

KEY = bytes(range(32))
RELEASED = Path(__file__).parents[2] / "data" / "vaults" / "schema.sql"


@pytest.fixture
def database(tmp_path: Path):
    opened = Database(tmp_path / "a.db", KEY)
    yield opened
    opened.close()


def schema_of(database: Database) -> str:
    rows = database.rows("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name, sql")
    return "\n\n".join(f"{row[0]!s};" for row in rows) + "\n"


def test_steps_are_numbered_from_one_without_gaps() -> None:
    numbers = [step.number for step in known_steps()]
    assert numbers == list(range(1, len(numbers) + 1))


def test_all_statements_of_a_step_are_found() -> None:
    for step in known_steps():
        bare = "\n".join(line.split("--")[0] for line in step.sql.splitlines())
        outside = re.sub(r"\bBEGIN\b.*?\bEND\b", "", bare, flags=re.DOTALL)
        assert len(list(step.statements())) == outside.count(";")


def test_the_schema_is_the_released_one(database: Database) -> None:
    bring_up(database)
    assert schema_of(database) == RELEASED.read_text(encoding="utf-8")


def test_bringing_up_twice_changes_nothing(database: Database) -> None:
    assert bring_up(database) == bring_up(database) == len(known_steps())
    assert version_of(database) == len(known_steps())


def test_a_step_that_fails_leaves_the_vault_as_it_was(database: Database) -> None:
    bring_up(database)
    before, newest = schema_of(database), len(known_steps())
    good = Step(newest + 1, "CREATE TABLE more (a TEXT) STRICT;")
    bad = Step(
        newest + 2, "CREATE TABLE yet_more (a TEXT) STRICT;\nINSERT INTO yet_more (b) VALUES (1);"
    )
    with pytest.raises(Exception, match="no column"):
        bring_up(database, (*known_steps(), good, bad))
    assert schema_of(database) == before
    assert version_of(database) == newest
    assert bring_up(database, (*known_steps(), good)) == newest + 1
    assert database.rows("SELECT * FROM more") == []


def test_a_newer_vault_is_refused_untouched(tmp_path: Path, database: Database) -> None:
    bring_up(database)
    database.run(f"PRAGMA user_version={len(known_steps()) + 1}")
    database.close()
    before = (tmp_path / "a.db").read_bytes()
    again = Database(tmp_path / "a.db", KEY)
    with pytest.raises(ProblemForPerson) as caught:
        bring_up(again)
    again.close()
    assert caught.value.code == "vault_too_new"
    assert (tmp_path / "a.db").read_bytes() == before
