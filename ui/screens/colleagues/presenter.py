"""What the screen about colleagues does. Touches no widget and keeps no passphrase."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Protocol

from ffd_desktop.app.colleagues import Colleague, Staffroom
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.private import Private
from ffd_desktop.vault.passphrase import Verdict
from ui.lanes import Lane
from ui.screens.colleagues.ports import Colleagues


class Room(Private, frozen=True):
    """The people of the vault, and where its backups lie."""

    staff: Staffroom
    backup_folder: str


class ColleaguesView(Protocol):
    """What the presenter asks of the screen."""

    def show_room(self, room: Room) -> None:
        """Show who can open the vault."""
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

    def close_panels(self) -> None:
        """Put away what was asked, and forget every passphrase typed in it."""
        ...

    def ask_for_sheet(self) -> None:
        """Say that no recovery sheet opens the vault any more, and offer a new one at once."""
        ...


class ColleaguesPresenter:
    """Looks after the screen about colleagues."""

    def __init__(self, view: ColleaguesView, *, colleagues: Colleagues, lane: Lane) -> None:
        self._view = view
        self._colleagues = colleagues
        self._lane = lane
        self._is_busy = False

    def look_up(self) -> None:
        """Find out who can open the vault."""
        self._lane.run(self._read, done=self._view.show_room, failed=self._view.show_problem)

    def judge(self, passphrase: str, name: str) -> Verdict:
        """Judge a new passphrase while it is typed."""
        return self._colleagues.judge(passphrase, name)

    def add(self, name: str, role: str, passphrase: str) -> None:
        """Let a colleague in."""
        self._work(
            f"Letting {name} in. This takes a few seconds.",
            lambda: self._colleagues.add(name, role, passphrase),
            f"{name} can open the vault now. Their telephone and e-mail are asked for when they "
            "first do.",
        )

    def rename(self, name: str, role: str, passphrase: str) -> None:
        """Give whoever sits here another name or role."""
        self._work(
            "Changing your name. This takes a few seconds.",
            lambda: self._colleagues.rename(name, role, passphrase),
            f"Kept. You are {name} on the locked screen and on new referrals. What you wrote "
            "before stays under your name of then.",
        )

    def remove(self, colleague: Colleague, secret: str, told_of: Collection[str]) -> None:
        """Take a colleague's way in away; the vault gets another key."""
        self._work(
            "Giving the vault another key and writing everything under it. This can take a "
            "minute. If it is cut short, the next unlock finishes it.",
            lambda: self._colleagues.remove(colleague.person, secret, told_of),
            f"{colleague.name} can no longer open the vault. Lock it now, so that a backup under "
            "the new key is made; then delete the older backups, or lock them away.",
            then=self._offer_sheet,
        )

    def _read(self) -> Room:
        return Room(self._colleagues.look_in(), self._colleagues.backup_folder())

    def _offer_sheet(self, room: Room) -> None:
        if not room.staff.has_sheet:
            self._view.ask_for_sheet()

    def _work(
        self,
        doing: str,
        work: Callable[[], None],
        said: str,
        *,
        then: Callable[[Room], None] | None = None,
    ) -> None:
        if self._is_busy:
            return

        def worked() -> Room:
            work()
            return self._read()

        def done(room: Room) -> None:
            self._rest()
            self._view.close_panels()
            self._view.show_room(room)
            self._view.say(said)
            if then is not None:
                then(room)

        self._begin(doing)
        self._lane.run(worked, done=done, failed=self._on_failed)

    def _begin(self, doing: str) -> None:
        self._is_busy = True
        self._view.show_working(doing)

    def _rest(self) -> None:
        self._is_busy = False
        self._view.show_working("")

    def _on_failed(self, problem: ProblemForPerson) -> None:
        self._rest()
        self._view.show_problem(problem)
