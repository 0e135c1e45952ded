"""Builds the screen for a destination: the one place that knows every screen and the program.

Holds the open desk; knows no widget of the window around it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from typing import assert_never

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ffd_desktop.app import papers, rolls
from ffd_desktop.app.desk import Desk, OpenDraft
from ffd_desktop.app.numbers import confirmed_numbers
from ffd_desktop.app.program import Program
from ffd_desktop.councils.hours import Confirmed, NumberCard, whom_to_phone
from ffd_desktop.councils.pack import Pack
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.private import Private
from ffd_desktop.vault.states import Missing
from ui.background import Lanes
from ui.destinations import (
    Destination,
    ToCheck,
    ToDraft,
    ToLocked,
    ToNewReferral,
    ToRoll,
    ToSettings,
    ToSetUp,
    ToShelf,
    ToWelcome,
)
from ui.papers import ProgramPapers
from ui.screen import Screen
from ui.screens.settings.presenter import LOCK_AFTER, LOCK_MINUTES
from ui.shell.cover import Cover
from ui.shell.doors import ProgramDoors
from ui.shell.places import SheetPapers, choose_folder
from ui.shell.wardrobe import ProgramWardrobe
from ui.widgets.compact_numbers import CompactNumbers

Ready = Callable[[Screen], None]
Failed = Callable[[ProblemForPerson], None]


class Builder(QObject):
    """Makes screens. ``desk`` is the open vault's desk, or ``None`` while it is locked.

    Signals:
        opened: A vault was opened on some screen; carries its ``Desk``.
        lock_after_changed: Minutes without a touch after which the window locks.
    """

    opened = Signal(object)
    lock_after_changed = Signal(int)

    def __init__(self, program: Program, lanes: Lanes) -> None:
        super().__init__()
        self.program = program
        self.desk: Desk | None = None
        self.lock_after_minutes = 5
        self._lanes = lanes
        self._doors = ProgramDoors(program)
        self._papers = ProgramPapers(program)
        self._wardrobe = ProgramWardrobe(program)
        self._confirmed: Mapping[str, Confirmed] = {}

    def first(self) -> Destination:
        """Where the program starts: the locked screen when there is a vault."""
        try:
            state = self.program.vault_state()
        except ProblemForPerson:
            return ToLocked()
        return ToWelcome() if isinstance(state, Missing) else ToLocked()

    def build(self, destination: Destination, ready: Ready, failed: Failed) -> None:
        """Make the screen of a destination, then call ``ready``; or ``failed`` with the problem.

        Without an open vault every way but the first ones leads to the locked screen.
        """
        match destination:
            case ToWelcome():
                ready(self._welcome())
            case ToSetUp():
                ready(self._set_up())
            case ToLocked():
                ready(self._locked(destination))
            case _ if self.desk is None:
                ready(self._locked(ToLocked()))
            case ToDraft() | ToCheck():
                self._with_draft(destination, ready, failed)
            case _:
                ready(self._simple(destination, self.desk))

    def close_desk(self, done: Callable[[], None], failed: Failed) -> None:
        """Lock the vault, then call ``done``."""
        desk, self.desk = self.desk, None
        if desk is None:
            done()
            return
        self._lanes.vault.submit(self, desk.close, lambda _: done(), failed)

    def cover(self) -> Cover:
        """Make what hides a screen whose last words the disk does not take."""
        return Cover(self.program.prove_passphrase, self._lanes.papers)

    def wait_for_vault(self) -> None:
        """Return once every job given to the vault's lane is done; for the end of a session."""
        self._lanes.vault.drain()

    def _whom(self) -> NumberCard:
        return whom_to_phone(self._pack(), self.program.clock.now(), self._confirmed)

    def _pack(self) -> Pack:
        packs = self.program.packs
        return packs.get(self.program.look().council) or next(iter(packs.values()))

    def take(self, desk: Desk) -> None:
        """Take an open vault's desk, and learn what the window must know of its office."""
        self.desk = desk
        self._lanes.vault.submit(self, lambda: _office_of(desk, self.program), self._learn, _never)

    def _learn(self, office: _Office) -> None:
        self._confirmed = office.confirmed
        self.set_lock_after(office.lock_minutes)
        kept = self.program.look()
        if kept.council != office.council:
            with contextlib.suppress(ProblemForPerson):
                self.program.keep_look(msgspec.structs.replace(kept, council=office.council))

    def set_lock_after(self, minutes: int) -> None:
        """Lock after so many minutes without a touch."""
        self.lock_after_minutes = minutes
        self.lock_after_changed.emit(minutes)

    def _office_changed(self) -> None:
        if self.desk is not None:
            self.take(self.desk)

    # ---- one method for each screen ---------------------------------------------------------

    def _welcome(self) -> Screen:
        from ui.screens.welcome.screen import WelcomeScreen

        screen = WelcomeScreen(
            doors=self._doors, lane=self._lanes.vault, choose_folder=choose_folder
        )
        screen.opened.connect(self.opened)
        return screen

    def _set_up(self) -> Screen:
        from ui.screens.setup.screen import SetUpScreen

        screen = SetUpScreen(
            maker=self._doors,
            packs=self.program.packs,
            lane=self._lanes.vault,
            clock=self.program.clock,
            papers=SheetPapers(self._papers, self._lanes.papers),
        )
        screen.opened.connect(self.opened)
        return screen

    def _locked(self, destination: ToLocked) -> Screen:
        from ui.screens.locked.screen import LockedScreen

        screen = LockedScreen(
            doors=self._doors,
            lane=self._lanes.vault,
            whom=self._whom,
            hint=self._doors.hint(),
        )
        screen.opened.connect(self.opened)
        if destination.why:
            screen.say_why(destination.why)
        return screen

    def _simple(self, destination: Destination, desk: Desk) -> Screen:
        match destination:
            case ToShelf():
                return self._shelf(desk)
            case ToNewReferral():
                return self._new_referral(desk)
            case ToRoll():
                return self._roll(desk)
            case ToSettings():
                return self._settings(desk)
            case ToWelcome() | ToSetUp() | ToLocked() | ToDraft() | ToCheck():
                raise AssertionError(destination)
        assert_never(destination)

    def _shelf(self, desk: Desk) -> Screen:
        from ui.screens.shelf.screen import ShelfScreen

        titles = {
            (pack.key, form.key): form.short_title
            for pack in self.program.packs.values()
            for form in pack.forms
        }
        return ShelfScreen(
            desk=desk,
            lane=self._lanes.vault,
            clock=self.program.clock,
            forms=titles,
            whom=self._whom,
        )

    def _new_referral(self, desk: Desk) -> Screen:
        from ui.screens.new_referral.screen import NewReferralScreen

        return NewReferralScreen(
            desk=desk,
            rolls=rolls,
            pack=self._pack(),
            lane=self._lanes.vault,
            clock=self.program.clock,
            whom=self._whom,
        )

    def _roll(self, desk: Desk) -> Screen:
        from ui.screens.roll.screen import RollScreen

        return RollScreen(desk=desk, rolls=rolls, lane=self._lanes.vault)

    def _settings(self, desk: Desk) -> Screen:
        from ui.screens.settings.screen import SettingsScreen

        screen = SettingsScreen(
            desk=desk,
            pack=self._pack(),
            lane=self._lanes.vault,
            clock=self.program.clock,
            wardrobe=self._wardrobe,
            locksmith=self._doors.locksmith(desk),
            lock_after=self.set_lock_after,
        )
        screen.office_changed.connect(self._office_changed)
        return screen

    def _with_draft(self, destination: ToDraft | ToCheck, ready: Ready, failed: Failed) -> None:
        desk = self.desk
        if desk is None:
            return

        def opened(draft: OpenDraft) -> None:
            try:
                screen = self._about(destination, draft, desk)
            except ProblemForPerson as problem:
                failed(problem)
            else:
                ready(screen)

        self._lanes.vault.submit(self, lambda: desk.open(destination.referral_id), opened, failed)

    def _about(self, destination: ToDraft | ToCheck, draft: OpenDraft, desk: Desk) -> Screen:
        pack, form = papers.form_of(self.program, draft.referral)
        clock, lanes = self.program.clock, self._lanes
        if isinstance(destination, ToCheck):
            from ui.screens.check.screen import CheckScreen, CheckTools

            tools = CheckTools(pack, form, clock, self._papers, lanes.papers)
            return CheckScreen(draft.referral, tools)
        from ui.screens.draft.ports import Tools
        from ui.screens.draft.screen import DraftScreen

        return DraftScreen(
            draft,
            Tools(
                desk=desk,
                pack=pack,
                form=form,
                clock=clock,
                papers=self._papers,
                vault_lane=lanes.vault,
                work_lane=lanes.papers,
                numbers=self._numbers,
            ),
            section=destination.section,
            path=destination.path,
        )

    def _numbers(self) -> QWidget:
        return CompactNumbers(self._whom)


class _Office(Private, frozen=True):
    confirmed: Mapping[str, Confirmed]
    lock_minutes: int
    council: str


def _office_of(desk: Desk, program: Program) -> _Office:
    council = desk.profile().council
    kept = desk.settings.get(LOCK_AFTER)
    minutes = kept if isinstance(kept, int) else LOCK_MINUTES
    return _Office(confirmed_numbers(desk, program.pack(council)), minutes, council)


def _never(_: ProblemForPerson) -> None:
    """The office's own wishes could not be read: the published numbers are shown."""
