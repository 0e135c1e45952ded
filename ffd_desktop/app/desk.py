"""A desk: what a member of staff can do with an unlocked vault's referrals.

Every method may touch the vault, so it belongs to the vault lane's one thread. Holds no rule of
safeguarding and no adapter: stores come in through their ports.
"""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime

from ffd_desktop.app import comment_notes, copied, details, followed_drafts, own_words, standing
from ffd_desktop.app.vault_port import Vault
from ffd_desktop.drafting import shelf
from ffd_desktop.drafting.aiming import aiming
from ffd_desktop.drafting.clock_jump import ClockJump, ClockNote, Moment, behind, jump
from ffd_desktop.drafting.clock_notes import ClockNotes
from ffd_desktop.drafting.files import FileStore, KeptFile
from ffd_desktop.drafting.paper_notes import Left, PaperNote, PaperNotes
from ffd_desktop.drafting.ports import (
    By,
    Clock,
    DraftState,
    Place,
    ReferralStore,
    SchoolProfile,
    SettingsStore,
    ShelfRow,
    StoredEdit,
    Tombstone,
)
from ffd_desktop.drafting.session import Batch
from ffd_desktop.drafting.shelf import Aim
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.commenting import is_comment
from ffd_desktop.referral.comments import Author
from ffd_desktop.referral.edits import Edit, replay
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.private import Private
from ffd_desktop.roll.offers import Offer, offers
from ffd_desktop.roll.ports import RollStore
from ffd_desktop.sending.handover.notes import Handovers, TakenIn, taken_in
from ffd_desktop.sending.outbox import Outbox
from ffd_desktop.sending.ports import SealedStore
from ffd_desktop.sending.sealed import SealedFacts
from ffd_desktop.sending.submission import Submission
from ffd_desktop.vault.keysfile import Anchor
from ffd_desktop.vault.slots import Secret, Staff


class OpenDraft(Private, frozen=True):
    """A referral taken from the shelf, and where its writer was last.

    Attributes:
        sealed: What was sealed of it: itself, then its addenda; nothing for a draft.
        sent: What became of each that was queued for a portal.
        received: How it came from another vault; nothing for one that was begun here.
        offers: What the roll in use would fill in otherwise than what stands; drafts only.
        unnamed: Files that came in whole just before a kill, and no attachment names; drafts only.
        me: Who opened it to read and write.
        new_comments: Ids of comments and replies that they have not seen.
        pupils: Full names in it, folded, that are those of other pupils; asked only to check it.
    """

    referral: Referral
    place: Place
    state: DraftState
    is_restricted: bool = False
    sealed: tuple[SealedFacts, ...] = ()
    sent: tuple[Submission, ...] = ()
    received: TakenIn | None = None
    offers: tuple[Offer, ...] = ()
    unnamed: tuple[KeptFile, ...] = ()
    me: Author = Author("", "", "")
    new_comments: tuple[str, ...] = ()
    pupils: frozenset[str] = frozenset()


