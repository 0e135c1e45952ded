"""The findings as they stood: all of them, also those that a person answered, with the reason."""

from __future__ import annotations

from datetime import date

import msgspec

from ffd_desktop.checking.findings import check
from ffd_desktop.councils.pack import Form, Pack
from ffd_desktop.referral.answers import is_known
from ffd_desktop.referral.model import Referral
from ffd_desktop.sending.sealed import StoodFinding


def findings_as_they_stand(
    referral: Referral, form: Form, pack: Pack, *, today: date
) -> tuple[StoodFinding, ...]:
    """Give every finding of a referral, and what was said to it where somebody answered."""
    unanswered = msgspec.structs.replace(referral, replies=())
    said = {
        (one.rule, one.path, one.said): str(one.reason)
        for one in referral.replies
        if is_known(one.reason)
    }
    open_ones = {one.id for one in check(referral, form, pack, today=today)}
    return tuple(
        StoodFinding(
            one.rule,
            one.grade,
            one.path,
            one.what,
            answered=one.id not in open_ones,
            reason=said.get((one.rule, one.path, one.what), ""),
        )
        for one in check(unanswered, form, pack, today=today)
    )
