"""What setting up does: leads through the steps, makes the vault, keeps what was confirmed.

Touches no widget. Never offers to overwrite a vault that is there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from ffd_desktop.app.desk import Desk
from ffd_desktop.app.office_details import Found, keep_details
from ffd_desktop.app.setting_up import SetUp
from ffd_desktop.app.where import Place
from ffd_desktop.councils.checked import OfficeDetails
from ffd_desktop.councils.details import Detail, details_of
from ffd_desktop.councils.pack import Pack
from ffd_desktop.drafting.ports import Clock
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault.passphrase import Verdict
from ffd_desktop.vault.recovery import RecoveryCode
from ui.lanes import Lane
from ui.screens.setup.answers import Slip
from ui.screens.setup.wizard import Step, Wizard


class VaultMaker(Protocol):
    """What setting up asks of the program; each call may take seconds and belongs on the lane."""

    def judge_passphrase(self, text: str, about: tuple[str, ...]) -> Verdict:
        """Judge a passphrase; quick, on any thread."""
        ...

    def create(self, wishes: SetUp) -> tuple[Desk, RecoveryCode]:
        """Make the vault, prove both its keys, and open it.

        Raises:
            ProblemForPerson: Nothing was made; the words say why.
        """
        ...

    def place(self) -> Place:
        """Say where the vault would be made, and what speaks against it."""
        ...

    def settle_in(self, folder: Path | None) -> Place:
        """Make the vault in another folder, or the usual one; say what speaks against it."""
        ...

    def note_typed_back(self, desk: Desk) -> None:
        """Keep that the code was typed back from its sheet."""
        ...

    def recovery_sheet(self, code: RecoveryCode) -> bytes:
        """Draw the sheet as a PDF."""
        ...


class SetUpView(Protocol):
    """What the presenter asks of the screen."""

    def show_step(self, wizard: Wizard) -> None:
        """Show the page of the wizard's step with its answers."""
        ...

    def show_slips(self, slips: tuple[Slip, ...]) -> None:
        """Say what to put right, and go to the first."""
        ...

    def show_problem(self, problem: ProblemForPerson) -> None:
        """Say in the window what went wrong."""
        ...

    def show_working(self, words: str) -> None:
        """Say what is being done; empty words: nothing is, and the page can be used."""
        ...

    def show_details(self, details: Sequence[Detail]) -> None:
        """Show how the council's details stand now."""
        ...

    def deliver_sheet(self, pdf: bytes, *, to_printer: bool) -> None:
        """Hand the recovery sheet to the printer, or ask where to save it."""
        ...

    def finish(self, desk: Desk, *, to_roll: bool) -> None:
        """Leave set-up with an open vault."""
        ...


class SetUpPresenter:
    """Looks after setting up, from the school's name to an open vault."""

    def __init__(
        self,
        view: SetUpView,
        *,
        wizard: Wizard,
        maker: VaultMaker,
        packs: Mapping[str, Pack],
        lane: Lane,
        clock: Clock,
    ) -> None:
        self.wizard = wizard
        self.desk: Desk | None = None
        self._view = view
        self._maker = maker
        self._lane = lane
        self._packs = packs
        self._clock = clock

    def start(self) -> None:
        """Show the first page, and look meanwhile at where the vault would be."""
        self._view.show_step(self.wizard)
        self._lane.run(self._maker.place, done=self._on_place, failed=self._on_failed)

    def settle_in(self, folder: Path | None) -> None:
        """Make the vault in another folder, or in the usual one."""

        def settled(place: Place) -> None:
            self.wizard.found(place)
            if place.concerns:
                self._view.show_step(self.wizard)
            else:
                self.next()

        self._lane.run(lambda: self._maker.settle_in(folder), done=settled, failed=self._on_failed)

    def keep(self, **changes: str | bool) -> None:
        """Keep what was typed."""
        self.wizard.keep(**changes)

    def next(self) -> None:
        """Go on; from the passphrase on, that makes the vault."""
        slips = self.wizard.slips()
        if slips:
            self._view.show_slips(slips)
        elif self.wizard.step is Step.PASSPHRASE:
            self._make()
        elif self.wizard.step is Step.RECOVERY:
            self._note_sheet()
        else:
            self.wizard.next()
            self._view.show_step(self.wizard)

    def back(self) -> None:
        """Go back a page."""
        self.wizard.back()
        self._view.show_step(self.wizard)

    def sheet(self, *, to_printer: bool) -> None:
        """Draw the recovery sheet and hand it over."""
        code = self.wizard.code
        if code is None:
            return
        self._view.show_working("Drawing the recovery sheet …")

        def drawn(pdf: bytes) -> None:
            self._view.show_working("")
            self._view.deliver_sheet(pdf, to_printer=to_printer)

        self._lane.run(lambda: self._maker.recovery_sheet(code), done=drawn, failed=self._on_failed)

    def keep_details(self, found: Sequence[Found]) -> None:
        """Keep the council's details as checked today, then go on."""

        def kept(_: OfficeDetails) -> None:
            self.wizard.next()
            self._view.show_step(self.wizard)

        self._keep(found, kept)

    def keep_one(self, found: Found) -> None:
        """Keep one of them, and stay."""
        pack = self._packs[self.wizard.answers.council]
        today = self._clock.now().date()

        def kept(office: OfficeDetails) -> None:
            self._view.show_details(details_of(pack, office, today))

        self._keep((found,), kept)

    def _keep(self, found: Sequence[Found], kept: Callable[[OfficeDetails], None]) -> None:
        desk = self.desk
        if desk is None:
            return
        pack, by = self._packs[self.wizard.answers.council], self.wizard.answers.staff_name
        today = self._clock.now().date()
        self._lane.run(
            lambda: keep_details(desk, pack, found, by=by, on=today),
            done=kept,
            failed=self._on_failed,
        )

    def finish(self, *, to_roll: bool) -> None:
        """Leave for the roll, or for the shelf when the roll can wait."""
        if self.desk is not None:
            self._view.finish(self.desk, to_roll=to_roll)

    def _make(self) -> None:
        answers = self.wizard.answers
        wishes = SetUp(
            passphrase=answers.passphrase,
            profile=answers.profile(),
            agreed_to=self.wizard.agreed_to(),
        )
        self._view.show_working(
            "Making the vault: drawing its key, locking the key with your passphrase and with the "
            "recovery code, and reading both back. This takes a few seconds."
        )
        self._lane.run(
            lambda: self._maker.create(wishes), done=self._on_made, failed=self._on_failed
        )

    def _note_sheet(self) -> None:
        """Keep that the code was typed back, then go on."""
        desk = self.desk
        if desk is None:
            return

        def noted(_: None) -> None:
            self.wizard.next()
            self._view.show_step(self.wizard)

        self._lane.run(
            lambda: self._maker.note_typed_back(desk), done=noted, failed=self._on_failed
        )

    def _on_place(self, place: Place) -> None:
        """Put the page about it in its place; shown at once only to whoever is past it."""
        before = self.wizard.step
        self.wizard.found(place)
        if place.concerns and self.wizard.step is not before:
            self._view.show_step(self.wizard)

    def _on_made(self, made: tuple[Desk, RecoveryCode]) -> None:
        self.desk, code = made
        self.wizard.made(code)
        self._view.show_working("")
        self._view.show_step(self.wizard)

    def _on_failed(self, problem: ProblemForPerson) -> None:
        self._view.show_working("")
        self._view.show_problem(problem)
