"""Quick unlock as the locked screen and Settings ask for it; loads what it needs when asked."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ffd_desktop.app.desk import Desk
    from ffd_desktop.app.program import Program
    from ffd_desktop.app.quick_unlock import Kept, Offer, QuickUnlock, Standing
    from ffd_desktop.vault.keys import SlotKey
    from ffd_desktop.vault.quick import Notes


class ProgramQuick:
    """This computer's keyring before the vault in use."""

    def __init__(self, program: Program) -> None:
        self._program = program

    @cached_property
    def core(self) -> QuickUnlock:
        """The one that asks the keyring; the same for the whole process."""
        from ffd_desktop.app.quick_unlock import QuickUnlock

        return QuickUnlock(self._program)

    def offers(self) -> tuple[Offer, ...]:
        """Give whom the keyring may let in; on the vault lane."""
        return self.core.offers()

    def fetch(self, offer: Offer) -> SlotKey:
        """Ask the keyring; not on the vault lane."""
        return self.core.fetch(offer)

    def unlock(self, offer: Offer, key: SlotKey) -> Desk:
        """Open the vault; on the vault lane."""
        return self.core.unlock(offer, key)

    def tidying(self, desk: Desk) -> Callable[[], object]:
        """Drop what is worn out, on the vault lane; give the rest of the work, for another."""
        stale = self.core.tidy(desk)
        return lambda: self.core.forget(stale)


class DeskQuick:
    """The same for whoever opened the vault."""

    def __init__(self, quick: ProgramQuick, desk: Desk) -> None:
        self._core = quick.core
        self._desk = desk

    def standing(self) -> Standing:
        """Say how it stands; on the vault lane."""
        return self._core.standing(self._desk)

    def keep_key(self) -> Kept:
        """Have the keyring keep a fresh key; not on the vault lane."""
        return self._core.keep_key(self._desk.vault.state.vault_id)

    def turn_on(self, kept: Kept) -> Notes:
        """Make the slot; on the vault lane."""
        return self._core.turn_on(self._desk, kept)

    def turn_off(self) -> Notes:
        """Take the slots away; on the vault lane."""
        return self._core.turn_off(self._desk)

    def forget(self, notes: Notes) -> bool:
        """Have the keyring forget; not on the vault lane."""
        return self._core.forget(notes)
