"""Keeps referrals in the vault; implements drafting's ReferralStore.

Not for use from two threads, and the vault's connection refuses any but its own.

A commit while somebody writes holds the edits only, so that it stays as small as they are. Writing
the whole of the largest referral (350 kB as JSON) at each pause takes fourteen times a bare insert,
the edits 1.5 times (p50; p99 1.2), both measured beside the bare insert of the same bytes.
They are written when the work rests (``settle``: on leaving a draft, before the shelf is listed or
searched, at the lock). Until then ``load`` is the last snapshot with the later edits replayed,
which ``edits.py`` promises to be the same; what a killed program left is settled at the opening.
"""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator, Sequence
from typing import cast

import msgspec

from ffd_desktop.adapters.sqlcipher import listing
from ffd_desktop.adapters.sqlcipher.connection import Database
from ffd_desktop.adapters.sqlcipher.file_store import SqlFileStore
from ffd_desktop.adapters.sqlcipher.folding import fold, terms
from ffd_desktop.adapters.sqlcipher.handover_store import SqlHandovers
from ffd_desktop.adapters.sqlcipher.outbox_store import SqlOutbox
from ffd_desktop.adapters.sqlcipher.paper_notes import SqlPaperNotes
from ffd_desktop.adapters.sqlcipher.readers import Readers
from ffd_desktop.adapters.sqlcipher.record_log import Grave, RecordLog
from ffd_desktop.adapters.sqlcipher.sealed_store import SqlSealedStore
from ffd_desktop.adapters.sqlcipher.words_of import names_of, words_of
from ffd_desktop.drafting import sealed_words
from ffd_desktop.drafting.ports import By, DraftState, Place, ShelfRow, StoredEdit, Tombstone
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral import codec
from ffd_desktop.referral.edits import Edit, replay
from ffd_desktop.referral.model import Referral
from ffd_desktop.undoing import undone_on_failure

_UNREADABLE = frozenset(
    {
        "unknown_path",
        "value_does_not_fit",
        "referral_unreadable",
        "referral_too_new",
        "vault_damaged",
    }
)
_EDIT = msgspec.json.Decoder(Edit)
_PLACE = msgspec.json.Decoder(Place)


