"""A disclosure on a Friday at 16:25: whom to phone this minute, the call, five minutes of writing.

The front door shuts at 16:30, the bell rings, and on Monday everything is there.
"""

from __future__ import annotations

import time
from datetime import datetime, timedelta

import pytest

from ffd_desktop.adapters.clock import SCHOOL_ZONE
from tests.journeys import steps
from tests.journeys.conftest import Open
from tests.journeys.walker import Key, Walker

ALEKSANDRA = "T885000024001"
FRIDAY = datetime(2026, 11, 27, 16, 25, tzinfo=SCHOOL_ZONE)
SAFE = "She is in my office with her teacher; the gate knows."
TOLD = "At 16:20 she said that she cannot go home."
MORE = " Her mother’s partner comes at 16:45."
WAITS = "questions can wait until the child is safe."


class PassingClock:
    """Both clocks of a computer, on which time passes as the test says, and goes on by itself."""

    def __init__(self, start: datetime) -> None:
        self._start, self._began, self._more = start, time.monotonic(), 0.0

    def now(self) -> datetime:
        return self._start + timedelta(seconds=self.monotonic() - self._began)

    def monotonic(self) -> float:
        return time.monotonic() + self._more

    def reaches(self, moment: datetime) -> None:
        self._more += (moment - self.now()).total_seconds()


@pytest.fixture(autouse=True)
def _looks_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """The card looks at the clock every 20 seconds; here time passes quicker."""
    monkeypatch.setattr("ui.widgets.compact_numbers.EVERY_MS", 100)


@pytest.mark.slow
def test_on_a_friday_at_1625_the_call_comes_first_and_on_monday_every_word_is_there(
    opens: Open,
) -> None:
    clock = PassingClock(FRIDAY)
    house, walker = opens(clock)
    steps.set_up(walker)
    steps.bring_in_roll(walker)
    clock.reaches(FRIDAY)
    danger_comes_first(walker)
    steps.about(walker, ALEKSANDRA)
    the_call_is_noted_with_one_press(walker)
    five_minutes_of_writing(walker, clock)
    only_what_decides_tonight_is_asked(walker)
    the_bell_rings(walker)
    house.shell.close()
    walker.until(lambda: house.is_closed, "the window did not close")

    clock.reaches(FRIDAY.replace(day=30, hour=8, minute=40))
    _, walker = opens(clock)
    everything_is_there_on_monday(walker, clock)


def danger_comes_first(walker: Walker) -> None:
    """Before anybody is named: the number for this minute, and how long it is the one."""
    walker.ctrl(Key.Key_N).reads("Is a child in immediate danger now?").choose("Yes")
    walker.reads("Phone first. The writing can wait.", "Police, emergency: 999")
    walker.reads("Open until 16:30 today", "From 16:30 today")


def the_call_is_noted_with_one_press(walker: Walker) -> None:
    """Number and time are written down; the focus stands where the name goes."""
    walker.reads("Open until 16:30 today")
    walker.push("Note that Family Front Door (FFD), 01905 822666, was phoned just now")
    walker.reads("Noted: Family Front Door (FFD), 01905 822666, at 16:2", "01905 822666")
    walker.stands_at("Name and role of the person you spoke to").type("M Quillfeather, duty")


def five_minutes_of_writing(walker: Walker, clock: PassingClock) -> None:
    """The door shuts while she writes, and the card says so by itself."""
    walker.tab_to("What has been done to keep the child safe now").type(SAFE)
    steps.go_to_section(walker, "Tell what happened")
    walker.stands_at("What happened").type(TOLD)
    clock.reaches(FRIDAY.replace(minute=31))
    walker.type(MORE).reads("✓  Saved 16:31:")
    steps.go_to_section(walker, "Check for danger")
    walker.reads("Emergency duty team (EDT)", "Now, until Monday 30 November at 09:00")
    walker.reads_no("Open until 16:30 today")


def only_what_decides_tonight_is_asked(walker: Walker) -> None:
    """The check is short, and says how much can wait."""
    walker.push("Check").reads(WAITS, "“Were the police called?” has no answer yet.")
    walker.reads_no("The chronology is empty.")
    walker.push("Back to the draft").reads("Back to the shelf")


def the_bell_rings(walker: Walker) -> None:
    """One chord hides everything; the locked screen still says whom to phone."""
    steps.go_to_section(walker, "Tell what happened")
    walker.stands_at("What happened").ctrl(Key.Key_L)
    walker.reads("FFD Desktop is locked", "01905 768020").reads_no(TOLD)


def everything_is_there_on_monday(walker: Walker, clock: PassingClock) -> None:
    """Where she was, word for word; the card goes by Monday, and what could wait is asked."""
    walker.reads("FFD Desktop is locked", "01905 768020")
    steps.unlock(walker, steps.PASSPHRASE)
    walker.reads(TOLD + MORE).stands_at("What happened")
    steps.go_to_section(walker, "Check for danger")
    walker.reads(SAFE, "27 November 2026 at 16:2", "Now, until today at 09:00")
    clock.reaches(FRIDAY.replace(day=30, hour=9, minute=1))
    walker.reads("Open until 17:00 today").reads_no("Now, until today at 09:00")
    walker.push("Check").reads("The chronology is empty.").reads_no(WAITS)
