"""Setting up this computer as a screen: one page at a time, with Back and Continue."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ffd_desktop.app.desk import Desk
from ffd_desktop.councils.details import Detail, details_of
from ffd_desktop.councils.pack import Pack
from ffd_desktop.drafting.ports import Clock
from ffd_desktop.problems import ProblemForPerson
from ui.destinations import ToRoll, ToWelcome
from ui.lanes import Lane, Submits
from ui.screen import Screen
from ui.screens.setup.answers import Slip
from ui.screens.setup.boxes import BoxesPage, SetUpPage
from ui.screens.setup.last_pages import NumbersPage, RecoveryPage, RollPage
from ui.screens.setup.pages import SCHOOL, CouncilPage, PassphrasePage, YouPage
from ui.screens.setup.place_page import PlacePage
from ui.screens.setup.presenter import SetUpPresenter, VaultMaker
from ui.screens.setup.wizard import Step, Wizard
from ui.sheets import SheetPrinter
from ui.style.tokens import SPACE
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.focus import Rest, give_focus
from ui.widgets.page import Page
from ui.widgets.panel import Panel, beside
from ui.widgets.words import Kind, Words

_ON = {
    Step.PASSPHRASE: "Make the vault",
    Step.NUMBERS: "Confirm these numbers",
    Step.ROLL: "Bring in the roll now",
}
_INTRO = {
    Step.SCHOOL: "It stands at the head of every referral. You can change it later in Settings.",
    Step.COUNCIL: "Its forms, levels of need and telephone numbers come with the program.",
    Step.YOU: "The council rings you back on these details.",
    Step.PLACE: "The vault would be made in this folder. Something speaks against it.",
    Step.PASSPHRASE: (
        "It opens the vault, and nothing else does but the recovery code of the next step. "
        "Three words that only you would put together are easy to keep and hard to guess."
    ),
}
_LATER = {Step.NUMBERS: "Later", Step.ROLL: "Later: go to the shelf"}


ChooseFolder = Callable[[QWidget, Callable[[Path], None]], None]


class SetUpScreen(Screen):
    """Asks what must be known, makes the vault, and hands it over open.

    Signals:
        made: The vault is made, and open, while set-up goes on.
        opened: The vault is made and set up is done; carries the ``Desk``. When the roll is
            brought in now, ``go`` follows with ``ToRoll``.
    """

    made = Signal()
    opened = Signal(object)
    title = "Set up this computer"

    def __init__(
        self,
        *,
        maker: VaultMaker,
        packs: Mapping[str, Pack],
        lane: Submits,
        clock: Clock,
        papers: SheetPrinter,
        choose_folder: ChooseFolder,
        council: str = "",
    ) -> None:
        super().__init__()
        self._packs, self._papers, self._choose_folder = packs, papers, choose_folder
        only = next(iter(packs)) if len(packs) == 1 else council
        wizard = Wizard(judge=maker.judge_passphrase, council=only)
        self._clock = clock
        self._presenter = SetUpPresenter(
            self, wizard=wizard, maker=maker, packs=packs, lane=Lane(lane, self), clock=clock
        )
        self.banner = Banner()
        self.progress = Words("", Kind.QUIET)
        self.heading = Words("", Kind.HEADING)
        self.intro = Words("")
        self.back = Button("Back", does=self._on_back)
        self.on = Button("Continue", "primary", does=self._on_next)
        self.later = Button("Later", "link", does=self._on_later)
        self.working = Words("", Kind.BODY)
        self.working.hide()
        roles = {one.code: one.label for one in next(iter(packs.values())).codes("dsl_roles").codes}
        self.place = PlacePage()
        self.passphrase = PassphrasePage()
        self.recovery = RecoveryPage(wizard.asked_words())
        self.numbers = NumbersPage()
        self.pages: dict[Step, SetUpPage] = {
            Step.SCHOOL: BoxesPage(SCHOOL),
            Step.COUNCIL: CouncilPage(packs),
            Step.YOU: YouPage(roles),
            Step.PLACE: self.place,
            Step.PASSPHRASE: self.passphrase,
            Step.RECOVERY: self.recovery,
            Step.NUMBERS: self.numbers,
            Step.ROLL: RollPage(),
        }
        self._rest = Rest(self.back, self.on, self.later, *self.pages.values())
        self._lay_out()
        self._join()

    def entered(self) -> None:
        """Show the page where the person is."""
        self._presenter.start()

    # ---- what the presenter asks ------------------------------------------------------------

    def show_step(self, wizard: Wizard) -> None:
        """Show the page of a step with its answers; the caret goes to its first box."""
        step, page = wizard.step, self.pages[wizard.step]
        self.banner.clear()
        self.progress.setText(wizard.progress)
        self.heading.setText(step.value)
        self.intro.say(_INTRO.get(step, ""))
        self._ready(step, wizard)
        page.fill(wizard.answers)
        page.show_slips(())
        for one in self.pages.values():
            one.setVisible(one is page)
        self.on.setText(_ON.get(step, "Continue"))
        self.on.setAccessibleName(self.on.text())
        self.later.setVisible(step in _LATER)
        self.later.setText(_LATER.get(step, ""))
        self.later.setAccessibleName(self.later.text())
        self.back.setVisible(not wizard.is_made or wizard.can_go_back)
        first = page.first() or self.on
        give_focus(first)
        if step is Step.RECOVERY:
            self.made.emit()

    def show_slips(self, slips: tuple[Slip, ...]) -> None:
        """Say what to put right."""
        self._page().show_slips(slips)

    def show_problem(self, problem: ProblemForPerson) -> None:
        """Say what went wrong."""
        self.banner.show_problem(problem)

    def show_working(self, words: str) -> None:
        """Say what is being done; meanwhile the page rests."""
        self.working.say(words)
        self._rest.become(resting=bool(words))
        if words:
            self.banner.clear()

    def show_details(self, details: Sequence[Detail]) -> None:
        """Show how the council's details stand now."""
        self.numbers.show_details(details)

    def deliver_sheet(self, pdf: bytes, *, to_printer: bool) -> None:
        """Hand the sheet to the printer or the disk."""
        way = self._papers.print_pdf if to_printer else self._papers.save_pdf
        way(self, pdf, self.recovery.delivered.say)

    def finish(self, desk: Desk, *, to_roll: bool) -> None:
        """Leave with the open vault."""
        self.opened.emit(desk)
        if to_roll:
            self.wants(ToRoll())

    # ---- what the person does ---------------------------------------------------------------

    def _on_next(self) -> None:
        match self._presenter.wizard.step:
            case Step.NUMBERS:
                self._presenter.keep_details(self.numbers.as_found())
            case Step.ROLL:
                self._presenter.finish(to_roll=True)
            case _:
                self._presenter.next()

    def _on_later(self) -> None:
        if self._presenter.wizard.step is Step.ROLL:
            self._presenter.finish(to_roll=False)
        else:  # what was typed is kept; the rest waits
            self._presenter.keep_details(self.numbers.corrected())

    def _on_back(self) -> None:
        if self._presenter.wizard.can_go_back:
            self._presenter.back()
        else:
            self.wants(ToWelcome())

    def _on_typed(self, name: str, value: object) -> None:
        if isinstance(value, str | bool):
            self._presenter.keep(**{name: value})
        self._page().put_right(name)
        if name == "passphrase":
            self._say_strength()

    def _say_strength(self) -> None:
        wizard = self._presenter.wizard
        typed = bool(wizard.answers.passphrase)
        self.passphrase.show_verdict(wizard.verdict(), is_typed=typed)

    # ---- layout -----------------------------------------------------------------------------

    def _ready(self, step: Step, wizard: Wizard) -> None:
        if step is Step.PASSPHRASE:
            self._say_strength()
        elif step is Step.PLACE and wizard.place is not None:
            self.place.show_place(wizard.place)
        elif step is Step.RECOVERY and wizard.code is not None:
            self.recovery.code.show_code(wizard.code)
            self.passphrase.fill(wizard.answers)
        elif step is Step.NUMBERS:
            pack = self._packs[wizard.answers.council]
            self.numbers.show_pack(pack, details_of(pack, {}, self._clock.now().date()))

    def _lay_out(self) -> None:
        card = Panel(gap=SPACE.large)
        card.add(self.heading, self.intro)
        for page in self.pages.values():
            card.add(page)
            page.hide()
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        whole = Page(widest=720)
        around.addWidget(whole)
        whole.add(
            Words("Set up this computer", Kind.TITLE),
            self.progress,
            self.banner,
            card,
            self.working,
            SPACE.tight,
            beside(self.back, self.on, self.later),
        )

    def _join(self) -> None:
        for page in self.pages.values():
            page.typed.connect(self._on_typed)
            page.done.connect(self._on_next)
        self.place.usual.connect(lambda: self._presenter.settle_in(None))
        self.place.another.connect(lambda: self._choose_folder(self, self._presenter.settle_in))
        self.numbers.found.connect(self._presenter.keep_one)
        self.recovery.sheet.connect(lambda to: self._presenter.sheet(to_printer=to))

    def _page(self) -> SetUpPage:
        return self.pages[self._presenter.wizard.step]
