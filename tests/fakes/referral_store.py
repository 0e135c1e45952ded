"""Referrals kept in memory, held to the same contract as the vault's store."""

import hashlib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import count

import msgspec

from ffd_desktop.adapters.sqlcipher.folding import terms
from ffd_desktop.adapters.sqlcipher.words_of import names_of, words_of
from ffd_desktop.drafting import files, restricting, sealed_words
from ffd_desktop.drafting.files import KeptFile
from ffd_desktop.drafting.ports import By, DraftState, Place, ShelfRow, StoredEdit, Tombstone
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral import codec
from ffd_desktop.referral.edits import Edit
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.sealable import as_sealed
from ffd_desktop.sending import trouble
from ffd_desktop.sending.handover import trouble as package_trouble
from ffd_desktop.sending.handover.notes import Arrived, HandedOver, Note, Noted, TakenIn
from ffd_desktop.sending.ports import NO_COPIES
from ffd_desktop.sending.sealed import Sealed, SealedFacts, facts_of
from ffd_desktop.sending.submission import State, Submission


class _Kept:
    def __init__(self, referral: Referral, number: int, by: By) -> None:
        self.first = self.last = referral
        self.number = number
        self.created_at = self.changed_at = by.at
        self.history: list[StoredEdit] = []
        self.state = DraftState.DRAFT
        self.place = Place()
        self.readers: tuple[str, ...] = ()
        self.files: dict[str, tuple[KeptFile, bytes]] = {}
        self.sealed: list[tuple[Sealed, dict[str, bytes]]] = []
        self.states: list[DraftState] = []

    def move(self, state: DraftState) -> None:
        self.state = state
        self.states.append(state)

    def row(self) -> ShelfRow:
        last = self.last
        return ShelfRow(
            id=last.id,
            reference=last.reference,
            council=last.council,
            form=last.form,
            children=names_of(last),
            state=self.state,
            created_at=self.created_at,
            changed_at=self.changed_at,
            readers=self.readers,
        )

    def head(self) -> str:
        return " ".join((self.last.reference, *names_of(self.last)))


