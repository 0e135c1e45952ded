"""A council's web form is filled in from the transfer sheet, answer by answer, by one key."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from ffd_desktop.app.fictional import PASSPHRASE
from tests.journeys import steps
from tests.journeys.conftest import Open
from tests.journeys.house import House
from tests.journeys.walker import Key, Walker
from ui.screens.sheet.screen import SheetScreen
from ui.screens.sheet.words import marks_of

SHEET = "Transfer sheet for the web form"


@pytest.mark.slow
def test_a_web_form_is_filled_in_field_by_field_over_a_time_out_and_a_lock(opens: Open) -> None:
    house, walker = opens()
    steps.look_round(walker)
    steps.to_the_rows(walker).press(Key.Key_Down).enter().reads("Back to the shelf")
    walker.push("Check").reads("Printing is never stopped").reads_no("Making the front page")
    walker.push(SHEET).reads("0 of ", " done.")
    typed = type_into_the_web_form(walker, sheet_of(house), stop_after=12)
    walker.ctrl(Key.Key_L).reads("FFD Desktop is locked")
    assert QGuiApplication.clipboard().text() == ""
    walker.type(PASSPHRASE).enter().reads(f"{len(typed)} of")
    typed += type_into_the_web_form(walker, sheet_of(house))
    walker.reads(f"All {len(typed)} answers are done.")
    assert len(typed) == len(marks_of(sheet_of(house).presenter.sheet.pages))
    words = [one for one in typed if one]
    assert "Ruby" in words
    assert len(words) > 20


def sheet_of(house: House) -> SheetScreen:
    screen = house.shell.screen_now
    assert isinstance(screen, SheetScreen)
    return screen


def type_into_the_web_form(
    walker: Walker, screen: SheetScreen, *, stop_after: int = 0
) -> list[str]:
    """Press Enter at each answer, as whoever pastes it would; give what was there to paste."""
    typed: list[str] = []
    while (not stop_after or len(typed) < stop_after) and walker.at() != "Back to the check":
        at, before = walker.at(), screen.presenter.copied
        enter_goes_on(walker, screen)
        if screen.presenter.copied != before:
            chosen = at.startswith("Chosen there")
            typed.append("" if chosen else QGuiApplication.clipboard().text())
    return typed


def enter_goes_on(walker: Walker, screen: SheetScreen) -> None:
    """Press Enter, and see that the focus or the page moves on."""
    at, page = walker.at(), screen.presenter.at
    walker.enter()
    walker.until(lambda: walker.at() != at or screen.presenter.at != page, "Enter did nothing")
