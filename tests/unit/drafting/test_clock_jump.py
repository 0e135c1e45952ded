"""A changed clock is told from time that passed."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ffd_desktop.adapters.clock import SCHOOL_ZONE
from ffd_desktop.drafting.clock_jump import TOLERANCE, ClockJump, Moment, behind, jump

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=SCHOOL_ZONE)
YEARS = timedelta(days=5 * 365)


def after(seconds: float, off: timedelta = timedelta(0), start: datetime = NOON) -> Moment:
    """The moment so many seconds later, with the wall clock put off by something."""
    real = start.astimezone(UTC) + timedelta(seconds=seconds) + off
    return Moment(real.astimezone(SCHOOL_ZONE), 1000.0 + seconds)


@given(st.floats(0, 10**7), st.floats(-119, 119))
def test_time_that_passes_is_no_change_whatever_the_season(seconds: float, drift: float) -> None:
    assert jump(after(0), after(seconds, timedelta(seconds=drift))) is None


@pytest.mark.parametrize("day", [(3, 29, 0, 50), (10, 25, 1, 50)])
def test_the_night_of_the_change_to_or_from_summer_time_is_no_change(
    day: tuple[int, int, int, int],
) -> None:
    start = datetime(2026, *day, tzinfo=SCHOOL_ZONE)
    assert jump(after(0, start=start), after(1200, start=start)) is None
    assert behind(start, (start.astimezone(UTC) + TOLERANCE).astimezone(SCHOOL_ZONE)) is None


@given(st.floats(0, 10**6), st.integers(121, 10**9), st.sampled_from([1, -1]))
def test_a_change_is_noticed_however_long_ago_the_last_save_was(
    seconds: float, off: int, way: int
) -> None:
    found = jump(after(0), after(seconds, timedelta(seconds=off * way)))
    assert found is not None
    assert found.shown == after(seconds, timedelta(seconds=off * way)).wall
    assert f"put {'forward' if way > 0 else 'back'} by about" in found.words


@pytest.mark.parametrize(
    ("off", "words"),
    [
        (-YEARS, "put back by about 5 years: from 20 November 2026 at 12:00 to 21 November 2021"),
        (YEARS, "put forward by about 5 years: from 20 November 2026 at 12:00 to 19 November 2031"),
        (timedelta(hours=1), "put forward by about 1 hour: from 20 November 2026 at 12:00"),
        (timedelta(minutes=-3), "put back by about 3 minutes"),
        (timedelta(days=2), "put forward by about 2 days"),
    ],
)
def test_it_is_said_in_words(off: timedelta, words: str) -> None:
    found = ClockJump(NOON, NOON + off)
    assert words in found.words


def test_a_clock_put_back_between_two_runs_is_seen_by_the_newest_record() -> None:
    assert behind(None, NOON) is None
    assert behind(NOON - YEARS, NOON) is None
    assert behind(NOON + TOLERANCE, NOON) is None
    found = behind((NOON + YEARS).astimezone(UTC), NOON)
    assert found is not None
    assert "put back by about 5 years" in found.words
