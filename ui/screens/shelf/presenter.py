"""What the shelf does: finds, opens, copies, archives, destroys. Touches no widget and no disk.

Every call to the desk goes to the vault lane. While one search is under way only the newest words
wait behind it, so typing never builds a queue.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from ffd_desktop.app import nags
from ffd_desktop.app.comment_notes import news
from ffd_desktop.app.desk import Desk
from ffd_desktop.drafting import restricting
from ffd_desktop.drafting.destroying import Destroying
from ffd_desktop.drafting.ports import Clock, ShelfRow
from ffd_desktop.following.board import Line, near_words
from ffd_desktop.following.waiting import When
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.private import Private
from ui.lanes import Lane
from ui.screens.shelf.readers_panel import Asked, Reader
from ui.screens.shelf.rows import Filter, Row, Rows, counts_of
from ui.when import day_words

SCREEN = "shelf"
_Found = tuple[tuple[ShelfRow, ...], dict[str, str], dict[str, str], dict[str, str]]


class RollWords(Private, frozen=True):
    """Whether the school's roll is there, in words."""

    words: str
    is_there: bool


class Follows(Protocol):
    """What is due after sending; belongs to the vault lane."""

    def look(self) -> Mapping[When, Sequence[Line]]:
        """Give what is due, grouped by how near it is."""
        ...


class ShelfView(Protocol):
    """What the presenter asks of the screen."""

    def show_rows(self, rows: Rows, empty: str) -> None:
        """Show these rows; ``empty`` explains why there are none."""
        ...

    def show_counts(self, counts: Mapping[Filter, int]) -> None:
        """Say how many there are behind each filter."""
        ...

    def show_roll(self, roll: RollWords) -> None:
        """Say whether the school's roll is there, and how old it is."""
        ...

    def show_you(self, *, is_known: bool) -> None:
        """Ask quietly for the details of whoever sits here, when they are not known."""
        ...

    def show_due(self, words: str) -> None:
        """Say how much is due after sending; no words when nothing is."""
        ...

    def ask_readers(self, asked: Asked) -> None:
        """Ask who may read a referral."""
        ...

    def show_problem(self, problem: ProblemForPerson) -> None:
        """Say in the window what went wrong."""
        ...

    def say(self, words: str) -> None:
        """Say what was done."""
        ...

    def select(self, referral_id: str) -> None:
        """Put the mark on a row."""
        ...

    def open_draft(self, referral_id: str) -> None:
        """Leave for a draft."""
        ...


