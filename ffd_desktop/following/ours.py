"""What the school owes: sending, the form after a call, telling people, looking again."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ffd_desktop.councils.pack import Pack
from ffd_desktop.following.clocked import clocked
from ffd_desktop.following.moments import end_of, exact, has_come
from ffd_desktop.following.waiting import Waiting
from ffd_desktop.referral.after import After, Chase
from ffd_desktop.referral.answers import is_answered
from ffd_desktop.referral.calls import council_told
from ffd_desktop.referral.dates import PartDate
from ffd_desktop.referral.model import Referral

_NOTE = "Note it once it is done."
_OWN = "Your own record"


def ours(referral: Referral, pack: Pack, *, is_sealed: bool) -> Iterator[Waiting]:
    """Give what the school owes for a referral."""
    after = referral.after
    if not is_answered(after.sent_on):
        yield from _in_writing(referral, pack)
        if is_sealed:
            yield _SENDING
    if has_come(after.outcome) and not is_answered(after.family_told_on):
        yield _FAMILY
    yield from _schools(after)
    for one in after.chases:
        if isinstance(one.next_on, PartDate) and not _followed(after, one):
            yield _on(one.next_on, "chase", f"after.chases[{one.id}].next_on", "Ask again")
    if isinstance(after.next_review, PartDate):
        what = "Look again at how the child is"
        yield _on(after.next_review, "review", "after.next_review", what)


def _in_writing(referral: Referral, pack: Pack) -> Iterator[Waiting]:
    """Give the form that follows a telephone call."""
    call = council_told(referral)
    if call is None:
        return
    for clock in pack.clocks:
        if clock.event == "written_confirmation":
            how = "Send the form, and note how and when it went."
            found = clocked(clock, exact(call.when), path="after.sent_on", how=how)
            yield msgspec.structs.replace(found, is_ours=True)


def _schools(after: After) -> Iterator[Waiting]:
    for one in after.schools_told:
        if not is_answered(one.when):
            path = f"after.schools_told[{one.id}].when"
            yield msgspec.structs.replace(_SCHOOL, path=path)


def _followed(after: After, chase: Chase) -> bool:
    """Tell whether anything was noted on the day that was planned, or after it."""
    planned = chase.next_on.earliest() if isinstance(chase.next_on, PartDate) else None
    noted = (one.when.latest() for one in after.chases if isinstance(one.when, PartDate))
    return planned is not None and any(day is not None and day >= planned for day in noted)


def _on(day: PartDate, event: str, path: str, what: str) -> Waiting:
    """Give something that a person planned for a day."""
    return Waiting(
        event=event,
        path=path,
        what=what,
        by=end_of(day),
        words=day.words(),
        why="You wrote down that you would.",
        source=_OWN,
        how=_NOTE,
        is_ours=True,
    )


_SENDING = Waiting(
    event="sending",
    path="after.sent_on",
    what="Send it: it is sealed, and nothing says that the council has it",
    by=None,
    words="now",
    why="A referral helps from when somebody has it.",
    source="Worcestershire scrutiny report 2019, paras 46-47",
    how="Send it, or note how and when it went. If it cannot go, phone the front door.",
    is_ours=True,
    at_once=True,
)
_FAMILY = Waiting(
    event="family",
    path="after.family_told_on",
    what="Tell the family what came of it",
    by=None,
    words="as soon as you can, where it is safe for the child",
    why="Families should hear what was decided, and why.",
    source="Ofsted commentary on the front door, March 2017",
    how=_NOTE,
    is_ours=True,
)
_SCHOOL = Waiting(
    event="school",
    path="after.schools_told",
    what="Tell the safeguarding lead of another school",
    by=None,
    words="as soon as you can",
    why="A brother or sister goes there, and nobody there knows.",
    source="Worcestershire scrutiny report 2019, paras 36 and 92",
    how=_NOTE,
    is_ours=True,
)
