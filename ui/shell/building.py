"""Builds the screen for a destination, and holds the desk of the open vault.

Imports little, so that the locked screen is there at once: what an open vault needs is in
``inside.py`` and comes when it is needed. Knows no widget of the window around it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from ffd_desktop.app.program import Program
from ffd_desktop.problems import ProblemForPerson
from ui.background import Lanes
from ui.destinations import Destination, ToLocked, ToRestore, ToSetUp, ToWelcome
from ui.screen import Screen
from ui.shell.doors import ProgramDoors
from ui.shell.office_now import OfficeNow
from ui.shell.quick import ProgramQuick

if TYPE_CHECKING:
    from ffd_desktop.adapters.afresh import Handover
    from ffd_desktop.app.coming_back import Where
    from ffd_desktop.app.desk import Desk
    from ffd_desktop.app.following import Following
    from ffd_desktop.councils.hours import NumberCard
    from ffd_desktop.councils.pack import Pack
    from ui.courier import Courier
    from ui.shell.checks import Checks
    from ui.shell.cover import Cover
    from ui.shell.office_of import Office

Ready = Callable[[Screen], None]
Failed = Callable[[ProblemForPerson], None]
LOCK_MINUTES = 5


class Builder(QObject):
    """Makes screens. ``desk`` is the open vault's desk, or ``None`` while it is locked.

    Signals:
        made: Set-up has made a vault and goes on with it open.
        opened: A vault was opened on some screen; carries its ``Desk``.
        lock_after_changed: Minutes without a touch after which the window locks.
        numbers_changed: The office's own numbers are known, or are others now.
        carried: Something sealed stands otherwise on its way to the council; its ``Submission``.
        told: What is to be known of the backups; carries a tuple of sentences, often empty.
    """

    made = Signal()
    opened = Signal(object)
    numbers_changed = Signal()
    told = Signal(object)
    carried = Signal(object)
    lock_after_changed = Signal(int)

    def __init__(self, program: Program, lanes: Lanes) -> None:
        super().__init__()
        self.program = program
        self.lanes = lanes
        self.desk: Desk | None = None
        self.lock_after_minutes = LOCK_MINUTES
        self.doors = ProgramDoors(program)
        self.quick = ProgramQuick(program)
        self.office = OfficeNow(program, self.pack)
        self._checks: tuple[Desk, Checks] | None = None
        self._following: tuple[Desk, Following] | None = None
        self._courier: tuple[Desk, Courier] | None = None
        self._is_setting_up = False

    @property
    def is_open(self) -> bool:
        """Whether there is an open vault to lock: at work, or made by set-up that goes on."""
        return self.desk is not None or (self._is_setting_up and self.doors.has_made)

    def first(self) -> Destination:
        """Where the program starts: the locked screen when there is a vault, sound or not."""
        return ToLocked() if self.program.has_vault() else ToWelcome()

    def build(self, destination: Destination, ready: Ready, failed: Failed) -> None:
        """Make the screen of a destination, then call ``ready``; or ``failed`` with the problem.

        Without an open vault every way but the first ones leads to the locked screen.
        """
        self._is_setting_up = isinstance(destination, ToSetUp)
        match destination:
            case ToWelcome():
                ready(self._welcome())
            case ToSetUp():
                ready(self._set_up())
            case ToLocked():
                ready(self._locked(destination))
            case ToRestore() if self.desk is None:
                ready(self._restore())
            case _ if self.desk is None:
                ready(self._locked(ToLocked()))
            case _:
                from ui.shell.inside import Inside

                Inside(self, self.desk).build(destination, ready, failed)

    # ---- the open vault ---------------------------------------------------------------------

    def take(self, desk: Desk) -> None:
        """Take an open vault's desk, and learn what the window must know of its office."""
        from ffd_desktop.app.upkeep import begin_backups
        from ui.shell.office_of import office_of

        if self.desk is not desk:
            self._tidy_quick(desk)
        self.desk = desk
        self.doors.hand_over()
        self.courier_of(desk).look()
        self.lanes.vault.submit(self, lambda: office_of(desk, self.program), self._learn, _never)
        self.lanes.vault.submit(
            self, lambda: begin_backups(self.program, desk), self._prove_backups, _never
        )

    def close_desk(self, done: Callable[[], None], failed: Failed) -> None:
        """Lock the vault, also one that is still being set up, then call ``done``."""
        desk, self.desk = self.desk, None
        if self._courier is not None:
            self._courier[1].close()
        self._checks = self._following = self._courier = None
        if desk is not None:
            self.lanes.vault.submit(self, desk.close, lambda _: done(), failed)
        elif self._is_setting_up:
            self.lanes.vault.submit(self, self.doors.close_made, lambda _: done(), failed)
        else:
            done()

    def take_over(self, handover: Handover) -> None:
        """Go on with the vault that the process before this one has just locked."""
        self.doors.stand_before(handover.folder, handover.hint)
        if handover.copy is not None:
            self.program.backups.take_over(handover.copy)

    def copy_locked(self) -> None:
        """Copy the locked vault to where its backups are; needs no key."""
        self.lanes.vault.submit(self, self.program.backups.after_lock, _nothing, _never)

    def keep_where(self, where: Where, done: Callable[[], None], failed: Failed) -> None:
        """Keep in the open vault where its person is, then call ``done``."""
        from ffd_desktop.app.coming_back import keep_where

        desk = self.desk
        if desk is None:
            done()
        else:
            self.lanes.vault.submit(self, lambda: keep_where(desk, where), lambda _: done(), failed)

    def find_where(self, found: Callable[[Where | None], None]) -> None:
        """Find where the person who opened the vault was at its last lock."""
        from ffd_desktop.app.coming_back import find_where

        desk = self.desk
        if desk is None:
            found(None)
        else:
            self.lanes.vault.submit(self, lambda: find_where(desk), found, lambda _: found(None))

    def forget_where(self) -> None:
        """Drop where the person who opened the vault was: they have gone on from there."""
        from ffd_desktop.app.coming_back import forget

        desk = self.desk
        if desk is not None:
            self.lanes.vault.submit(self, lambda: forget(desk, desk.person), _nothing, _never)

    def checks_of(self, desk: Desk) -> Checks:
        """Give the checks of the open vault; the same ones at each asking."""
        from ui.shell.checks import Checks

        if self._checks is None or self._checks[0] is not desk:
            self._checks = (desk, Checks(desk, self.lanes))
        return self._checks[1]

    def following_of(self, desk: Desk) -> Following:
        """Give what is due in the open vault; it remembers what it found of each referral."""
        from ffd_desktop.app.following import Following

        if self._following is None or self._following[0] is not desk:
            self._following = (desk, Following(desk, self.program.packs))
        return self._following[1]

    def courier_of(self, desk: Desk) -> Courier:
        """Give the courier of the open vault; it goes on with what waits."""
        from ffd_desktop.app.post import Post, opens_browser
        from ui.courier import Courier

        if self._courier is None or self._courier[0] is not desk:
            courier = Courier(
                Post(self.program, desk),
                vault=self.lanes.vault,
                away=self.lanes.away,
                asks=self.lanes.vault.ask,
                opens=opens_browser(),
            )
            courier.moved.connect(self.carried)
            self._courier = (desk, courier)
        return self._courier[1]

    def wait_for_vault(self) -> None:
        """Return once every job of the vault's lane is done and answered; for a session's end."""
        self.lanes.vault.settle()

    def cover(self) -> Cover:
        """Make what hides a screen whose last words the disk does not take."""
        from ui.shell.cover import Cover

        if self.desk is None:
            raise AssertionError("only an open vault is covered")
        return Cover(self.desk.prove, self.lanes.papers)

    # ---- what the office wants --------------------------------------------------------------

    def pack(self) -> Pack:
        """Give the pack of the office's council; the first one before any was chosen."""
        packs = self.program.packs
        return packs.get(self.program.look().council) or next(iter(packs.values()))

    def whom(self) -> NumberCard:
        """Say whom to phone at this moment."""
        return self.office.whom()

    def set_lock_after(self, minutes: int) -> None:
        """Lock after so many minutes without a touch, or as soon as IT support wants it."""
        minutes = min(minutes, self.program.arranged.longest_idle_minutes or minutes)
        self.lock_after_minutes = minutes
        self.lock_after_changed.emit(minutes)

    def look_again(self) -> None:
        """Learn anew what the office wants, after its settings changed."""
        if self.desk is not None:
            self.take(self.desk)

    def _tidy_quick(self, desk: Desk) -> None:
        """Let go of quick unlocks that do not answer any more; the keyring is asked elsewhere."""

        def forget(work: Callable[[], object]) -> None:
            self.lanes.proofs.submit(self, work, _nothing, _never)

        self.lanes.vault.submit(self, lambda: self.quick.tidying(desk), forget, _never)

    def _prove_backups(self, work: Callable[[], tuple[str, ...]]) -> None:
        self.lanes.proofs.submit(self, work, self.told.emit, _never)

    def _learn(self, office: Office) -> None:
        from ffd_desktop.app.office_details import with_details

        self.office.learn(office.details)
        self.set_lock_after(office.lock_minutes)
        kept = self.program.look()
        wanted = msgspec.structs.replace(
            with_details(kept, office.council, office.details.get(office.council, {})),
            person=office.person or kept.person,
            backups=office.backups,
        )
        if kept != wanted:
            with contextlib.suppress(ProblemForPerson):
                self.program.keep_look(wanted)
        self.numbers_changed.emit()

    # ---- the screens before a vault is open -------------------------------------------------

    def _welcome(self) -> Screen:
        from ui.screens.welcome.screen import WelcomeScreen
        from ui.shell.places import choose_folder_for

        screen = WelcomeScreen(
            doors=self.doors,
            lane=self.lanes.vault,
            choose_folder=choose_folder_for("Choose the folder with the vault"),
        )
        screen.opened.connect(self.opened)
        return screen

    def _set_up(self) -> Screen:
        from ui.papers import ProgramPapers
        from ui.screens.setup.screen import SetUpScreen
        from ui.shell.places import SheetPapers, choose_folder_for

        screen = SetUpScreen(
            maker=self.doors,
            packs=self.program.packs,
            lane=self.lanes.vault,
            clock=self.program.clock,
            papers=SheetPapers(ProgramPapers(self.program), self.lanes.papers),
            choose_folder=choose_folder_for("Choose a folder for the vault"),
            council=self.program.arranged.council or "",
        )
        screen.made.connect(self.made)
        screen.opened.connect(self.opened)
        return screen

    def _restore(self) -> Screen:
        from ui.screens.restore.screen import RestoreScreen
        from ui.shell.doors import ProgramRescue
        from ui.shell.places import choose_backups

        return RestoreScreen(
            rescue=ProgramRescue(self.program),
            lane=self.lanes.vault,
            clock=self.program.clock,
            has_vault=self.program.has_vault(),
            choose_folder=choose_backups,
        )

    def _locked(self, destination: ToLocked) -> Screen:
        from ui.screens.locked.screen import LockedScreen

        screen = LockedScreen(
            doors=self.doors,
            lane=self.lanes.vault,
            whom=self.whom,
            quick=self.quick,
            keyring_lane=self.lanes.proofs,
            hint=self.doors.hint,
        )
        screen.opened.connect(self.opened)
        if destination.why:
            screen.say_why(destination.why)
        return screen


def _never(_: ProblemForPerson) -> None:
    """Nothing to say now: the published numbers are shown; a failed backup is told at the next."""


def _nothing(_: object) -> None:
    """A backup that was made speaks for itself."""
