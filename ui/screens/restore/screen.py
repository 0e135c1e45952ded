"""Getting the vault back as a screen: what there is, one passphrase, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from ffd_desktop.drafting.ports import Clock
from ffd_desktop.problems import ProblemForPerson
from ui.destinations import Destination, ToLocked, ToWelcome
from ui.lanes import Lane, Submits
from ui.screen import Screen
from ui.screens.restore.ports import RescueWork
from ui.screens.restore.presenter import RestorePresenter
from ui.screens.restore.words import Choice, Done
from ui.style.tokens import SPACE
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.choice import Radio
from ui.widgets.focus import give_focus
from ui.widgets.page import Page
from ui.widgets.panel import Panel, beside
from ui.widgets.passphrase_box import PassphraseBox
from ui.widgets.question import Question
from ui.widgets.words import Kind, Words
from ui.widgets.working import Working

CALM = (
    "Nothing is deleted here. A backup is copied and proved first; only then does it take the "
    "vault’s place, and what stood there is set aside in a folder of its own."
)
ChooseFolder = Callable[[QWidget, Callable[[Path], None]], None]


class RestoreScreen(Screen):
    """Puts a backup back, or rescues what damage has left."""

    title = "Put a backup back"

    def __init__(
        self,
        *,
        rescue: RescueWork,
        lane: Submits,
        clock: Clock,
        has_vault: bool,
        choose_folder: ChooseFolder,
    ) -> None:
        super().__init__()
        self._choose_folder = choose_folder
        self._back_to: Destination = ToLocked() if has_vault else ToWelcome()
        self._presenter = RestorePresenter(self, rescue=rescue, lane=Lane(lane, self), clock=clock)
        self.banner = Banner()
        self.back = Button("Back", "link", does=lambda: self.wants(self._back_to))
        self.vault = Words("")
        self.places = Words("", Kind.QUIET)
        self.elsewhere = Button(
            "Look in another folder …", does=self._on_elsewhere, says="Look in another folder"
        )
        self.radios: dict[Radio, Choice] = {}
        self._group = QButtonGroup(self)
        self.secret = PassphraseBox("Passphrase of that time, or recovery code")
        self.asked = Question(
            "Passphrase of that time, or recovery code",
            self.secret,
            hint="A backup opens with the passphrase that was in use when it was made. The "
            "recovery code is on the recovery sheet.",
        )
        self.put_button = Button("Put it back", "primary", does=self._on_put_back)
        self.working = Working("Getting the vault back", stops=self._presenter.stop)
        self.done_heading = Words("", Kind.HEADING)
        self.done_lines = Words("")
        self.open = Button("Open the vault", "primary", does=self._on_open)
        self._lay_out()
        self.secret.submitted.connect(self._on_put_back)

    def entered(self) -> None:
        """Look what there is."""
        self._presenter.look_up()
        give_focus(self.elsewhere)

    def leave(self, left: Callable[[], None]) -> None:
        """Stop what is being done; nothing is changed by that."""
        self._presenter.stop()
        left()

    # ---- what the presenter asks ------------------------------------------------------------

    def show_seen(self, vault: str, places: str, choices: Sequence[Choice]) -> None:
        """Show what there is; the best choice is marked."""
        self.vault.setText(vault)
        self.places.setText(places)
        for radio in self.radios:
            self._group.removeButton(radio)
        self.radios = {}
        self._list.clear()
        for choice in choices:
            radio = Radio(choice.title, note=choice.note, tile=True)
            self.radios[radio] = choice
            self._group.addButton(radio)
            self._list.add(radio)
            radio.show()
        self._list.setVisible(bool(choices))
        self._ask.setVisible(bool(choices))
        first = next(iter(self.radios), None)
        if first is not None:
            first.setChecked(True)
            give_focus(first)

    def show_working(self, words: str, *, percent: int | None = None) -> None:
        """Say what is being done; meanwhile nothing else can be begun."""
        was_working = self.working.isVisible()
        self.working.show_work(words, percent=percent)
        for part in (self._found, self._ask, self.back):
            part.setEnabled(not words)
        if words and not was_working:
            self.banner.clear()
            self.asked.slip("")
            give_focus(self.working.stop)

    def show_problem(self, problem: ProblemForPerson) -> None:
        """Say what went wrong; what was typed is marked, so that typing replaces it."""
        self.banner.show_problem(problem)
        self._page.view.reveal(self.banner)
        self.asked.slip(problem.what)  # beside the box: at a large size the top is out of sight
        give_focus(self.secret)
        self.secret.line.selectAll()

    def show_slip(self, words: str) -> None:
        """Say what is still to type."""
        self.asked.slip(words)
        give_focus(self.secret)

    def say(self, words: str) -> None:
        """Say what became of it."""
        self.banner.tell("note", words)
        self._page.view.reveal(self.banner)

    def show_done(self, done: Done) -> None:
        """Show what was done; the way on is to open the vault."""
        self.secret.clear()
        self._back_to = ToLocked()
        self.done_heading.setText(done.heading)
        self.done_lines.setText("\n\n".join(done.lines))
        self._done.become("good" if done.is_whole else "warn")
        for part in (self._now, self._found, self._ask, self.back, self._calm):
            part.hide()
        self._done.show()
        self._page.view.reveal(self._done)
        give_focus(self.open)

    # ---- what the person does ---------------------------------------------------------------

    def _on_elsewhere(self) -> None:
        self._choose_folder(self, self._presenter.look_up)

    def _on_put_back(self) -> None:
        chosen = next((one for radio, one in self.radios.items() if radio.isChecked()), None)
        self._presenter.put_back(chosen, self.secret.text())

    def _on_open(self) -> None:
        self.wants(ToLocked())

    def _lay_out(self) -> None:
        self._calm = Words(CALM, Kind.LEAD)
        self._now = Panel()
        self._now.add(Words("The vault in use", Kind.HEADING), self.vault)
        self._list = Panel("list", gap=SPACE.small)
        self._list.column.setContentsMargins(0, 0, 0, 0)
        self._found = Panel(gap=SPACE.medium)
        self._found.add(
            Words("Choose what to put back", Kind.HEADING),
            self.places,
            self._list,
            beside(self.elsewhere, Words("such as a USB stick", Kind.QUIET, wraps=False)),
        )
        self._ask = Panel(gap=SPACE.large)
        self._ask.add(self.asked, beside(self.put_button))
        self._ask.hide()
        self._done = Panel("good", gap=SPACE.medium)
        self._done.add(self.done_heading, self.done_lines, beside(self.open))
        self._done.hide()
        self._page = Page(widest=800)
        self._page.add(
            beside(self.back),
            Words("Put a backup back", Kind.TITLE),
            self.banner,
            self._calm,
            self._now,
            self._found,
            self._ask,
            self.working,
            self._done,
        )
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._page)