class SqlReferralStore:
    """The referrals of one open vault, as one person may see them.

    SECURITY: every method finds a referral by ``Readers.number_of``, which refuses what is hidden.
    """

    def __init__(self, database: Database, log: RecordLog, *, viewer: str = "") -> None:
        self._database = database
        self._log = log
        self._readers = Readers(database, log, viewer=viewer)
        self.files = SqlFileStore(database, log, self._readers)
        self.sealed = SqlSealedStore(
            database, log, self._readers, file_store=self.files, read=self._read
        )
        self.outbox = SqlOutbox(database, log, self._readers)
        self.paper_notes = SqlPaperNotes(database, log, self._readers)
        self.handovers = SqlHandovers(database, log, self._readers, store=self)
        self._written: dict[int, Referral] = {}

    def create(
        self, referral: Referral, *, by: By, readers: Collection[str] = (), files_of: str = ""
    ) -> int:
        """Store a new referral as it stands; give its first sequence number."""
        with self._log.writing():
            self._database.run(
                "INSERT INTO referrals (id, reference, council, form, children, state,"
                " created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    referral.id,
                    referral.reference,
                    referral.council,
                    referral.form,
                    _json(names_of(referral)).decode(),
                    DraftState.DRAFT.value,
                    by.at,
                    by.at,
                ),
            )
            number = self._number(referral.id)
            self._mark(number)
            first = self._log.add("created", number, codec.encode(referral), by=by)
            if files_of:
                self.files.share(number, files_of, by=by)
            if readers:
                self._readers.put(number, readers, by=by)
        return first

    def append(self, referral_id: str, edits: Sequence[Edit], after: Referral, *, by: By) -> int:
        """Store edits in one transaction; give the last sequence number.

        ``after`` is the referral that the edits lead to; it is kept for the next settling.
        """
        number = self._number(referral_id)
        if self.sealed.has(number):
            sealed_words.refuse_change(edits)
        with self._unsure_on_failure(number):
            if number not in self._written:
                self._mark(number)
            for edit in edits:
                self._log.add("edit", number, _json(edit), by=by)
            last = self._log.head().count
        self._written[number] = after
        return last

    def load(self, referral_id: str) -> Referral:
        """Give the referral after its last edit."""
        return self._read(self._number(referral_id))

    def first(self, referral_id: str) -> Referral:
        """Give the referral as it was created, before any edit of the history."""
        return codec.decode(self._first(self._number(referral_id))[1])

    def history(self, referral_id: str) -> tuple[StoredEdit, ...]:
        """Give every edit since creation, oldest first."""
        rows = self._database.each(
            "SELECT seq, actor, screen, at, body FROM records"
            " WHERE referral = ? AND kind = 'edit' ORDER BY seq",
            (self._number(referral_id),),
        )
        return tuple(
            StoredEdit(
                cast("int", seq),
                By(cast("str", actor), cast("str", screen), cast("str", at)),
                _EDIT.decode(cast("bytes", body)),
            )
            for seq, actor, screen, at, body in rows
        )

    def shelf(self) -> tuple[ShelfRow, ...]:
        """List every referral, last changed first."""
        self._settle_if_possible()
        return listing.listed(self._database, self._readers)

    def row(self, referral_id: str) -> ShelfRow:
        """Give one referral as the shelf lists it."""
        number = self._number(referral_id)
        self._settle_if_possible()
        return listing.one(self._database, self._readers, number)

    def search(self, words: str) -> tuple[str, ...]:
        """Give ids of referrals that hold every word (or the start of it).

        Those that hold them in the reference or a child's name come first, then the last changed.
        """
        self._settle_if_possible()
        wanted = terms(words)
        return listing.found(self._database, self._readers, wanted) if wanted else ()

    def set_state(self, referral_id: str, state: DraftState, *, by: By) -> None:
        """Move a referral to another state; its content stays."""
        number = self._number(referral_id)
        if state is DraftState.DRAFT and self.sealed.has(number):
            raise sealed_words.stays_sealed()
        with self._log.writing():
            self._database.run(
                "UPDATE referrals SET state = ? WHERE number = ?", (state.value, number)
            )
            self._log.add("state", number, state.value.encode(), by=by)

    def state_before(self, referral_id: str) -> DraftState:
        """Give the state that it had before it was archived."""
        found = self._database.value(
            "SELECT CAST(body AS TEXT) FROM records WHERE referral = ? AND kind = 'state'"
            " AND CAST(body AS TEXT) <> ? ORDER BY seq DESC LIMIT 1",
            (self._number(referral_id), DraftState.ARCHIVED.value),
        )
        return DraftState(found) if isinstance(found, str) else DraftState.DRAFT

    def restrict(self, referral_id: str, readers: Collection[str], *, by: By) -> None:
        """Let only these people read it, and whoever restricts it; nobody named: everybody."""
        number = self._number(referral_id)
        with self._log.writing():
            self._readers.put(number, readers, by=by)

    def readers(self, referral_id: str) -> tuple[str, ...]:
        """Give whose ids may read a referral; nobody means everybody."""
        return self._readers.of(self._number(referral_id))

    def unreadable_to(self, people: Collection[str]) -> tuple[str, ...]:
        """Give the references of restricted referrals that none of these people may read."""
        allowed = self._readers.everywhere()
        lost = [number for number, who in allowed.items() if not set(who) & set(people)]
        found = "SELECT reference FROM referrals WHERE number = ?"
        return tuple(sorted(cast("str", self._database.value(found, (one,))) for one in lost))

    def next_reference(self, year: int) -> str:
        """Reserve the next neutral reference of a year, such as ``FFD-2026-0042``."""
        with self._log.writing():
            last = self._database.value(
                "INSERT INTO counters VALUES (?, 1)"
                " ON CONFLICT (name) DO UPDATE SET last = last + 1 RETURNING last",
                (f"reference-{year}",),
            )
        return f"FFD-{year}-{cast('int', last):04}"

    def remember_place(self, referral_id: str, place: Place) -> None:
        """Keep where a person was."""
        number = self._number(referral_id)
        with self._log.writing():
            self._database.run(
                "INSERT OR REPLACE INTO places VALUES (?, ?)", (number, _json(place))
            )

    def place(self, referral_id: str) -> Place:
        """Give where a person was last."""
        number = self._number(referral_id)
        body = self._database.value("SELECT body FROM places WHERE referral = ?", (number,))
        return _PLACE.decode(body) if isinstance(body, bytes) else Place()

    def destroy(self, referral_id: str, *, reason: str, by: By) -> None:
        """Remove a referral and its history for ever; a tombstone stays. Cannot be undone.

        SECURITY: the index of words keeps deleted words until its parts are merged, and the WAL
        keeps old pages until it is cut, so both are done before this returns.
        """
        number = self._number(referral_id)
        found = self._database.value("SELECT reference FROM referrals WHERE id = ?", (referral_id,))
        with self._unsure_on_failure(number):
            for table in ("snapshots", "unsettled", "places"):
                self._database.run(f"DELETE FROM {table} WHERE referral = ?", (number,))  # noqa: S608
            self._readers.forget(number)
            self._database.run("DELETE FROM findable WHERE rowid = ?", (number,))
            self._database.run("INSERT INTO findable (findable) VALUES ('optimize')")
            self._log.bury(number, Grave(referral_id, cast("str", found), reason), by=by)
            self.outbox.forget(number)
            self.sealed.forget(number)
            self.files.forget(number)
            self._database.run("DELETE FROM referrals WHERE number = ?", (number,))
        self._written.pop(number, None)
        self._database.checkpoint()

    def tombstones(self) -> tuple[Tombstone, ...]:
        """List what was destroyed, when, by whom and why."""
        rows = self._database.each(
            "SELECT id, reference, reason, actor, screen, at FROM tombstones ORDER BY seq"
        )
        texts = (cast("tuple[str, ...]", row) for row in rows)
        return tuple(Tombstone(row[0], row[1], row[2], By(*row[3:])) for row in texts)

    def settle(self) -> None:
        """Write the snapshot and the words of each referral that was changed since its last one.

        Nothing is lost without it; it only makes the next opening and search quick. A referral
        that cannot be read stays as it is and stands in no other's way.

        Raises:
            ProblemForPerson: Trouble with the disk.
        """
        for (number,) in self._database.rows("SELECT referral FROM unsettled"):
            try:
                self._settle(cast("int", number))
            except ProblemForPerson as problem:
                if problem.code not in _UNREADABLE:
                    raise

    def _settle_if_possible(self) -> None:
        """Settle for a list or a search, which a full disk must not forbid."""
        with contextlib.suppress(ProblemForPerson):
            self.settle()

    def _settle(self, number: int) -> None:
        after = self._written.get(number) or self._read(number)
        seq, kind, at = cast(
            "tuple[int, str, str]",
            self._database.row(
                "SELECT seq, kind, at FROM records WHERE referral = ?"
                " AND kind IN ('edit', 'created') ORDER BY seq DESC LIMIT 1",
                (number,),
            ),
        )
        head = fold(" ".join((after.reference, *names_of(after))))
        with self._log.writing():
            if kind == "edit":
                self._database.run(
                    "INSERT OR REPLACE INTO snapshots VALUES (?, ?, ?)",
                    (number, seq, codec.encode(after)),
                )
            self._database.run(
                "UPDATE referrals SET children = ?, council = ?, form = ?, changed_at = ?"
                " WHERE number = ?",
                (_json(names_of(after)).decode(), after.council, after.form, at, number),
            )
            self._database.run("DELETE FROM findable WHERE rowid = ?", (number,))
            self._database.run(
                "INSERT INTO findable (rowid, head, words) VALUES (?, ?, ?)",
                (number, head, fold(words_of(after))),
            )
            self._database.run("DELETE FROM unsettled WHERE referral = ?", (number,))
        self._written.pop(number, None)

    def _read(self, number: int) -> Referral:
        if number in self._written:
            return self._written[number]
        found = self._database.row(
            "SELECT upto_seq, body FROM snapshots WHERE referral = ?", (number,)
        )
        upto, body = cast("tuple[int, bytes]", found) if found else self._first(number)
        later = self._database.rows(
            "SELECT body FROM records WHERE referral = ? AND seq > ? AND kind = 'edit'"
            " ORDER BY seq",
            (number, upto),
        )
        edits = (_EDIT.decode(cast("bytes", row[0])) for row in later)
        return replay(codec.decode(body), edits)

    def _first(self, number: int) -> tuple[int, bytes]:
        found = self._database.row(
            "SELECT seq, body FROM records WHERE referral = ? AND kind = 'created'", (number,)
        )
        return cast("tuple[int, bytes]", found)

    def _number(self, referral_id: str) -> int:
        return self._readers.number_of(referral_id)

    def _mark(self, number: int) -> None:
        self._database.run("INSERT OR IGNORE INTO unsettled VALUES (?)", (number,))

    @contextlib.contextmanager
    def _unsure_on_failure(self, number: int) -> Iterator[None]:
        """Write; when that fails, what was kept in memory is no longer believed."""
        with undone_on_failure(self._written.pop, number, None), self._log.writing():
            yield


def _json(value: object) -> bytes:
    return msgspec.json.encode(value)
