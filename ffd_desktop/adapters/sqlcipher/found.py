"""Which row is what, among rows found without their tables: for salvaging only.

A record or tombstone is known by its keyed digest, which no other row can have; the rest by its
shape, on pages whose seal held.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from typing import Final, cast

import msgspec

from ffd_desktop.adapters.sqlcipher import file_store, outbox_store, readers, sealed_store
from ffd_desktop.adapters.sqlcipher.cells import FoundRow
from ffd_desktop.adapters.sqlcipher.engine import Value
from ffd_desktop.adapters.sqlcipher.record_log import Grave
from ffd_desktop.drafting.files import KeptFile
from ffd_desktop.drafting.ports import By
from ffd_desktop.sending.canonical import digest_of
from ffd_desktop.sending.sealed import Sealed, SealedFacts
from ffd_desktop.sending.sealed import whole as put_together
from ffd_desktop.sending.submission import Submission, in_doubt
from ffd_desktop.vault import chain

_RECORD: Final = 11
_SHELF: Final = 9
_DIGEST_BYTES: Final = 32
_COUNTER: Final = "reference-"


class Record(msgspec.Struct, frozen=True):
    """One record whose digest held."""

    seq: int
    referral: int
    kind: str
    by: By
    body: bytes


class FoundSealed(msgspec.Struct, frozen=True):
    """A row of the table of what was sealed; the numbers are those of bodies."""

    referral: int
    content: int
    pdf: int
    facts: SealedFacts


class Found(msgspec.Struct):
    """Everything that was recognised, by its number."""

    records: dict[int, Record] = {}
    graves: dict[int, tuple[Grave, By]] = {}
    destroyed: set[int] = set()
    snapshots: dict[int, tuple[int, bytes]] = {}
    shelf: dict[int, tuple[str, str, str, str]] = {}
    settings: dict[str, object] = {}
    counters: dict[str, int] = {}
    readers: dict[int, set[str]] = {}
    files: list[tuple[int, int, KeptFile]] = []
    pieces: dict[int, dict[int, bytes]] = {}
    sealed: dict[int, FoundSealed] = {}
    copies: dict[int, dict[str, int]] = {}
    outbox: dict[str, Submission] = {}

    @property
    def referrals(self) -> list[int]:
        """The numbers of all referrals of which something was found."""
        numbers = {record.referral for record in self.records.values()}
        return sorted(numbers | self.snapshots.keys())

    @property
    def last_seq(self) -> int:
        """The highest number that was found."""
        return max((*self.records, *self.graves, *self.destroyed), default=0)

    @property
    def known(self) -> int:
        """How many places of the chain were found, destroyed ones included."""
        return len({*self.records, *self.graves, *self.destroyed})

    def records_of(self, number: int) -> list[Record]:
        """Give a referral's records, oldest first."""
        mine = (record for record in self.records.values() if record.referral == number)
        return sorted(mine, key=lambda record: record.seq)

    def readers_of(self, number: int) -> set[str]:
        """Say to whom a referral was restricted; what is in doubt stays restricted."""
        told = [one.body for one in self.records_of(number) if one.kind == readers.KIND]
        return self.readers.get(number) or set(readers.people_in(told[-1]) if told else ())

    def files_of(self, number: int) -> dict[str, KeptFile]:
        """Say which files a referral had, by its records and by the table of files."""
        told = [file for referral, _, file in self.files if referral == number]
        records = (one for one in self.records_of(number) if one.kind == file_store.KIND)
        return {file.id: file for file in (*told, *(file_store.file_in(r.body) for r in records))}

    def bytes_of(self, number: int, file: KeptFile) -> list[bytes] | None:
        """Give a file's pieces; None when they are not what came in."""
        bodies = (body for referral, body, one in self.files if (referral, one) == (number, file))
        held = (self._held(body, file.facts.digest) for body in bodies)
        return next((pieces for pieces in held if pieces is not None), None)

    def sealed_of(self, number: int) -> list[SealedFacts]:
        """Say what was sealed of a referral, by its records and by the table, in order."""
        told = [one.facts for one in self.sealed.values() if one.referral == number]
        records = (one for one in self.records_of(number) if one.kind == sealed_store.KIND)
        both = (*told, *(sealed_store.facts_in(one.body) for one in records))
        return sorted({one.id: one for one in both}.values(), key=lambda one: one.number)

    def bytes_sealed(self, facts: SealedFacts) -> tuple[Sealed, dict[str, list[bytes]]] | None:
        """Give what was sealed and the pieces of its copies; None when anything of it is lost."""
        rows = [at for at, one in self.sealed.items() if one.facts == facts]
        if not rows:
            return None
        row, one = rows[0], self.sealed[rows[0]]
        content = self._held(one.content, facts.digest)
        pdf = self._held(one.pdf, facts.pdf_digest)
        bodies = self.copies.get(row, {})
        copies = {
            copy.attachment: self._held(bodies.get(copy.attachment, 0), copy.digest)
            for copy in facts.attachments
        }
        whole = {name: pieces for name, pieces in copies.items() if pieces is not None}
        if content is None or pdf is None or whole.keys() != copies.keys():
            return None
        return put_together(facts, content=b"".join(content), pdf=b"".join(pdf)), whole

    def outbox_of(self, number: int, referral_id: str) -> list[Submission]:
        """Give what was queued of a referral, by its records and by the table.

        How it ended counts wherever that stands. Of what only its beginning is known nobody can
        say what became of it; the portal is asked.
        """
        rows = [one for one in self.outbox.values() if one.referral == referral_id]
        records = (one for one in self.records_of(number) if one.kind == outbox_store.KIND)
        told = [outbox_store.submission_in(one.body) for one in records]
        best = {one.key: in_doubt(one) for one in told if one.is_open}
        best |= {one.key: one for one in rows}
        best |= {one.key: one for one in told if not one.is_open}
        return list(best.values())

    def _held(self, body: int, digest: str) -> list[bytes] | None:
        pieces = [piece for _, piece in sorted(self.pieces.get(body, {}).items())]
        return pieces if digest_of(b"".join(pieces)) == digest else None

    def by_of(self, number: int) -> By:
        """Say who began a referral, as far as that is known."""
        records = self.records_of(number)
        return records[0].by if records else By("not known", "salvage", "")


