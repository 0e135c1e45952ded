"""Keeps what was sealed in the vault; implements sending's SealedStore.

Content, PDF and copies lie in the pieces of the file store; triggers of the schema hold them still
as well, so no other code of this program can change them by mistake. A record of the chain says
what was sealed, by whom and when, with each digest. Not for use from two threads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final, cast

import msgspec

from ffd_desktop.adapters.sqlcipher.connection import Database
from ffd_desktop.adapters.sqlcipher.file_store import SqlFileStore, file_in, pieces_of
from ffd_desktop.adapters.sqlcipher.readers import Readers
from ffd_desktop.adapters.sqlcipher.record_log import RecordLog
from ffd_desktop.drafting import files
from ffd_desktop.drafting.ports import By, DraftState
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral import codec
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.sealable import as_sealed
from ffd_desktop.sending import trouble
from ffd_desktop.sending.canonical import digest_of
from ffd_desktop.sending.ports import NO_COPIES
from ffd_desktop.sending.sealed import REFERRAL, LeavingCopy, Sealed, SealedFacts, facts_of, whole

KIND: Final = "sealed"
_FACTS: Final = msgspec.json.Decoder(SealedFacts)
_BODIES: Final = """
    SELECT content FROM sealed WHERE referral = ?
    UNION SELECT pdf FROM sealed WHERE referral = ?
    UNION SELECT file FROM sealed_copies JOIN sealed ON sealed.number = sealed_copies.sealed
        WHERE referral = ? AND file NOT IN (SELECT file FROM files)"""


class SqlSealedStore:
    """What was sealed in one open vault, as one person may see it.

    SECURITY: every method finds its referral by ``Readers``, which refuses what is hidden.
    """

    def __init__(
        self,
        database: Database,
        log: RecordLog,
        readers: Readers,
        *,
        file_store: SqlFileStore,
        read: Callable[[int], Referral],
    ) -> None:
        self._database = database
        self._log = log
        self._readers = readers
        self._files = file_store
        self._read = read

    def seal(self, sealed: Sealed, *, by: By, copies: Mapping[str, int] = NO_COPIES) -> None:
        """Keep it, and move its referral to the state "sealed", in one transaction."""
        number = self._readers.number_of(sealed.referral)
        self._demand_next(number, sealed)
        with self._log.writing():
            bodies = {one.attachment: self._body(number, one, copies) for one in sealed.attachments}
            self._keep(number, sealed, bodies, by=by)
            if not sealed.is_addendum:
                self._move(number, by=by)

    def of(self, referral_id: str) -> tuple[SealedFacts, ...]:
        """Give what was sealed of a referral: itself, then its addenda."""
        rows = self._database.rows(
            "SELECT facts FROM sealed WHERE referral = ? ORDER BY place",
            (self._readers.number_of(referral_id),),
        )
        return tuple(facts_in(cast("bytes", row[0])) for row in rows)

    def whole(self, sealed_id: str) -> Sealed:
        """Give one sealed thing with its bytes, if they are those that were sealed."""
        _, content, pdf, body = self._row(sealed_id)
        facts = facts_in(body)
        made = whole(facts, content=self._bytes(content), pdf=self._bytes(pdf))
        if (digest_of(made.content), digest_of(made.pdf)) != (facts.digest, facts.pdf_digest):
            raise trouble.damaged()
        return made

    def copy(self, sealed_id: str, attachment: str) -> Iterator[bytes]:
        """Give the pieces of the copy of an attachment that leaves with it."""
        found = self._database.value(
            "SELECT file FROM sealed_copies WHERE sealed = ? AND attachment = ?",
            (self._row(sealed_id)[0], attachment),
        )
        if not isinstance(found, int):
            raise files.missing()
        return pieces_of(self._database, found)

    # ---- for the other stores -----------------------------------------------------------------

    def has(self, number: int) -> bool:
        """Say whether a referral is sealed; asked at each save, so it is quick."""
        return bool(self._database.value("SELECT 1 FROM sealed WHERE referral = ?", (number,)))

    def keep_whole(self, sealed: Sealed, copies: Mapping[str, list[bytes]], *, by: By) -> None:
        """Keep what was sealed in another vault, with its copies' pieces (salvaging)."""
        number = self._readers.number_of(sealed.referral)
        with self._log.writing():
            bodies = {
                one.attachment: self._as_it_came(number, one)
                or self._files.body_of(copies[one.attachment])
                for one in sealed.attachments
            }
            self._keep(number, sealed, bodies, by=by)

    def forget(self, number: int) -> None:
        """Drop what was sealed of a referral whose tombstone is there already."""
        bodies = self._database.rows(_BODIES, (number,) * 3)
        self._database.run(
            "DELETE FROM sealed_copies WHERE sealed IN"
            " (SELECT number FROM sealed WHERE referral = ?)",
            (number,),
        )
        self._database.run("DELETE FROM sealed WHERE referral = ?", (number,))
        for body in bodies:
            self._files.drop(cast("int", body[0]))

    def _demand_next(self, number: int, sealed: Sealed) -> None:
        count = self._database.value("SELECT count(*) FROM sealed WHERE referral = ?", (number,))
        if sealed.is_addendum and not count:
            raise trouble.not_sealed()
        if sealed.number != cast("int", count) + 1:
            raise trouble.already_sealed()
        if sealed.number == REFERRAL and not self._is_what_stands(number, sealed.content):
            raise trouble.changed_while_sealing()

    def _is_what_stands(self, number: int, content: bytes) -> bool:
        """Hold the content against the referral itself: what was typed meanwhile is not lost."""
        try:
            return codec.decode(content) == as_sealed(self._read(number))
        except ProblemForPerson:
            return False

    def _body(self, number: int, one: LeavingCopy, copies: Mapping[str, int]) -> int:
        if one.attachment in copies:
            self._files.make_whole(copies[one.attachment], size=one.size, digest=one.digest)
            return copies[one.attachment]
        body = self._as_it_came(number, one)
        if body is None:
            raise trouble.changed_while_sealing()
        return body

    def _as_it_came(self, number: int, one: LeavingCopy) -> int | None:
        """Find the file of a copy; ``None`` when the copy is not the file as it came."""
        found = self._database.row(
            "SELECT file, facts FROM files WHERE referral = ? AND id = ?", (number, one.file)
        )
        if found is None or file_in(cast("bytes", found[1])).facts.digest != one.digest:
            return None
        return cast("int", found[0])

    def _keep(self, number: int, sealed: Sealed, bodies: Mapping[str, int], *, by: By) -> None:
        facts = msgspec.json.encode(facts_of(sealed))
        content, pdf = self._files.body_of([sealed.content]), self._files.body_of([sealed.pdf])
        made = self._database.value(
            "INSERT INTO sealed (id, referral, place, content, pdf, facts)"
            " VALUES (?, ?, ?, ?, ?, ?) RETURNING number",
            (sealed.id, number, sealed.number, content, pdf, facts),
        )
        self._database.run_each(
            "INSERT INTO sealed_copies (sealed, attachment, file) VALUES (?, ?, ?)",
            ((made, attachment, body) for attachment, body in bodies.items()),
        )
        self._log.add(KIND, number, facts, by=by)

    def _move(self, number: int, *, by: By) -> None:
        state = DraftState.SEALED.value
        self._database.run("UPDATE referrals SET state = ? WHERE number = ?", (state, number))
        self._log.add("state", number, state.encode(), by=by)

    def _row(self, sealed_id: str) -> tuple[int, int, int, bytes]:
        found = self._database.row(
            "SELECT sealed.number, content, pdf, facts, referrals.id FROM sealed"
            " JOIN referrals ON referrals.number = sealed.referral WHERE sealed.id = ?",
            (sealed_id,),
        )
        if found is None:
            raise trouble.missing()
        self._readers.number_of(cast("str", found[4]))
        return cast("tuple[int, int, int, bytes]", found[:4])

    def _bytes(self, body: int) -> bytes:
        return b"".join(pieces_of(self._database, body))


def facts_in(body: bytes) -> SealedFacts:
    """Read what a record of kind ``sealed``, or a row of the table, tells.

    Raises:
        msgspec.MsgspecError: It is something else.
    """
    return _FACTS.decode(body)
