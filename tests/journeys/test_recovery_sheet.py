"""Set-up is ended before the recovery code was typed back: writing goes on, the reminder stays."""

from __future__ import annotations

import pytest

from tests.journeys import steps
from tests.journeys.conftest import Open
from tests.journeys.walker import Key, Walker
from ui.screens.setup.screen import SetUpScreen

REMINDER = "Nobody has typed the recovery code back from its sheet yet"


def to_the_sheet(walker: Walker) -> None:
    """From the first screen to the page of the recovery code."""
    walker.push("Set up this computer").type("Example Primary School").push("Continue")
    walker.choose("Worcestershire").push("Continue")
    walker.type("Rhiannon Tanglewood").push("Continue")
    walker.reads("Step 4 of 7").type(steps.PASSPHRASE).enter().type(steps.PASSPHRASE).enter()
    walker.reads("The recovery sheet")


@pytest.mark.slow
def test_the_code_is_typed_back_before_the_first_record_or_reminded_of_until_it_is(
    opens: Open,
) -> None:
    house, walker = opens()
    to_the_sheet(walker)
    walker.push("Continue").reads("group must be as it stands on the sheet")
    made = house.shell.findChild(SetUpScreen)._presenter.desk
    house.shell.close()
    walker.until(lambda: house.is_closed, "the window did not close")
    house.on_lane(made.close)  # as the end of the process does
    house, walker = opens()
    steps.unlock(walker, steps.PASSPHRASE)
    walker.reads(REMINDER)
    assert house.builder.desk is not None
    assert house.builder.desk.head.count == 0
    walker.ctrl(Key.Key_N).reads("Is a child in immediate danger now?")  # nothing is in the way
    walker.push("Back to the shelf").stands_at(steps.SHELF_SEARCH)
    renew(walker)
    house.shell.lock()
    steps.unlock(walker, steps.PASSPHRASE)
    walker.reads("The code was typed back from its sheet").reads_no(REMINDER)


def renew(walker: Walker) -> None:
    """Make a new sheet in Settings and type two groups of its code back."""
    walker.reads("Settings").push("Settings").reads("Recovery sheet", "Nobody has typed")
    walker.fill("Your passphrase, for a new sheet", steps.PASSPHRASE)
    walker.push("Make a new recovery sheet").reads("Type two groups back")
    steps.type_code_back(walker)
    walker.reads("The new recovery sheet works")
