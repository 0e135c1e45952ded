"""What Settings does about unlocking with this computer's sign-in. Touches no widget.

The keyring is asked on a lane of its own: it may ask its person something, and no save may wait.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from ffd_desktop.problems import ProblemForPerson
from ui.lanes import Lane

if TYPE_CHECKING:
    from ffd_desktop.app.quick_unlock import Kept, Standing
    from ffd_desktop.vault.quick import Notes

ASKING = "Asking this computer’s keyring …"
ON = "Turned on. The locked screen offers it from now on."
OFF = "Turned off. This computer’s keyring keeps nothing for you any more."
OFF_UNANSWERED = (
    "Turned off. This computer’s keyring did not answer, so it still holds an entry; "
    "the entry does not open the vault any more."
)


class QuickKeeper(Protocol):
    """Quick unlock for whoever opened the vault."""

    def standing(self) -> Standing:
        """Say how it stands; on the vault lane."""
        ...

    def keep_key(self) -> Kept:
        """Have the keyring keep a fresh key; not on the vault lane.

        Raises:
            ProblemForPerson: ``keyring_silent``, ``keyring_unproved``; nothing stays there.
        """
        ...

    def turn_on(self, kept: Kept) -> Notes:
        """Make the slot; on the vault lane. Gives what the keyring is to forget.

        Raises:
            ProblemForPerson: Trouble with the disk; the kept key is then to be forgotten.
        """
        ...

    def turn_off(self) -> Notes:
        """Take the slots away; on the vault lane. Gives what the keyring is to forget."""
        ...

    def forget(self, notes: Notes) -> bool:
        """Have the keyring forget; not on the vault lane. Say whether it has."""
        ...


class QuickPartView(Protocol):
    """What the presenter asks of the card."""

    def show_standing(self, standing: Standing) -> None:
        """Say how it stands."""
        ...

    def show_waiting(self, words: str) -> None:
        """Say that the keyring is asked."""
        ...

    def say(self, words: str) -> None:
        """Say what was done."""
        ...

    def show_problem(self, problem: ProblemForPerson) -> None:
        """Say what went wrong."""
        ...


class QuickPartPresenter:
    """Looks after the card."""

    def __init__(
        self,
        view: QuickPartView,
        *,
        keeper: QuickKeeper,
        vault: Lane,
        keyring: Lane,
    ) -> None:
        self._view = view
        self._keeper = keeper
        self._vault = vault
        self._keyring = keyring

    def look_up(self) -> None:
        """Find out how it stands."""
        self._vault.run(
            self._keeper.standing, done=self._view.show_standing, failed=self._view.show_problem
        )

    def turn_on(self) -> None:
        """Have the keyring keep a key, then make the slot, then let go of an older one."""
        self._view.show_waiting(ASKING)
        self._keyring.run(self._keeper.keep_key, done=self._on_kept, failed=self._on_failed)

    def turn_off(self) -> None:
        """Take the slots away, then have the keyring forget."""
        self._view.show_waiting(ASKING)
        self._vault.run(
            self._keeper.turn_off,
            done=lambda notes: self._forget(notes, OFF, OFF_UNANSWERED),
            failed=self._on_failed,
        )

    def _on_kept(self, kept: Kept) -> None:
        def failed(problem: ProblemForPerson) -> None:
            self._forget((kept.note,), "", "")
            self._view.show_problem(problem)

        self._vault.run(
            lambda: self._keeper.turn_on(kept),
            done=lambda notes: self._forget(notes, ON, ON),
            failed=failed,
        )

    def _forget(self, notes: Notes, said: str, said_unanswered: str) -> None:
        def done(has_forgotten: bool) -> None:  # noqa: FBT001 - what the lane gives back
            words = said if has_forgotten else said_unanswered
            if words:
                self._view.say(words)
            self.look_up()

        self._keyring.run(
            lambda: self._keeper.forget(notes), done=done, failed=self._view.show_problem
        )

    def _on_failed(self, problem: ProblemForPerson) -> None:
        self._view.show_problem(problem)
        self.look_up()
