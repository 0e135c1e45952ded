"""A council's details as a page: what is published, what the office has, and the difference.

Stops nobody: the numbers stand where they are needed, looked at or not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from ffd_desktop.app.desk import Desk
from ffd_desktop.app.office_details import Found
from ffd_desktop.councils.details import Detail, day_words, details_of
from ffd_desktop.councils.pack import Pack
from ffd_desktop.councils.review import LookAgain
from ffd_desktop.drafting.ports import Clock
from ffd_desktop.problems import ProblemForPerson
from ui.destinations import ToCouncilDetails, ToSettings, ToShelf
from ui.lanes import Lane, Submits
from ui.screen import Screen
from ui.screens.council_details.presenter import CouncilDetailsPresenter
from ui.style.tokens import SPACE
from ui.widgets.announce import announce
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.details_form import DetailsForm
from ui.widgets.focus import give_focus
from ui.widgets.page import Page
from ui.widgets.panel import Panel, beside
from ui.widgets.words import Kind, Words


class CouncilDetailsScreen(Screen):
    """Numbers, hours and addresses, to confirm or correct.

    Signals:
        office_changed: Something was kept; the shell looks it up anew.
    """

    office_changed = Signal()
    title = "Council details"

    def __init__(
        self,
        *,
        desk: Desk,
        pack: Pack,
        lane: Submits,
        clock: Clock,
        others: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        self.banner = Banner()
        self.why = Panel("note", gap=SPACE.tight)
        self.why_heading, self.why_words = Words("", Kind.STRONG), Words("")
        self.why.add(self.why_heading, self.why_words)
        self.why.hide()
        self.form = DetailsForm(pack, details_of(pack, {}, clock.now().date()))
        self.all = Button("All of these are right", "primary", does=self._on_all)
        self.to_shelf = Button("Back to the shelf", "link", does=lambda: self.wants(ToShelf()))
        self.to_settings = Button("Settings", "link", does=lambda: self.wants(ToSettings()))
        self.others = tuple(self._other(key, name) for key, name in (others or {}).items())
        self._awaited: Mapping[str, object] = {}
        self._presenter = CouncilDetailsPresenter(
            self, desk=desk, pack=pack, lane=Lane(lane, self), clock=clock
        )
        self.form.found.connect(self._on_found)
        self._lay_out(pack)

    def entered(self) -> None:
        """Read what is kept; start at the way back."""
        self._presenter.look_up()
        give_focus(self.to_shelf)

    def half_typed(self) -> Mapping[str, object]:
        """Give what was typed and not kept."""
        return {**self._awaited, **self.form.half_typed()}

    def put_back(self, typed: Mapping[str, object]) -> None:
        """Type it again, once the boxes hold what is kept."""
        self._awaited = typed

    # ---- what the presenter asks ------------------------------------------------------------

    def show_details(self, details: Sequence[Detail], again: LookAgain | None) -> None:
        """Show how each stands, and why to look again."""
        self.form.show_details(details)
        self.why.setVisible(again is not None)
        if again is not None:
            self.why.become("warn" if again.is_urgent else "note")
            self.why_heading.setText(again.heading)
            self.why_words.setText(again.words)
        typed, self._awaited = self._awaited, {}
        if (row := self.form.put_back(typed)) is not None:
            give_focus(row.box)

    def show_problem(self, problem: ProblemForPerson) -> None:
        """Say what went wrong, where it is seen."""
        self.banner.show_problem(problem)
        self._page.view.reveal(self.banner)

    def say(self, words: str) -> None:
        """Say what was done."""
        self.banner.tell("good", words)
        self._page.view.reveal(self.banner)

    def show_kept(self, found: Found, words: str) -> None:
        """Stay at the one that was kept: its button is gone, and its words say who found it."""
        box = self.form.row(found.contact, found.kind).box
        give_focus(box)
        announce(box, words)

    def details_kept(self) -> None:
        """Let the shell know."""
        self.office_changed.emit()

    # ---- what the person does ---------------------------------------------------------------

    def _on_found(self, found: Found) -> None:
        self._presenter.keep_one(found)

    def _on_all(self) -> None:
        self._presenter.keep(self.form.as_found())

    def _other(self, council: str, name: str) -> Button:
        says = f"The details of {name}"
        return Button(says, "link", does=lambda: self.wants(ToCouncilDetails(council)))

    def _lay_out(self, pack: Pack) -> None:
        self._page = Page(widest=760)
        self._page.add(
            beside(self.to_shelf, self.to_settings, *self.others),
            Words(f"Whom to reach in {pack.name}", Kind.TITLE),
            Words(_intro(pack)),
            self.banner,
            self.why,
            self.form,
            beside(self.all),
        )
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._page)


def _intro(pack: Pack) -> str:
    return (
        "Compare each with the council’s own page, or phone once. What you correct stays when the "
        "program is updated; if the council then publishes another, both are shown. The pack was "
        f"reviewed on {day_words(pack.reviewed_on)}; it is to be reviewed again by "
        f"{day_words(pack.review_by)}."
    )
