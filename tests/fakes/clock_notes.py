"""Notes of changes of the clock, in memory; held to the same contract as the vault's."""

from datetime import datetime
from itertools import count

from ffd_desktop.drafting.clock_jump import ClockJump, ClockNote
from ffd_desktop.drafting.ports import By


class FakeClockNotes:
    """A ClockNotes without a disk, over a vault without another record."""

    def __init__(self) -> None:
        self._notes: list[tuple[str, ClockNote]] = []
        self._seqs = count(1)

    def add(self, referral_id: str, jump: ClockJump, *, by: By) -> None:
        self._notes.append((referral_id, ClockNote(next(self._seqs), by, jump)))

    def of(self, referral_id: str) -> tuple[ClockNote, ...]:
        return tuple(note for about, note in self._notes if about == referral_id)

    def newest(self) -> datetime | None:
        return datetime.fromisoformat(self._notes[-1][1].by.at) if self._notes else None
