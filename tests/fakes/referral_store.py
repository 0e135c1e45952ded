"""Referrals kept in memory, held to the same contract as the vault's store."""

from collections.abc import Sequence
from itertools import count

import msgspec

from ffd_desktop.adapters.sqlcipher.folding import terms
from ffd_desktop.adapters.sqlcipher.words_of import names_of, words_of
from ffd_desktop.drafting.ports import By, DraftState, Place, ShelfRow, StoredEdit, Tombstone
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.edits import Edit
from ffd_desktop.referral.model import Referral


class _Kept:
    def __init__(self, referral: Referral, number: int, by: By) -> None:
        self.first = self.last = referral
        self.number = number
        self.created_at = self.changed_at = by.at
        self.history: list[StoredEdit] = []
        self.state = DraftState.DRAFT
        self.place = Place()

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
        )

    def head(self) -> str:
        return " ".join((self.last.reference, *names_of(self.last)))


class FakeReferralStore:
    """A ReferralStore without a disk."""

    def __init__(self) -> None:
        self._kept: dict[str, _Kept] = {}
        self._seqs = count(1)
        self._references: dict[int, int] = {}
        self._tombstones: list[Tombstone] = []

    def create(self, referral: Referral, *, by: By) -> int:
        seq = next(self._seqs)
        self._kept[referral.id] = _Kept(referral, seq, by)
        return seq

    def append(self, referral_id: str, edits: Sequence[Edit], after: Referral, *, by: By) -> int:
        kept = self._of(referral_id)
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
        return tuple(kept.row() for kept in self._newest_first())

    def search(self, words: str) -> tuple[str, ...]:
        wanted = terms(words)
        if not wanted:
            return ()
        found = [kept for kept in self._newest_first() if _holds(words_of(kept.last), wanted)]
        found.sort(key=lambda kept: not _holds(kept.head(), wanted))
        return tuple(kept.last.id for kept in found)

    def set_state(self, referral_id: str, state: DraftState, *, by: By) -> None:
        self._of(referral_id).state = state
        next(self._seqs)

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
        return self._kept[referral_id]


def _holds(text: str, wanted: tuple[str, ...]) -> bool:
    held = terms(text)
    return all(any(word.startswith(term) for word in held) for term in wanted)


class FakeSettingsStore:
    """A SettingsStore without a disk; values go through JSON, as in the vault."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def get(self, key: str) -> object:
        found = self._kept.get(key)
        return None if found is None else msgspec.json.decode(found)

    def put(self, key: str, value: object) -> None:
        self._kept[key] = msgspec.json.encode(value)
