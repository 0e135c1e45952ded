"""The first screen: what this is, and three ways in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from ffd_desktop.app.desk import Desk
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.vault.surroundings import Concern
from ui.destinations import ToLocked, ToRestore, ToSetUp
from ui.lanes import Lane, Submits
from ui.screen import Screen
from ui.screens.welcome.presenter import FirstDoors, WelcomePresenter
from ui.style.tokens import SPACE
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.concern_list import ConcernList
from ui.widgets.focus import give_focus
from ui.widgets.page import Page
from ui.widgets.panel import Panel, beside
from ui.widgets.two_columns import TwoColumns
from ui.widgets.words import Kind, Words

WHAT = (
    "FFD Desktop helps you write a referral to children’s social care: for the whole family at "
    "once, in any order, in the minutes that you have."
)
PROMISE = "Nothing you typed is ever lost, nobody else can read it, and it never stops you writing."
HERE = "It works without the internet. All of it stays in one encrypted folder on this computer."

ChooseFolder = Callable[["WelcomeScreen", Callable[[Path], None]], None]


class WelcomeScreen(Screen):
    """Three ways in: set up, open a vault that is there, look round.

    Signals:
        opened: The fictional school is open; carries the ``Desk``.
    """

    opened = Signal(object)
    title = "Welcome"

    def __init__(self, *, doors: FirstDoors, lane: Submits, choose_folder: ChooseFolder) -> None:
        super().__init__()
        self._choose_folder = choose_folder
        self._presenter = WelcomePresenter(self, doors=doors, lane=Lane(lane, self))
        self.banner = Banner()
        self.working = Words("", Kind.LEAD)
        self.working.hide()
        self.set_up = Button("Set up this computer", "primary", does=self._on_set_up)
        self.set_up.setProperty("size", "big")
        self.open_vault = Button("Open a vault …", does=self._on_open, says="Open a vault")
        self.look_round = Button(
            "Look round with a fictional school", does=self._presenter.look_round
        )
        self.doubts = Panel(gap=SPACE.medium)
        self.concerns = ConcernList()
        self.go_on = Button("Open it all the same", does=self._on_go_on)
        self.give_up = Button("Do not open it", does=self._on_give_up)
        self._asked: tuple[Path, tuple[Concern, ...]] | None = None
        self.get_back = Button(
            "Put a backup back …", does=lambda: self.wants(ToRestore()), says="Put a backup back"
        )
        self._lay_out()

    def entered(self) -> None:
        """Start at the first way in."""
        give_focus(self.set_up)

    def show_working(self, words: str) -> None:
        """Say what is being done; meanwhile nothing else can be started."""
        self.working.say(words)
        for button in (self.set_up, self.open_vault, self.look_round):
            button.setEnabled(not words)

    def show_problem(self, problem: ProblemForPerson) -> None:
        """Say what went wrong."""
        self.banner.show_problem(problem)

    def ask_about(self, folder: Path, concerns: tuple[Concern, ...]) -> None:
        """Explain what speaks against a folder, and ask."""
        self._asked = (folder, concerns)
        self.concerns.show_concerns(str(folder), concerns)
        self.doubts.show()
        give_focus(self.give_up)

    def go_to_lock(self) -> None:
        """Leave for the locked screen."""
        self.wants(ToLocked())

    def vault_opened(self, desk: Desk) -> None:
        """Leave with the fictional school."""
        self.opened.emit(desk)

    def _on_set_up(self) -> None:
        self.wants(ToSetUp())

    def _on_open(self) -> None:
        self._choose_folder(self, self._presenter.use_folder)

    def _on_go_on(self) -> None:
        asked, self._asked = self._asked, None
        self.doubts.hide()
        if asked is not None:
            self._presenter.use_all_the_same(*asked)

    def _on_give_up(self) -> None:
        self._asked = None
        self.doubts.hide()
        give_focus(self.open_vault)

    def _lay_out(self) -> None:
        columns = TwoColumns(side=380, least=860)
        first = Panel(gap=SPACE.medium)
        first.add(
            Words("Start here", Kind.HEADING),
            Words(
                "About five minutes: your school, your council, a passphrase and a recovery "
                "sheet. Have a printer or a USB stick at hand."
            ),
            beside(self.set_up),
        )
        columns.main.addWidget(first)
        columns.main.addStretch(1)
        for heading, words, button in (
            (
                "Only looking?",
                "Try everything with an invented school. No child in it is real.",
                self.look_round,
            ),
            (
                "Set up before?",
                "Choose the folder with vault.db and vault.keys in it.",
                self.open_vault,
            ),
            (
                "Lost or broken?",
                "A backup brings the vault back, also on another computer.",
                self.get_back,
            ),
        ):
            card = Panel()
            card.add(Words(heading, Kind.STRONG), Words(words), SPACE.hair, beside(button))
            columns.side.addWidget(card)
        columns.side.addStretch(1)
        self.doubts.add(
            Words("Something speaks against this folder", Kind.HEADING),
            self.concerns,
            beside(self.give_up, self.go_on),
        )
        self.doubts.hide()
        page = Page(widest=1000, middle=True)
        page.add(
            self.banner,
            self.doubts,
            Words("FFD Desktop", Kind.TITLE),
            Words(WHAT, Kind.LEAD),
            Words(PROMISE, Kind.LEAD),
            Words(HERE, Kind.LEAD),
            SPACE.medium,
            columns,
            self.working,
        )
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(page)
