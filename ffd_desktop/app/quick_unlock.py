"""Unlocking with this computer's sign-in: a slot whose key this computer's keyring keeps.

A convenience on top of the passphrase, off until somebody turns it on for themselves. What asks
the keyring may wait for its person, so it never belongs on the vault lane; each function says.
"""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Iterable

from ffd_desktop.adapters import quick_notes
from ffd_desktop.adapters.keyrings import ComputerKeyring
from ffd_desktop.adapters.sqlcipher.keys_on_disk import KeysOnDisk
from ffd_desktop.adapters.sqlcipher.open_vault import OpenVault
from ffd_desktop.adapters.sqlcipher.ways_in import WaysIn
from ffd_desktop.app.desk import Desk
from ffd_desktop.app.program import Program
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.private import Private
from ffd_desktop.vault import quick, slot_keys, slots
from ffd_desktop.vault.keys import SlotKey
from ffd_desktop.vault.keysfile import KeyringWay, Slot
from ffd_desktop.vault.quick import Note, Notes
from ffd_desktop.vault.slot_keys import SlotKeys
from ffd_desktop.vault.slots import Staff
from ffd_desktop.vault.states import Locked


class Offer(Private, frozen=True):
    """Somebody whom this computer's keyring may let in."""

    name: str
    note: Note


class Kept(Private, frozen=True):
    """A fresh slot key that the keyring has taken and given back."""

    note: Note
    key: SlotKey


class Standing(Private, frozen=True):
    """How quick unlock stands for whoever unlocked.

    Attributes:
        is_on: It is on, on this computer.
        elsewhere: On how many others; an old entry of this one that is lost counts too.
        why_not: Why it cannot be turned on here; empty when it can.
    """

    is_on: bool = False
    elsewhere: int = 0
    why_not: str = ""