class ShelfPresenter:
    """Looks after the shelf while it is shown."""

    def __init__(
        self,
        view: ShelfView,
        *,
        desk: Desk,
        lane: Lane,
        clock: Clock,
        forms: Mapping[tuple[str, str], str],
        follows: Follows,
    ) -> None:
        self._follows = follows
        self._view = view
        self._desk = desk
        self._lane = lane
        self._clock = clock
        self._forms = forms
        self._filter = Filter.DRAFTS
        self._words = ""
        self._found: tuple[ShelfRow, ...] = ()
        self._names: dict[str, str] = {}
        self._comments: dict[str, str] = {}
        self._sending: dict[str, str] = {}
        self._has_looked = False
        self._is_looking = False
        self._is_stale = False
        self._select = ""

    def look(self) -> None:
        """Read the shelf again, and look for the roll."""
        self._lane.run(
            lambda: _roll_words(self._desk),
            done=self._view.show_roll,
            failed=self._view.show_problem,
        )
        self._lane.run(
            lambda: self._desk.knows_me,
            done=lambda known: self._view.show_you(is_known=known),
            failed=self._view.show_problem,
        )
        self._find()
        self._lane.run(
            self._follows.look,
            done=lambda groups: self._view.show_due(near_words(groups)),
            failed=self._view.show_problem,
        )

    def _find(self) -> None:
        if self._is_looking:
            self._is_stale = True
            return
        self._is_looking, self._is_stale = True, False
        words, desk = self._words, self._desk
        self._lane.run(
            lambda: (
                desk.find(words),
                {one.person: one.name for one in desk.staff},
                news(desk.settings, desk.person),
                nags.states(desk),
            ),
            done=self._on_found,
            failed=self._on_failed,
        )

    def read_again(self) -> None:
        """Read the rows again, as they are looked for."""
        self._find()

    def search(self, words: str) -> None:
        """Look for words."""
        if words != self._words:
            self._words = words
            self._find()

    def choose(self, chosen: Filter) -> None:
        """Look at another part of the shelf."""
        self._filter = chosen
        if self._has_looked:
            self._show()

    def open(self, row: Row) -> None:
        """Take a referral from the shelf, unless it is restricted to others."""
        if row.is_hidden:
            self._view.show_problem(restricting.restricted())
        else:
            self._view.open_draft(row.id)

    def ask_readers(self, row: Row) -> None:
        """Find out who may read a referral, and ask who shall."""
        self._lane.run(
            lambda: _readers_of(self._desk, row),
            done=self._view.ask_readers,
            failed=self._on_failed,
        )

    def restrict(self, referral_id: str, people: tuple[str, ...]) -> None:
        """Let only these people read a referral; none means everybody."""
        said = (
            "Kept. Only those who are marked can read it."
            if people
            else "Kept. Everybody who can open this vault can read it."
        )
        self._lane.run(
            lambda: self._desk.restrict(referral_id, people, screen=SCREEN),
            done=lambda _: self._after(said),
            failed=self._on_failed,
        )

    def copy(self, row: Row) -> None:
        """Put a copy on the shelf and mark it."""

        def copied(made: Referral) -> None:
            self._select = made.id
            self._after(f"Copied. The copy has the reference {made.reference}.")

        self._lane.run(
            lambda: self._desk.copy(row.id, screen=SCREEN), done=copied, failed=self._on_failed
        )

    def archive_or_bring_back(self, row: Row) -> None:
        """Take a referral out of daily sight, or put it back."""
        act = self._desk.bring_back if row.is_archived else self._desk.archive
        said = (
            f"{row.reference} is back among the drafts."
            if row.is_archived
            else f"{row.reference} is archived. You find it under Archived."
        )
        self._lane.run(
            lambda: act(row.id, screen=SCREEN),
            done=lambda _: self._after(said),
            failed=self._on_failed,
        )

    def destroy(self, destroying: Destroying, *, done: Callable[[], None]) -> None:
        """Remove a referral for ever; does nothing until reason and reference are there."""
        if destroying.missing():
            return

        def destroyed(_: None) -> None:
            done()
            self._after(f"{destroying.reference} is destroyed. Its reason is kept in Settings.")

        self._lane.run(
            lambda: self._desk.destroy(
                destroying.referral_id, reason=destroying.reason, screen=SCREEN
            ),
            done=destroyed,
            failed=self._on_failed,
        )

    def _after(self, said: str) -> None:
        self._view.say(said)
        self._find()

    def _on_found(self, found: _Found) -> None:
        self._is_looking, self._has_looked = False, True
        self._found, self._names, self._comments, self._sending = found
        if self._is_stale:
            self._find()
            return
        self._show()
        if self._select:
            self._view.select(self._select)
            self._select = ""

    def _on_failed(self, problem: ProblemForPerson) -> None:
        self._is_looking = False
        self._view.show_problem(problem)

    def _show(self) -> None:
        rows = Rows(
            self._found,
            self._filter,
            forms=self._forms,
            now=self._clock.now(),
            names=self._names,
            comments=self._comments,
            sending=self._sending,
        )
        self._view.show_counts(counts_of(self._found))
        self._view.show_rows(rows, "" if len(rows) else self._why_empty())

    def _why_empty(self) -> str:
        if self._words.strip():
            return (
                "Nothing found. Look for any part of a name, a reference such as FFD-2026-0042, "
                "or words you wrote. All shows archived referrals too."
            )
        match self._filter:
            case Filter.SEALED:
                return "Nothing is sealed or sent. A referral is sealed on its page Check."
            case Filter.ARCHIVED:
                return (
                    "Nothing is archived. Archiving takes a referral out of daily sight; "
                    "not a word of it changes."
                )
            case Filter.DRAFTS if self._found:
                return "No drafts. All shows the referrals that are archived or were sent."
            case Filter.DRAFTS | Filter.ALL:
                return (
                    "Nothing is on the shelf yet. Start with New referral: type a UPN or a name, "
                    "and the family is filled in from the school’s roll. Every word you write is "
                    "kept here by itself."
                )


def _readers_of(desk: Desk, row: Row) -> Asked:
    now = desk.readers(row.id)
    return Asked(
        row.id,
        row.reference,
        tuple(
            Reader(
                one.person, one.name, is_me=one.person == desk.person, is_marked=one.person in now
            )
            for one in desk.staff
        ),
        is_restricted=bool(now),
    )


def _roll_words(desk: Desk) -> RollWords:
    source, count = desk.roll.source(), desk.roll.count()
    if source is None:
        return RollWords(
            "Not brought in yet. With it, a UPN or a name fills in the whole family.",
            is_there=False,
        )
    day = source.day or source.imported_on
    dated = f", of {day_words(day)}" if day else ""
    pupils = "pupil" if count == 1 else "pupils"
    return RollWords(f"{count:,} {pupils}{dated}", is_there=True)
