"""What the page of a council's details does: reads how each stands, and keeps what was found.

Touches no widget; the vault is read and written on its lane.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol

from ffd_desktop.app.desk import Desk
from ffd_desktop.app.office_details import Found, keep_details, office_details
from ffd_desktop.councils.checked import OfficeDetails
from ffd_desktop.councils.details import NAMES, Detail, details_of
from ffd_desktop.councils.pack import Pack
from ffd_desktop.councils.review import LookAgain, look_again
from ffd_desktop.drafting.ports import Clock
from ffd_desktop.problems import ProblemForPerson
from ui.lanes import Lane

KEPT = "Kept. The council’s details are confirmed from today."
LEFT = " What the council has changed waits for you: say for each which holds."


class CouncilDetailsView(Protocol):
    """What the presenter asks of the screen."""

    def show_details(self, details: Sequence[Detail], again: LookAgain | None) -> None:
        """Show how each stands, and why to look again."""
        ...

    def show_problem(self, problem: ProblemForPerson) -> None:
        """Say what went wrong."""
        ...

    def say(self, words: str) -> None:
        """Say what was done with all of them."""
        ...

    def show_kept(self, found: Found, words: str) -> None:
        """Say what was done with one, where it stands."""
        ...

    def details_kept(self) -> None:
        """Take notice that the office's details are others now."""
        ...


class CouncilDetailsPresenter:
    """Looks after the page."""

    def __init__(
        self, view: CouncilDetailsView, *, desk: Desk, pack: Pack, lane: Lane, clock: Clock
    ) -> None:
        self._view = view
        self._desk = desk
        self._pack = pack
        self._lane = lane
        self._clock = clock

    def look_up(self) -> None:
        """Read what is kept."""
        self._lane.run(
            lambda: office_details(self._desk, self._pack.key),
            done=self._on_read,
            failed=self._view.show_problem,
        )

    def keep(self, found: Sequence[Found]) -> None:
        """Keep all that somebody found right today."""

        def kept(office: OfficeDetails) -> None:
            self._on_read(office)
            waits = any(one.has_changed for one in self._details(office))
            self._view.say(KEPT + (LEFT if waits else ""))
            self._view.details_kept()

        self._run(found, kept)

    def keep_one(self, found: Found) -> None:
        """Keep one that somebody found right today."""

        def kept(office: OfficeDetails) -> None:
            self._on_read(office)
            self._view.show_kept(found, f"Kept: {NAMES[found.kind].lower()} {found.text}.")
            self._view.details_kept()

        self._run((found,), kept)

    def _run(self, found: Sequence[Found], kept: Callable[[OfficeDetails], None]) -> None:
        self._lane.run(lambda: self._keep(found), done=kept, failed=self._view.show_problem)

    def _keep(self, found: Sequence[Found]) -> OfficeDetails:
        by = self._desk.profile().staff_name or self._desk.staff_name
        return keep_details(self._desk, self._pack, found, by=by, on=self._today())

    def _on_read(self, office: OfficeDetails) -> None:
        again = look_again(self._pack, office, self._today())
        self._view.show_details(self._details(office), again)

    def _details(self, office: OfficeDetails) -> tuple[Detail, ...]:
        return details_of(self._pack, office, self._today())

    def _today(self) -> date:
        return self._clock.now().date()
