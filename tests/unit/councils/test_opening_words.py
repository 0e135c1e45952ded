"""Opening hours as people type them: read plainly, said again, and otherwise left as words."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ffd_desktop.councils.bundled import bundled_pack
from ffd_desktop.councils.opening_words import read_week, same_week, say_week
from ffd_desktop.councils.pack import Day, Opening

FIVE = "Monday to Friday"
MINUTES = st.integers(0, 24 * 60 - 1)


def as_time(minutes: int) -> time:
    return time(minutes // 60, minutes % 60)


@st.composite
def weeks(draw: st.DrawFn) -> tuple[Opening, ...]:
    """Up to two spans on each day; days alike are put together as ``read_week`` does."""
    hours: list[Opening] = []
    for day in draw(st.lists(st.sampled_from(Day), min_size=1, unique=True)):
        count = draw(st.sampled_from((2, 2, 4)))
        edges = sorted(draw(st.lists(MINUTES, min_size=count, max_size=count, unique=True)))
        for opens, closes in zip(edges[::2], edges[1::2], strict=True):
            hours.append(Opening(days=(day,), opens=as_time(opens), closes=as_time(closes)))
    return tuple(hours)


@given(weeks())
def test_what_is_said_of_a_week_is_read_back_as_the_same_week(hours):
    said = say_week(hours)
    read = read_week(said)
    assert read is not None
    by_day = {(day, one.opens, one.closes) for one in read.hours for day in one.days}
    assert by_day == {(day, one.opens, one.closes) for one in hours for day in one.days}
    assert say_week(read.hours) == said


@given(st.text(max_size=60))
def test_any_words_at_all_are_read_or_left_as_words(text):
    read = read_week(text)
    assert read is None or read.always or say_week(read.hours)


WORDS = ("mon", "to", "fri", "9", "5", "-", "17:15", "and", ";", "closed", "always", "24/7", "pm")


@given(st.lists(st.sampled_from(WORDS)))
def test_words_about_hours_in_any_order_are_read_or_left_as_words(words):
    read = read_week(" ".join(words))
    assert read is None or read.always or say_week(read.hours)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("8:45 to 17:15", f"{FIVE} 08:45 to 17:15"),
        ("8.45-5.15", f"{FIVE} 08:45 to 17:15"),
        ("0845 – 1715", f"{FIVE} 08:45 to 17:15"),
        ("9am to 5 pm", f"{FIVE} 09:00 to 17:00"),
        ("from 9 a.m. until 5 p.m.", f"{FIVE} 09:00 to 17:00"),
        ("9 to 12 and 1 to 5", f"{FIVE} 09:00 to 12:00 and 13:00 to 17:00"),
        ("9 to noon", f"{FIVE} 09:00 to 12:00"),
        (
            "Mon-Thu 8:45–17:15, Fri 8:45–16:45",
            "Monday to Thursday 08:45 to 17:15; Friday 08:45 to 16:45",
        ),
        (
            "9-5 Mondays to Thursdays, 9-4:30 on Fridays",
            "Monday to Thursday 09:00 to 17:00; Friday 09:00 to 16:30",
        ),
        (
            "Weekdays 9-5 except Wed 9-1; weekends closed; bank holidays closed",
            "Monday, Tuesday, Thursday and Friday 09:00 to 17:00; Wednesday 09:00 to 13:00",
        ),
        ("Sat and Sun 10 to 4", "Saturday and Sunday 10:00 to 16:00"),
        ("every day 7 to 7", "Monday to Sunday 07:00 to 19:00"),
        ("Tues, Weds & Thurs 09:00 to 17:00.", "Tuesday to Thursday 09:00 to 17:00"),
        ("always", "At any time"),
        ("24/7", "At any time"),
        ("24 hours a day", "At any time"),
        ("At any time", "At any time"),
    ],
)
def test_hours_are_read_as_people_write_them(typed, read):
    week = read_week(typed)
    assert week is not None
    assert say_week(week.hours, always=week.always) == read


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "ring twice, then the school line",
        "9 to 5 in term time",
        "17:00 to 08:30",
        "Fri to Mon 9 to 5",
        "Mon to",
        "9 to",
        "to to",
        "13 pm to 14 pm",
        "25:00 to 26:00",
        "9:75 to 17:00",
        "9 to 12 and 11 to 5",
        "bank holidays 9 to 5",
        "closed",
        "Mon 9 to 5 Tue",
    ],
)
def test_what_is_not_understood_whole_stays_words(typed):
    assert read_week(typed) is None


def test_hours_are_the_same_however_they_are_worded():
    assert same_week("Mon-Fri 9-5", "weekdays 09:00 to 17:00")
    assert not same_week("Mon-Fri 9-5", "weekdays 09:00 to 16:30")
    assert same_week("ring  Twice", "Ring twice")
    assert not same_week("always", "ring twice")


def test_a_pack_says_its_hours_in_full():
    front = next(one for one in bundled_pack("worcestershire").contacts if one.hours)
    assert say_week(front.hours) == "Monday to Thursday 09:00 to 17:00; Friday 09:00 to 16:30"
