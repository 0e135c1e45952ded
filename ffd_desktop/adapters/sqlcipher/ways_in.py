"""The ways into one unlocked vault: its keys file in memory and on the disk, and whose they are.

A change counts once it was read back from the disk and opened. Knows no database. Not for use
from two threads; holds the vault's keys until ``forget``.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from datetime import UTC

import msgspec

from ffd_desktop.adapters.sqlcipher.keys_on_disk import KeysOnDisk
from ffd_desktop.drafting.ports import Clock
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.undoing import undone_on_failure
from ffd_desktop.vault import enclosing, slots, trouble
from ffd_desktop.vault.keys import Argon2Cost, DataKey, VaultKeys
from ffd_desktop.vault.keysfile import (
    Anchor,
    KeysFile,
    PassphraseWay,
    RecoveryWay,
    SchoolWay,
    Slot,
)
from ffd_desktop.vault.recovery import RecoveryCode, SchoolKey
from ffd_desktop.vault.slots import Opened, Secret, Staff


class WaysIn:
    """The slots of one vault, and the keys that whoever unlocked it brought to light."""

    def __init__(
        self, on_disk: KeysOnDisk, content: KeysFile, opened: Opened, clock: Clock
    ) -> None:
        self._on_disk = on_disk
        self._clock = clock
        self._keys: VaultKeys | None = opened.keys
        self.content = content
        self.slot = opened.slot
        self.is_ours = opened.is_ours

    @property
    def keys(self) -> VaultKeys:
        """The vault's keys.

        Raises:
            ProblemForPerson: ``is_locked``.
        """
        if self._keys is None:
            raise trouble.is_locked()
        return self._keys

    @property
    def is_forgotten(self) -> bool:
        """Whether ``forget`` was called."""
        return self._keys is None

    def forget(self) -> None:
        """Let go of the keys."""
        self._keys = None

    @property
    def staff(self) -> tuple[Staff, ...]:
        """Whose passphrases open the vault, oldest first."""
        facts = (slot.facts for slot in self.content.slots)
        return tuple(
            Staff(one.name, one.role, one.whose)
            for one in facts
            if isinstance(one.way, PassphraseWay)
        )

    @property
    def mine(self) -> tuple[Slot, ...]:
        """The ways in of whoever unlocked; none when a sheet did, which is nobody's."""
        whose = self.slot.facts.whose
        return tuple(one for one in self.content.slots if whose and one.facts.whose == whose)

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
        self.replace(old, self._passphrase_slot(_staff_of(old), passphrase, cost), proof=passphrase)

    def add_passphrase(self, staff: Staff, passphrase: str, *, cost: Argon2Cost) -> Staff:
        """Let one more member of staff in; give them with their new id.

        Raises:
            ProblemForPerson: ``staff_nameless``, ``staff_twice``, ``keys_unproved`` or trouble
                with the disk.
        """
        self._demand_name(staff.name)
        new = self._passphrase_slot(staff, passphrase, cost)
        self.replace(None, new, proof=passphrase)
        return _staff_of(new)

    def rename(self, name: str, role: str, *, passphrase: str) -> None:
        """Give whoever unlocked another name and role; they stay the same person.

        What a slot says of its owner is sealed with it, so it is made again, with the passphrase.

        Raises:
            ProblemForPerson: ``staff_nameless``, ``staff_twice``, ``staff_unknown``,
                ``keys_unproved`` or trouble with the disk; the old name then stays.
        """
        old = self._slot_of(None)
        way = old.facts.way
        if not isinstance(way, PassphraseWay):
            raise trouble.staff_unknown()
        self._demand_name(name, besides=old.facts.whose)
        facts = msgspec.structs.replace(old.facts, name=name, role=role)
        named = msgspec.structs.replace(old, facts=facts)
        new = slots.renewed(named, self.keys, passphrase, cost=way.cost)
        self.replace(old, new, proof=passphrase)

    def renew_recovery_code(self) -> RecoveryCode:
        """Make a new recovery code; the sheet with the old one no longer opens the vault."""
        code = RecoveryCode.fresh()
        self.keep_recovery_code(code)
        return code

    def keep_recovery_code(self, code: RecoveryCode) -> None:
        """Let a recovery code in; the one of before no longer opens the vault."""
        new = slots.recovery_slot(self.keys, code, vault_id=self.content.vault_id, at=self.now())
        olds = [old for old in self.content.slots if isinstance(old.facts.way, RecoveryWay)]
        self.replace(olds[0] if olds else None, new, proof=code)

    def keep_school_key(self, key: SchoolKey) -> None:
        """Let the school's recovery key in; one that was made before no longer opens the vault."""
        new = slots.school_slot(self.keys, key, vault_id=self.content.vault_id, at=self.now())
        old = self.school_slot
        self.replace(old, new, proof=key)

    @property
    def school_slot(self) -> Slot | None:
        """The slot of the school's recovery key, if there is one."""
        found = (one for one in self.content.slots if isinstance(one.facts.way, SchoolWay))
        return next(found, None)

    def renew(self, secret: Secret, *, cost: Argon2Cost) -> None:
        """Make the slot that was just opened again, in today's format and at this cost."""
        self.replace(
            self.slot, slots.renewed(self.slot, self.keys, secret, cost=cost), proof=secret
        )

    def replace(self, old: Slot | None, new: Slot, *, proof: Secret) -> None:
        """Put a slot in another's place, or beside them all; it counts once the disk gave it back.

        Raises:
            ProblemForPerson: ``keys_unproved`` or trouble with the disk.
        """
        content = slots.with_slot(self.content, new, instead_of=old.facts.id if old else None)
        self.write(content, (proof,))
        if old is not None and old.facts.id == self.slot.facts.id:
            self.slot = new

    def withdraw(self, ids: Iterable[str]) -> None:
        """Take slots away. Whoever copied the keys file before still has them: see ``rekeying``.

        The slot that was opened stays, unless its person has another among those that are left.
        """
        gone = set(ids)
        others = (one for one in self.mine if one.facts.id not in gone)
        if self.slot.facts.id in gone:
            self.slot = next(others, self.slot)
        gone.discard(self.slot.facts.id)
        left = tuple(slot for slot in self.content.slots if slot.facts.id not in gone)
        if left != self.content.slots:
            self.write(slots.with_slots(self.content, left))

    def note_head(self, head: Anchor) -> None:
        """Keep the record chain's head beside the database."""
        if head == self.content.anchor:
            return
        revision = self.content.revision + 1
        self.write(msgspec.structs.replace(self.content, anchor=head, revision=revision))

    def write(self, content: KeysFile, proofs: tuple[Secret, ...] = ()) -> None:
        """Make this the keys file, in memory too once the disk has it.

        SECURITY: that vouches for all of it, so what somebody planted in a file that was meddled
        with does not stay.
        """
        content = msgspec.structs.replace(content, slots=self._known(content.slots))
        self._on_disk.write(content, self.keys.data, proofs)
        self.content = content
        self.is_ours = True

    # ---- another data key -------------------------------------------------------------------

    def carry_over(self, *, without: str, proof: Secret) -> DataKey:
        """Draw a new data key and enclose it to every way in but one person's; give the old key.

        The old one stays sealed under the new until ``settle_new_key``. Ways of the first format
        cannot be carried and fall away.

        Raises:
            ProblemForPerson: ``rekeying_needs_you``, ``keys_unproved``, trouble with the disk.
        """
        if not self.slot.can_be_carried or without == self.slot.facts.whose:
            raise trouble.rekeying_needs_you()
        before = self.keys
        now = VaultKeys(DataKey.fresh(), before.root)
        kept = (one for one in self._known(self.content.slots) if one.can_be_carried)
        left = [
            slots.carried(one, now) for one in kept if not without or one.facts.whose != without
        ]
        content = msgspec.structs.replace(
            slots.with_slots(self.content, left), former=enclosing.put_by(before.data, now.data)
        )
        self._keys = now
        with undone_on_failure(self._take_back, before):
            self.write(content, (proof,))
        self.slot = next(one for one in left if one.facts.id == self.slot.facts.id)
        return before.data

    def _take_back(self, keys: VaultKeys) -> None:
        self._keys = keys
        self._undo()

    def former(self) -> DataKey | None:
        """Give the data key of before while re-keying is not finished."""
        sealed = self.content.former
        return enclosing.taken_back(sealed, self.keys.data) if isinstance(sealed, bytes) else None

    def settle_new_key(self) -> None:
        """Forget the data key of before; the database is under the new one.

        SECURITY: nobody asked for it, so it does not make a meddled file good.
        """
        if self.is_ours and isinstance(self.content.former, bytes):
            revision = self.content.revision + 1
            self.write(
                msgspec.structs.replace(self.content, former=msgspec.UNSET, revision=revision)
            )

    def _undo(self) -> None:
        """Put the keys file of before back where a new one was refused half-way."""
        slots_of_before, revision = self._known(self.content.slots), self.content.revision + 2
        before = msgspec.structs.replace(self.content, slots=slots_of_before, revision=revision)
        with contextlib.suppress(ProblemForPerson):
            self._on_disk.write(before, self.keys.data)

    def now(self) -> str:
        """Give the time as slots note it."""
        return self._clock.now().astimezone(UTC).isoformat(timespec="seconds")

    def _known(self, found: Iterable[Slot]) -> tuple[Slot, ...]:
        """Give the slots that somebody of this vault let in, marked; the opened one is one."""
        mine, data = self.slot.facts.id, self.keys.data
        return tuple(
            slots.known(one, data)
            for one in found
            if self.is_ours or one.facts.id == mine or slots.is_known(one, data)
        )

    def _demand_name(self, name: str, *, besides: str = "") -> None:
        if not name.strip():
            raise trouble.staff_nameless()
        others = (one for one in self.staff if one.person != besides)
        if any(one.name.casefold() == name.casefold() for one in others):
            raise trouble.staff_twice()

    def _passphrase_slot(self, staff: Staff, passphrase: str, cost: Argon2Cost) -> Slot:
        return slots.passphrase_slot(
            self.keys,
            passphrase,
            vault_id=self.content.vault_id,
            staff=staff,
            cost=cost,
            at=self.now(),
        )

    def _slot_of(self, name: str | None) -> Slot:
        with_passphrase = [
            slot for slot in self.content.slots if isinstance(slot.facts.way, PassphraseWay)
        ]
        if name is not None:
            with_passphrase = [slot for slot in with_passphrase if slot.facts.name == name]
        elif self.slot.facts.whose:
            mine = self.slot.facts.whose
            with_passphrase = [slot for slot in with_passphrase if slot.facts.whose == mine]
        if len(with_passphrase) != 1:
            raise trouble.staff_unknown()
        return with_passphrase[0]


def _staff_of(slot: Slot) -> Staff:
    return Staff(slot.facts.name, slot.facts.role, slot.facts.whose)
