"""After a call: Walsall's 24 hours run through nights; where no number is given, one asks."""

from __future__ import annotations

import msgspec
import pytest

from ffd_desktop.checking.written_after_call import written_after_call
from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.referral.dates import read_date
from ffd_desktop.referral.model import FirstCall, Referral
from tests.builders.items import TODAY
from tests.builders.referrals import small

WALSALL = bundled_pack("walsall")


def called(when: str | None, *, phoned: bool = True) -> Referral:
    at = read_date(when, today=TODAY) if when else None
    return msgspec.structs.replace(small(), first_call=FirstCall(phoned=phoned, when=at))


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("20 November 2026 at 15:40", "by 15:40 on Saturday 21 November 2026"),
        ("20/11/26 16:25", "by 16:25 on Saturday 21 November 2026"),
        ("27 March 2027 at 12:00", "by 13:00 on Sunday 28 March 2027"),  # the clocks go forward
    ],
)
def test_walsall_wants_the_form_within_24_hours_of_the_clock(when: str, words: str) -> None:
    found = written_after_call(called(when), WALSALL)
    assert found is not None
    assert words in found.words
    assert "24 hours" in found.basis


@pytest.mark.parametrize("when", [None, "20 November 2026", "March 2026", "just now"])
def test_without_a_day_and_a_time_nothing_is_made_up(when: str | None) -> None:
    found = written_after_call(called(when), WALSALL)
    assert found is not None
    assert found.words.startswith("Write the day and the time")


def test_worcestershire_gives_no_number_so_one_asks() -> None:
    found = written_after_call(called("20/11/26 15:40"), bundled_pack("worcestershire"))
    assert found is not None
    assert found.words.startswith("Ask the Family Front Door")


def test_while_nobody_phoned_nothing_is_due() -> None:
    assert written_after_call(called(None, phoned=False), WALSALL) is None
