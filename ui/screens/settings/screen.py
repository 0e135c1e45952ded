"""Settings as a screen: one card for each thing, each kept by its own button or at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from ffd_desktop.app.arranged import Arrangements
from ffd_desktop.app.desk import Desk
from ffd_desktop.councils.pack import Pack
from ffd_desktop.problems import ProblemForPerson
from ui.destinations import ToColleagues, ToCouncilDetails, ToRoll, ToShelf, ToVault
from ui.lanes import Lane, Submits
from ui.look import Look
from ui.screen import Screen, text_of
from ui.screens.settings.arranged_part import ArrangedPart
from ui.screens.settings.backups_part import BackupsPart
from ui.screens.settings.closures_part import ClosuresPart
from ui.screens.settings.council_part import CouncilPart
from ui.screens.settings.parts import (
    SCHOOL,
    DestroyedPart,
    LockPart,
    LooksPart,
    OfficePart,
    YouPart,
)
from ui.screens.settings.passphrase_part import PassphrasePart
from ui.screens.settings.presenter import (
    BackupKeeper,
    Locksmith,
    Office,
    SettingsPresenter,
    Wardrobe,
)
from ui.screens.settings.quick_part import QuickPart
from ui.screens.settings.sheet_part import SheetPart
from ui.screens.settings.spelling_part import SpellingPart
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.focus import Rest, give_focus
from ui.widgets.look_again import Again
from ui.widgets.page import Page
from ui.widgets.panel import beside
from ui.widgets.words import Kind, Words


class SettingsScreen(Screen):
    """The office's own details, the way to the council's, looks, locking, passphrase.

    Signals:
        office_changed: Details or numbers were kept; the shell may look them up anew.
    """

    office_changed = Signal()
    title = "Settings"

    def __init__(
        self,
        *,
        desk: Desk,
        pack: Pack,
        lane: Submits,
        wardrobe: Wardrobe,
        locksmith: Locksmith,
        backups: BackupKeeper,
        lock_after: Callable[[int], None],
        again: Again = lambda: None,
        arranged: Arrangements | None = None,
        sheet: SheetPart | None = None,
        quick: QuickPart | None = None,
        spelling: SpellingPart | None = None,
        closures: ClosuresPart | None = None,
        school_key: SheetPart | None = None,
    ) -> None:
        super().__init__()
        arranged = arranged or Arrangements()
        self.banner = Banner()
        roles = {one.code: one.label for one in pack.codes("dsl_roles").codes}
        self.you = YouPart(roles)
        self.school = OfficePart("Your school", SCHOOL)
        self.council = CouncilPart(pack, again)
        self.looks = LooksPart()
        self.locking = LockPart(longest=arranged.longest_idle_minutes)
        self.passphrase = PassphrasePart(asks_old=not desk.is_recovered)
        self._rest = Rest(self.passphrase)
        self.backups = BackupsPart(is_arranged=arranged.backup_folder is not None)
        self.arranged = ArrangedPart(arranged)
        self.sheet = sheet
        self.quick = quick
        self.spelling = spelling
        self.closures = closures
        self.starts_at_sheet = False
        self.school_key = school_key
        self.gone = DestroyedPart()
        self.to_shelf = Button("Back to the shelf", "link", does=self._on_shelf)
        self.to_colleagues = Button("Who can open this vault", "link", does=self._on_colleagues)
        self.to_roll = Button("The school’s roll", "link", does=self._on_roll)
        self._shown: dict[str, str] = {}
        self._awaited: Mapping[str, object] = {}
        self.to_vault = Button("The vault", "link", does=lambda: self.wants(ToVault()))
        self._presenter = SettingsPresenter(
            self,
            desk=desk,
            lane=Lane(lane, self),
            wardrobe=wardrobe,
            locksmith=locksmith,
            backups=backups,
            lock_after=lock_after,
        )
        self._lay_out()
        self._join()

    def entered(self) -> None:
        """Read what is kept; start at the way back."""
        self._presenter.look_up()
        for card in self._cards():
            card.presenter.look_up()
        give_focus(self.to_shelf)
        if self.starts_at_sheet and self.sheet is not None:
            self._page.view.reveal(self.sheet)
            self.sheet.start()

    def half_typed(self) -> Mapping[str, object]:
        """Give what was changed in the boxes and not kept; never of a passphrase."""
        changed = {
            name: line.text()
            for name, line in self._lines().items()
            if self._shown.get(name, line.text()) != line.text()
        }
        role = str(self.you.role.currentData() or "")
        if self._shown.get("role", role) != role:
            changed["role"] = role
        return {**self._awaited, **changed}

    def put_back(self, typed: Mapping[str, object]) -> None:
        """Fill it in again, once the boxes are filled with what is kept."""
        self._awaited = typed

    # ---- what the presenter asks ------------------------------------------------------------

    def show_office(self, office: Office) -> None:
        """Fill the boxes."""
        self.you.setHidden(office.is_recovered)  # a sheet has no name and no telephone
        self.you.show_profile(office.profile)
        self.school.show_profile(office.profile)
        self.locking.show_minutes(office.lock_minutes)
        self.passphrase.show_staff(office.staff)
        self.backups.show_folder(office.backup_folder)
        self.gone.show_destroyed(office.destroyed)
        self._shown = {name: line.text() for name, line in self._lines().items()}
        self._shown["role"] = office.profile.staff_role
        self._fill_in_again()

    def show_look(self, look: Look) -> None:
        """Mark the look in force."""
        self.looks.show_look(look)

    def show_working(self, words: str) -> None:
        """Say what is being done; meanwhile the passphrase boxes rest."""
        self._rest.become(resting=bool(words))
        if words:
            self.banner.tell("note", words, sticky=True)
        else:
            self.banner.clear()

    def show_problem(self, problem: ProblemForPerson) -> None:
        """Say what went wrong, where it is seen."""
        self.banner.show_problem(problem)
        self._page.view.reveal(self.banner)

    def say(self, words: str) -> None:
        """Say what was done."""
        self.banner.tell("good", words)
        self._page.view.reveal(self.banner)

    def office_kept(self) -> None:
        """Let the shell know."""
        self.office_changed.emit()

    def passphrase_changed(self, words: str) -> None:
        """Say so at the top and at the boxes, which are empty again."""
        self.say(words)
        self.passphrase.forget(words)

    def passphrase_refused(self, problem: ProblemForPerson) -> None:
        """Say why at the top and at the box where it is put right."""
        self.show_problem(problem)
        self.passphrase.refuse(f"{problem.what} {problem.next_step}")

    # ---- what the person does ---------------------------------------------------------------

    def _on_kept(self, changes: dict[str, str]) -> None:
        self._presenter.keep_profile(**changes)

    def _on_typed(self, passphrase: str) -> None:
        self.passphrase.show_verdict(self._presenter.judge(passphrase))

    def _on_shelf(self) -> None:
        self.wants(ToShelf())

    def _on_colleagues(self) -> None:
        self.wants(ToColleagues())

    def _on_roll(self) -> None:
        self.wants(ToRoll())

    def _lines(self) -> dict[str, QLineEdit]:
        closed = self.closures.lines if self.closures is not None else {}
        return {**self.you.lines, **self.school.lines, **closed}

    def _fill_in_again(self) -> None:
        typed, self._awaited = self._awaited, {}
        lines = self._lines()
        for name in typed:
            if name == "role":
                self.you.show_role(text_of(typed, name))
            elif name in lines:
                lines[name].setText(text_of(typed, name))
                give_focus(lines[name])

    def _join(self) -> None:
        for card in self._cards():
            card.failed.connect(self.show_problem)
            card.done.connect(self.say)
        self.council.link.clicked.connect(lambda: self.wants(ToCouncilDetails()))
        for part in (self.you, self.school):
            part.kept.connect(self._on_kept)
        self.looks.chosen.connect(self._presenter.wear)
        self.locking.chosen.connect(self._presenter.lock_minutes)
        self.backups.chosen.connect(self._presenter.choose_backups)
        self.passphrase.typed.connect(self._on_typed)
        self.passphrase.wanted.connect(self._presenter.change_passphrase)

    def _cards(self) -> tuple[SheetPart | QuickPart | SpellingPart | ClosuresPart, ...]:
        """Give the cards that look after themselves."""
        parts = (self.closures, self.spelling, self.sheet, self.school_key, self.quick)
        return tuple(part for part in parts if part is not None)

    def _lay_out(self) -> None:
        self._page = Page(widest=760)
        self._page.add(
            beside(self.to_shelf, self.to_roll, self.to_vault, self.to_colleagues),
            Words("Settings", Kind.TITLE),
            self.banner,
            self.arranged,
            self.looks,
            self.you,
            self.school,
            self.council,
            self.locking,
            self.passphrase,
            *self._cards(),
            self.backups,
            self.gone,
        )
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._page)
