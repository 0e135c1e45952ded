"""Names in a referral that are those of pupils: looked up on the roll, on the vault lane."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import msgspec

from ffd_desktop.app.desk import Desk, OpenDraft
from ffd_desktop.checking.findings import look_over
from ffd_desktop.councils.pack import Form, Pack
from ffd_desktop.referral.model import Referral
from ffd_desktop.roll.called import pupils_called

WrittenOn = Callable[[Referral], tuple[Pack, Form]]


def pupils_in(
    desk: Desk, referral: Referral, written_on: WrittenOn, *, today: date
) -> frozenset[str]:
    """Give the full names in a referral's texts, folded, that pupils of the roll have.

    Raises:
        ProblemForPerson: As ``written_on`` does.
    """
    pack, form = written_on(referral)
    return pupils_called(desk.roll, look_over(referral, form, pack, today=today).unasked)


def open_to_check(desk: Desk, referral_id: str, written_on: WrittenOn, *, today: date) -> OpenDraft:
    """Take a referral out to check it: with the names in it that are those of pupils.

    Raises:
        ProblemForPerson: ``referral_missing``; as ``written_on`` does.
    """
    draft = desk.open(referral_id)
    found = pupils_in(desk, draft.referral, written_on, today=today)
    return msgspec.structs.replace(draft, pupils=found)
