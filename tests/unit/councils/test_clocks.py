"""Due times: working days round Easter and Christmas, hours through the change of clocks."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime, timedelta

import pytest
from holidays import country_holidays
from hypothesis import given
from hypothesis import strategies as st

from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.councils.clocks import due
from ffd_desktop.councils.pack import Clock, TimeUnit
from ffd_desktop.councils.workdays import LONDON, add_working_days, bank_holidays, is_working_day

CLOCKS = {clock.event: clock for clock in bundled_pack("worcestershire").clocks}
DAYS = st.dates(date(2024, 1, 1), date(2034, 1, 1))


@pytest.mark.parametrize(
    ("start", "amount", "end"),
    [
        ("2026-11-20", 0, "2026-11-20"),
        ("2026-11-20", 1, "2026-11-23"),  # Friday to Monday
        ("2026-11-21", 1, "2026-11-23"),  # Saturday to Monday
        ("2027-03-25", 1, "2027-03-30"),  # over Easter
        ("2027-03-25", 3, "2027-04-01"),
        ("2026-12-24", 1, "2026-12-29"),  # Christmas, Boxing Day stands in on the Monday
        ("2026-12-24", 3, "2026-12-31"),
        ("2026-12-31", 1, "2027-01-04"),
        ("2027-12-24", 1, "2027-12-29"),  # both stand in
        ("2026-07-24", 3, "2026-07-29"),  # school holidays do not stop the clock
    ],
)
def test_working_days_leave_out_weekends_and_bank_holidays(
    start: str, amount: int, end: str
) -> None:
    assert add_working_days(date.fromisoformat(start), amount) == date.fromisoformat(end)


def test_the_list_of_bank_holidays_is_what_the_library_reckons() -> None:
    years = range(2010, 2061)
    reckoned = set(country_holidays("GB", subdiv="ENG", years=years))
    assert {day for year in years for day in bank_holidays(year)} == {
        day for day in reckoned if day.year in years
    }
    assert bank_holidays(2061) == frozenset(country_holidays("GB", subdiv="ENG", years=2061))


def test_whom_to_phone_now_needs_no_library() -> None:
    told = "import sys; from ffd_desktop.councils.workdays import is_working_day as it; from "
    told += "datetime import date; it(date(2026, 12, 28)); print('holidays' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


@given(DAYS, st.integers(0, 30))
def test_counting_working_days_one_by_one_or_at_once_is_the_same(day: date, amount: int) -> None:
    end = add_working_days(day, amount)
    between = (day + timedelta(days=n) for n in range(1, (end - day).days + 1))
    assert sum(map(is_working_day, between)) == amount
    assert amount == 0 or is_working_day(end)


def test_working_days_do_not_run_backwards() -> None:
    with pytest.raises(ValueError, match="forwards"):
        add_working_days(date(2026, 11, 20), -1)


def test_the_outcome_is_due_three_working_days_after_the_decision() -> None:
    found = due(CLOCKS["outcome"], datetime(2027, 3, 25, 16, tzinfo=LONDON))
    assert found is not None
    assert (found.day, found.is_exact) == (date(2027, 4, 1), False)
    assert found.words == "by the end of Thursday 1 April 2027"
    assert "para 46" in found.source


def test_where_no_source_gives_a_time_nothing_is_reckoned() -> None:
    clock = CLOCKS["written_confirmation"]
    assert clock.ask
    assert due(clock, datetime(2026, 11, 20, 16, tzinfo=LONDON)) is None


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2026-11-20T16:25+00:00", "2026-11-21T16:25+00:00"),
        ("2027-03-27T16:25+00:00", "2027-03-28T17:25+01:00"),  # the night that loses an hour
        ("2026-10-24T16:25+01:00", "2026-10-25T15:25+00:00"),  # the night that gains one
    ],
)
def test_hours_are_real_hours_through_the_change_of_clocks(start: str, end: str) -> None:
    clock = Clock(event="written", title="t", counted_from="the call", basis="b", source="s",
                  amount=24, unit=TimeUnit.HOURS)  # fmt: skip
    found = due(clock, datetime.fromisoformat(start))
    assert found is not None
    assert found.at.isoformat()[:16] + found.at.isoformat()[-6:] == end
    assert found.is_exact


def test_days_are_calendar_days() -> None:
    clock = Clock(event="e", title="t", counted_from="x", basis="b", source="s",
                  amount=3, unit=TimeUnit.DAYS)  # fmt: skip
    found = due(clock, datetime(2026, 11, 20, 10, tzinfo=LONDON))
    assert found is not None
    assert found.day == date(2026, 11, 23)
