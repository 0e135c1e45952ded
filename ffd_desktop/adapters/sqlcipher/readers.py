"""Who may read which referral, and whether whoever unlocked is among them.

The stores of referrals and of their files ask here before they give or change anything. SECURITY:
this is kept by the program, not by encryption: all lie under one data key. See SECURITY.md.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final, cast

import msgspec

from ffd_desktop.adapters.sqlcipher.connection import Database
from ffd_desktop.adapters.sqlcipher.record_log import RecordLog
from ffd_desktop.drafting import restricting
from ffd_desktop.drafting.ports import By
from ffd_desktop.problems import ProblemForPerson

KIND: Final = "readers"
_PEOPLE: Final = msgspec.json.Decoder(tuple[str, ...])


class Readers:
    """The readers of restricted referrals, looked at by one person.

    Args:
        viewer: Id of whoever unlocked; empty for a recovery code, which sees everything.
    """

    def __init__(self, database: Database, log: RecordLog, *, viewer: str) -> None:
        self._database = database
        self._log = log
        self.viewer = viewer

    def number_of(self, referral_id: str) -> int:
        """Find a referral that the viewer may read.

        Raises:
            ProblemForPerson: ``referral_missing``, ``referral_restricted``.
        """
        found = self._database.value("SELECT number FROM referrals WHERE id = ?", (referral_id,))
        if not isinstance(found, int):
            raise ProblemForPerson(
                "That referral is not in this vault. Nothing was changed.",
                "Look for it on the shelf; it may have been destroyed.",
                "referral_missing",
            )
        if not self.may_read(found):
            raise restricting.restricted()
        return found

    def may_read(self, number: int) -> bool:
        """Say whether the viewer may read a referral."""
        people = self.of(number)
        return not people or not self.viewer or self.viewer in people

    def of(self, number: int) -> tuple[str, ...]:
        """Give who may read a referral; nobody named means everybody."""
        rows = self._database.rows(
            "SELECT person FROM readers WHERE referral = ? ORDER BY person", (number,)
        )
        return tuple(cast("str", row[0]) for row in rows)

    def everywhere(self) -> dict[int, tuple[str, ...]]:
        """Give the readers of each restricted referral."""
        found: dict[int, tuple[str, ...]] = {}
        sql = "SELECT referral, person FROM readers ORDER BY referral, person"
        for number, person in cast("list[tuple[int, str]]", self._database.rows(sql)):
            found[number] = (*found.get(number, ()), person)
        return found

    def put(self, number: int, people: Collection[str], *, by: By) -> None:
        """Let these read it and nobody else, or everybody; inside ``writing()``.

        Whoever restricts a referral stays among its readers.
        """
        mine = {self.viewer} if people and self.viewer else set()
        chosen = sorted({*people, *mine})
        self._database.run("DELETE FROM readers WHERE referral = ?", (number,))
        for person in chosen:
            self._database.run("INSERT INTO readers VALUES (?, ?)", (number, person))
        self._log.add(KIND, number, msgspec.json.encode(chosen), by=by)

    def forget(self, number: int) -> None:
        """Drop a destroyed referral's readers; inside ``writing()``."""
        self._database.run("DELETE FROM readers WHERE referral = ?", (number,))


def people_in(body: bytes) -> tuple[str, ...]:
    """Read whom a record of kind ``readers`` names.

    Raises:
        msgspec.MsgspecError: It is something else.
    """
    return _PEOPLE.decode(body)


def faults(database: Database) -> Iterator[str]:
    """Tell each referral whose readers are not those that were chosen last.

    A backup of before schema step 2 has no table of readers, and is proved as it lies.
    """
    now: dict[int, set[str]] = {}
    is_there = database.value("SELECT 1 FROM sqlite_schema WHERE name = 'readers'")
    rows = database.each("SELECT referral, person FROM readers") if is_there else ()
    for number, person in rows:
        now.setdefault(cast("int", number), set()).add(cast("str", person))
    chosen = {
        cast("int", number): set(people_in(cast("bytes", body)))
        for number, body in database.each(
            "SELECT referral, body FROM records WHERE kind = ? ORDER BY seq", (KIND,)
        )
    }
    for number in sorted({*now, *chosen}):
        if now.get(number, set()) != chosen.get(number, set()):
            yield f"Who may read referral {number} of the vault is not what was chosen."
