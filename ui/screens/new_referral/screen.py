"""A new referral as a screen: joins danger, finding, the pupil's card and the presenter."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout

from ffd_desktop.app.desk import Desk
from ffd_desktop.councils.pack import Pack
from ffd_desktop.drafting.ports import Clock
from ffd_desktop.problems import ProblemForPerson
from ui.destinations import ToDraft, ToRoll, ToShelf
from ui.lanes import Lane, Submits
from ui.screen import Screen
from ui.screens.new_referral.danger_card import DangerCard
from ui.screens.new_referral.find_card import FindCard
from ui.screens.new_referral.half_typed import HalfTyped
from ui.screens.new_referral.ports import RollDesk
from ui.screens.new_referral.presenter import NewReferralPresenter
from ui.screens.new_referral.pupil_panel import PupilPanel
from ui.style.tokens import SPACE
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.focus import give_focus
from ui.widgets.kin import KinLine
from ui.widgets.live_numbers import Whom
from ui.widgets.page import Page
from ui.widgets.panel import Panel, beside
from ui.widgets.pupil_words import PupilCard, ResultLine
from ui.widgets.two_columns import TwoColumns
from ui.widgets.words import Kind, Words


class NewReferralScreen(Screen):
    """From the question about danger to a filled draft."""

    title = "New referral"

    def __init__(
        self,
        *,
        desk: Desk,
        rolls: RollDesk,
        pack: Pack,
        lane: Submits,
        clock: Clock,
        whom: Whom,
    ) -> None:
        super().__init__()
        self.banner = Banner()
        self.danger = DangerCard(whom)
        self.finder = FindCard()
        self.pupil = PupilPanel(pack.forms)
        self.pupil.hide()
        self.nobody = Panel("sunken")
        self.roll_words = Words("", Kind.BODY)
        self.to_roll = Button("Bring in the school’s roll", "link", does=self._on_roll)
        self.to_roll.hide()
        self.to_shelf = Button("Back to the shelf", "link", does=self._on_shelf)
        self._lay_out()
        self._presenter = NewReferralPresenter(
            self,
            desk=desk,
            rolls=rolls,
            pack=pack,
            lane=Lane(lane, self),
            clock=clock,
        )
        self._half = HalfTyped(
            self.danger, self.finder, self.pupil, chosen=lambda: self._presenter.chosen
        )
        self._join()

    def entered(self) -> None:
        """Start at the question about danger."""
        self._presenter.look_for_roll()
        give_focus(self.danger.radios[next(iter(self.danger.radios))])

    def half_typed(self) -> Mapping[str, object]:
        """Give what was answered, typed and chosen so far."""
        return self._half.give()

    def put_back(self, typed: Mapping[str, object]) -> None:
        """Show all of it again."""
        self._half.take(typed)

    # ---- what the presenter asks ------------------------------------------------------------

    def show_numbers(self, *, shown: bool) -> None:
        """Show or hide whom to phone."""
        self.danger.show_numbers(shown=shown)

    def show_roll(self, *, is_there: bool) -> None:
        """Say that there is no roll, when there is none."""
        self.roll_words.setText(
            "Type a UPN or a part of a name at the left. The child, the family and the contacts "
            "are then filled in from the school’s roll."
            if is_there
            else "The school’s roll is not brought in yet, so nobody can be found by UPN or name. "
            "Start without it, or bring it in first."
        )
        self.to_roll.setVisible(not is_there)

    def show_results(self, lines: tuple[ResultLine, ...], words: str) -> None:
        """Show who was found."""
        self.finder.show_results(lines, words)
        if lines:
            self._half.found()
            self.page.view.reveal_soon(self.finder)

    def show_suggestions(self, upns: tuple[str, ...]) -> None:
        """Offer UPNs that were probably meant."""
        self.finder.show_suggestions(upns)

    def show_pupil(self, card: PupilCard | None) -> None:
        """Show a pupil's card, or none."""
        self.pupil.setVisible(card is not None)
        self.nobody.setVisible(card is None)
        if card is not None:
            self.pupil.show_pupil(card)

    def show_kin(self, kin: tuple[KinLine, ...], words: str) -> None:
        """Show possible brothers and sisters."""
        self.pupil.kin.show_kin(kin, words)
        if kin:
            self._half.related()

    def show_summary(self, words: str) -> None:
        """Say what will be started."""
        self.pupil.summary.setText(words)

    def show_name(self, first_names: str, family_name: str) -> None:
        """Open the boxes for a child who is not on the roll."""
        self.finder.show_name(first_names, family_name)

    def show_problem(self, problem: ProblemForPerson) -> None:
        """Say what went wrong."""
        self.banner.show_problem(problem)

    def open_draft(self, referral_id: str) -> None:
        """Leave for the new draft."""
        self.wants(ToDraft(referral_id))

    # ---- layout and keys --------------------------------------------------------------------

    def _lay_out(self) -> None:
        columns = TwoColumns(side=560, least=980)
        columns.main.addWidget(self.finder)
        columns.main.addStretch(1)
        self.nobody.add(SPACE.small, self.roll_words, beside(self.to_roll), SPACE.small)
        columns.side.addWidget(self.nobody)
        columns.side.addWidget(self.pupil)
        columns.side.addStretch(1)
        self.page = Page(widest=1240)
        self.page.add(
            beside(self.to_shelf),
            Words("New referral", Kind.TITLE),
            self.banner,
            self.danger,
            columns,
        )
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.page)

    def _join(self) -> None:
        presenter = self._presenter
        self.danger.answered.connect(presenter.danger)
        self.finder.search.sought.connect(presenter.search)
        self.finder.results.looked_at.connect(presenter.choose)
        self.finder.results.taken.connect(self._on_taken)
        self.finder.name_wanted.connect(presenter.offer_name)
        self.finder.without.connect(presenter.start_without_roll)
        self.pupil.start.clicked.connect(presenter.start)
        self.pupil.form_chosen.connect(presenter.use_form)
        self.pupil.kin.decided.connect(presenter.decide)

    def _on_taken(self, key: str) -> None:
        """Show the pupil's card and go to Start writing."""
        self._presenter.choose(key)
        give_focus(self.pupil.start)

    def _on_roll(self) -> None:
        self.wants(ToRoll())

    def _on_shelf(self) -> None:
        self.wants(ToShelf())
