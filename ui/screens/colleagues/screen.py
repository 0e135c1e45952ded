"""Who can open the vault, as a screen: the people, letting one in, taking one out."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout

from ffd_desktop.app.colleagues import Colleague, Staffroom
from ffd_desktop.problems import ProblemForPerson
from ui.destinations import ToSettings, ToShelf
from ui.lanes import Lane, Submits
from ui.screen import Screen, text_of
from ui.screens.colleagues.parts import AddPart, RenamePart
from ui.screens.colleagues.people import People
from ui.screens.colleagues.ports import Colleagues
from ui.screens.colleagues.presenter import ColleaguesPresenter, Room
from ui.screens.colleagues.remove_panel import RemovePanel
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.focus import Rest, give_focus
from ui.widgets.page import Page
from ui.widgets.panel import Panel, beside
from ui.widgets.words import Kind, Words

BY_SHEET = (
    "The recovery code opened the vault, so you see every referral, also those that are "
    "restricted. Give whoever lost their passphrase a new one in Settings."
)


NO_SHEET = (
    "No recovery sheet opens this vault any more: it was of an older kind and fell away with the "
    "old key. Make a new one now, and lock it away."
)


class ColleaguesScreen(Screen):
    """The people of the vault."""

    title = "Colleagues"

    def __init__(
        self,
        *,
        colleagues: Colleagues,
        roles: Mapping[str, str],
        lane: Submits,
    ) -> None:
        super().__init__()
        self._room = Room(Staffroom(()), "")
        self.banner = Banner()
        self.by_sheet = Words(BY_SHEET, Kind.WARN)
        self.by_sheet.hide()
        self._awaited: Mapping[str, object] = {}
        self.people = People(roles)
        self.removing = RemovePanel()
        self.renaming = RenamePart(roles)
        self.adding = AddPart(roles)
        self.no_sheet = Panel("warn")
        self.new_sheet = Button("Make a new recovery sheet", "primary", does=self._on_sheet)
        self.no_sheet.add(Words(NO_SHEET), beside(self.new_sheet))
        self.no_sheet.hide()
        self.to_settings = Button("Back to Settings", "link", does=self._on_settings)
        self.to_shelf = Button("Back to the shelf", "link", does=self._on_shelf)
        self._rest = Rest(self.people, self.removing, self.renaming, self.adding)
        self._presenter = ColleaguesPresenter(self, colleagues=colleagues, lane=Lane(lane, self))
        self._lay_out()
        self._join()

    def entered(self) -> None:
        """Find out who can open the vault; start at the way back."""
        self._presenter.look_up()
        give_focus(self.to_settings)

    def half_typed(self) -> Mapping[str, object]:
        """Give who is about to be let in, and one's own new name; never a passphrase."""
        name, role = self.adding.name.text(), self.adding.role.role()
        adding = {"name": name, "role": role} if name or role else {}
        return {**adding, **self.renaming.half_typed()}

    def put_back(self, typed: Mapping[str, object]) -> None:
        """Show them again; the new name once it is known whose it is."""
        self.adding.name.setText(text_of(typed, "name"))
        self.adding.role.mark(text_of(typed, "role"))
        give_focus(self.adding.name)
        self._awaited = typed
        self._ask_again()

    # ---- what the presenter asks ------------------------------------------------------------

    def show_room(self, room: Room) -> None:
        """Show who can open the vault."""
        self._room = room
        self.people.show_people(room.staff.colleagues)
        self._ask_again()
        self.by_sheet.setVisible(room.staff.by_sheet)
        self.no_sheet.setVisible(not room.staff.has_sheet)

    def show_working(self, words: str) -> None:
        """Say what is being done; meanwhile the parts rest."""
        self._rest.become(resting=bool(words))
        if words:
            self.banner.tell("note", words, sticky=True)
            self._page.view.reveal(self.banner)
        else:
            self.banner.clear()

    def show_problem(self, problem: ProblemForPerson) -> None:
        """Say what went wrong, where it is seen."""
        self.banner.show_problem(problem)
        self._page.view.reveal(self.banner)
        self.removing.refuse(problem.what)

    def say(self, words: str) -> None:
        """Say what was done."""
        self.banner.tell("good", words)
        self._page.view.reveal(self.banner)
        give_focus(self.to_settings)

    def close_panels(self) -> None:
        """Put away what was asked, and forget every passphrase."""
        self.removing.forget()
        self.renaming.forget()
        self.adding.forget()

    def ask_for_sheet(self) -> None:
        """Offer a new recovery sheet at once."""
        self._page.view.reveal(self.no_sheet)
        give_focus(self.new_sheet)

    # ---- what the person does ---------------------------------------------------------------

    def _on_removing(self, one: Colleague) -> None:
        self.banner.clear()
        self.renaming.forget()
        self.removing.ask(one, self._room)
        self._page.view.reveal(self.removing)

    def _on_renaming(self, me: Colleague) -> None:
        self.banner.clear()
        self.removing.forget()
        self.renaming.ask(me)
        self._page.view.reveal(self.renaming)

    def _ask_again(self) -> None:
        """Ask for the name that was typed before a lock."""
        me = next((one for one in self._room.staff.colleagues if one.is_me), None)
        if me is not None and "my_name" in self._awaited:
            typed, self._awaited = self._awaited, {}
            self._on_renaming(me)
            self.renaming.put_back(typed)

    def _on_let_be(self) -> None:
        self.removing.forget()
        self.renaming.forget()
        first = next(iter(self.people.cards.values()), None)
        give_focus(first.button if first else self.to_settings)

    def _on_typed(self, passphrase: str) -> None:
        verdict = self._presenter.judge(passphrase, self.adding.name.text())
        self.adding.passphrase.show_verdict(verdict)

    def _on_settings(self) -> None:
        self.wants(ToSettings())

    def _on_sheet(self) -> None:
        self.wants(ToSettings(at_sheet=True))

    def _on_shelf(self) -> None:
        self.wants(ToShelf())

    def _join(self) -> None:
        self.people.removing.connect(self._on_removing)
        self.people.renaming.connect(self._on_renaming)
        self.removing.agreed.connect(self._presenter.remove)
        self.removing.let_be.connect(self._on_let_be)
        self.renaming.wanted.connect(self._presenter.rename)
        self.renaming.let_be.connect(self._on_let_be)
        self.adding.typed.connect(self._on_typed)
        self.adding.wanted.connect(self._presenter.add)

    def _lay_out(self) -> None:
        self._page = Page(widest=760)
        self._page.add(
            beside(self.to_settings, self.to_shelf),
            Words("Who can open this vault", Kind.TITLE),
            self.banner,
            self.no_sheet,
            self.by_sheet,
            self.people,
            self.removing,
            self.renaming,
            self.adding,
        )
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._page)
