"""After sending, in the real window: the board over the holidays, and the papers of a record."""

from __future__ import annotations

import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from ffd_desktop.adapters.clock import SCHOOL_ZONE
from tests.journeys import steps
from tests.journeys.conftest import Open
from tests.journeys.house import House
from tests.journeys.walker import ALT, Key, Walker


class Calendar:
    """A clock that goes on from half past ten, on whatever day somebody turns to."""

    def __init__(self, day: str) -> None:
        self.day = day
        self._began = time.monotonic()

    def now(self) -> datetime:
        begun = datetime.fromisoformat(f"{self.day}T10:30:00").replace(tzinfo=SCHOOL_ZONE)
        return begun + timedelta(seconds=time.monotonic() - self._began)

    def monotonic(self) -> float:
        return time.monotonic()


HOLIDAYS = [
    # Thursday; Friday and Monday are bank holidays (Boxing Day 2026 is a Saturday)
    ("24 December 2026", "by the end of Tuesday 29 December 2026", "2026-12-24", "2026-12-28"),
    # Thursday; Good Friday and Easter Monday
    ("25 March 2027", "by the end of Tuesday 30 March 2027", "2027-03-25", "2027-03-29"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("sent", "due", "first", "last"), HOLIDAYS, ids=["Christmas", "Easter"])
def test_the_board_tells_the_truth_over_the_holidays(
    opens: Open, sent: str, due: str, first: str, last: str
) -> None:
    clock = Calendar(first)
    _, walker = opens(clock)
    steps.look_round(walker)
    steps.to_the_rows(walker)
    walker.press(Key.Key_F, ALT).reads("When it was sent")
    walker.fill("When it was sent", f"{sent} 10:15")
    steps.is_saved(walker)
    walker.push("Back to the shelf").stands_at(steps.SHELF_SEARCH)
    walker.push("What is due: 1 soon").reads(f"Due {due}").reads_no("Overdue")
    clock.day = last
    look_again(walker, "1 soon").reads(f"Due {due}").reads_no("Overdue")
    day = int(last[-2:]) + 2
    clock.day = f"{last[:-2]}{day}"
    look_again(walker, "1 overdue").reads("Overdue", f"Due {due}")


def look_again(walker: Walker, near: str) -> Walker:
    """Leave the board and come back to it by the link that says how much is near."""
    walker.push("Back to the shelf").stands_at(steps.SHELF_SEARCH)
    return walker.push(f"What is due: {near}").reads("What is due", "The council decides")


@pytest.mark.slow
def test_a_paper_is_saved_by_keyboard_and_stands_in_the_record(
    inside: tuple[House, Walker], tmp_path: Path
) -> None:
    _, walker = inside
    target = tmp_path / "history.txt"
    steps.to_the_rows(walker)
    walker.press(Key.Key_P, ALT).reads("Papers of this record", "Nothing was printed or saved yet")
    walker.choose("The history of changes").tab_to("For whom is it? (optional)")
    walker.type("the governors").push("Save as text")
    steps.choose_file(walker, target)
    walker.reads("Saved as text: History of changes, for the governors")
    words = target.read_text(encoding="utf-8")
    assert "History of changes" in words
    assert "first_names" not in words
    walker.ctrl(Key.Key_L).reads("FFD Desktop is locked")