class QuickUnlock:
    """Quick unlock of the vault in the program's folder; ``ring`` is this computer's keyring."""

    def __init__(self, program: Program, ring: SlotKeys | None = None) -> None:
        self._program = program
        self.ring: SlotKeys = ring or ComputerKeyring()

    # ---- while it is locked -----------------------------------------------------------------

    def offers(self) -> tuple[Offer, ...]:
        """Give whom the keyring may let in here, by what was noted; asks no keyring.

        Raises:
            ProblemForPerson: ``keys_damaged`` and others; trying to open it tells that too.
        """
        notes = {one.entry: one for one in quick_notes.read() if not one.is_worn_out}
        if not notes or not self._program.allows_quick_unlock:
            return ()
        state = self._program.vault_state()
        if not isinstance(state, Locked):
            return ()
        names = {one.person: one.name for one in state.staff}
        content = KeysOnDisk(self._program.folder).read()[0].content
        return tuple(
            Offer(names.get(slot.facts.whose, slot.facts.name), notes[entry])
            for entry, slot in _by_entry(content.slots).items()
            if entry in notes and notes[entry].vault_id == content.vault_id
        )

    def fetch(self, offer: Offer) -> SlotKey:
        """Ask the keyring; not on the vault lane.

        Raises:
            ProblemForPerson: ``keyring_silent``, ``keyring_empty``; it is counted.
        """
        try:
            return self.ring.fetch(offer.note.in_keyring)
        except ProblemForPerson:
            self._count_failure(offer)
            raise

    def unlock(self, offer: Offer, key: SlotKey) -> Desk:
        """Open the vault with what the keyring gave; on the vault lane.

        Raises:
            ProblemForPerson: ``wrong_slot_key``, which is counted; and as ``Program.unlock``.
        """
        try:
            desk = self._program.unlock(key)
        except ProblemForPerson as problem:
            if problem.code == "wrong_slot_key":
                self._count_failure(offer)
            raise
        if offer.note.failed:
            _note(quick.answered(quick_notes.read(), offer.note.entry))
        return desk

    # ---- while it is open -------------------------------------------------------------------

    def standing(self, desk: Desk) -> Standing:
        """Say how it stands for whoever unlocked; on the vault lane."""
        mine = _by_entry(_vault_of(desk).ways.mine)
        here = {one.entry for one in quick_notes.read()} & set(mine)
        return Standing(bool(here), len(mine) - len(here), self._why_not(desk))

    def keep_key(self, vault_id: str) -> Kept:
        """Have the keyring keep a fresh key, and see it come back; not on the vault lane.

        Raises:
            ProblemForPerson: ``keyring_silent``, ``keyring_unproved``, trouble with the disk.
        """
        if not self._program.allows_quick_unlock:
            raise slot_keys.forbidden()
        note, key = Note(vault_id, secrets.token_hex(8)), SlotKey.fresh()
        quick_notes.keep((*quick_notes.read(), note))
        try:
            self.ring.keep(note.in_keyring, key)
            if self.ring.fetch(note.in_keyring) != key:
                raise slot_keys.unproved()
        except ProblemForPerson:
            self.forget([note])
            raise
        return Kept(note, key)

    def turn_on(self, desk: Desk, kept: Kept) -> tuple[Note, ...]:
        """Make the slot for whoever unlocked; on the vault lane. Gives what is to be forgotten.

        It counts once the disk gave the slot back and the keyring's key opened it.

        Raises:
            ProblemForPerson: ``keys_unproved``, trouble with the disk. The kept key is then to be
                forgotten.
        """
        ways, state = _vault_of(desk).ways, desk.vault.state
        before = _here(_by_entry(ways.mine))
        slot = slots.keyring_slot(
            ways.keys,
            kept.key,
            vault_id=state.vault_id,
            staff=Staff(state.name, state.role, state.person),
            backend=self.ring.backend,
            entry=kept.note.entry,
            at=ways.now(),
        )
        ways.replace(None, slot, proof=kept.key)
        _withdraw(ways, before)
        return before

    def turn_off(self, desk: Desk) -> tuple[Note, ...]:
        """Take every slot of whoever unlocked away, on any computer; on the vault lane.

        Gives what this computer's keyring is to forget.
        """
        ways = _vault_of(desk).ways
        mine = _by_entry(ways.mine)
        ways.withdraw(slot.facts.id for slot in mine.values())
        return _here(mine)

    def tidy(self, desk: Desk) -> tuple[Note, ...]:
        """Drop slots that failed too often, and give what the keyring is to forget.

        On the vault lane, after an unlock. A slot may also have gone with a colleague's leaving.
        """
        notes = quick_notes.read()
        if not notes:
            return ()
        ways = _vault_of(desk).ways
        known = _by_entry(ways.content.slots)
        stale = tuple(
            one
            for one in notes
            if one.vault_id == ways.content.vault_id
            and (one.is_worn_out or one.entry not in known or not self._program.allows_quick_unlock)
        )
        if ways.is_ours:  # SECURITY: nobody asked for it, so it does not make a meddled file good
            with contextlib.suppress(ProblemForPerson):
                _withdraw(ways, stale)
        return stale

    def forget(self, notes: Iterable[Note]) -> bool:
        """Have the keyring forget entries; not on the vault lane. Say whether it has.

        What it still holds then opens nothing, for the slots are gone.
        """
        has_forgotten = True
        for note in notes:
            try:
                self.ring.forget(note.in_keyring)
            except ProblemForPerson:
                has_forgotten = False
            _note(quick.without(quick_notes.read(), note.entry))
        return has_forgotten

    def _why_not(self, desk: Desk) -> str:
        if not self._program.allows_quick_unlock:
            return "Your IT support does not allow it."
        if not self.ring.backend:
            return "This computer has no keyring that the program can use."
        return "Open the vault with your passphrase first." if desk.is_recovered else ""

    def _count_failure(self, offer: Offer) -> None:
        _note(quick.failed_once_more(quick_notes.read(), offer.note.entry))


def _note(notes: Notes) -> None:
    """Keep notes if the disk lets: without them a quick unlock is offered once too often."""
    with contextlib.suppress(ProblemForPerson):
        quick_notes.keep(notes)


def _by_entry(found: Iterable[Slot]) -> dict[str, Slot]:
    """Give the slots that keyrings open, by their entries."""
    return {one.facts.way.entry: one for one in found if isinstance(one.facts.way, KeyringWay)}


def _here(entries: Iterable[str]) -> Notes:
    """Give the notes of entries that are this computer's."""
    wanted = set(entries)
    return tuple(one for one in quick_notes.read() if one.entry in wanted)


def _withdraw(ways: WaysIn, notes: Notes) -> None:
    slots_of = _by_entry(ways.content.slots)
    ways.withdraw(slots_of[one.entry].facts.id for one in notes if one.entry in slots_of)


def _vault_of(desk: Desk) -> OpenVault:
    if not isinstance(desk.vault, OpenVault):
        raise TypeError("only a real vault has ways in")
    return desk.vault
