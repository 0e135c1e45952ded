"""How long the next guess has to wait: never less for restarting, never forgotten."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ffd_desktop.vault import throttle, trouble
from ffd_desktop.vault.throttle import Guesses

FIVE_MINUTES = 300.0
seconds = st.floats(0, 1e9)
records = st.builds(Guesses, st.just("v"), st.integers(0, 10**6), seconds)


def guesses_within(first: Guesses, span_s: float) -> int:
    """Guess as early as the policy lets, from 0 on; give how many are checked in a span."""
    known, now, made = first, 0.0, 0
    while (now := now + throttle.wait_s(known, now)) <= span_s:
        known, made = throttle.counted(known, now), made + 1
    return made


@pytest.mark.parametrize(
    ("failed", "delay_s"),
    [(0, 0), (1, 1), (2, 2), (3, 4), (4, 8), (8, 128), (9, 256), (10, 300), (11, 300), (9999, 300)],
)
def test_the_delay_doubles_up_to_five_minutes(failed: int, delay_s: int) -> None:
    assert throttle.delay_after(failed) == delay_s


def test_no_more_than_ten_guesses_fit_into_five_minutes() -> None:
    """Cyber Essentials asks for ten at most."""
    assert guesses_within(throttle.none_yet("v"), FIVE_MINUTES) <= 10


def test_no_more_than_ten_fit_when_the_record_is_deleted_before_each() -> None:
    delay_s = throttle.wait_s(throttle.lost("v", 0.0), 0.0)
    assert FIVE_MINUTES / delay_s <= 10


@given(records, seconds)
def test_a_counted_guess_never_waits_less_than_the_one_before(known: Guesses, now: float) -> None:
    after = throttle.counted(known, now)
    assert throttle.wait_s(after, now) >= max(1, throttle.delay_after(known.failed)) - 1e-6


@given(records, seconds)
def test_after_a_reboot_the_full_delay_is_waited_anew(known: Guesses, now: float) -> None:
    anew = throttle.believed(known, now)
    if now < known.at:
        assert throttle.wait_s(anew, now) == throttle.delay_after(known.failed)
    else:
        assert anew == known
    assert anew.failed == known.failed


@given(records, seconds)
def test_nobody_waits_longer_than_five_minutes(known: Guesses, now: float) -> None:
    assert throttle.wait_s(throttle.believed(known, now), now) <= throttle.MOST_S + 1e-6


@given(records, records)
def test_of_two_copies_the_graver_is_believed(one: Guesses, other: Guesses) -> None:
    assert throttle.graver(one, other) == throttle.graver(other, one)
    assert throttle.graver(one, other).failed == max(one.failed, other.failed)


@pytest.mark.parametrize(
    ("wait_s", "words"),
    [
        (0.2, "wait 1 second,"),
        (31.2, "wait 32 seconds,"),
        (60.0, "wait 1 minute,"),
        (255.5, "wait 4 minutes 16 seconds,"),
    ],
)
def test_the_problem_says_how_long(wait_s: float, words: str) -> None:
    problem = trouble.wait_before_guessing(wait_s)
    assert words in problem.next_step.casefold()
    assert words[:-1] in problem.what
