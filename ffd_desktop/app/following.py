"""What is due after sending, over the referrals of one vault. For the vault lane."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

import msgspec

from ffd_desktop.app import delivered, followed_drafts
from ffd_desktop.app.desk import Desk, OpenDraft
from ffd_desktop.councils.bundled import shared_code_lists
from ffd_desktop.councils.pack import Grade, Pack
from ffd_desktop.drafting.ports import DraftState, ShelfRow
from ffd_desktop.drafting.session import Batch
from ffd_desktop.following.board import Followed, Line, board
from ffd_desktop.following.chasing import chase_text
from ffd_desktop.following.closures import Closure
from ffd_desktop.following.due import all_due
from ffd_desktop.following.figures import Case, Figure, figures
from ffd_desktop.following.retention import Review, due_for_review, review_of
from ffd_desktop.following.waiting import Waiting, When
from ffd_desktop.problems import ProblemForPerson
from ffd_desktop.referral.dates import PartDate
from ffd_desktop.referral.edits import Edit, put, replay
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.private import Private

_CLOSURES: Final = "closures"
_ALIVE: Final = frozenset({DraftState.DRAFT, DraftState.SEALED, DraftState.SENT})
Packs = Mapping[str, Pack]


class Following:
    """Looks after what is due; remembers what it found of each referral until that changes."""

    def __init__(self, desk: Desk, packs: Packs) -> None:
        self._desk = desk
        self._packs = packs
        self._found: dict[str, tuple[str, DraftState, int, tuple[Waiting, ...]]] = {}

    def look(self) -> dict[When, tuple[Line, ...]]:
        """Give the board as of now, of every referral that whoever unlocked may read."""
        found = [
            Followed(row.id, row.reference, row.children, due)
            for row in self._rows()
            if (due := self._due(row))
        ]
        return board(found, now=self._desk.clock.now(), closures=closures(self._desk))

    def _rows(self) -> Iterator[ShelfRow]:
        """Give the referrals that are sealed or sent, and the drafts that were noted."""
        rows = [row for row in self._desk.shelf() if row.state in _ALIVE and not row.is_hidden]
        noted = followed_drafts.ids(self._desk.settings)
        if noted is None:
            drafts = (row for row in rows if row.state is DraftState.DRAFT)
            noted = frozenset(row.id for row in drafts if self._due(row))
            followed_drafts.keep(self._desk.settings, noted)
        for row in rows:
            if row.state is not DraftState.DRAFT or row.id in noted:
                yield row

    def words_for(self, line: Line) -> str:
        """Give words that ask the council for what is due; they name no child."""
        referral = self._desk.open(line.of.id).referral
        return chase_text(referral, line.waiting, self._packs[referral.council])

    def _due(self, row: ShelfRow) -> tuple[Waiting, ...]:
        kept = self._found.get(row.id)
        now = row.changed_at, row.state, self._desk.saves[row.id]
        if kept is None or kept[:3] != now:
            if row.state is not DraftState.DRAFT:
                delivered.note(self._desk, row.id)
            referral = self._desk.open(row.id).referral
            kept = (*now, due_for(referral, self._packs, row.state))
            self._found[row.id] = kept
        return kept[3]


def due_for(referral: Referral, packs: Packs, state: DraftState) -> tuple[Waiting, ...]:
    """Give what is due for a referral; nothing where its council's pack is not there."""
    pack = packs.get(referral.council)
    return all_due(referral, pack, is_sealed=state is not DraftState.DRAFT) if pack else ()


def closures(desk: Desk) -> tuple[Closure, ...]:
    """Give the days on which the school is closed, in order."""
    kept = desk.settings.get(_CLOSURES)
    return msgspec.convert(kept, tuple[Closure, ...]) if kept else ()


def keep_closures(desk: Desk, found: Iterable[Closure]) -> None:
    """Keep the days on which the school is closed.

    Raises:
        ProblemForPerson: ``closure_backwards`` when one ends before it begins; nothing is kept.
    """
    listed = sorted(found, key=lambda one: (one.first, one.last))
    if any(one.last < one.first for one in listed):
        raise ProblemForPerson(
            "Nothing was changed: these days end before they begin.",
            "Give the first day, then the last.",
            "closure_backwards",
        )
    desk.settings.put(_CLOSURES, msgspec.to_builtins(listed))


