"""What a new referral does: danger, finding the child, family, form, draft. Touches no widget.

Nothing blocks: a draft can be started with danger unanswered, with nobody found, without a roll.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Protocol

from ffd_desktop.app.desk import Desk
from ffd_desktop.councils.pack import Form, Pack
from ffd_desktop.drafting.ports import Clock
from ffd_desktop.drafting.shelf import Aim
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.ids import new_id
from ffd_desktop.referral.model import Referral
from ffd_desktop.roll.pupil import Pupil
from ffd_desktop.roll.rows import key_of
from ffd_desktop.roll.siblings import Proposal
from ui.lanes import Lane
from ui.pupil_search import Found, PupilSearch
from ui.screens.new_referral.choices import (
    Danger,
    danger_edits,
    name_edits,
    split_name,
    summary,
)
from ui.screens.new_referral.ports import RollDesk
from ui.widgets.kin import Choice, KinLine, kin_line
from ui.widgets.pupil_words import (
    PupilCard,
    ResultLine,
    name_of,
    pupil_card,
)

SCREEN = "new_referral"


class NewReferralView(Protocol):
    """What the presenter asks of the screen."""

    def show_numbers(self, *, shown: bool) -> None:
        """Show or hide the card of numbers."""
        ...

    def show_roll(self, *, is_there: bool) -> None:
        """Say whether pupils can be found at all."""
        ...

    def show_results(self, lines: tuple[ResultLine, ...], words: str) -> None:
        """Show who was found; ``words`` say what there is to say about the search."""
        ...

    def show_suggestions(self, upns: tuple[str, ...]) -> None:
        """Offer UPNs that were probably meant."""
        ...

    def show_pupil(self, card: PupilCard | None) -> None:
        """Show a pupil's card, or none."""
        ...

    def show_kin(self, kin: tuple[KinLine, ...], words: str) -> None:
        """Show possible brothers and sisters; ``words`` when there are none."""
        ...

    def show_summary(self, words: str) -> None:
        """Say what will be started."""
        ...

    def show_name(self, first_names: str, family_name: str) -> None:
        """Fill the boxes for a child who is not on the roll."""
        ...

    def show_problem(self, problem: ProblemForPerson) -> None:
        """Say in the window what went wrong."""
        ...

    def open_draft(self, referral_id: str) -> None:
        """Leave for the new draft."""
        ...


class NewReferralPresenter:
    """Looks after a new referral until its draft is open."""

    def __init__(
        self,
        view: NewReferralView,
        *,
        desk: Desk,
        rolls: RollDesk,
        pack: Pack,
        lane: Lane,
        clock: Clock,
    ) -> None:
        self._view = view
        self._desk = desk
        self._rolls = rolls
        self._pack = pack
        self._lane = lane
        self._clock = clock
        self._danger: Danger | None = None
        self._form = pack.forms[0]
        self._search = PupilSearch(
            lane,
            find=lambda text: rolls.find_pupils(desk, text),
            check=lambda text: rolls.check_upn(desk, text),
            found=self._on_found,
            failed=view.show_problem,
        )
        self._found: dict[str, Pupil] = {}
        self._pupil: Pupil | None = None
        self._choices: dict[str, Choice] = {}
        self._is_starting = False

    @property
    def forms(self) -> tuple[Form, ...]:
        """The forms to choose from."""
        return self._pack.forms

    @property
    def chosen(self) -> str:
        """The key of the pupil whose card is shown; empty for none."""
        return key_of(self._pupil) if self._pupil is not None else ""

    def look_for_roll(self) -> None:
        """Find out whether the school's roll is there."""
        self._lane.run(
            lambda: self._desk.roll.source() is not None,
            done=lambda is_there: self._view.show_roll(is_there=is_there),
            failed=self._view.show_problem,
        )

    def danger(self, danger: Danger) -> None:
        """Note the answer; yes and not sure bring the numbers."""
        self._danger = danger
        self._view.show_numbers(shown=danger.needs_numbers)

    def search(self, text: str) -> None:
        """Look for a UPN or a name while it is typed."""
        self._search.look_for(text)

    def choose(self, key: str) -> None:
        """Show a pupil's card, and look for brothers and sisters."""
        pupil = self._found.get(key)
        if pupil is None or pupil is self._pupil:
            return
        self._pupil, self._choices = pupil, {}
        self._view.show_pupil(pupil_card(pupil, today=self._today()))
        self._view.show_kin((), "Looking for brothers and sisters on the roll …")
        self._show_summary()

        def proposed(kin: Sequence[Proposal]) -> None:
            if self._pupil is pupil:
                self._on_kin(kin)

        self._lane.run(
            lambda: self._rolls.family_of(self._desk, key),
            done=proposed,
            failed=self._view.show_problem,
        )

    def decide(self, key: str, choice: Choice) -> None:
        """Note what becomes of a possible brother or sister."""
        self._choices[key] = choice
        self._show_summary()

    def use_form(self, key: str) -> None:
        """Choose the form."""
        self._form = self._pack.form(key)
        self._show_summary()

    def start(self) -> None:
        """Start the draft about the pupil whose card is shown."""
        pupil = self._pupil
        if pupil is None or self._is_starting:
            return
        aim, edits, choices = self._aim(), danger_edits(self._danger), self._decided()
        self._begin(
            lambda: self._rolls.start_from_roll(
                self._desk, aim, key_of(pupil), choices, edits=edits, screen=SCREEN
            )
        )

    def offer_name(self) -> None:
        """Fill in the name of a child who is not on the roll from what was typed."""
        self._view.show_name(*split_name(self._search.text))

    def start_without_roll(self, first_names: str, family_name: str) -> None:
        """Start a draft about a child who is not on the roll; the name may be blank."""
        if self._is_starting:
            return
        aim = self._aim()
        edits = (*name_edits(new_id(), first_names, family_name), *danger_edits(self._danger))
        self._begin(lambda: self._desk.start(aim, prefill=edits, screen=SCREEN))

    def _begin(self, work: Callable[[], Referral]) -> None:
        self._is_starting = True

        def started(referral: Referral) -> None:
            self._is_starting = False
            self._view.open_draft(referral.id)

        def failed(problem: ProblemForPerson) -> None:
            self._is_starting = False
            self._view.show_problem(problem)

        self._lane.run(work, done=started, failed=failed)

    def _on_found(self, found: Found) -> None:
        self._found = {key_of(pupil): pupil for pupil in found.pupils}
        self._view.show_suggestions(found.suggestions)
        self._view.show_results(found.lines, found.words)
        if found.is_certain:
            self.choose(key_of(found.pupils[0]))

    def _on_kin(self, kin: Sequence[Proposal]) -> None:
        self._choices = {one.key: Choice.UNDECIDED for one in kin}
        none = "" if kin else "Nobody else on the roll shares a parent, carer or address."
        self._view.show_kin(tuple(kin_line(one) for one in kin), none)
        self._show_summary()

    def _decided(self) -> Mapping[str, str]:
        kept = (Choice.REFER, Choice.FAMILY)
        return {key: one.value for key, one in self._choices.items() if one in kept}

    def _show_summary(self) -> None:
        if self._pupil is not None:
            title = self._form.title
            self._view.show_summary(summary(name_of(self._pupil), self._choices, title))

    def _aim(self) -> Aim:
        return Aim(self._pack.key, self._form.key, self._pack.version)

    def _today(self) -> date:
        return self._clock.now().date()