def sorted_out(rows: Iterable[FoundRow], chain_key: bytes) -> Found:
    """Recognise rows."""
    found = Found()
    for row in rows:
        if row.rowid is None:
            _keep_pair(found, row.values)
        elif len(row.values) == _RECORD:
            _keep_record(found, row.rowid, row.values, chain_key)
        else:
            _keep_other(found, row.rowid, row.values)
    return found


def _keep_record(found: Found, seq: int, values: tuple[Value, ...], key: bytes) -> None:
    if _is_digest(key, (seq, values[2], *values[1:2], *values[3:7]), values[7:10]):
        _, referral, kind, at, _, actor, screen, _, body, _, _ = values
        by = By(*cast("tuple[str, str, str]", (actor, screen, at)))
        record = Record(seq, cast("int", referral), cast("str", kind), by, cast("bytes", body))
        found.records[seq] = record
    named = "\n".join(str(part) for part in values[1:4])
    facts = (seq, "tombstone", named, *values[4:8])
    if _is_digest(key, facts, (values[8], b"", values[9])):
        grave = Grave(*cast("tuple[str, str, str]", values[1:4]))
        at, _, actor, screen = values[4:8]
        found.graves[seq] = grave, By(*cast("tuple[str, str, str]", (actor, screen, at)))


def _is_digest(key: bytes, facts: tuple[Value, ...], sealed: tuple[Value, ...]) -> bool:
    """Check a keyed digest; a whole number stands for a time that happened to be whole."""
    salt, body, digest = sealed
    if not (isinstance(salt, bytes) and isinstance(body, bytes) and isinstance(digest, bytes)):
        return False
    as_told = [*facts]
    if isinstance(as_told[4], int):
        as_told[4] = float(as_told[4])
    told = cast("tuple[chain.Fact, ...]", tuple(as_told))
    return chain.digest(key, salt=salt, facts=told, body=body) == digest


def _keep_other(found: Found, rowid: int, values: tuple[Value, ...]) -> None:
    match values:
        case (None, int(upto), bytes(body)):
            found.snapshots[rowid] = upto, body
        case (None, int(file), int(place), bytes(body)):
            found.pieces.setdefault(file, {})[place] = body
        case (None, int(referral), str(), int(body), bytes(facts)):
            with contextlib.suppress(msgspec.MsgspecError):
                found.files.append((referral, body, file_store.file_in(facts)))
        case (None, str(), int(referral), int(), int(content), int(pdf), bytes(facts)):
            with contextlib.suppress(msgspec.MsgspecError):
                told = sealed_store.facts_in(facts)
                found.sealed[rowid] = FoundSealed(referral, content, pdf, told)
        case (None, str(), int(), int(), bytes(body)):
            with contextlib.suppress(msgspec.MsgspecError):
                submission = outbox_store.submission_in(body)
                found.outbox[submission.key] = submission
        case (None, int(sealed), str(attachment), int(body)):
            found.copies.setdefault(sealed, {})[attachment] = body
        case (None, bytes(digest)) if len(digest) == _DIGEST_BYTES:
            found.destroyed.add(rowid)
        case (None, str(id_), str(reference), str(council), str(form), *rest):
            if len(rest) == _SHELF - 5:
                found.shelf[rowid] = id_, reference, council, form
        case _:
            pass


def _keep_pair(found: Found, values: tuple[Value, ...]) -> None:
    match values:
        case (str(key), bytes(value)):
            try:
                found.settings[key] = msgspec.json.decode(value)
            except msgspec.DecodeError:
                return
        case (str(name), int(last)) if name.startswith(_COUNTER):
            found.counters[name] = last
        case (int(number), str(person)):
            found.readers.setdefault(number, set()).add(person)
        case _:
            pass
