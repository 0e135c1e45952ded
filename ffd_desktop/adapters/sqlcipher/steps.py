"""The numbered schema steps: bring an older vault up to date, whole or not at all.

Never touches a vault that a newer program wrote. Steps that were released are never edited.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Final

import msgspec
import sqlcipher3.dbapi2 as sqlcipher

from ffd_desktop.adapters.sqlcipher import translating
from ffd_desktop.adapters.sqlcipher.connection import Database

_NAME: Final = re.compile(r"(\d{3})_[a-z_]+\.sql")


class Step(msgspec.Struct, frozen=True):
    """One schema step: its number, from 1 without gaps, and its SQL."""

    number: int
    sql: str

    def statements(self) -> Iterator[str]:
        """Give its statements one by one; a script run whole would commit in the middle."""
        pending = ""
        for line in self.sql.splitlines(keepends=True):
            pending += line
            if ";" in line and sqlcipher.complete_statement(pending):
                yield pending.strip()
                pending = ""


@cache
def known_steps() -> tuple[Step, ...]:
    """Read the steps that come with this program, in order."""
    folder = resources.files("ffd_desktop.adapters.sqlcipher") / "schema"
    named = ((_NAME.fullmatch(file.name), file) for file in folder.iterdir())
    steps = (
        Step(int(match[1]), file.read_text(encoding="utf-8")) for match, file in named if match
    )
    return tuple(sorted(steps, key=lambda step: step.number))


def bring_up(database: Database, steps: tuple[Step, ...] | None = None) -> int:
    """Apply the steps that a vault lacks, in one transaction; give the schema's number.

    Raises:
        ProblemForPerson: ``vault_too_new``; the vault is then untouched.
    """
    steps = known_steps() if steps is None else steps
    newest = steps[-1].number
    found = version_of(database)
    if found > newest:
        raise translating.too_new()
    if found < newest:
        with database.transaction():
            for step in steps[found:]:
                for statement in step.statements():
                    database.run(statement)
            database.run(f"PRAGMA user_version={newest}")
    return newest


def lacks_steps(database: Database) -> bool:
    """Say whether an older program wrote a vault last.

    Raises:
        ProblemForPerson: ``vault_too_new``; the vault is then untouched.
    """
    found, newest = version_of(database), known_steps()[-1].number
    if found > newest:
        raise translating.too_new()
    return found < newest


def version_of(database: Database) -> int:
    """Give the number of the last step that was applied; 0 for an empty file."""
    version = database.value("PRAGMA user_version")
    return version if isinstance(version, int) else 0
