"""The changes of a referral, readable: each with its question, and the words before and after.

What somebody types into one answer without going elsewhere is one change, however often it was
saved. Comments are between colleagues and are left out, and so is every reason kept on file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, tzinfo
from typing import Final

from ffd_desktop.councils.pack import Pack
from ffd_desktop.drafting.ports import StoredEdit
from ffd_desktop.exporting.records.questions import Place, Questions
from ffd_desktop.exporting.wording import Wording
from ffd_desktop.referral.commenting import is_comment
from ffd_desktop.referral.edits import apply
from ffd_desktop.referral.model import Referral
from ffd_desktop.referral.private import Private

_REPLIES: Final = "replies"
WITHHELD: Final = "(its words are not shown here)"
_KEEP: Final = 60
"""Characters left on each side of what differs, where two texts begin or end alike."""


class Change(Private, frozen=True):
    """One change.

    Attributes:
        seq: Of its last edit; orders, never the clock.
        at: When it was begun, in the school's zone.
        who: The member of staff's name as held in the vault.
        what: The question, and whose; such as "First names, of Asha Khan".
        before: The words that stood there; empty for none.
        after: The words that stand there now.
        note: How it came about, such as "filled in from the roll".
    """

    seq: int
    at: datetime
    who: str
    what: str
    before: str
    after: str
    note: str = ""


class _Run(Private, frozen=True):
    """Edits of one answer by one person on one day, one after the other."""

    first: StoredEdit
    last: StoredEdit
    before: Referral
    after: Referral

    def goes_on(self, edit: StoredEdit, zone: tzinfo | None) -> bool:
        """Tell whether an edit belongs to it."""
        mine = self.last
        return (
            (mine.edit.path, mine.by.actor) == (edit.edit.path, edit.by.actor)
            and bool(mine.edit.origin) is bool(edit.edit.origin)
            and not Place(edit.edit.path).is_item
            and _day(mine, zone) == _day(edit, zone)
        )


def changes(
    first: Referral,
    edits: Iterable[StoredEdit],
    *,
    questions: Questions,
    pack: Pack,
    zone: tzinfo | None,
) -> Iterator[Change]:
    """Yield the changes since a referral was begun, oldest first."""
    for run in _runs(first, edits, zone):
        if not is_comment(run.last.edit.path):
            yield _change(run, questions, pack, zone)


def _runs(first: Referral, edits: Iterable[StoredEdit], zone: tzinfo | None) -> Iterator[_Run]:
    here, run = first, None
    for one in edits:
        after = apply(here, one.edit).referral
        if run is not None and run.goes_on(one, zone):
            run = _Run(run.first, one, run.before, after)
        else:
            if run is not None:
                yield run
            run = _Run(one, one, here, after)
        here = after
    if run is not None:
        yield run


def _change(run: _Run, questions: Questions, pack: Pack, zone: tzinfo | None) -> Change:
    place, at = Place(run.last.edit.path), _moment(run.first, zone)
    old, new = Wording(run.before, pack, at.date()), Wording(run.after, pack, at.date())
    item = "" if place.is_item else questions.item(place, new, old)
    label = questions.label(place)
    before, after = _words(place, questions, old), _words(place, questions, new)
    return Change(
        seq=run.last.seq,
        at=at,
        who=run.first.by.actor,
        what=f"{label}, of {item}" if item else label,
        before=differing(before, after),
        after=differing(after, before),
        note=_note(run, place),
    )


def _words(place: Place, questions: Questions, wording: Wording) -> str:
    words = questions.words(place, wording)
    return WITHHELD if words and place.list == _REPLIES else words


def _note(run: _Run, place: Place) -> str:
    origin = run.last.edit.origin
    if origin is not None:
        return f"filled in from the {origin.kind}"
    if place.is_item:
        return "taken out" if run.last.edit.value is None else "added"
    return ""


def differing(words: str, others: str) -> str:
    """Give of a long text the part in which it differs from another, and a little around it."""
    if not words or not others or words == others:
        return words
    shorter = min(len(words), len(others))
    start = next((n for n in range(shorter) if words[n] != others[n]), shorter)
    rest = shorter - start
    end = next((n for n in range(rest) if words[-1 - n] != others[-1 - n]), rest)
    cut = words.rfind(" ", 0, max(start - _KEEP, 0)) + 1
    stop = words.find(" ", len(words) - end + _KEEP) if end > _KEEP else -1
    stop = len(words) if stop < 0 else stop
    head = "\u2026 " if cut else ""
    tail = " \u2026" if stop < len(words) else ""
    return f"{head}{words[cut:stop]}{tail}"


def _day(edit: StoredEdit, zone: tzinfo | None) -> date:
    return _moment(edit, zone).date()


def _moment(edit: StoredEdit, zone: tzinfo | None) -> datetime:
    return datetime.fromisoformat(edit.by.at).astimezone(zone)
