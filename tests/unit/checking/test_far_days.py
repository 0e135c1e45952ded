"""Mistyped years at either end of the calendar: nothing that reckons with days trips over them."""

from __future__ import annotations

from datetime import date

import pytest

from ffd_desktop.checking.findings import check
from ffd_desktop.checking.written_after_call import written_after_call
from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.following.due import all_due
from ffd_desktop.following.retention import review_of
from ffd_desktop.referral.dates import read_date
from ffd_desktop.referral.edits import Edit, replay
from tests.builders.referrals import TODAY, typical

WRITTEN = (
    "31 December 9999 at 23:59",
    "31/12/9990",
    "due 31/12/9999",
    "1/1/0001 at 00:01",
    "due 1/1/0001",
    "December 9999",
    "9999",
)
ASKED = (
    *("first_call.when", "children[c1].date_of_birth", "events[e1].when", "concern.when"),
    *("after.sent_on", "after.decided_on", "after.acknowledged_on", "after.keep_until"),
)


@pytest.mark.parametrize("path", ASKED)
@pytest.mark.parametrize("words", WRITTEN)
@pytest.mark.parametrize(("council", "form"), [("walsall", "marf"), ("worcestershire", "csc")])
def test_a_mistyped_year_trips_nothing(council: str, form: str, words: str, path: str) -> None:
    pack = bundled_pack(council)
    edits = (Edit("first_call.phoned", True), Edit(path, read_date(words, today=TODAY)))
    referral = replay(typical(), edits)
    check(referral, pack.form(form), pack, today=TODAY)
    written_after_call(referral, pack)
    all_due(referral, pack, is_sealed=True)
    review = review_of(referral)
    assert review.on is None or review.on <= date.max
