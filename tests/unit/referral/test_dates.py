"""Dates as people know them: what is read, what is kept, what is reckoned."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ffd_desktop.referral.dates import DateKind, PartDate, age_on, on, read_date

TODAY = date(2026, 11, 21)


def read(text: str) -> PartDate:
    found = read_date(text, today=TODAY)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("27/3/2015", "27 March 2015"),
        ("27.03.15", "27 March 2015"),
        ("27th mar 2015", "27 March 2015"),
        ("2015-03-27", "27 March 2015"),
        ("3 Sept 2026 at 9.05am", "3 September 2026 at 09:05"),
        ("3/9/2026 14:30", "3 September 2026 at 14:30"),
        ("3/9/2026 12am", "3 September 2026 at 00:00"),
        ("March 2024", "March 2024"),
        ("about march 2024", "about March 2024"),
        ("2019", "2019"),
        ("about 4 years old", "about 4 years old"),
        ("about 4", "about 4 years old"),
        ("Around 36", "about 36 years old"),
        ("4", "4"),
        ("18 months", "about 18 months old"),
        ("2 years and 3 months", "about 2 years 3 months old"),
        ("due 3 May 2027", "due 3 May 2027"),
        ("edd 3/5/27", "due 3 May 2027"),
        ("due3 May 2027", "due 3 May 2027"),
        ("c.2015", "about 2015"),
    ],
)
def test_a_date_reads_back_in_words(typed: str, words: str) -> None:
    assert read(typed).words() == words


@pytest.mark.parametrize(
    "typed", ["31 February 2026", "30/2/2020", "13/13/2020", "last week sometime", "0/1/2020"]
)
def test_what_is_no_date_is_kept_as_written(typed: str) -> None:
    kept = read(typed)
    assert kept.kind is DateKind.TEXT
    assert kept.words() == typed
    assert not kept.is_date


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)))
def test_every_day_reads_back_from_its_own_words(day: date) -> None:
    assert read_date(on(day).words(), today=TODAY) == on(day)


@given(st.text(max_size=60))
def test_nothing_typed_is_lost_or_crashes(text: str) -> None:
    found = read_date(text, today=TODAY)
    assert (found is None) == (not text.split())
    if found and found.kind is DateKind.TEXT:
        assert found.text == " ".join(text.split())


@given(
    st.integers(0, 17),
    st.integers(0, 11),
    st.dates(min_value=date(2000, 1, 1), max_value=date(2026, 12, 31)),
)
def test_an_age_reckons_back_to_itself(years: int, months: int, day: date) -> None:
    said = PartDate(kind=DateKind.AGE, years=years, months=months, said_on=day.isoformat())
    ages = age_on(said, day)
    assert ages is not None
    assert ages[0] <= years <= ages[1]


def test_a_part_date_sorts_by_its_first_day_and_text_comes_last() -> None:
    rows = [read("sometime"), read("March 2024"), read("2 March 2024"), read("2024")]
    assert [row.words() for row in sorted(rows, key=PartDate.sort_key)] == [
        "2024",
        "March 2024",
        "2 March 2024",
        "sometime",
    ]


def test_a_two_figure_year_is_never_far_in_the_future() -> None:
    assert read("1/1/28").year == 2028
    assert read("1/1/29").year == 1929


def test_the_contents_of_a_date_never_show_in_a_repr() -> None:
    assert "2015" not in repr(read("27/3/2015"))
