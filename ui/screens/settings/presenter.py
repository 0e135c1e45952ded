"""What Settings does: keeps the office's details, looks, locking and passphrase.

Touches no widget. What is inside the vault is kept on the vault lane; how the window looks is kept
outside it, for the locked screen wears it too.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import msgspec

from ffd_desktop.app.desk import Desk
from ffd_desktop.drafting.ports import SchoolProfile, Tombstone
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.private import Private
from ffd_desktop.vault.passphrase import Verdict
from ui.lanes import Lane
from ui.look import Look

LOCK_AFTER = "lock_minutes"
LOCK_MINUTES = 5
LOCK_CHOICES = (1, 2, 5, 10, 15, 30, 60)
TEXT_SIZES = (100, 125, 150, 175, 200)


class Wardrobe(Protocol):
    """Keeps how the window looks, outside the vault, and puts it on at once."""

    def look(self) -> Look:
        """Give the look in force."""
        ...

    def wear(self, look: Look) -> None:
        """Put a look on and keep it."""
        ...


class Locksmith(Protocol):
    """Changes the passphrase of the open vault."""

    def judge_passphrase(self, text: str, about: tuple[str, ...]) -> Verdict:
        """Judge a new passphrase."""
        ...

    def change_passphrase(self, *, old: str, new: str, whose: str = "") -> None:
        """Wrap the vault's key anew; slow, on the vault lane. ``whose`` as after a recovery.

        Raises:
            ProblemForPerson: ``wrong_passphrase`` and others; then nothing is changed.
        """
        ...


class BackupKeeper(Protocol):
    """Keeps the folder of the backups of the open vault; on the vault lane."""

    def chosen(self) -> str:
        """Give the folder in use; empty for none."""
        ...

    def choose(self, place: Path) -> tuple[str, ...]:
        """Take a folder from now on, and give what is to be said of it.

        Raises:
            ProblemForPerson: It cannot be made or written; then nothing is changed.
        """
        ...


class Office(Private, frozen=True):
    """What the vault holds about the office, read in one go."""

    profile: SchoolProfile
    lock_minutes: int
    destroyed: tuple[Tombstone, ...]
    staff: tuple[str, ...] = ()
    backup_folder: str = ""
    is_recovered: bool = False


class SettingsView(Protocol):
    """What the presenter asks of the screen."""

    def show_office(self, office: Office) -> None:
        """Fill the boxes."""
        ...

    def show_look(self, look: Look) -> None:
        """Mark the look in force."""
        ...

    def show_working(self, words: str) -> None:
        """Say what is being done; empty words: nothing is."""
        ...

    def show_problem(self, problem: ProblemForPerson) -> None:
        """Say in the window what went wrong."""
        ...

    def say(self, words: str) -> None:
        """Say what was done."""
        ...

    def office_kept(self) -> None:
        """Take notice that the office's details or numbers are others now."""
        ...

    def passphrase_changed(self, words: str) -> None:
        """Say so, and empty the passphrase boxes."""
        ...

    def passphrase_refused(self, problem: ProblemForPerson) -> None:
        """Say why the passphrase is as it was."""
        ...


class SettingsPresenter:
    """Looks after Settings."""

    def __init__(
        self,
        view: SettingsView,
        *,
        desk: Desk,
        lane: Lane,
        wardrobe: Wardrobe,
        locksmith: Locksmith,
        backups: BackupKeeper,
        lock_after: Callable[[int], None],
    ) -> None:
        self._view = view
        self._desk = desk
        self._lane = lane
        self._wardrobe = wardrobe
        self._locksmith = locksmith
        self._backups = backups
        self._lock_after = lock_after
        self._profile = SchoolProfile()

    def look_up(self) -> None:
        """Read what is kept."""
        self._view.show_look(self._wardrobe.look())
        self._lane.run(self._read, done=self._on_read, failed=self._view.show_problem)

    def keep_profile(self, **changes: str) -> None:
        """Keep the school's and the person's details."""
        self._profile = msgspec.structs.replace(self._profile, **changes)
        profile = self._profile
        self._keep(
            lambda: self._desk.keep_profile(profile),
            "Kept. New referrals are filled in with these details."
            + self._still_called(profile.staff_name),
        )

    def wear(self, look: Look) -> None:
        """Change how the window looks, at once."""
        self._wardrobe.wear(look)

    def lock_minutes(self, minutes: int) -> None:
        """Change after how many idle minutes the vault locks."""
        self._lock_after(minutes)
        self._keep(
            lambda: self._desk.settings.put(LOCK_AFTER, minutes),
            f"Kept. The vault locks after {minutes_words(minutes)} without a key press.",
        )

    def choose_backups(self, place: Path) -> None:
        """Take a folder for the backups from now on."""

        def chosen(warnings: tuple[str, ...]) -> None:
            self._view.say(" ".join(("Kept. The next locking makes a backup.", *warnings)))
            self.look_up()

        self._lane.run(
            lambda: self._backups.choose(place), done=chosen, failed=self._view.show_problem
        )

    def judge(self, passphrase: str) -> Verdict:
        """Judge a new passphrase while it is typed."""
        profile = self._profile
        return self._locksmith.judge_passphrase(
            passphrase, (profile.school_name, profile.staff_name)
        )

    def change_passphrase(self, old: str, new: str, whose: str = "") -> None:
        """Change the passphrase; the recovery code stays as it is."""
        self._view.show_working("Changing the passphrase. This takes a few seconds.")

        def changed(_: None) -> None:
            self._view.show_working("")
            self._view.passphrase_changed(
                "The passphrase is changed. The recovery sheet still works."
            )

        def failed(problem: ProblemForPerson) -> None:
            self._view.show_working("")
            self._view.passphrase_refused(problem)

        self._lane.run(
            lambda: self._locksmith.change_passphrase(old=old, new=new, whose=whose),
            done=changed,
            failed=failed,
        )

    def _read(self) -> Office:
        minutes = self._desk.settings.get(LOCK_AFTER)
        return Office(
            profile=self._desk.profile(),
            lock_minutes=minutes if isinstance(minutes, int) else LOCK_MINUTES,
            destroyed=self._desk.tombstones(),
            staff=tuple(one.name for one in self._desk.staff),
            backup_folder=self._backups.chosen(),
            is_recovered=self._desk.is_recovered,
        )

    def _on_read(self, office: Office) -> None:
        self._profile = office.profile
        self._view.show_office(office)

    def _still_called(self, name: str) -> str:
        """Say where another name must be given too, since a way in carries it under its seal."""
        now = self._desk.staff_name
        if self._desk.is_recovered or name == now:
            return ""
        return (
            f" On the locked screen and in the history you are still {now}; change that under "
            "Who can open this vault."
        )

    def _keep(self, work: Callable[[], None], said: str, *, again: bool = False) -> None:
        def kept(_: None) -> None:
            self._view.say(said)
            self._view.office_kept()
            if again:
                self.look_up()

        self._lane.run(work, done=kept, failed=self._view.show_problem)


def minutes_words(minutes: int) -> str:
    """Say a number of minutes: "1 minute", "5 minutes"."""
    return "1 minute" if minutes == 1 else f"{minutes} minutes"