class FakeReferralStore:
    """A ReferralStore without a disk, looked at by one person or, without one, by a sheet."""

    def __init__(self, viewer: str = "") -> None:
        self.viewer = viewer
        self._kept: dict[str, _Kept] = {}
        self._seqs = count(1)
        self._references: dict[int, int] = {}
        self._tombstones: list[Tombstone] = []
        self.files = FakeFileStore(self._of)
        self.sealed = FakeSealedStore(self._of, self._kept.values, self.files)
        self.handovers = FakeHandovers(self)
        self.outbox = FakeOutbox(self._of, self._kept.values)

    def create(
        self, referral: Referral, *, by: By, readers: Collection[str] = (), files_of: str = ""
    ) -> int:
        seq = next(self._seqs)
        self._kept[referral.id] = _Kept(referral, seq, by)
        if files_of:
            self._kept[referral.id].files.update(self._of(files_of).files)
        if readers:
            self.restrict(referral.id, readers, by=by)
        return seq

    def append(self, referral_id: str, edits: Sequence[Edit], after: Referral, *, by: By) -> int:
        kept = self._of(referral_id)
        if kept.sealed:
            sealed_words.refuse_change(edits)
        seq = kept.history[-1].seq if kept.history else kept.number
        for edit in edits:
            seq = next(self._seqs)
            kept.history.append(StoredEdit(seq, by, edit))
            kept.changed_at = by.at
        kept.last = after
        return seq

    def load(self, referral_id: str) -> Referral:
        return self._of(referral_id).last

    def first(self, referral_id: str) -> Referral:
        return self._of(referral_id).first

    def history(self, referral_id: str) -> tuple[StoredEdit, ...]:
        return tuple(self._of(referral_id).history)

    def shelf(self) -> tuple[ShelfRow, ...]:
        rows = (kept.row() for kept in self._newest_first())
        return tuple(restricting.as_seen_by(self.viewer, row) for row in rows)

    def row(self, referral_id: str) -> ShelfRow:
        return restricting.as_seen_by(self.viewer, self._of(referral_id).row())

    def search(self, words: str) -> tuple[str, ...]:
        wanted = terms(words)
        if not wanted:
            return ()
        mine = (kept for kept in self._newest_first() if self._may_read(kept))
        found = [kept for kept in mine if _holds(words_of(kept.last), wanted)]
        found.sort(key=lambda kept: not _holds(kept.head(), wanted))
        return tuple(kept.last.id for kept in found)

    def set_state(self, referral_id: str, state: DraftState, *, by: By) -> None:
        kept = self._of(referral_id)
        if state is DraftState.DRAFT and kept.sealed:
            raise sealed_words.stays_sealed()
        kept.move(state)
        next(self._seqs)

    def state_before(self, referral_id: str) -> DraftState:
        states = self._of(referral_id).states
        used = [one for one in states if one is not DraftState.ARCHIVED]
        return used[-1] if used else DraftState.DRAFT

    def restrict(self, referral_id: str, readers: Collection[str], *, by: By) -> None:
        mine = {self.viewer} if readers and self.viewer else set()
        self._of(referral_id).readers = tuple(sorted({*readers, *mine}))
        next(self._seqs)

    def readers(self, referral_id: str) -> tuple[str, ...]:
        return self._of(referral_id).readers

    def unreadable_to(self, people: Collection[str]) -> tuple[str, ...]:
        restricted = [kept for kept in self._kept.values() if kept.readers]
        lost = (kept for kept in restricted if not set(kept.readers) & set(people))
        return tuple(sorted(kept.last.reference for kept in lost))

    def next_reference(self, year: int) -> str:
        self._references[year] = self._references.get(year, 0) + 1
        return f"FFD-{year}-{self._references[year]:04}"

    def remember_place(self, referral_id: str, place: Place) -> None:
        self._of(referral_id).place = place

    def place(self, referral_id: str) -> Place:
        return self._of(referral_id).place

    def destroy(self, referral_id: str, *, reason: str, by: By) -> None:
        kept = self._of(referral_id)
        del self._kept[referral_id]
        next(self._seqs)
        self._tombstones.append(Tombstone(referral_id, kept.last.reference, reason, by))

    def tombstones(self) -> tuple[Tombstone, ...]:
        return tuple(self._tombstones)

    def _newest_first(self) -> list[_Kept]:
        return sorted(
            self._kept.values(), key=lambda kept: (kept.changed_at, kept.number), reverse=True
        )

    def _of(self, referral_id: str) -> _Kept:
        if referral_id not in self._kept:
            raise ProblemForPerson("It is not here.", "Look elsewhere.", "referral_missing")
        kept = self._kept[referral_id]
        if not self._may_read(kept):
            raise restricting.restricted()
        return kept

    def _may_read(self, kept: _Kept) -> bool:
        return not kept.readers or not self.viewer or self.viewer in kept.readers


def _holds(text: str, wanted: tuple[str, ...]) -> bool:
    held = terms(text)
    return all(any(word.startswith(term) for word in held) for term in wanted)


