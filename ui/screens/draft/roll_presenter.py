"""A child of the roll for an open draft: finding, choosing, joining. Touches no widget.

Chooses nobody by itself. What is joined is worked out on the draft as it stands at that moment.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from ffd_desktop.app.draft_roll import Picked
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.roll.joining import joining
from ffd_desktop.roll.pupil import Pupil
from ffd_desktop.roll.rows import key_of
from ffd_desktop.roll.siblings import Proposal
from ui.lanes import Lane
from ui.pupil_search import Found, PupilSearch
from ui.screens.draft.joined_words import joined_words
from ui.screens.draft.ports import DraftRoll
from ui.screens.draft.presenter import DraftPresenter
from ui.widgets.kin import Choice, KinLine, kin_line
from ui.widgets.pupil_words import PupilCard, ResultLine, pupil_card

NOBODY = "Nobody else on the roll shares a parent, carer or address."
ALL_HERE = "Those who share a parent, carer or address on the roll are in this draft already."
LOOKING = "Looking for brothers and sisters on the roll …"
IS_HERE = "This child is in this draft already, by the UPN."


class RollView(Protocol):
    """What the presenter asks of the panel."""

    def show_results(self, lines: tuple[ResultLine, ...], words: str) -> None:
        """Show who was found, and what there is to say about the search."""
        ...

    def show_pupil(self, card: PupilCard, *, here: str) -> None:
        """Show a pupil's card; ``here`` says why nothing can be added, and is usually empty."""
        ...

    def show_kin(self, kin: tuple[KinLine, ...], words: str) -> None:
        """Show possible brothers and sisters; ``words`` when there are none."""
        ...

    def show_problem(self, problem: ProblemForPerson) -> None:
        """Say what went wrong."""
        ...


class RollPresenter:
    """Looks after one child who is to come from the roll."""

    def __init__(
        self,
        view: RollView,
        draft: DraftPresenter,
        roll: DraftRoll,
        lane: Lane,
        *,
        joined: Callable[[str], None],
    ) -> None:
        self._view, self._draft, self._roll, self._lane = view, draft, roll, lane
        self._joined = joined
        self._found: dict[str, Pupil] = {}
        self._pupil: Pupil | None = None
        self._standing = Choice.REFER
        self._choices: dict[str, Choice] = {}
        self._search = PupilSearch(
            lane,
            find=roll.find_pupils,
            check=roll.check_upn,
            found=self._on_found,
            failed=view.show_problem,
        )

    def look_for(self, text: str) -> None:
        """Look for a UPN or a name while it is typed."""
        self._search.look_for(text)

    def choose(self, key: str) -> None:
        """Show a pupil's card, and look for brothers and sisters who are not here yet."""
        pupil = self._found.get(key)
        if pupil is None or pupil is self._pupil:
            return
        self._pupil, self._choices = pupil, {}
        here = IS_HERE if self._is_here(pupil) else ""
        self._view.show_pupil(pupil_card(pupil, today=self._draft.clock.now().date()), here=here)
        self._view.show_kin((), LOOKING)

        def proposed(kin: Sequence[Proposal]) -> None:
            if self._pupil is pupil:
                self._on_kin(kin)

        self._lane.run(
            lambda: self._roll.family_of(key), done=proposed, failed=self._view.show_problem
        )

    def stand(self, choice: Choice) -> None:
        """Note whether the chosen child is referred."""
        self._standing = choice

    def decide(self, key: str, choice: Choice) -> None:
        """Note what becomes of a possible brother or sister."""
        self._choices[key] = choice

    def add(self) -> None:
        """Put the child, and the brothers and sisters who were chosen, into the draft."""
        if self._pupil is None:
            return
        chosen = {} if self._is_here(self._pupil) else {key_of(self._pupil): self._standing}
        wanted = {
            key: one.value
            for key, one in {**chosen, **self._choices}.items()
            if one in (Choice.REFER, Choice.FAMILY)
        }
        self._lane.run(
            lambda: self._roll.pick(wanted), done=self._on_picked, failed=self._view.show_problem
        )

    def _on_found(self, found: Found) -> None:
        self._found = {key_of(pupil): pupil for pupil in found.pupils}
        words = " ".join((found.words, *(f"Was {one} meant?" for one in found.suggestions)))
        self._view.show_results(found.lines, words.strip())
        if found.is_certain:
            self.choose(key_of(found.pupils[0]))

    def _on_kin(self, kin: Sequence[Proposal]) -> None:
        new = tuple(one for one in kin if not self._is_here(one.pupil))
        self._view.show_kin(tuple(map(kin_line, new)), "" if new else ALL_HERE if kin else NOBODY)

    def _on_picked(self, picked: Picked) -> None:
        referral = self._draft.referral
        made = joining(referral, picked.chosen, source=picked.source, school=picked.school)
        before = {one.id for one in referral.children}
        self._pupil = None
        self._draft.do_and_say(joined_words(referral, made), *made.edits)
        came = (one.id for one in self._draft.referral.children if one.id not in before)
        self._joined(next(came, ""))

    def _is_here(self, pupil: Pupil) -> bool:
        return bool(pupil.upn) and any(
            one.upn == pupil.upn for one in self._draft.referral.children
        )
