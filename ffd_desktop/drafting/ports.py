"""What drafting needs from the world: a store of referrals, settings, and a clock.

Adapters implement these; tests hold the fakes and the real ones to the same contract suite.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Protocol

import msgspec

from ffd_desktop.referral.edits import Edit
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.private import Private


class DraftState(StrEnum):
    """Where a referral stands on the shelf."""

    DRAFT = "draft"
    SEALED = "sealed"
    SENT = "sent"
    CLOSED = "closed"
    ARCHIVED = "archived"


class Place(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where a person was in a draft: section, item of a repeated section, field path, caret."""

    section: str = ""
    path: str = ""
    caret: int = 0


class By(Private, frozen=True):
    """Who changed something, from which screen, and when.

    Attributes:
        actor: The member of staff's name as held in the vault.
        screen: A constant name, such as ``draft`` or ``cli``.
        at: Wall-clock time, UTC, ISO form with milliseconds.
    """

    actor: str
    screen: str
    at: str


class StoredEdit(Private, frozen=True):
    """One row of the history; ``seq`` orders, never the clock."""

    seq: int
    by: By
    edit: Edit


class ShelfRow(Private, frozen=True):
    """A referral as the shelf lists it.

    Attributes:
        children: Names of the children referred, in order.
        changed_at: UTC, ISO form, of the last edit.
        readers: Ids of the staff who may read it when it is restricted; otherwise nobody.
        is_hidden: Whether whoever unlocked is not among them; it then tells of no child and form.
    """

    id: str
    reference: str
    council: str
    form: str
    children: tuple[str, ...]
    state: DraftState
    created_at: str
    changed_at: str
    readers: tuple[str, ...] = ()
    is_hidden: bool = False


class Tombstone(Private, frozen=True):
    """What is left of a destroyed referral: no word of it."""

    id: str
    reference: str
    reason: str
    by: By


class ReferralStore(Protocol):
    """Keeps referrals. Not for use from two threads; every method is durable when it returns.

    Unknown ids raise ``ProblemForPerson`` with code ``referral_missing``; trouble with the disk
    raises the vault's codes (``disk_full``, ``vault_read_only``, ``vault_io``...).

    A store is looked at by whoever unlocked. What is restricted to others is on their shelf, with
    its readers and without a word of it; no search finds it, and every method that gives or
    changes something of it raises ``referral_restricted``.
    """

    def create(
        self, referral: Referral, *, by: By, readers: Collection[str] = (), files_of: str = ""
    ) -> int:
        """Store a new referral as it stands, for everybody or for readers only.

        A copy names the referral whose files it has as well. Gives the first sequence number.
        """
        ...

    def append(self, referral_id: str, edits: Sequence[Edit], after: Referral, *, by: By) -> int:
        """Store edits, and ``after`` as the referral they lead to, in one transaction.

        Gives the last sequence number. Once it returns, ``load`` gives ``after``.

        Raises:
            ProblemForPerson: ``referral_sealed``: it is sealed, and an edit is of what is sealed.
        """
        ...

    def load(self, referral_id: str) -> Referral:
        """Give the referral after its last edit."""
        ...

    def first(self, referral_id: str) -> Referral:
        """Give the referral as it was created, before any edit of the history."""
        ...

    def history(self, referral_id: str) -> tuple[StoredEdit, ...]:
        """Give every edit since creation, oldest first."""
        ...

    def shelf(self) -> tuple[ShelfRow, ...]:
        """List every referral, last changed first."""
        ...

    def row(self, referral_id: str) -> ShelfRow:
        """Give one referral as the shelf lists it."""
        ...

    def search(self, words: str) -> tuple[str, ...]:
        """Give ids of referrals that hold every word (or the start of it), best first.

        Looks in the reference, names and everything written; accents, case and apostrophes are
        forgiven.
        """
        ...

    def set_state(self, referral_id: str, state: DraftState, *, by: By) -> None:
        """Move a referral to another state; its content stays.

        Raises:
            ProblemForPerson: ``referral_sealed``: a sealed one is no draft ever again.
        """
        ...

    def state_before(self, referral_id: str) -> DraftState:
        """Give the state that it had before it was archived; a draft's when it had none."""
        ...

    def restrict(self, referral_id: str, readers: Collection[str], *, by: By) -> None:
        """Let only these people read it, by id, and always whoever restricts it.

        Nobody named lets everybody read it again.
        """
        ...

    def readers(self, referral_id: str) -> tuple[str, ...]:
        """Give whose ids may read a referral, in order; nobody means everybody."""
        ...

    def unreadable_to(self, people: Collection[str]) -> tuple[str, ...]:
        """Give the references of restricted referrals that none of these people may read."""
        ...

    def next_reference(self, year: int) -> str:
        """Reserve the next neutral reference of a year, such as ``FFD-2026-0042``."""
        ...

    def remember_place(self, referral_id: str, place: Place) -> None:
        """Keep where a person was."""
        ...

    def place(self, referral_id: str) -> Place:
        """Give where a person was last."""
        ...

    def destroy(self, referral_id: str, *, reason: str, by: By) -> None:
        """Remove a referral, its history and its files for ever; a tombstone stays.

        Cannot be undone.
        """
        ...

    def tombstones(self) -> tuple[Tombstone, ...]:
        """List what was destroyed, when, by whom and why."""
        ...


class SchoolProfile(Private, frozen=True, omit_defaults=True):
    """The school, and the member of staff who unlocked; prefilled into each referral (B).

    The school's details are one in a vault, each person's are their own.
    """

    school_name: str = ""
    la_code: str = ""
    estab_code: str = ""
    school_address: str = ""
    school_phone: str = ""
    council: str = ""
    staff_name: str = ""
    staff_role: str = ""
    staff_phone: str = ""
    staff_email: str = ""
    fictional: bool = False


class SettingsStore(Protocol):
    """Small settings inside the vault, by key; values are JSON-like."""

    def get(self, key: str) -> object:
        """Give a setting, or ``None``."""
        ...

    def put(self, key: str, value: object) -> None:
        """Keep a setting, durably."""
        ...


class Clock(Protocol):
    """Tells the time, so that nobody else asks the computer."""

    def now(self) -> datetime:
        """The time now, aware, in the school's zone (Europe/London)."""
        ...

    def monotonic(self) -> float:
        """Seconds that only go forward, whatever is done to the date."""
        ...