class FakeFileStore:
    """A FileStore without a disk, beside the referrals that it belongs to."""

    def __init__(self, of: Callable[[str], _Kept]) -> None:
        self._of = of
        self._numbers = count(1)
        self._coming: dict[int, bytes] = {}

    def begin(self, referral_id: str) -> int:
        self._of(referral_id)
        return self.begin_unnamed()

    def begin_unnamed(self) -> int:
        number = next(self._numbers)
        self._coming[number] = b""
        return number

    def add(self, coming: int, piece: bytes) -> None:
        self._coming[coming] += piece

    def finish(self, coming: int, referral_id: str, file: KeptFile, *, by: By) -> None:
        kept, data = self._of(referral_id), self._coming[coming]
        facts = file.facts
        if (len(data), hashlib.sha256(data).hexdigest()) != (facts.size, facts.digest):
            raise files.changed_on_the_way()
        kept.files[file.id] = file, self._coming.pop(coming)

    def came(self, coming: int) -> bytes:
        return self._coming[coming]

    def give_up(self, coming: int) -> bool:
        self._coming.pop(coming, None)
        return False

    def of(self, referral_id: str) -> tuple[KeptFile, ...]:
        return tuple(file for file, _ in self._of(referral_id).files.values())

    def unnamed(self, referral_id: str) -> tuple[KeptFile, ...]:
        kept = self._of(referral_id)
        told = msgspec.json.encode((kept.first, kept.history)).decode()
        return tuple(file for file in self.of(referral_id) if file.id not in told)

    def pieces(self, referral_id: str, file_id: str) -> Iterator[bytes]:
        found = self._of(referral_id).files.get(file_id)
        if found is None:
            raise files.missing()
        return iter((found[1],))


class FakeHandovers:
    """Handovers without a disk, beside the referrals that they belong to."""

    def __init__(self, store: FakeReferralStore) -> None:
        self._store = store
        self._notes: list[tuple[str, Note]] = []

    def begin(self) -> int:
        return self._store.files.begin_unnamed()

    def take_in(self, arrived: Arrived, *, by: By) -> None:
        store, referral = self._store, arrived.referral
        self.demand_new(arrived.noted.package, referral.id)
        known = [one for kept in store._kept.values() for one, _ in kept.sealed]
        if {one.id for one in known} & {one.id for one in arrived.sealed}:
            raise package_trouble.here_already()
        store.create(referral, by=by, readers=arrived.readers)
        try:
            for one in arrived.files:
                store.files.finish(one.coming, referral.id, one.file, by=by)
            for sealed in arrived.sealed:
                store.sealed.seal(sealed, by=by)
            if arrived.sealed:
                store.set_state(referral.id, DraftState.CLOSED, by=by)
        except BaseException:
            del store._kept[referral.id]
            raise
        self.note(referral.id, arrived.noted, by=by)

    def demand_new(self, package: str, referral_id: str) -> None:
        taken = [note.noted for _, note in self._notes if isinstance(note.noted, TakenIn)]
        if referral_id in self._store._kept or package in {one.package for one in taken}:
            raise package_trouble.here_already()
        if referral_id in {one.id for one in self._store.tombstones()}:
            raise package_trouble.destroyed_here()

    def note(self, referral_id: str, noted: Noted, *, by: By) -> None:
        self._store.load(referral_id)
        self._notes.append((referral_id, Note(by, noted)))

    def of(self, referral_id: str) -> tuple[Note, ...]:
        self._store.load(referral_id)
        return tuple(note for one, note in self._notes if one == referral_id)

    def handed_as(self, package: str) -> tuple[str, HandedOver] | None:
        for referral_id, note in self._notes:
            gone = referral_id not in self._store._kept
            if not gone and isinstance(note.noted, HandedOver) and note.noted.package == package:
                self._store.load(referral_id)
                return referral_id, note.noted
        return None


