"""Builds the screens inside an open vault. Imported once a vault is open, for it imports much."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import assert_never

from ffd_desktop.app import attaching, checkups, papers, rolls, transfer
from ffd_desktop.app.commenting import open_to_read
from ffd_desktop.app.delivered import open_after
from ffd_desktop.app.desk import Desk, OpenDraft
from ffd_desktop.app.logs import DeskLogs
from ffd_desktop.app.other_pupils import open_to_check
from ffd_desktop.councils.bundled import after_form
from ffd_desktop.exporting.attached import Embedded
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.statements import Attachment
from ui.destinations import (
    Destination,
    ToAfter,
    ToBoard,
    ToCheck,
    ToColleagues,
    ToCouncilDetails,
    ToDraft,
    ToFigures,
    ToHandOver,
    ToKeeping,
    ToLocked,
    ToNewReferral,
    ToPackage,
    ToRecord,
    ToRestore,
    ToRoll,
    ToSettings,
    ToSetUp,
    ToSheet,
    ToShelf,
    ToVault,
    ToWelcome,
)
from ui.papers import ProgramPapers
from ui.screen import Screen
from ui.shell import packages
from ui.shell.building import Builder, Failed, Ready
from ui.shell.check_screen import check_screen
from ui.shell.doors import (
    DeskCopied,
    ProgramBackups,
    ProgramColleagues,
    ProgramLocksmith,
    ProgramSchoolKey,
    ProgramSheet,
)
from ui.shell.following_here import closures_part, following_screen
from ui.shell.quick import DeskQuick
from ui.shell.records_here import PaperNoting, record_screen
from ui.shell.sealed_here import SealedHere
from ui.shell.spelling import DeskSpelling
from ui.shell.wardrobe import ProgramWardrobe
from ui.widgets.compact_numbers import CompactNumbers
from ui.widgets.live_numbers import Whom

OfOne = ToDraft | ToCheck | ToAfter | ToSheet | ToRecord | ToHandOver
Listed = ToShelf | ToBoard | ToFigures | ToKeeping | ToNewReferral | ToRoll | ToPackage
Plain = Listed | ToColleagues | ToCouncilDetails | ToVault


class Inside:
    """Makes the screens of one open vault."""

    def __init__(self, builder: Builder, desk: Desk) -> None:
        self._builder = builder
        self._desk = desk
        self._program = builder.program
        self._lanes = builder.lanes
        self._following = builder.following_of(desk)
        self._papers = ProgramPapers(
            builder.program, lambda: desk.head, self._enclosed, PaperNoting(builder, desk).note
        )

    def build(self, destination: Destination, ready: Ready, failed: Failed) -> None:
        """Make the screen of a destination, then call ``ready``; or ``failed``."""
        match destination:
            case ToDraft() | ToCheck() | ToAfter() | ToSheet() | ToRecord() | ToHandOver():
                self._with_draft(destination, ready, failed)
            case ToSettings(at_sheet):
                ready(self._settings(at_sheet=at_sheet))
            case ToWelcome() | ToSetUp() | ToLocked() | ToRestore():
                raise AssertionError(destination)
            case _:
                ready(self._plain(destination))

    def _plain(self, destination: Plain) -> Screen:
        """Make a screen that its destination says no more of than its name."""
        match destination:
            case ToShelf():
                return self._shelf()
            case ToBoard():
                return self._board()
            case ToFigures() | ToKeeping():
                return following_screen(destination, self._desk, self._program.packs, self._lanes)
            case ToNewReferral():
                return self._new_referral()
            case ToPackage():
                return packages.package(self._program, self._desk, self._lanes)
            case ToRoll():
                return self._roll()
            case ToColleagues():
                return self._colleagues()
            case ToCouncilDetails(council):
                return self._council_details(council)
            case ToVault():
                return self._vault()
        assert_never(destination)

    def _shelf(self) -> Screen:
        from ui.screens.shelf.screen import ShelfScreen

        titles = {
            (pack.key, form.key): form.short_title
            for pack in self._program.packs.values()
            for form in pack.forms
        }
        screen = ShelfScreen(
            desk=self._desk,
            lane=self._lanes.vault,
            clock=self._program.clock,
            forms=titles,
            whom=self._builder.whom,
            follows=self._following,
            again=self._builder.office.again,
        )
        self._builder.carried.connect(screen.read_again)
        return screen

    def _board(self) -> Screen:
        from ui.screens.board.screen import BoardScreen

        lane, whom = self._lanes.vault, self._builder.whom
        return BoardScreen(follows=self._following, lane=lane, whom=whom)

    def _new_referral(self) -> Screen:
        from ui.screens.new_referral.screen import NewReferralScreen

        return NewReferralScreen(
            desk=self._desk,
            rolls=rolls,
            pack=self._builder.pack(),
            lane=self._lanes.vault,
            clock=self._program.clock,
            whom=self._builder.whom,
        )

    def _roll(self) -> Screen:
        from ui.screens.roll.screen import RollScreen

        return RollScreen(desk=self._desk, rolls=rolls, lane=self._lanes.vault)

    def _vault(self) -> Screen:
        from ui.screens.vault.screen import VaultScreen

        checks = self._builder.checks_of(self._desk)
        screen = VaultScreen(
            checks=checks,
            last=lambda: checkups.last(self._desk),
            compares=lambda code: checkups.against_paper(self._desk, code),
            lane=self._lanes.vault,
            clock=self._program.clock,
        )
        checks.moved.connect(screen.on_moved)
        checks.ended.connect(screen.on_ended)
        return screen

    def _settings(self, *, at_sheet: bool) -> Screen:
        from ui.screens.settings.quick_part import QuickPart
        from ui.screens.settings.school_part import SchoolPart
        from ui.screens.settings.screen import SettingsScreen
        from ui.screens.settings.sheet_part import SheetPart
        from ui.screens.settings.spelling_part import SpellingPart
        from ui.shell.places import SheetPapers

        screen = SettingsScreen(
            desk=self._desk,
            pack=self._builder.pack(),
            lane=self._lanes.vault,
            again=self._builder.office.again,
            wardrobe=ProgramWardrobe(self._program),
            locksmith=ProgramLocksmith(self._program, self._desk),
            backups=ProgramBackups(self._program, self._desk),
            lock_after=self._builder.set_lock_after,
            arranged=self._program.arranged,
            sheet=SheetPart(
                ProgramSheet(self._program, self._desk),
                self._lanes.vault,
                SheetPapers(self._papers, self._lanes.papers),
                asks_old=not self._desk.is_recovered,
            ),
            school_key=SchoolPart(
                ProgramSchoolKey(self._program, self._desk),
                self._lanes.vault,
                SheetPapers(self._papers, self._lanes.papers),
                asks_old=not self._desk.is_recovered,
            ),
            quick=QuickPart(
                DeskQuick(self._builder.quick, self._desk),
                vault=self._lanes.vault,
                keyring=self._lanes.proofs,
            ),
            spelling=SpellingPart(DeskSpelling(self._desk), self._lanes.vault),
            closures=closures_part(self._desk, self._lanes),
        )
        screen.starts_at_sheet = at_sheet
        screen.office_changed.connect(self._builder.look_again)
        return screen

    def _colleagues(self) -> Screen:
        from ui.screens.colleagues.screen import ColleaguesScreen

        roles = self._builder.pack().codes("dsl_roles").codes
        return ColleaguesScreen(
            colleagues=ProgramColleagues(self._program, self._desk),
            roles={one.code: one.label for one in roles},
            lane=self._lanes.vault,
        )

    def _council_details(self, council: str) -> Screen:
        from ui.screens.council_details.screen import CouncilDetailsScreen

        packs = self._program.packs
        pack = packs.get(council) or self._builder.pack()
        screen = CouncilDetailsScreen(
            desk=self._desk,
            pack=pack,
            others={one.key: one.name for one in packs.values() if one.key != pack.key},
            lane=self._lanes.vault,
            clock=self._program.clock,
        )
        screen.office_changed.connect(self._builder.look_again)
        return screen

    def _with_draft(self, destination: OfOne, ready: Ready, failed: Failed) -> None:
        desk = self._desk

        def opened(draft: OpenDraft) -> None:
            try:
                screen = self._about(destination, draft)
            except ProblemForPerson as problem:
                failed(problem)
            else:
                ready(screen)

        look = self._way_in(destination)
        self._lanes.vault.submit(
            self._builder, lambda: look(desk, destination.referral_id), opened, failed
        )

    def _way_in(self, destination: OfOne) -> Callable[[Desk, str], OpenDraft]:
        if isinstance(destination, ToCheck):
            today = self._program.clock.now().date()
            return partial(
                open_to_check, written_on=partial(papers.form_of, self._program), today=today
            )
        if isinstance(destination, ToAfter):
            return open_after
        return open_to_read if isinstance(destination, ToDraft) else Desk.open

    def _about(self, destination: OfOne, draft: OpenDraft) -> Screen:
        here = SealedHere(self._program, self._desk, self._lanes, draft)
        if isinstance(destination, ToSheet):
            return self._sheet(draft)
        if isinstance(destination, ToRecord):
            return record_screen(here, self._papers)
        if isinstance(destination, ToHandOver):
            return packages.hand_over(self._program, self._desk, self._lanes, draft)
        pack, form = papers.form_of(self._program, draft.referral)
        pack = self._builder.office.in_force(pack)
        clock, lanes = self._program.clock, self._lanes
        if isinstance(destination, ToCheck):
            here = SealedHere(
                *(self._program, self._desk, lanes, draft),
                courier=self._builder.courier_of(self._desk),
                whom=self._whom_for(pack.key),
            )
            return check_screen(here, self._papers, pack=pack, form=form)
        whom = self._whom_for(pack.key)
        from ffd_desktop.app.draft_roll import DraftRoll
        from ui.files import DeskFiles
        from ui.screens.draft.ports import Tools
        from ui.screens.draft.screen import DraftScreen

        return DraftScreen(
            draft,
            Tools(
                desk=self._desk,
                pack=pack,
                form=after_form() if isinstance(destination, ToAfter) else form,
                clock=clock,
                papers=here.papers(self._papers),
                vault_lane=lanes.vault,
                work_lane=lanes.papers,
                numbers=lambda: CompactNumbers(whom),
                whom=whom,
                logs=DeskLogs(self._desk),
                roll=DraftRoll(self._desk),
                files=DeskFiles(self._desk),
                spelling=DeskSpelling(self._desk),
                words_lane=lanes.words,
            ),
            section=destination.section,
            path=destination.path,
        )

    def _sheet(self, draft: OpenDraft) -> Screen:
        from ui.screens.sheet.screen import SheetScreen

        made = transfer.sheet_of(self._program, draft.referral)
        copied = DeskCopied(self._desk, made.referral)
        return SheetScreen(made, copied=copied, lane=self._lanes.vault)

    def _enclosed(self, referral: Referral) -> tuple[Embedded, ...]:
        """Give the copies that go inside a PDF; on the work lane, each read on the vault's."""

        def read_one(one: Attachment) -> bytes:
            return self._lanes.vault.ask(lambda: attaching.read(self._desk, referral.id, one))

        return attaching.embedded(referral, read_one)

    def _whom_for(self, council: str) -> Whom:
        """Say whom to phone in the council that a draft is written for."""
        pack = self._program.pack(council)
        return lambda: self._builder.office.whom(pack)
