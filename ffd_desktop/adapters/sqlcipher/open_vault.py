"""An unlocked vault: its stores, its verification, its ways in, and the way back to locked.

Not thread-safe: it belongs to the thread that opened it. Holds the vault's keys until ``lock``.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import msgspec

from ffd_desktop.adapters.sqlcipher import rekeying, verifying
from ffd_desktop.adapters.sqlcipher.checkup import Checkup
from ffd_desktop.adapters.sqlcipher.clock_notes import SqlClockNotes
from ffd_desktop.adapters.sqlcipher.connection import Database
from ffd_desktop.adapters.sqlcipher.proving import Prover
from ffd_desktop.adapters.sqlcipher.record_log import RecordLog
from ffd_desktop.adapters.sqlcipher.referral_store import SqlReferralStore
from ffd_desktop.adapters.sqlcipher.roll_store import SqlRollStore
from ffd_desktop.adapters.sqlcipher.settings_store import SqlSettingsStore
from ffd_desktop.adapters.sqlcipher.verifying import VerifyReport
from ffd_desktop.adapters.sqlcipher.ways_in import WaysIn
from ffd_desktop.drafting.ports import Clock
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.progress import SILENT, Progress
from ffd_desktop.vault import chain, head_code, slots
from ffd_desktop.vault.at_hand import ProvesAtHand
from ffd_desktop.vault.head_code import HeadCode
from ffd_desktop.vault.keysfile import Anchor, RecoveryWay, SchoolWay
from ffd_desktop.vault.recovery import RecoveryCode, SchoolKey
from ffd_desktop.vault.reminding import Notice
from ffd_desktop.vault.slots import Staff
from ffd_desktop.vault.states import Unlocked


class Held(msgspec.Struct, frozen=True):
    """What opening a vault yields before its stores are made."""

    database: Database
    ways: WaysIn
    notices: tuple[Notice, ...] = ()


class OpenVault:
    """One unlocked vault. Not for use from two threads."""

    def __init__(self, held: Held, clock: Clock) -> None:
        self._database = held.database
        self._clock = clock
        self.ways = held.ways
        self._checkup: Checkup | None = None
        self._at_hand = ProvesAtHand(held.ways.content.vault_id, clock.monotonic)
        chain_key = held.ways.keys.root.derive(chain.PURPOSE)
        self._log = RecordLog(held.database, chain_key, clock.monotonic)
        rolled_back = tuple(self._rolled_back())
        self._may_note_head = held.ways.is_ours and not rolled_back
        self.notices = (*held.notices, *rolled_back)
        viewer = held.ways.slot.facts.whose
        self.referrals = SqlReferralStore(held.database, self._log, viewer=viewer)
        self.files = self.referrals.files
        self.sealed = self.referrals.sealed
        self.outbox = self.referrals.outbox
        self.paper_notes = self.referrals.paper_notes
        self.handovers = self.referrals.handovers
        self.roll = SqlRollStore(held.database)
        self.settings = SqlSettingsStore(held.database)
        self.clock_notes = SqlClockNotes(held.database, self._log)
        with contextlib.suppress(ProblemForPerson):
            self.referrals.settle()
            self.files.tidy()

    @property
    def is_locked(self) -> bool:
        """Say whether ``lock`` was called."""
        return self.ways.is_forgotten

    @property
    def state(self) -> Unlocked:
        """Who opened the vault; without a name when a code from a sheet did.

        The name is the one of their passphrase: a keyring's slot may have an older one.
        """
        facts = self.ways.slot.facts
        mine = next((one for one in self.staff if one.person == facts.whose), None)
        name, role = (mine.name, mine.role) if mine else (facts.name, facts.role)
        sheet = SchoolKey.NAME if isinstance(facts.way, SchoolWay) else RecoveryCode.NAME
        return Unlocked(facts.vault_id, name, role, facts.whose, sheet)

    @property
    def staff(self) -> tuple[Staff, ...]:
        """Whose passphrases open the vault, oldest first."""
        return self.ways.staff

    @property
    def head(self) -> Anchor:
        """The record chain's head, for PDF feet, receipts and backups."""
        return self._log.head()

    @property
    def sheet(self) -> str:
        """The id of the recovery code's way in, which changes with the code; empty for none."""
        told = (slot.facts for slot in self.ways.content.slots)
        return next((one.id for one in told if isinstance(one.way, RecoveryWay)), "")

    @property
    def committed_head(self) -> Anchor:
        """The same as of the last commit; may be asked on any thread, also while one writes."""
        return self._log.committed

    def settle(self) -> None:
        """Write what makes the next opening and search quick; for moments of rest."""
        self.referrals.settle()

    def prove(self, secret: slots.Secret) -> None:
        """Make sure that a secret opens this vault, by the keys in memory; needs no disk.

        SECURITY: a colleague's passphrase does not, for they may not read all that is shown.

        Touches nothing of the database, so another lane may ask while this one is stuck.

        Raises:
            ProblemForPerson: ``wrong_passphrase``, ``wrong_recovery_code``,
                ``wait_before_guessing`` or ``is_locked``.
        """
        mine = slots.of_one(self.ways.content, self.ways.slot.facts.whose)
        self._at_hand.prove(secret, mine, self.ways.keys.data)

    def verify(self, progress: Progress = SILENT) -> VerifyReport:
        """Check the whole database, every page's seal and the whole record chain.

        Raises:
            ProblemForPerson: ``stopped``; or the disk cannot be reached at all.
        """
        return verifying.verify(self._database, self._log, self._anchor(), progress=progress)

    def begin_check(self) -> Checkup:
        """Begin a check that runs on another thread while this one goes on saving."""
        if self._checkup is not None:
            self._checkup.end()
        chain_key = self.ways.keys.root.derive(chain.PURPOSE)
        self._checkup = Checkup(self._database, chain_key, self._anchor())
        return self._checkup

    def contradicts(self, code: HeadCode) -> str | None:
        """Say in words how this vault contradicts a paper's head; ``None`` when it does not."""
        passed = self._log.passed(code.count)
        return head_code.fault(code, at_that_count=passed, count=self.head.count)

    def prover(self) -> Prover:
        """Give what can prove backups of this vault good, on any thread, even after ``lock``.

        SECURITY: it holds the vault's keys, so let go of it as soon as it has done its work.
        """
        return Prover(self.ways.keys, self._clock)

    def rekey(self, *, without: str = "", proof: slots.Secret) -> None:
        """Take one person's ways in away for good, by another data key; see ``rekeying``."""
        rekeying.rekey(self._database, self.ways, without=without, proof=proof)

    def lock(self) -> None:
        """Settle, note the chain's head beside the database, check point, close, drop the key.

        Never raises for settling or noting: what was acknowledged is in the database already.
        Locking twice does no harm.
        """
        if self.is_locked:
            return
        if self._checkup is not None:
            self._checkup.end()
        try:
            with contextlib.suppress(ProblemForPerson):
                self.referrals.settle()
            with contextlib.suppress(ProblemForPerson):
                self._note_head()
        finally:
            self.ways.forget()
            self._database.close()

    def _note_head(self) -> None:
        """SECURITY: a head noted after a roll-back would make the roll-back look right."""
        if self._may_note_head:
            self.ways.note_head(self._log.head())

    def _anchor(self) -> Anchor | None:
        return self.ways.content.anchor if self.ways.is_ours else None

    def _rolled_back(self) -> Iterator[Notice]:
        if self.ways.is_ours and not self._log.reaches(self.ways.content.anchor):
            yield Notice(
                "records_rolled_back",
                "This vault holds less, or other, than when it was last locked: an older copy "
                "may have been put in its place. Check the vault (Settings, “The vault”), and tell "
                "your IT support.",
            )
