"""Two walks of a person in a hurry: a newcomer who looks round, and a Friday afternoon."""

from __future__ import annotations

import subprocess
from datetime import datetime
from pathlib import Path

import pytest

from ffd_desktop.adapters.clock import SCHOOL_ZONE
from tests.builders.vaults import SteppingClock
from tests.journeys import steps
from tests.journeys.conftest import Open
from tests.journeys.walker import Key
from tests.tools import needs_tool

RUBY = "H885000025104"
KEYS_OF_A_MINUTE = 120


def friday(time: str) -> SteppingClock:
    """Give a clock that starts on Friday 20 November 2026."""
    clock = SteppingClock()
    clock.time = datetime.fromisoformat(f"2026-11-20T{time}").replace(tzinfo=SCHOOL_ZONE)
    return clock


def test_a_newcomer_is_in_a_filled_draft_within_a_minutes_typing(opens: Open) -> None:
    _, walker = opens()
    steps.look_round(walker)
    walker.ctrl(Key.Key_N).choose("No")
    walker.tab_to("UPN or any part of a name").type(RUBY).enter()
    walker.reads("Kacper Reedmace-Żak").choose("Kacper Reedmace-Żak: Refer too")
    walker.choose("Maja Reedmace-Żak: Family, not referred")
    walker.push("Start writing about Ruby Osier")
    walker.reads("Ruby Osier, Kacper Reedmace-Żak", "Check for danger")
    assert walker.keys < KEYS_OF_A_MINUTE
    steps.go_to_section(walker, "Enter addresses")
    walker.reads("3 Osier Walk Saltmarsh · WR99 2BB")
    steps.go_to_section(walker, "Name the adults")
    walker.reads("Hanna Reedmace", "Dean Osier")


@pytest.mark.slow
def test_on_friday_at_16_25_the_numbers_come_first_and_an_unfinished_draft_prints(
    opens: Open, tmp_path: Path
) -> None:
    _, walker = opens(friday("16:20:00"))
    steps.set_up(walker)
    walker.push("Later: go to the shelf").stands_at(steps.SHELF_SEARCH)
    walker.ctrl(Key.Key_N).choose("Yes")
    walker.reads("Phone first.", "999", "01905 822666", "Open until 16:30 today")
    walker.push("Not on the roll? Start without it").stands_at("First names")
    walker.type("Wren").enter().type("Sallow").enter()
    walker.reads("Wren Sallow", "999", "Check for danger")
    steps.go_to_section(walker, "Tell what happened")
    walker.type("Wren said at 16:15 that she will not go home with him.")
    steps.is_saved(walker)
    walker.push("Check")
    steps.save_pdf(walker, tmp_path / "wren.pdf")
    printed = words_of(tmp_path / "wren.pdf")
    assert "she will not go home with him" in printed
    pages = [page for page in printed.split("\f") if page.strip()]
    assert all("DRAFT" in page for page in pages)


def words_of(pdf: Path) -> str:
    """Read a PDF as an independent program does."""
    reader = needs_tool("pdftotext", package="poppler-utils")
    return subprocess.run(
        [reader, str(pdf), "-"], capture_output=True, text=True, check=True
    ).stdout
