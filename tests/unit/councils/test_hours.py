"""Whom to phone: the published hours to the minute, bank holidays and the change of clocks."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.councils.checked import CheckedDetail, DetailKind
from ffd_desktop.councils.hours import NumberCard, whom_to_phone
from ffd_desktop.councils.workdays import LONDON

PACK = bundled_pack("worcestershire")


def card(text: str) -> NumberCard:
    return whom_to_phone(PACK, datetime.fromisoformat(text).replace(tzinfo=LONDON))


@pytest.mark.parametrize(
    ("moment", "is_open", "words"),
    [
        ("2026-11-20T08:59:59", False, "Shut now; opens today at 09:00"),
        ("2026-11-20T09:00", True, "Open until 16:30 today"),
        ("2026-11-20T16:29", True, "Open until 16:30 today"),
        ("2026-11-20T16:29:59", True, "Open until 16:30 today"),
        ("2026-11-20T16:30", False, "Shut now; opens on Monday 23 November at 09:00"),
        ("2026-11-20T16:31", False, "Shut now; opens on Monday 23 November at 09:00"),
        ("2026-11-19T16:31", True, "Open until 17:00 today"),
        ("2026-11-19T17:00", False, "Shut now; opens tomorrow at 09:00"),
        ("2026-11-21T12:00", False, "Shut now; opens on Monday 23 November at 09:00"),
        ("2026-11-22T12:00", False, "Shut now; opens tomorrow at 09:00"),
        # Easter 2027: Good Friday 26 March, Easter Monday 29 March; clocks forward on the 28th
        ("2027-03-25T16:59", True, "Open until 17:00 today"),
        ("2027-03-25T17:00", False, "Shut now; opens on Tuesday 30 March at 09:00"),
        ("2027-03-26T10:00", False, "Shut now; opens on Tuesday 30 March at 09:00"),
        ("2027-03-29T10:00", False, "Shut now; opens tomorrow at 09:00"),
        ("2027-03-30T09:00", True, "Open until 17:00 today"),
        # Christmas 2026: Boxing Day is a Saturday, so Monday 28 December stands in
        ("2026-12-24T16:59", True, "Open until 17:00 today"),
        ("2026-12-24T17:00", False, "Shut now; opens on Tuesday 29 December at 09:00"),
        ("2026-12-28T10:00", False, "Shut now; opens tomorrow at 09:00"),
        # Christmas 2027: Saturday and Sunday, so Monday and Tuesday stand in
        ("2027-12-28T10:00", False, "Shut now; opens tomorrow at 09:00"),
        ("2028-01-03T10:00", False, "Shut now; opens tomorrow at 09:00"),  # New Year's Day observed
        ("2026-08-31T10:00", False, "Shut now; opens tomorrow at 09:00"),  # summer bank holiday
        ("2026-05-04T10:00", False, "Shut now; opens tomorrow at 09:00"),  # early May
    ],
)
def test_the_front_door_is_open_exactly_when_published(
    moment: str, is_open: bool, words: str
) -> None:
    found = card(moment)
    front, night = (found.now, found.other) if found.is_open else (found.other, found.now)
    assert (found.is_open, front.key, night.key) == (is_open, "front_door", "out_of_hours")
    assert front.when == words
    assert (found.now.phone, found.danger.phone) == (
        "01905 822666" if is_open else "01905 768020",
        "999",
    )


@pytest.mark.parametrize(
    ("utc", "is_open"),
    [
        ("2026-10-23T15:29", True),  # Friday, summer time: 16:29 on the wall
        ("2026-10-23T15:30", False),
        ("2026-10-30T16:29", True),  # the Friday after the clocks went back
        ("2026-10-30T16:30", False),
        ("2027-03-25T16:59", True),  # winter time still
        ("2027-03-30T08:00", True),  # summer time: nine on the wall
        ("2027-03-30T07:59", False),
    ],
)
def test_hours_are_read_from_the_clock_on_the_wall_in_london(utc: str, is_open: bool) -> None:
    moment = datetime.fromisoformat(utc).replace(tzinfo=UTC)
    assert whom_to_phone(PACK, moment).is_open is is_open


def test_a_front_door_whose_hours_nobody_published_is_first_and_never_said_to_be_shut() -> None:
    for text in ("2026-11-20T10:00", "2026-11-21T03:00", "2026-12-25T12:00"):
        moment = datetime.fromisoformat(text).replace(tzinfo=LONDON)
        found = whom_to_phone(bundled_pack("walsall"), moment)
        assert (found.now.key, found.other.key) == ("front_door", "out_of_hours")
        assert (found.is_open, found.changes_at) == (None, None)
        assert "not published" in found.now.when
        assert "hut" not in found.now.when + found.other.when


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        whom_to_phone(PACK, datetime(2026, 11, 20, 10))  # noqa: DTZ001


def test_the_card_says_where_a_number_stands_and_who_checked_it() -> None:
    plain = card("2026-11-20T10:00").now
    assert not plain.is_confirmed
    assert plain.provenance.endswith("not yet checked by your office")
    assert "Appendix 4" in plain.provenance
    moment = datetime(2026, 11, 20, 10, tzinfo=LONDON)
    for phone, said in (("01632 960777", "Corrected"), (plain.phone, "confirmed")):
        mine = CheckedDetail(phone, plain.phone, "R. Tanglewood", date(2026, 11, 3))
        checked = whom_to_phone(PACK, moment, {"front_door": {DetailKind.PHONE: mine}}).now
        assert (checked.phone, checked.is_confirmed) == (phone, True)
        assert f"{said} by R. Tanglewood on 3 November 2026" in checked.provenance
        assert "Appendix 4" in checked.provenance


def test_a_front_door_that_never_opens_leaves_the_night_team() -> None:
    contacts = tuple(
        msgspec.structs.replace(one, hours=()) if one.key == "front_door" else one
        for one in PACK.contacts
        if one.key != "police"
    )
    pack = msgspec.structs.replace(PACK, contacts=contacts)
    found = whom_to_phone(pack, datetime(2026, 11, 20, 10, tzinfo=LONDON))
    assert (found.now.key, found.now.when, found.other.when) == ("out_of_hours", "Now", "Shut now")
    assert found.changes_at is None
    assert (found.danger.phone, found.danger.provenance) == ("999", "National emergency number")


@given(
    st.datetimes(datetime(2025, 1, 1), datetime(2031, 1, 1)).map(lambda d: d.replace(tzinfo=UTC))  # noqa: DTZ001
)
def test_the_card_stays_true_until_the_moment_it_names(moment: datetime) -> None:
    now = whom_to_phone(PACK, moment)
    assert now.changes_at is not None
    assert now.changes_at > moment
    just_before = now.changes_at - timedelta(seconds=1)
    assert whom_to_phone(PACK, max(moment, just_before)).is_open is now.is_open
    assert whom_to_phone(PACK, now.changes_at).is_open is not now.is_open