class FakeOutbox:
    """An outbox without a disk, beside its store of referrals."""

    def __init__(
        self, of: Callable[[str], _Kept], everything: Callable[[], Collection[_Kept]]
    ) -> None:
        self._of = of
        self._everything = everything
        self._rows: dict[str, Submission] = {}

    def put(self, submission: Submission, *, by: By) -> None:
        kept = self._of(submission.referral)
        sealed = [one for one, _ in kept.sealed if one.id == submission.sealed]
        if not sealed:
            raise trouble.missing()
        self._rows[submission.key] = submission
        is_sent = submission.state is State.DELIVERED and not sealed[0].is_addendum
        if is_sent and kept.state is DraftState.SEALED:
            kept.move(DraftState.SENT)

    def of(self, sealed_id: str) -> Submission | None:
        found = self._newest().get(sealed_id)
        if found is not None:
            self._of(found.referral)
        return found

    def of_referral(self, referral_id: str) -> tuple[Submission, ...]:
        found = self._newest()
        kept = self._of(referral_id).sealed
        return tuple(found[one.id] for one, _ in kept if one.id in found)

    def waiting(self) -> tuple[Submission, ...]:
        there = {kept.last.id for kept in self._everything() if self._may(kept.last.id)}
        return tuple(one for one in self._rows.values() if one.is_open and one.referral in there)

    def undelivered(self) -> tuple[Submission, ...]:
        return tuple(one for one in self._newest().values() if self._is_missing(one))

    def _is_missing(self, one: Submission) -> bool:
        if one.state is State.DELIVERED or not self._may(one.referral):
            return False
        kept = self._of(one.referral)
        over = {DraftState.CLOSED, DraftState.ARCHIVED}
        if one.sealed == kept.sealed[0][0].id:
            over.add(DraftState.SENT)
        return kept.state not in over

    def _may(self, referral_id: str) -> bool:
        try:
            self._of(referral_id)
        except ProblemForPerson:
            return False
        return True

    def _newest(self) -> dict[str, Submission]:
        return {one.sealed: one for one in self._rows.values()}


class FakeSealedStore:
    """A SealedStore without a disk, beside the referrals and files that it belongs to."""

    def __init__(
        self,
        of: Callable[[str], _Kept],
        everything: Callable[[], Collection[_Kept]],
        file_store: FakeFileStore,
    ) -> None:
        self._of = of
        self._everything = everything
        self._files = file_store

    def seal(self, sealed: Sealed, *, by: By, copies: Mapping[str, int] = NO_COPIES) -> None:
        kept = self._of(sealed.referral)
        if sealed.is_addendum and not kept.sealed:
            raise trouble.not_sealed()
        if sealed.number != len(kept.sealed) + 1:
            raise trouble.already_sealed()
        if not sealed.is_addendum and codec.decode(sealed.content) != as_sealed(kept.last):
            raise trouble.changed_while_sealing()
        kept.sealed.append((sealed, self._leaving(kept, sealed, copies)))
        if not sealed.is_addendum:
            kept.move(DraftState.SEALED)

    def of(self, referral_id: str) -> tuple[SealedFacts, ...]:
        return tuple(facts_of(one) for one, _ in self._of(referral_id).sealed)

    def whole(self, sealed_id: str) -> Sealed:
        return self._found(sealed_id)[0]

    def copy(self, sealed_id: str, attachment: str) -> Iterator[bytes]:
        found = self._found(sealed_id)[1].get(attachment)
        if found is None:
            raise files.missing()
        return iter((found,))

    def _leaving(self, kept: _Kept, sealed: Sealed, copies: Mapping[str, int]) -> dict[str, bytes]:
        leaving = {}
        for one in sealed.attachments:
            coming = copies.get(one.attachment)
            data = self._files.came(coming) if coming else kept.files.get(one.file, (None, b""))[1]
            if hashlib.sha256(data).hexdigest() != one.digest:
                raise files.changed_on_the_way() if coming else trouble.changed_while_sealing()
            leaving[one.attachment] = data
        return leaving

    def _found(self, sealed_id: str) -> tuple[Sealed, dict[str, bytes]]:
        for kept in self._everything():
            for sealed, copies in kept.sealed:
                if sealed.id == sealed_id:
                    self._of(sealed.referral)
                    return sealed, copies
        raise trouble.missing()


class FakeSettingsStore:
    """A SettingsStore without a disk; values go through JSON, as in the vault."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def get(self, key: str) -> object:
        found = self._kept.get(key)
        return None if found is None else msgspec.json.decode(found)

    def put(self, key: str, value: object) -> None:
        self._kept[key] = msgspec.json.encode(value)