class ToReview(Private, frozen=True):
    """A referral with the day on which it is looked at."""

    id: str
    reference: str
    review: Review

    @property
    def children(self) -> tuple[str, ...]:
        """Names of the children of the family, as far as they are known."""
        return tuple(one.name for one in self.review.children if one.name)


def reviews(desk: Desk) -> tuple[ToReview, ...]:
    """Give every referral that whoever unlocked may read, with the day on which it is looked at."""
    rows = (row for row in desk.shelf() if not row.is_hidden)
    return tuple(
        ToReview(row.id, row.reference, review_of(desk.open(row.id).referral)) for row in rows
    )


def reviews_due(found: Sequence[ToReview], today: date) -> tuple[ToReview, ...]:
    """Give those that somebody should look at, the longest due first."""
    by_id = {one.id: one for one in found}
    return tuple(by_id[key] for key in due_for_review(((o.id, o.review) for o in found), today))


def keep_longer(desk: Desk, referral_id: str, until: PartDate, reason: str, *, screen: str) -> None:
    """Write down that a record is kept longer, until when and why.

    Raises:
        ProblemForPerson: ``keeping_unclear`` without a day to come or a reason.
    """
    day = until.latest()
    if day is None or day <= desk.clock.now().date() or not reason.strip():
        raise _unclear("Give a day that is to come, and why it is kept until then.")
    answers = (put("after.keep_until", until), put("after.keep_reason", reason.strip()))
    _write(desk, referral_id, answers, screen)


def hold(desk: Desk, referral_id: str, reason: str, *, screen: str) -> None:
    """Hold a record, so that nobody destroys it.

    Raises:
        ProblemForPerson: ``keeping_unclear`` without a reason.
    """
    if not reason.strip():
        raise _unclear("Say why it is held, and who asked for it.")
    _write(
        desk,
        referral_id,
        (put("after.hold", True), put("after.hold_reason", reason.strip())),
        screen,
    )


def _write(desk: Desk, referral_id: str, edits: tuple[Edit, ...], screen: str) -> None:
    after = replay(desk.open(referral_id).referral, edits)
    desk.save(referral_id, Batch(edits, after), screen=screen)


def _unclear(next_step: str) -> ProblemForPerson:
    return ProblemForPerson("Nothing was changed yet.", next_step, "keeping_unclear")


def office_figures(
    desk: Desk, packs: Packs, *, since: date | None = None, until: date | None = None
) -> tuple[Figure, ...]:
    """Count what was sent in a time, its first and last day included; without names."""
    opened = (desk.open(row.id) for row in desk.shelf() if not row.is_hidden)
    chosen = [
        Case(one.referral, _stood(one)) for one in opened if _within(one.referral, since, until)
    ]
    titles = {(pack.key, form.key): form.title for pack in packs.values() for form in pack.forms}
    return figures(chosen, routes=titles, outcomes=_outcomes())


def _stood(draft: OpenDraft) -> Counter[Grade]:
    """Count what was still to put right when a referral was sealed; answered ones are not."""
    found = draft.sealed[0].findings if draft.sealed else ()
    return Counter(one.grade for one in found if not one.answered)


def _within(referral: Referral, since: date | None, until: date | None) -> bool:
    sent = referral.after.sent_on
    day = sent.latest() if isinstance(sent, PartDate) else None
    return day is not None and (since is None or since <= day) and (until is None or day <= until)


def _outcomes() -> dict[str, str]:
    found = next(one for one in shared_code_lists() if one.key == "referral_outcomes")
    return {one.code: one.label for one in found.codes}


def as_csv(found: Iterable[Figure]) -> bytes:
    """Write figures as a table that a spreadsheet opens: UTF-8 with a mark, CRLF."""
    out = io.StringIO(newline="")
    table = csv.writer(out)
    table.writerow(("Group", "What", "Number"))
    table.writerows((one.group, one.name, f"{one.value:g}") for one in found)
    return out.getvalue().encode("utf-8-sig")
