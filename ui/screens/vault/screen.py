"""The vault as a screen: whether it is whole, fits a printed page, and the way to a backup."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ffd_desktop.app.checkups import Checked
from ffd_desktop.drafting.ports import Clock
from ffd_desktop.problems import ProblemForPerson
from ui.destinations import ToLocked, ToSettings
from ui.lanes import Lane, Submits
from ui.progress import Moved
from ui.screen import Screen, text_of
from ui.screens.vault.paper_part import PaperPart
from ui.screens.vault.paper_presenter import Compares
from ui.screens.vault.presenter import Checks, VaultPresenter
from ui.screens.vault.words import NEVER, Outcome, numbered
from ui.style.tokens import SPACE
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.focus import give_focus
from ui.widgets.page import Page
from ui.widgets.panel import Panel, beside
from ui.widgets.words import Kind, Words
from ui.widgets.working import Working

MEANWHILE = (
    "You can go on writing meanwhile: everything is saved as ever, and the check goes on while "
    "you are elsewhere in the program. Locking ends it."
)


class VaultScreen(Screen):
    """Checks the whole vault, and holds it against a printed page.

    The shell joins ``on_moved`` and ``on_ended`` to the check that runs.
    """

    title = "The vault"

    def __init__(
        self,
        *,
        checks: Checks,
        last: Callable[[], Checked | None],
        compares: Compares,
        lane: Submits,
        clock: Clock,
    ) -> None:
        super().__init__()
        self.banner = Banner()
        self._presenter = VaultPresenter(
            self, checks=checks, last=last, lane=Lane(lane, self), clock=clock
        )
        self.back = Button("Back to Settings", "link", does=lambda: self.wants(ToSettings()))
        self.check = Button("Check the vault now", "primary", does=self._presenter.check)
        self.working = Working("Checking the vault", stops=self._presenter.stop)
        self.heading = Words(NEVER, Kind.STRONG)
        self.lines = Words("")
        self.meaning = Words("")
        self.steps = Words("")
        self.paper = PaperPart(compares, lane)
        self.paper.failed.connect(self.show_problem)
        self.restore = Button("Lock, and put a backup back …", does=self._on_restore)
        self._lay_out()

    def entered(self) -> None:
        """Show what is known; start at the check."""
        self._presenter.look_up()
        give_focus(self.working.stop if self.working.isVisible() else self.check)

    def half_typed(self) -> Mapping[str, object]:
        """Give the foot of a page as far as it was typed."""
        typed = self.paper.line.text()
        return {"page": typed} if typed else {}

    def put_back(self, typed: Mapping[str, object]) -> None:
        """Show it again."""
        self.paper.line.setText(text_of(typed, "page"))
        give_focus(self.paper.line)

    def on_moved(self, moved: Moved) -> None:
        """Hear how far the check is; a screen that is gone hears nothing more."""
        self._presenter.on_moved(moved)

    def on_ended(self, what: Checked | ProblemForPerson) -> None:
        """Hear that the check is over, and how."""
        self._presenter.on_ended(what)

    # ---- what the presenter asks ------------------------------------------------------------

    def show_outcome(self, outcome: Outcome | None) -> None:
        """Show what the last check found."""
        self.heading.setText(outcome.heading if outcome else NEVER)
        self.lines.say("\n".join(outcome.lines) if outcome else "")
        self.meaning.say("\n".join(outcome.meaning) if outcome else "")
        steps = outcome.steps if outcome else ()
        self.steps.say(numbered(steps))
        self._what_to_do.setVisible(bool(steps))
        kind = "plain" if outcome is None else "good" if outcome.is_sound else "alarm"
        self._outcome.become(kind)

    def show_working(self, words: str, *, percent: int | None = None) -> None:
        """Say how far the check is; meanwhile no other can be begun."""
        was_working = not self.working.isHidden()
        self.working.show_work(words, percent=percent)
        self.check.setVisible(not words)
        if words and not was_working:
            self.banner.clear()
            give_focus(self.working.stop)
        elif was_working and not words:
            give_focus(self.check)

    def show_problem(self, problem: ProblemForPerson) -> None:
        """Say what went wrong."""
        self.banner.show_problem(problem)
        self._page.view.reveal(self.banner)

    def say(self, words: str) -> None:
        """Say what became of it."""
        self.banner.tell("note", words)

    # ---- what the person does ---------------------------------------------------------------

    def _on_restore(self) -> None:
        self.wants(ToLocked(to_restore=True))

    def _on_told(self, outcome: QWidget) -> None:
        """Bring what is to be read into view, once it has its place."""
        QTimer.singleShot(0, outcome, lambda: self._page.view.reveal(outcome))

    def _lay_out(self) -> None:
        self._outcome = Panel("plain", gap=SPACE.small)
        self._what_to_do = Words("What to do", Kind.STRONG)
        self._what_to_do.hide()
        self._outcome.add(self.heading, self.lines, self.meaning, self._what_to_do, self.steps)
        checking = Panel(gap=SPACE.medium)
        checking.add(
            Words("Is everything in the vault whole?", Kind.HEADING),
            Words(
                "The check reads every page and every record. A large vault takes some seconds. "
                f"{MEANWHILE}"
            ),
            beside(self.check),
            self.working,
            self._outcome,
        )
        restoring = Panel(gap=SPACE.medium)
        restoring.add(
            Words("Put a backup back", Kind.HEADING),
            Words(
                "Locks the vault first. You then see every backup, what it holds, and what would "
                "be missing, before anything is changed. Nothing is deleted."
            ),
            beside(self.restore),
        )
        self._page = Page(widest=760)
        self.paper.told.connect(self._on_told)
        self._page.add(
            beside(self.back),
            Words("The vault", Kind.TITLE),
            self.banner,
            checking,
            self.paper,
            restoring,
        )
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._page)
