"""Dates and times as logs and spreadsheets write them; nothing that was written is lost."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ffd_desktop.concern_log.dates import read_time, read_when
from ffd_desktop.referral.dates import DateKind

TODAY = date(2026, 11, 26)
ZERO, FIRST, LAST = map(datetime.fromisoformat, ("1899-12-30", "1990-01-01", "2040-01-01"))


@pytest.mark.parametrize(
    ("text", "time", "words"),
    [
        ("12/03/2026", "", "12 March 2026"),
        ("3.3.26", "", "3 March 2026"),
        ("3.3.26 9am", "", "3 March 2026 at 09:00"),
        ("12/03/26", "10.15am", "12 March 2026 at 10:15"),
        ("12/03/2026 10:15:22", "", "12 March 2026 at 10:15"),
        ("12/03/2026 - 10:15", "", "12 March 2026 at 10:15"),
        ("10:15 12/03/2026", "", "12 March 2026 at 10:15"),
        ("2026-03-12", "1530", "12 March 2026 at 15:30"),
        ("2026-03-12T10:15:00", "", "12 March 2026 at 10:15"),
        ("2026-03-12T10:15:00Z", "", "12 March 2026 at 10:15"),
        ("2026-07-12T10:15:00Z", "", "12 July 2026 at 11:15"),
        ("46093", "", "12 March 2026"),
        ("46093.427", "", "12 March 2026 at 10:15"),
        ("46093", "0.427", "12 March 2026 at 10:15"),
        ("Thursday, 12 March 2026", "", "12 March 2026"),
        ("Thu 12/03/2026", "", "12 March 2026"),
        ("March 2026", "9am", "March 2026 at 09:00"),
        ("about 2024", "", "about 2024"),
    ],
)
def test_a_date_is_read_in_british_order(text: str, time: str, words: str) -> None:
    read = read_when(text, time, today=TODAY)
    assert read.date is not None
    assert read.date.words() == words
    assert read.left == ""


@pytest.mark.parametrize("text", ["31/02/2026", "spring term", "13/13/2026", "99999", "12/3"])
def test_what_is_no_date_stays_as_it_was_written(text: str) -> None:
    read = read_when(text, today=TODAY)
    assert read.date is not None
    assert (read.date.kind, read.date.text) == (DateKind.TEXT, text)


def test_a_weekday_that_is_not_the_dates_own_is_kept_beside_it() -> None:
    read = read_when("Monday 12/03/2026", today=TODAY)
    assert read.date is not None
    assert read.date.words() == "12 March 2026"
    assert read.left == "Date as written: Monday 12/03/2026"


@pytest.mark.parametrize(
    ("text", "time"),
    [("12/03/2026", "Period 3"), ("", "10:15"), ("12/03/2026 09:00", "10:15"), ("soon", "10:15")],
)
def test_a_time_that_finds_no_place_is_kept_in_words(text: str, time: str) -> None:
    assert read_when(text, time, today=TODAY).left == f"Time: {time}"


def test_the_same_time_said_twice_is_said_once() -> None:
    assert read_when("12/03/2026 10:15", "10:15:00", today=TODAY).left == ""


def test_blank_is_no_date() -> None:
    assert read_when(" ", " ", today=TODAY).date is None


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("10:15", "10:15"),
        ("0915hrs", "09:15"),
        ("12am", "00:00"),
        ("12 pm", "12:00"),
        ("1.05 p.m.", "13:05"),
        ("24:00", ""),
        ("13pm", ""),
        ("9", ""),
        ("Period 3", ""),
    ],
)
def test_times_of_day(text: str, clock: str) -> None:
    assert read_time(text) == clock


@given(st.datetimes(FIRST, LAST))
def test_a_spreadsheets_own_number_is_its_moment(moment: datetime) -> None:
    moment = moment.replace(second=0, microsecond=0)
    serial = (moment - ZERO) / timedelta(days=1)
    read = read_when(f"{serial:.6f}", today=TODAY).date
    assert read is not None
    assert read.earliest() == moment.date()
    assert (read.time or "00:00") == f"{moment:%H:%M}"


@given(st.text(max_size=40), st.text(max_size=20))
def test_no_text_breaks_the_reader(text: str, time: str) -> None:
    read = read_when(text, time, today=TODAY)
    assert (read.date is None) == (not text.split())