class Desk:
    """An unlocked vault at work. Not thread-safe: used on the vault lane only.

    Attributes:
        saves: How often each referral was saved since; the clock may stand still between two.
    """

    def __init__(
        self,
        *,
        referrals: ReferralStore,
        roll: RollStore,
        settings: SettingsStore,
        clock: Clock,
        vault: Vault,
        clock_notes: ClockNotes,
        files: FileStore,
        sealed: SealedStore,
        outbox: Outbox,
        paper_notes: PaperNotes,
        handovers: Handovers,
    ) -> None:
        self.roll = roll
        self.files = files
        self.sealed = sealed
        self.outbox = outbox
        self._paper_notes = paper_notes
        self.handovers = handovers
        self.settings = settings
        self.clock = clock
        self.vault = vault
        self._referrals = referrals
        self._clock_notes = clock_notes
        self._moment = Moment(clock.now(), clock.monotonic())
        self._unnoted = self._clock_behind()
        self._jump: ClockJump | None = None
        self.saves: Counter[str] = Counter()

    def close(self) -> None:
        """Write out what the store still holds and lock the vault. May be called twice."""
        self.vault.lock()

    def prove(self, secret: Secret) -> None:
        """Make sure that a passphrase or a recovery code opens this vault; needs no disk.

        The one thing that may be asked on another lane, for this one may be stuck.

        Raises:
            ProblemForPerson: ``wrong_passphrase``, ``wrong_recovery_code``,
                ``wait_before_guessing``.
        """
        self.vault.prove(secret)

    @property
    def head(self) -> Anchor:
        """The head of the record chain, for the foot of a paper; may be asked on any lane."""
        return self.vault.committed_head

    @property
    def staff_name(self) -> str:
        """Who unlocked; "recovery code" or "school’s recovery key" when that did."""
        return self.vault.state.name or self.vault.state.sheet

    @property
    def person(self) -> str:
        """The id of whoever unlocked; empty when the recovery code did."""
        return self.vault.state.person

    @property
    def is_recovered(self) -> bool:
        """Whether a code from a sheet opened the vault, so that nobody can give the passphrase."""
        return not self.vault.state.name

    def by(self, screen: str) -> By:
        """Say who does something, from where, now."""
        now = self.clock.now().astimezone(UTC)
        return By(self.staff_name, screen, now.isoformat(timespec="milliseconds"))

    # ---- the office -------------------------------------------------------------------------

    def profile(self) -> SchoolProfile:
        """Give the school's details with those of whoever unlocked."""
        return details.read(self.settings, self.vault.state)

    def keep_profile(self, profile: SchoolProfile) -> None:
        """Keep the school's details, and those of whoever unlocked."""
        details.keep(self.settings, self.vault.state, profile)

    @property
    def knows_me(self) -> bool:
        """Whether whoever unlocked has kept their own details once."""
        return details.are_known(self.settings, self.vault.state)

    @property
    def staff(self) -> tuple[Staff, ...]:
        """Who can open the vault with a passphrase of their own, oldest first."""
        return tuple(self.vault.staff)

    # ---- the shelf --------------------------------------------------------------------------

    def shelf(self) -> tuple[ShelfRow, ...]:
        """List every referral, last changed first."""
        return self._referrals.shelf()

    def row(self, referral_id: str) -> ShelfRow:
        """Give one referral as the shelf lists it."""
        return self._referrals.row(referral_id)

    def find(self, words: str) -> tuple[ShelfRow, ...]:
        """List the referrals that hold the words, best first; all of them for no words."""
        rows = self.shelf()
        if not words.strip():
            return rows
        by_id = {row.id: row for row in rows}
        return tuple(by_id[one] for one in self._referrals.search(words) if one in by_id)

    def start(self, aim: Aim, *, prefill: Iterable[Edit] = (), screen: str) -> Referral:
        """Put a new draft on the shelf."""
        return shelf.start(
            self._referrals, aim, by=self.by(screen), profile=self.profile(), prefill=prefill
        )

    def next_reference(self) -> str:
        """Reserve the next neutral reference of this year."""
        return self._referrals.next_reference(self.clock.now().year)

    def open(self, referral_id: str) -> OpenDraft:
        """Take a referral from the shelf.

        Raises:
            ProblemForPerson: ``referral_missing``.
        """
        referral = self._referrals.load(referral_id)
        row = self._referrals.row(referral_id)
        place = self._referrals.place(referral_id)
        known = self.roll.source() if row.state is DraftState.DRAFT else None
        return OpenDraft(
            referral,
            place,
            row.state,
            is_restricted=bool(row.readers),
            sealed=self.sealed.of(referral_id),
            sent=self.outbox.of_referral(referral_id),
            received=taken_in(self.handovers.of(referral_id)),
            offers=offers(referral, known, self.roll.by_upn),
            unnamed=self._unnamed(referral) if row.state is DraftState.DRAFT else (),
        )

    def aim(self, referral_id: str, aim: Aim, *, screen: str) -> Referral:
        """Aim a draft at another form; every answer stays."""
        referral = self._referrals.load(referral_id)
        edits = aiming(referral, aim)
        if edits:
            referral = replay(referral, edits)
            self._referrals.append(referral_id, edits, referral, by=self.by(screen))
        return referral

    def _unnamed(self, referral: Referral) -> tuple[KeptFile, ...]:
        """Look through the history for names of files only when one is not named any more."""
        named = {one.file for one in referral.attachments}
        if all(one.id in named for one in self.files.of(referral.id)):
            return ()
        return self.files.unnamed(referral.id)

    def copy(self, referral_id: str, *, screen: str) -> Referral:
        """Put an unsigned, unsent copy on the shelf under a new reference."""
        return shelf.copy(self._referrals, referral_id, by=self.by(screen))

    def archive(self, referral_id: str, *, screen: str) -> None:
        """Take a referral out of daily sight."""
        shelf.archive(self._referrals, referral_id, by=self.by(screen))

    def bring_back(self, referral_id: str, *, screen: str) -> None:
        """Put an archived referral back among the drafts."""
        shelf.bring_back(self._referrals, referral_id, by=self.by(screen))

    def destroy(self, referral_id: str, *, reason: str, screen: str) -> None:
        """Remove a referral for ever; needs a reason."""
        shelf.destroy(self._referrals, referral_id, reason=reason, by=self.by(screen))
        for one in (comment_notes, followed_drafts, copied):
            one.forget(self.settings, referral_id)
        own_words.forget(self, referral_id)

    # ---- who may read what ------------------------------------------------------------------

    def readers(self, referral_id: str) -> tuple[str, ...]:
        """Give whose ids may read a referral; nobody means everybody.

        Raises:
            ProblemForPerson: ``referral_restricted``, ``referral_missing``.
        """
        return self._referrals.readers(referral_id)

    def restrict(self, referral_id: str, people: Iterable[str], *, screen: str) -> None:
        """Let only these people read a referral, and whoever says so; nobody named: everybody.

        Raises:
            ProblemForPerson: ``referral_restricted``, ``referral_missing``.
        """
        self._referrals.restrict(referral_id, tuple(people), by=self.by(screen))

    def left_unread(self, *, without: str) -> tuple[str, ...]:
        """Give the references that nobody of the staff could read any more without a person."""
        now = {one.person for one in self.staff}
        already = set(self._referrals.unreadable_to(now))
        then = self._referrals.unreadable_to(now - {without})
        return tuple(one for one in then if one not in already)

    def tombstones(self) -> tuple[Tombstone, ...]:
        """List what was destroyed and why."""
        return self._referrals.tombstones()

    # ---- writing ----------------------------------------------------------------------------

    def save(self, referral_id: str, batch: Batch, *, screen: str) -> datetime:
        """Make a batch of edits durable; give the local time at which it was."""
        self.watch_clock(referral_id, screen)
        self._referrals.append(referral_id, batch.edits, batch.after, by=self.by(screen))
        if any(is_comment(edit.path) for edit in batch.edits):
            comment_notes.note(self.settings, batch.after)
        followed_drafts.note(self.settings, referral_id, batch.edits)
        self.saves[referral_id] += 1
        standing.follow(self._referrals, self.outbox, referral_id, batch, by=self.by(screen))
        return self.clock.now()

    def take_clock_jump(self) -> ClockJump | None:
        """Give, once, the change of the computer's clock that saving has noted."""
        found, self._jump = self._jump, None
        return found

    def remember_place(self, referral_id: str, place: Place) -> None:
        """Keep where the writer was."""
        self._referrals.remember_place(referral_id, place)

    def first(self, referral_id: str) -> Referral:
        """Give a referral as it was begun, before any edit of its history."""
        return self._referrals.first(referral_id)

    def history(self, referral_id: str) -> tuple[StoredEdit, ...]:
        """Give every edit of a referral, oldest first."""
        return self._referrals.history(referral_id)

    def clock_notes(self, referral_id: str) -> tuple[ClockNote, ...]:
        """Give the changes of the computer's clock in a referral's history, oldest first."""
        return self._clock_notes.of(referral_id)

    def note_paper(self, referral_id: str, left: Left, *, screen: str) -> None:
        """Note in the history that a paper was printed or saved."""
        self._paper_notes.add(referral_id, left, by=self.by(screen))

    def papers_of(self, referral_id: str) -> tuple[PaperNote, ...]:
        """Give what was printed or saved of a referral, oldest first."""
        return self._paper_notes.of(referral_id)

    def watch_clock(self, referral_id: str, screen: str) -> None:
        """Note in the history that the clock was changed since the last save, if it was."""
        now = Moment(self.clock.now(), self.clock.monotonic())
        found = jump(self._moment, now) or self._unnoted
        if found is not None:
            self._clock_notes.add(referral_id, found, by=self.by(screen))
            self._jump = found
        self._moment, self._unnoted = now, None

    def _clock_behind(self) -> ClockJump | None:
        """See whether the clock was put back since the vault was last open."""
        with contextlib.suppress(ProblemForPerson):
            return behind(self._clock_notes.newest(), self._moment.wall)
        return None
