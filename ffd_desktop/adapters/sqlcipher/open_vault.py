"""An unlocked vault: its stores, its verification, its passphrases, and the way back to locked.

Not thread-safe: it belongs to the thread that opened it. Holds the data key until ``lock``.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import UTC

import msgspec

from ffd_desktop.adapters.sqlcipher import verifying
from ffd_desktop.adapters.sqlcipher.connection import Database
from ffd_desktop.adapters.sqlcipher.keys_on_disk import KeysOnDisk
from ffd_desktop.adapters.sqlcipher.proving import Prover
from ffd_desktop.adapters.sqlcipher.record_log import RecordLog
from ffd_desktop.adapters.sqlcipher.referral_store import SqlReferralStore
from ffd_desktop.adapters.sqlcipher.roll_store import SqlRollStore
from ffd_desktop.adapters.sqlcipher.settings_store import SqlSettingsStore
from ffd_desktop.adapters.sqlcipher.verifying import VerifyReport
from ffd_desktop.drafting.ports import Clock
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault import chain, head_code, slots, trouble
from ffd_desktop.vault.at_hand import ProvesAtHand
from ffd_desktop.vault.head_code import HeadCode
from ffd_desktop.vault.keys import Argon2Cost, DataKey
from ffd_desktop.vault.keysfile import Anchor, KeysFile, PassphraseWay, RecoveryWay, Slot
from ffd_desktop.vault.recovery import RecoveryCode
from ffd_desktop.vault.reminding import Notice
from ffd_desktop.vault.slots import Staff
from ffd_desktop.vault.states import Unlocked


class Held(msgspec.Struct, frozen=True):
    """What opening a vault yields before its stores are made."""

    database: Database
    keys: KeysOnDisk
    content: KeysFile
    data_key: DataKey
    slot: Slot
    notices: tuple[Notice, ...] = ()
    is_ours: bool = True


class OpenVault:
    """One unlocked vault. Not for use from two threads."""

    def __init__(self, held: Held, clock: Clock) -> None:
        self._database = held.database
        self._keys = held.keys
        self._content = held.content
        self._data_key: DataKey | None = held.data_key
        self._slot = held.slot
        self._is_ours = held.is_ours
        self._clock = clock
        self._at_hand = ProvesAtHand(held.content.vault_id, clock.monotonic)
        self._log = RecordLog(held.database, held.data_key.derive(chain.PURPOSE), clock.monotonic)
        rolled_back = tuple(self._rolled_back())
        self._may_note_head = held.is_ours and not rolled_back
        self.notices = (*held.notices, *rolled_back)
        self.referrals = SqlReferralStore(held.database, self._log)
        self.roll = SqlRollStore(held.database)
        self.settings = SqlSettingsStore(held.database)
        with contextlib.suppress(ProblemForPerson):
            self.referrals.settle()

    @property
    def is_locked(self) -> bool:
        """Say whether ``lock`` was called."""
        return self._data_key is None

    @property
    def state(self) -> Unlocked:
        """Who opened the vault; without a name when the recovery code did."""
        facts = self._slot.facts
        return Unlocked(facts.vault_id, facts.name, facts.role)

    @property
    def head(self) -> Anchor:
        """The record chain's head, for PDF feet, receipts and backups."""
        return self._log.head()

    @property
    def committed_head(self) -> Anchor:
        """The same as of the last commit; may be asked on any thread, also while one writes."""
        return self._log.committed

    def settle(self) -> None:
        """Write what makes the next opening and search quick; for moments of rest."""
        self.referrals.settle()

    def prove(self, secret: slots.Secret) -> None:
        """Make sure that a secret opens this vault, by the keys in memory; needs no disk.

        Touches nothing of the database, so another lane may ask while this one is stuck.

        Raises:
            ProblemForPerson: ``wrong_passphrase``, ``wrong_recovery_code``,
                ``wait_before_guessing`` or ``is_locked``.
        """
        self._at_hand.prove(secret, self._content, self._key())

    def verify(self) -> VerifyReport:
        """Check the whole database, every page's seal and the whole record chain."""
        anchor = self._content.anchor if self._is_ours else None
        return verifying.verify(self._database, self._log, anchor)

    def contradicts(self, code: HeadCode) -> str | None:
        """Say in words how this vault contradicts a paper's head; ``None`` when it does not."""
        passed = self._log.passed(code.count)
        return head_code.fault(code, at_that_count=passed, count=self.head.count)

    def prover(self) -> Prover:
        """Give what can prove backups of this vault good, on any thread, even after ``lock``.

        SECURITY: it holds the data key, so let go of it as soon as it has done its work.
        """
        return Prover(self._key(), self._clock)

    def change_passphrase(
        self, passphrase: str, *, cost: Argon2Cost, name: str | None = None
    ) -> None:
        """Give a member of staff another passphrase; nothing is encrypted anew.

        Args:
            passphrase: The new one, already judged.
            cost: From ``calibrate.choose``.
            name: Whose; without it, whoever unlocked, or the only one there is.

        Raises:
            ProblemForPerson: ``staff_unknown``, ``keys_unproved`` or trouble with the disk. The
                old passphrase then still opens the vault.
        """
        old = self._slot_of(name)
        staff = Staff(old.facts.name, old.facts.role)
        new = slots.passphrase_slot(
            self._key(),
            passphrase,
            vault_id=self._content.vault_id,
            staff=staff,
            cost=cost,
            at=self._now(),
        )
        self._replace(old, new, proof=passphrase)

    def renew_recovery_code(self) -> RecoveryCode:
        """Make a new recovery code; the sheet with the old one no longer opens the vault."""
        code = RecoveryCode.fresh()
        new = slots.recovery_slot(
            self._key(), code, vault_id=self._content.vault_id, at=self._now()
        )
        olds = [old for old in self._content.slots if isinstance(old.facts.way, RecoveryWay)]
        self._replace(olds[0] if olds else None, new, proof=code)
        return code

    def lock(self) -> None:
        """Settle, note the chain's head beside the database, check point, close, drop the key.

        Never raises for settling or noting: what was acknowledged is in the database already.
        Locking twice does no harm.
        """
        if self._data_key is None:
            return
        try:
            with contextlib.suppress(ProblemForPerson):
                self.referrals.settle()
            with contextlib.suppress(ProblemForPerson):
                self._note_head()
        finally:
            self._data_key = None
            self._database.close()

    def _note_head(self) -> None:
        """SECURITY: a head noted after a roll-back would make the roll-back look right."""
        head = self._log.head()
        if head == self._content.anchor or not self._may_note_head:
            return
        self._content = msgspec.structs.replace(
            self._content, anchor=head, revision=self._content.revision + 1
        )
        self._keys.write(self._content, self._key())

    def _replace(self, old: Slot | None, new: Slot, *, proof: slots.Secret) -> None:
        instead_of = old.facts.id if old else None
        content = slots.with_slot(self._content, new, instead_of=instead_of)
        self._keys.write(content, self._key(), (proof,))
        self._content, self._is_ours = content, True
        if old is not None and old.facts.id == self._slot.facts.id:
            self._slot = new

    def _slot_of(self, name: str | None) -> Slot:
        with_passphrase = [
            slot for slot in self._content.slots if isinstance(slot.facts.way, PassphraseWay)
        ]
        if name is not None:
            with_passphrase = [slot for slot in with_passphrase if slot.facts.name == name]
        elif self._slot in with_passphrase:
            return self._slot
        if len(with_passphrase) != 1:
            raise trouble.staff_unknown()
        return with_passphrase[0]

    def _rolled_back(self) -> Iterator[Notice]:
        anchor = self._content.anchor
        if anchor is None or not self._is_ours:
            return
        kept = self._log.anchor_at(anchor.count)
        if self._log.head().count < anchor.count or (kept is not None and kept != anchor):
            yield Notice(
                "records_rolled_back",
                "This vault holds less, or other, than when it was last locked: an older copy "
                "may have been put in its place. Run 'ffd-desktop vault verify'.",
            )

    def _key(self) -> DataKey:
        if self._data_key is None:
            raise trouble.is_locked()
        return self._data_key

    def _now(self) -> str:
        return self._clock.now().astimezone(UTC).isoformat(timespec="seconds")
