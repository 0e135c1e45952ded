"""Notes of papers, in memory; held to the same contract as the vault's."""

from itertools import count

from ffd_desktop.drafting.paper_notes import Left, PaperNote
from ffd_desktop.drafting.ports import By, ReferralStore


class FakePaperNotes:
    """A PaperNotes without a disk; asks the store whether a referral may be read."""

    def __init__(self, referrals: ReferralStore) -> None:
        self._referrals = referrals
        self._notes: list[tuple[str, PaperNote]] = []
        self._seqs = count(1)

    def add(self, referral_id: str, left: Left, *, by: By) -> None:
        self._referrals.load(referral_id)
        self._notes.append((referral_id, PaperNote(next(self._seqs), by, left)))

    def of(self, referral_id: str) -> tuple[PaperNote, ...]:
        self._referrals.load(referral_id)
        return tuple(note for about, note in self._notes if about == referral_id)
