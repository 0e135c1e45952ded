"""What the way in by this computer's sign-in does. Touches no widget.

Never by itself: a lock must mean something. The keyring is asked on a lane of its own, for it may
ask its person something; whoever types the passphrase meanwhile waits for nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from ffd_desktop.problems import ProblemForPerson
from ui.lanes import Lane

if TYPE_CHECKING:
    from ffd_desktop.app.desk import Desk
    from ffd_desktop.app.quick_unlock import Offer
    from ffd_desktop.vault.keys import SlotKey

ASKING = "Asking this computer’s keyring …"
SHRUGS = {
    "keyring_silent": "This computer’s keyring did not answer. Type your passphrase.",
    "keyring_empty": "This computer’s keyring does not open the vault any more. "
    "Type your passphrase.",
    "wrong_slot_key": "This computer’s keyring does not open the vault any more. "
    "Type your passphrase.",
}


class QuickDoors(Protocol):
    """What this computer's keyring opens."""

    def offers(self) -> tuple[Offer, ...]:
        """Give whom it may let in, without asking it; on the vault lane."""
        ...

    def fetch(self, offer: Offer) -> SlotKey:
        """Ask the keyring; not on the vault lane.

        Raises:
            ProblemForPerson: ``keyring_silent``, ``keyring_empty``.
        """
        ...

    def unlock(self, offer: Offer, key: SlotKey) -> Desk:
        """Open the vault with its answer; on the vault lane.

        Raises:
            ProblemForPerson: ``wrong_slot_key``, and as for a passphrase.
        """
        ...


class QuickView(Protocol):
    """What the presenter asks of the screen's part."""

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Offer to come in as somebody."""
        ...

    def show_waiting(self, words: str) -> None:
        """Say that the keyring is asked; empty words: it is not."""
        ...

    def shrug(self, words: str) -> None:
        """Take the offer back with one quiet sentence."""
        ...


class Opens(Protocol):
    """What opens the vault for the whole screen, one try at a time."""

    def open_by(
        self, work: Callable[[], Desk], *, handles: Callable[[ProblemForPerson], bool]
    ) -> None:
        """Try a way in; ``handles`` is asked first what to make of a refusal."""
        ...


class QuickPresenter:
    """Looks after the way in by this computer's sign-in."""

    def __init__(
        self, view: QuickView, *, doors: QuickDoors, opens: Opens, vault: Lane, keyring: Lane
    ) -> None:
        self._view = view
        self._doors = doors
        self._opens = opens
        self._vault = vault
        self._keyring = keyring
        self._asked: Offer | None = None

    def look(self) -> None:
        """Find out whom to offer it to."""
        self._vault.run(self._doors.offers, done=self._view.show_offers, failed=_told_when_opening)

    def want(self, offer: Offer) -> None:
        """Ask the keyring for somebody; once at a time."""
        if self._asked is not None:
            return
        self._asked = offer
        self._view.show_waiting(ASKING)
        self._keyring.run(
            lambda: self._doors.fetch(offer),
            done=lambda key: self._on_key(offer, key),
            failed=lambda problem: self._on_failed(offer, problem),
        )

    def give_up(self) -> None:
        """Take no answer any more: somebody tries the passphrase or a code instead."""
        if self._asked is not None:
            self._asked = None
            self._view.show_waiting("")

    def _on_key(self, offer: Offer, key: SlotKey) -> None:
        if self._asked is not offer:
            return
        self._asked = None
        self._view.show_waiting("")
        self._opens.open_by(lambda: self._doors.unlock(offer, key), handles=self._shrug)

    def _on_failed(self, offer: Offer, problem: ProblemForPerson) -> None:
        if self._asked is offer:
            self._asked = None
            self._shrug(problem)

    def _shrug(self, problem: ProblemForPerson) -> bool:
        """Take the offer back, if it was the keyring's fault; say whether it was."""
        words = SHRUGS.get(problem.code)
        if words is not None:
            self._view.shrug(words)
        return words is not None


def _told_when_opening(_: ProblemForPerson) -> None:
    """A damaged vault is told of when it is opened."""
